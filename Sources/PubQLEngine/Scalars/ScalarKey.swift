import PubQLModel
import PubQLText

/// What tells an expression from others: where two have the same key, they have the same value for
/// each record, or for each row.
struct ScalarKey: Hashable, Sendable {
  private let text: String

  /// - Parameter fields: the field of the corpus that each column shows; nil for one that shows none.
  /// - Returns: nil where expressions that look alike may differ, and for very long ones.
  init?(_ scalar: Scalar, _ fields: [Int?]) {
    self.init(scalar) { fields.indices.contains($0) ? fields[$0] : nil }
  }

  /// Of an expression over the rows of one table: the key knows columns by their places.
  init?(ofRow scalar: Scalar) { self.init(scalar) { $0 } }

  private init?(_ scalar: Scalar, _ column: (Int) -> Int?) {
    let text = withoutActuallyEscaping(column) { column in
      var writer = ScalarKeyWriter(column: column)
      return writer.write(scalar) ? writer.text : nil
    }
    guard let text else { return nil }
    self.text = text
  }
}

extension Table {
  /// The field of the corpus that each column shows; nil for one that shows none.
  var shownFields: [Int?] {
    columns.map { if case .field(let field) = $0.data { field } else { nil } }
  }
}

/// Writes expressions so that no two different ones are written alike.
private struct ScalarKeyWriter {
  /// The number of a column; nil for one that cannot be told.
  private let column: (Int) -> Int?
  private(set) var text = ""

  /// What is longer is hardly written twice. Unit: bytes.
  private static let longest = 4096

  init(column: @escaping (Int) -> Int?) { self.column = column }

  /// False where the expression has no key.
  mutating func write(_ scalar: Scalar) -> Bool {
    guard text.utf8.count <= Self.longest else { return false }
    switch scalar {
    case .constant(let value): return write(value)
    case .column(let place):
      guard let number = column(place) else { return false }
      text += "#\(number)"
      return true
    case .comparison(let left, let comparison): return write(left, comparison)
    case .call(let function, let arguments, _):
      return function.identity.map { write($0, arguments) } ?? false
    case .and(let terms): return write("and", terms)
    case .or(let terms): return write("or", terms)
    case .not(let operand): return write("not", [operand])
    case .isMissing(let operand): return write("missing", [operand])
    case .arithmetic(let sign, let a, let b, _): return write(sign.rawValue, [a, b])
    case .negate(let operand, _): return write("neg", [operand])
    case .list(let members): return write("list", members)
    case .range(let low, let high): return write("range", [low, high])
    case .joined(let parts): return write("joined", parts)
    case .choice(let condition, let value, let other):
      return write("if", [condition, value, other])
    case .attempt(let value, let other): return write("try", [value, other])
    case .traced(let body, _): return write(body)
    case .source, .record, .local, .lambda, .apply, .invoke, .recurse: return false
    }
  }

  private mutating func write(_ name: String, _ operands: [Scalar]) -> Bool {
    text += "\(name)("
    for operand in operands {
      guard write(operand) else { return false }
      text += ","
    }
    text += ")"
    return true
  }

  private mutating func write(_ left: Scalar, _ comparison: ScalarComparison) -> Bool {
    guard write(left) else { return false }
    text += comparison.isNegated ? " not " : " "
    text += "\(comparison.relation) \(comparison.quantifier) "
    switch comparison.right {
    case .scalar(let right): return write("row", [right])
    case .constant(let test): return test.targets.allSatisfy { write($0) }
    }
  }

  private mutating func write(_ target: TestTarget) -> Bool {
    guard let pattern = target.pattern else { return write(target.value) }
    text += pattern.ignoresCase ? "i" : "/"
    write(counted: pattern.text)
    return true
  }

  private mutating func write(_ value: Value) -> Bool {
    guard text.utf8.count <= Self.longest else { return false }
    switch value {
    case .list(let members): return write("values", members.map { .constant($0) })
    case .range(let low, let high): return write("from", [.constant(low), .constant(high)])
    case .decimal(let number): text += "decimal \(number.bitPattern);"
    case .duration(let duration): text += "duration \(duration.months) \(duration.days);"
    case .record, .function: return false
    default:
      text += value.kindName
      write(counted: value.plainText)
    }
    return true
  }

  /// A text with its length before it, so that nothing in it can be taken for what is behind it.
  private mutating func write(counted part: String) { text += "\(part.utf8.count):\(part);" }
}
