import PubQLCorpusGenerator
import PubQLModel

/// Makes random queries of right types over a corpus and over lists, most of them about values that
/// there are.
struct QueryGenerator {
  let corpus: ProofCorpus
  var random: SplitMix
  /// Draws conditions over whole records, and texts to compare with
  var conditions: ConditionGenerator
  /// What the query defines before it begins
  var definitions: [String] = []
  /// The query up to the stage that is made
  private(set) var begun = ""
  /// How many names were given
  private var names = 0

  init(_ corpus: ProofCorpus, seed: UInt64) {
    self.corpus = corpus
    random = SplitMix(seed: seed)
    conditions = ConditionGenerator(corpus.records, seed: seed &+ 1)
  }

  /// Up to six stages; what they give is worked out on the way, so that each can ask for values
  /// that are there.
  mutating func query() -> PlainQuery {
    names = 0
    definitions = []
    var query = PlainQuery(source: source(), stages: [])
    var table = query.source.table
    var keepsKinds = true
    for _ in 0..<random.below(7) {
      begun = query.line
      let stage = stage(Scope(table))
      query.stages.append(stage)
      query.definitions = definitions
      do { table = try stage.run(table) } catch { break }
      keepsKinds = keepsKinds && table.hasFieldsOfRecords
      // The columns of a pivot are known only when it has run; nothing may follow a chart.
      if stage.text.hasPrefix("pivot") || stage.isChart { break }
    }
    if random.chance(10), !query.stages.isEmpty {
      query.style = .bound(random.below(query.stages.count))
    } else if random.chance(10), !query.stages.isEmpty, keepsKinds {
      // A definition is checked where it stands: with fields as records have them.
      let first = random.below(query.stages.count)
      query.style = .defined(first, first + 1 + random.below(query.stages.count - first))
    }
    return query
  }

  mutating func pick<T>(_ values: [T], _ otherwise: T) -> T { random.pick(values) ?? otherwise }

  /// A name that nothing has; what is defined has other names than columns, for it stays.
  mutating func freshName(_ letter: String = "x") -> String {
    names += 1
    return "\(letter)\(names)"
  }

  // MARK: Sources

  private mutating func source() -> PlainSource {
    if random.chance(80) {
      return PlainSource(
        text: "from corpus", table: PlainTable(corpus.records, sources: corpus.sources))
    }
    let kind: PlainKind = pick([.number, .number, .text, .date, .list(.number)], .number)
    var values: [PlainValue] = []
    for _ in 0..<random.below(12) {
      values.append(random.chance(8) ? .missing : value(of: kind))
    }
    var texts: [String] = []
    for value in values { texts.append(written(value, of: kind).text) }
    return PlainSource(
      text: "[\(texts.joined(separator: ", "))]", table: PlainTable(list: values, kind))
  }

  /// Any value of a kind, of few enough that some meet.
  mutating func value(of kind: PlainKind) -> PlainValue {
    switch kind {
    case .bool: return .bool(random.chance(50))
    case .number:
      return random.chance(70)
        ? .whole(random.below(9) - 2)
        : .decimal(Double(4 * (random.below(10) - 2) + 1 + random.below(3)) / 4)
    case .date: return .date(conditions.literal().date)
    case .duration:
      return random.chance(50)
        ? .duration(months: random.below(30), days: 0)
        : .duration(months: 0, days: random.below(90))
    case .text: return .text(conditions.wholeValue(pick([.topic, .type, .title, .region], .topic)))
    case .id: return .text(conditions.value(.id))
    case .person: return .text(conditions.author())
    case .place: return .text(conditions.place())
    case .record: return .record([("a", value(of: .number)), ("b", value(of: .text))])
    case .list(let element):
      var values: [PlainValue] = []
      // Of an empty list it is not known what it could hold.
      for _ in 0..<1 + random.below(3) { values.append(value(of: element)) }
      return .list(values)
    }
  }

