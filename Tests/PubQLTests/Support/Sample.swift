import PubQL

/// A small corpus with every kind of field: one value, several, none; coarse dates, ranges, names
/// printed in two ways, texts of other scripts.
enum Sample {
  static let listing = """
    1. Smart Cities in China
    - Author:
    - Alice Ekman and Cristina de Esperanza Picardo
    - Publication Date:
    - 05-2020
    - Content Type:
    - Policy Brief
    - Institution:
    - European Union Institute for Security Studies
    - Abstract:
    - The digital silk road reaches many cities. It ends nowhere.
    - Topic:
    - Cities, Governance, and COVID-19
    - Political Geography:
    - China and Asia
    - Pages:
    - 12

    2. The Future of Urban Health
    - Author:
    - A. Ekman
    - Publication Date:
    - 2020
    - Content Type:
    - Working Paper
    - Institution:
    - Chatham House
    - Clingendael
    - Topic:
    - Governance and Health
    - Political Geography:
    - France
    - Pages:
    - 9

    3. Rivers: A Smart-City Problem?
    - Publication Date:
    - 2019-03-15
    - Content Type:
    - policy brief
    - Abstract:
    - Water flows downhill, money uphill.
    - Topic:
    - Water and Sanitation
    - Political Geography:
    - Kenya
    - Language:
    - Français

    4. Éléments of Trade
    - Author:
    - Jan van den Berg
    - Publication Date:
    - 1999
    - Content Type:
    - Book
    - Institution:
    - Clingendael
    - Topic:
    - Trade and Cities
    - Political Geography:
    - Côte d'Ivoire
    - Language:
    - English

    5. Untitled

    6. 研究 cities 2020
    - Author:
    - Ekman, Bo
    - Publication Date:
    - May 2020
    - Content Type:
    - Working Paper
    - Topic:
    - cities
    - Political Geography:
    - United Kingdom

    """

  /// A session over some listings, each a file in memory.
  static func session(_ texts: String...) throws -> Session {
    var options = SessionOptions()
    options.files = .memory([:])
    let session = Session(options: options)
    for (index, text) in texts.enumerated() {
      try session.load(bytes: Array(text.utf8), named: "\(index + 1).txt", format: "ciao")
    }
    return session
  }

  static func session() throws -> Session { try session(listing) }
}

extension Session {
  /// What a text gives, in one line: rows parted by ` / `, cells by ` | `; or the codes of its
  /// problems. Ids of whole records stand for them.
  func answer(_ text: String, parameters: [String: Value] = [:]) -> String {
    var results: [String] = []
    do throws(PubQLError) {
      try run(text, parameters: parameters) { output in
        switch output {
        case .result(let result): results.append(result.line)
        case .note(let note): results.append(note.code)
        case .printed(let text): results.append("printed \(text)")
        case .timed: break
        case .saved(let path, let rows): results.append("saved \(path) \(rows)")
        case .loaded(let report): results.append("loaded \(report.records)")
        }
      }
    } catch { results.append(error.diagnostics.map(\.code).joined(separator: " ")) }
    return results.joined(separator: " ; ")
  }
}

extension QueryResult {
  /// All rows in one line.
  var line: String {
    let isRecords = columns.first?.name == "id" && columns.contains { $0.name == "abstract" }
    return (0..<rowCount).map { row in
      isRecords
        ? self[row, 0].line
        : columns.indices.map { self[row, $0].line }.joined(separator: " | ")
    }.joined(separator: isRecords ? " " : " / ")
  }
}

extension Value {
  /// The value as a test writes it: `-` for missing, lists in brackets.
  var line: String {
    switch self {
    case .missing: "-"
    case .bool(let flag): flag ? "true" : "false"
    case .whole(let number): "\(number)"
    case .decimal(let number): "\(number)"
    case .text(let text), .date(let text), .person(let text), .place(let text): text
    case .duration(let months, let days): "\(months)m\(days)d"
    case .list(let values): "[" + values.map(\.line).joined(separator: ", ") + "]"
    case .record(let fields):
      "{" + fields.map { "\($0.name): \($0.value.line)" }.joined(separator: ", ") + "}"
    }
  }
}
