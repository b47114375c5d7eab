/// A query as PubQL has it, and what it means.
struct PlainQuery {
  /// Where rows come from
  let source: PlainSource
  var stages: [PlainStage]
  /// What is defined before it begins
  var definitions: [String] = []
  var style = Style.straight

  /// How the same query is written.
  enum Style {
    case straight
    /// So many first stages bound to a name, from which the rest goes on
    case bound(Int)
    /// The stages from one to before another as a definition
    case defined(Int, Int)
  }

  var text: String { definitions.map { $0 + "\n" }.joined() + pipeline }

  /// Without what it defines, in one line.
  var line: String { Self.written([source.text] + stages.map(\.text)) }

  private var pipeline: String {
    let parts = stages.map(\.text)
    switch style {
    case .bound(let first) where 0..<parts.count ~= first:
      return "let t = \(Self.written([source.text] + parts[..<first]))\n"
        + Self.written(["$t"] + parts[first...])
    case .defined(let first, let end) where first < end && end <= parts.count:
      return "def chain = \(Self.written(parts[first..<end]))\n"
        + Self.written([source.text] + parts[..<first] + ["chain"] + parts[end...])
    default: return Self.written([source.text] + parts)
    }
  }

  private static func written(_ parts: some Sequence<String>) -> String {
    parts.joined(separator: " | ")
  }

  func run() throws -> PlainTable {
    var table = source.table
    for stage in stages { table = try stage.run(table) }
    return table
  }

  /// The query without one of its stages.
  func without(_ index: Int) -> PlainQuery {
    var result = PlainQuery(source: source, stages: stages, definitions: definitions)
    result.stages.remove(at: index)
    return result
  }
}

/// What a query begins with.
struct PlainSource {
  let text: String
  let table: PlainTable
}