  /// A value as a literal.
  mutating func written(_ value: PlainValue, of kind: PlainKind) -> PlainExpression {
    let value = value.rounded
    let text: String
    switch value {
    case .text(let content), .person(let content), .place(let content):
      return .constant(conditions.quoted(content), .text, .text(content))
    case .date(let date):
      text = Self.isLiteral(date.edtf) ? date.edtf : "date(\"\(date.edtf)\")"
    case .duration(0, let days): text = days < 0 ? "(-(\(-days) days))" : "\(days) days"
    case .duration(let months, 0):
      text = months < 0 ? "(-(\(-months) months))" : "\(months) months"
    case .duration(let months, let days):
      text = "(\(months) * (1 month) + \(days) * (1 day))"
    case .list(let values):
      var parts: [String] = []
      for value in values { parts.append(written(value, of: kind.element).text) }
      text = "[" + parts.joined(separator: ", ") + "]"
      // Nothing written out is a person or a place.
      if [.person, .place].contains(kind.element) { return .constant(text, .list(.text), value) }
    case .record(let members):
      var parts: [String] = []
      for member in members {
        parts.append("\(member.name): \(written(member.value, of: .text).text)")
      }
      text = "{ " + parts.joined(separator: ", ") + " }"
    case .missing: text = "missing"
    case .bool, .whole, .decimal: text = value.shown
    }
    return .constant(text, kind, value)
  }

  /// Whether a date can be written as it is; a bare year would be a number.
  private static func isLiteral(_ edtf: String) -> Bool {
    edtf.count > 4 && edtf.allSatisfy { "0123456789-".contains($0) }
  }
}

extension PlainValue {
  /// With decimal numbers that can be told exactly: of others the last digits may differ.
  fileprivate var rounded: PlainValue {
    switch self {
    case .decimal(let number): .number((number * 4).rounded() / 4)
    case .list(let values): .list(values.map(\.rounded))
    case .record(let members): .record(members.map { ($0.name, $0.value.rounded) })
    default: self
    }
  }
}

extension PlainTable {
  /// Whether columns that are called as fields of records hold values of the same kinds.
  fileprivate var hasFieldsOfRecords: Bool {
    columns.allSatisfy { column in
      Self.recordColumns.first { $0.name == column.name || $0.otherName == column.name }
        .map { $0.kind == column.kind } ?? true
    }
  }
}

/// What an expression can look at where it stands.
struct Scope {
  var columns: [PlainColumn]
  /// Rows to draw values from
  var rows: [PlainRow]
  var shape = PlainTable.Shape.table
  /// Whether the rows are records as they were read
  var isWhole = false
  /// Whether running columns may stand
  var allowsRunning = false
  /// Whether it stands in the braces of a group
  var isGrouping = false
  /// What aggregates look at; nil where none can stand
  var grouped: PlainTable?
  /// What the rows were last searched for
  var search: PlainSearch?

  init(_ table: PlainTable) {
    columns = table.columns
    rows = table.rows
    shape = table.shape
    search = table.search
    isWhole =
      table.shape == .records && !table.rows.isEmpty
      && table.rows.allSatisfy { $0.record != nil }
  }

  /// The braces of a group: its keys, and the rows of its groups.
  init(keys: [PlainNamed], of table: PlainTable) throws {
    let groups = try table.groupRows(by: keys)
    columns = groups.columns
    rows = groups.rows
    grouped = table
    isGrouping = true
  }

  var hasSource: Bool { rows.first?.source != nil }

  /// The rows as a table.
  var table: PlainTable {
    PlainTable(columns: columns, rows: rows, shape: shape, search: search)
  }

  /// The same where running columns may stand.
  var running: Scope {
    var scope = self
    scope.allowsRunning = true
    return scope
  }

  func columns(of kind: PlainKind) -> [PlainColumn] { columns.filter { $0.kind == kind } }

  func hasColumn(_ name: String) -> Bool {
    columns.contains { $0.name == name || $0.otherName == name }
  }
}

extension PlainColumn {
  /// Whether tables can be joined on it, with what is meant by equal known.
  var isKey: Bool {
    isTyped && [.text, .number, .person, .place, .date, .bool].contains(kind.element)
      && !kind.element.isList
  }
}
