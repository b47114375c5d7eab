import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax

/// What to write instead of a comparison of kinds that do not fit.
struct ComparisonFix {
  let help: String
  /// Nil where the help alone says it.
  let replacement: String?
  /// What is replaced; nil for the right side.
  let span: SourceSpan?

  init(_ help: String, _ replacement: String?, at span: SourceSpan? = nil) {
    self.help = help
    self.replacement = replacement
    self.span = span
  }

  /// The fixes that follow from how the sides are written.
  static func of(_ use: ComparisonUse, _ left: Typed, _ right: Typed) -> ComparisonFix? {
    switch (left.type.element, right.type.element) {
    case (let type, .number) where type.isTextual && use.operation.isOrder:
      return number(of: use)
    case (.number, .date), (.number, .range(.date)): return wholeDate(use)
    case (.date, .number):
      return use.right.slashedDate.map {
        ComparisonFix("dates are written `\($0)`", $0)
      }
    case (_, .table): return column(use, right)
    default: return nil
    }
  }

  /// `pages > 50`, where pages are texts: quotes round the number would compare letters.
  private static func number(of use: ComparisonUse) -> ComparisonFix {
    guard case .name(let name) = use.left.kind else {
      return ComparisonFix("texts are compared as numbers by `number(…)` round them", nil)
    }
    let call = "number(\(Printer.nameText(name.text)))"
    return ComparisonFix(
      "to compare numbers write `\(call) \(use.sign) …`", call, at: use.left.span)
  }

  /// `year = 2020-05`: a month is no year.
  private static func wholeDate(_ use: ComparisonUse) -> ComparisonFix? {
    let date: String
    switch use.left.kind {
    case .name(let name) where name.text == "year" && !name.isQuoted: date = "date"
    case .member(let owner, let member) where member.text == "year":
      guard case .name(let name) = owner.kind else { return nil }
      date = Printer.nameText(name.text)
    default: return nil
    }
    return ComparisonFix("write `\(date) \(use.sign) …`", date, at: use.left.span)
  }

  /// `author in (count by author | take 3)`: the query has more columns than one.
  private static func column(_ use: ComparisonUse, _ right: Typed) -> ComparisonFix? {
    guard case .subquery = use.right.kind, let columns = right.table?.columns.map(\.name),
      let first = columns.first
    else { return nil }
    var name = first
    if case .name(let left) = use.left.kind, columns.contains(left.text) { name = left.text }
    let written = "| select \(Printer.nameText(name))"
    let end = use.right.span.end
    return ComparisonFix(
      "choose its column: `\(written)`", " \(written))",
      at: SourceSpan(file: use.right.span.file, start: end - 1, end: end))
  }
}

extension ValueTest.Relation {
  /// Whether it asks which of two values comes first.
  var isOrder: Bool { [.less, .lessOrEqual, .greater, .greaterOrEqual].contains(self) }
}

extension ComparisonOperator {
  fileprivate var isOrder: Bool {
    [.less, .lessOrEqual, .greater, .greaterOrEqual].contains(self)
  }
}

extension Expression {
  /// `05/2020`, `14/05/2020`, read as a division, as the date that was meant.
  fileprivate var slashedDate: String? {
    guard case .arithmetic(.divide, let left, let right) = kind, case .whole(let year) = right.kind,
      (1000...9999).contains(year)
    else { return nil }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    if case .whole(let month) = left.kind, (1...12).contains(month) {
      return "\(year)-\(padded(month))"
    }
    guard case .arithmetic(.divide, let first, let second) = left.kind,
      case .whole(let a) = first.kind, case .whole(let b) = second.kind
    else { return nil }
    // The month stands first in some countries: where only that can be, it is read so.
    let (day, month) = b > 12 ? (b, a) : (a, b)
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    return "\(year)-\(padded(month))-\(padded(day))"
  }
}
