import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLText

/// Tells which conditions of a query a record meets, and which stage it is lost at: `why 1971`.
///
/// A query that went on from the last result (`| where …`) is explained together with those
/// before it. Conditions behind the one at which the record is lost are looked at as well: what a
/// user wants to know is all that keeps it out.
struct WhyTable {
  let traces: [QueryTrace]
  let sources: SourceMap
  let context: ExecutionContext
  let record: RecordPlace

  /// The record that is asked about.
  struct RecordPlace {
    let corpus: Corpus
    let number: Int
  }

  private var rows: [(condition: String, met: Value, because: String)] = []

  init(
    _ traces: [QueryTrace], _ record: RecordPlace, _ sources: SourceMap,
    _ context: ExecutionContext
  ) throws(RunError) {
    self.traces = traces
    self.record = record
    self.sources = sources
    self.context = context
    try walk()
  }

  /// A row for where the rows come from, for each condition and for each stage that may cut.
  ///
  /// Shape: `condition`, as it stands in the query; `met`, missing where the record has become a
  /// part of something else; `because`, what the record has there.
  var table: Table {
    Table(
      columns: [
        Column(name: "condition", type: .text, data: .values(rows.map { .text($0.condition) })),
        Column(name: "met", type: .bool, data: .values(rows.map(\.met))),
        Column(name: "because", type: .text, data: .values(rows.map { .text($0.because) })),
      ],
      rowCount: rows.count)
  }

  /// Whether no condition and no stage keeps the record out.
  var isMet: Bool {
    !rows.contains { if case .bool(false) = $0.met { true } else { false } }
  }

  private mutating func walk() throws(RunError) {
    guard let first = traces.first, var place = begin(first) else { return }
    var steps = traces.flatMap(\.steps)[...]
    while let step = steps.popFirst() {
      guard try follow(step, &place) else { break }
    }
    // Where it became a part of other rows, what happens to those is not told.
    if place.isIn, let next = steps.first {
      rows.append((sources.line(next.span), .missing, "its rows are not followed further"))
    }
  }

  /// How far the record is followed.
  private struct Follower {
    /// All rows, as the query has them
    var all: Table
    /// Those of the record: as the query has them, or as they were when it lost them
    var own: Table
    /// Whether the record is still among all rows
    var isIn: Bool
  }

  private mutating func begin(_ trace: QueryTrace) -> Follower? {
    let own = self.rows(of: trace.source)
    let source = Table(all: record.corpus).indexed
    let whole = source.taking([record.number])
    let found = whole.rows?.corpus.source(of: record.number)
    let isIn = own.rowCount > 0
    rows.append(
      (
        trace.headText(sources).text, .bool(isIn),
        isIn
          ? found.map { "\($0.file):\($0.line)" } ?? ""
          : "it is none of its \(trace.source.counted(trace.source.rowCount))"
      ))
    // A record that is not there can be held against the conditions when it has their columns.
    let names = trace.source.columns.map(\.name)
    guard isIn || names == whole.columns.map(\.name) else { return nil }
    return Follower(all: trace.source, own: isIn ? own : whole, isIn: isIn)
  }

  /// The rows that show the record.
  private func rows(of table: Table) -> Table {
    guard let shown = table.rows, shown.corpus === record.corpus else { return table.taking([]) }
    let list = shown.list
    return table.indexed.taking(list.indices.filter { Int(list[$0]) == record.number })
  }

  /// - Returns: whether the record can be followed further.
  private mutating func follow(
    _ step: QueryTrace.Step, _ place: inout Follower
  ) throws(RunError) -> Bool {
    let text = sources.line(step.span)
    let before = place.all
    place.all = try step.run(before, context)
    if let condition = step.condition {
      let met = try holds(condition, place.own)
      rows.append((text, .bool(met), reason(condition, place.own)))
      if place.isIn, met { place.own = rows(of: place.all) }
      place.isIn = place.isIn && met
      return true
    }
    guard let shown = place.all.rows, shown.corpus === record.corpus else {
      rows.append(
        (text, .missing, place.isIn ? try whereabouts(step, place.own, in: place.all) : ""))
      return false
    }
    let own = rows(of: place.all)
    if place.isIn {
      place.isIn = own.rowCount > 0
      if !place.isIn || step.isCut || place.all.rowCount < before.rowCount {
        rows.append((text, .bool(place.isIn), try position(step, before, place.all)))
      }
      if place.isIn {
        place.own = own
        return true
      }
    } else if own.rowCount > 0 {
      rows.append((text, .bool(true), "it comes in here"))
      (place.isIn, place.own) = (true, own)
      return true
    } else if !step.isCut {
      place.own = (try? step.run(place.own, context)) ?? place.own
    }
    // A record that is lost is followed as long as it has the columns of the others.
    return place.own.rowCount > 0
      && place.own.columns.map(\.name) == place.all.columns.map(\.name)
  }

  private func holds(_ condition: Scalar, _ own: Table) throws(RunError) -> Bool {
    let evaluator = ScalarEvaluator(own.indexed)
    for row in 0..<own.rowCount where try evaluator.holds(condition, row: row) { return true }
    return false
  }

  // MARK: Reasons

  /// Longer texts are cut.
  private static let valueLimit = 60
  /// How many words of a long text are shown.
  private static let passageWords = 8

  /// What the record has in the columns that a condition looks at.
  private func reason(_ condition: Scalar, _ own: Table) -> String {
    var columns: Set<Int> = []
    condition.collectColumns(into: &columns)
    let known = columns.filter { own.columns.indices.contains($0) }.sorted()
    return known.map { column in
      let name = own.columns[column].field?.singular ?? own.columns[column].name
      var texts: [String] = []
      for row in 0..<own.rowCount {
        for value in own.value(row: row, column: column).members {
          let text = value.plainText
          if !texts.contains(text) { texts.append(Self.passage(text, condition)) }
        }
      }
      return texts.isEmpty
        ? "it has no \(name)" : "\(name): \(Self.cut(texts.joined(separator: ", ")))"
    }.joined(separator: "; ")
  }

  /// Of a long text the part that a condition looks for.
  private static func passage(_ text: String, _ condition: Scalar) -> String {
    guard text.utf8.count > valueLimit, case .comparison(_, let comparison) = condition,
      case .constant(let test) = comparison.right
    else { return text }
    let phrases = test.values.compactMap(\.textual).map { phrase in
      Words.words(phrase).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }
    let wanted = phrases.filter { !$0.isEmpty }.map { "\"\($0)\"" }.joined(separator: " ")
    return wanted.isEmpty
      ? text : PassageFinder(SearchText(wanted), width: passageWords).passage(of: text).text
  }

  static func cut(_ text: String) -> String {
    text.count > valueLimit ? text.prefix(valueLimit - 1) + "…" : text
  }

  /// Which of the rows it is that a stage takes some of.
  private func position(
    _ step: QueryTrace.Step, _ before: Table, _ after: Table
  ) throws(RunError) -> String {
    let isLost = rows(of: after).rowCount == 0
    guard let limit = step.operators.first as? LimitOperator else {
      if !isLost { return "it is one of \(after.counted(after.rowCount))" }
      return step.operators.first is DistinctOperator
        ? "an equal row stands before it" : "it is none of \(after.counted(after.rowCount))"
    }
    let ordered =
      limit.order.isEmpty ? before : try SortOperator(keys: limit.order).run(before, context)
    guard let list = ordered.rows?.list else { return "" }
    guard limit.groups.isEmpty else {
      return isLost ? "others of its group come before it" : "it is one of the first of its group"
    }
    let place = (list.firstIndex { Int($0) == record.number } ?? 0) + 1
    return "it is row \(place) of \(list.count)"
  }
}

extension QueryTrace.Step {
  /// Whether it takes some of the rows, by their places or by what others are like.
  fileprivate var isCut: Bool {
    switch operators.first {
    case is LimitOperator, is DistinctOperator, is SampleOperator: true
    default: false
    }
  }
}
