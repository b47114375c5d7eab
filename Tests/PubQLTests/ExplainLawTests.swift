import PubQL
import Testing

/// What explains and checks holds out against any text, and agrees with what runs.
struct ExplainLawTests {
  private static func session() throws -> Session {
    var options = SessionOptions()
    options.files = .memory(["more.txt": Array("9. More\n- Topic:\n- Cities and Trade\n".utf8)])
    options.mayReplaceFiles = true
    options.explainsEmptyResults = true
    let session = Session(options: options)
    try session.load(bytes: Array(Sample.listing.utf8), format: "ciao")
    return session
  }

  /// Good texts and mutations of them: checking, explaining and asking why end with an answer.
  @Test(arguments: [11, 12]) func mutations(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var session = try Self.session()
    for round in 0..<600 {
      if round % 50 == 0 { session = try Self.session() }
      let query = Mutations.queries[round % Mutations.queries.count]
      let text = String(decoding: Mutations.mutated(query, &random), as: UTF8.self)
      for knowsFields in [false, true] {
        for problem in session.check(text, knowsFields: knowsFields) {
          #expect(Reference.explanation(of: problem.code) != nil, "\(text)")
          #expect(problem.code != "PQ0249" && problem.code != "PQ0299", "\(text)")
        }
      }
      _ = session.answer(text)
      for id in ["1", "5"] {
        let why = session.answer("why \(id)")
        #expect(why.contains(" | ") || why.hasPrefix("PQ0"), "\(text): \(why)")
      }
      _ = session.answer("explain \(text)")
    }
  }

  private static let fields = [
    "topic = \"Cities\"", "topic != \"Governance\"", "date >= 2015", "date < 2020-06",
    "year > 2019", "missing(abstract)", "not missing(date)", "title has \"smart\"",
    "region within \"Asia\"", "type = \"policy brief\"", "length(topics) > 1", "id > \"2\"",
    "author = \"Ekman\"", "(topic = \"Cities\" or year = 2019)", "pages in [\"9\", \"12\"]",
  ]

  /// A random query of conditions and stages that keep records as they are.
  private func query(_ random: inout SeededGenerator) -> String {
    var text = "from corpus"
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let stages = ["sort date desc", "take 3", "skip 1", "top 4 by date", "sort title"]
      if Int.random(in: 0..<3, using: &random) == 0 {
        text += " | " + (stages.randomElement(using: &random) ?? "")
      } else {
        let count = Int.random(in: 1...3, using: &random)
        let terms = (0..<count).map { _ in Self.fields.randomElement(using: &random) ?? "" }
        text += " | where " + terms.joined(separator: " and ")
      }
    }
    return text
  }

  /// A record is in the result where `why` has no `false`, and nowhere else; `explain` counts what
  /// is there; a query is empty where a note says so.
  @Test(arguments: [21, 22, 23]) func whyAgreesWithTheResult(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let session = try Self.session()
    for _ in 0..<150 {
      let text = query(&random)
      var ids: [String] = []
      var notes: [String] = []
      try session.run(text) { output in
        switch output {
        case .result(let result): ids = result.column("id")?.map(\.line) ?? []
        case .note(let note): notes.append(note.code)
        default: break
        }
      }
      #expect(notes == (ids.isEmpty ? ["PQ0222"] : []), "seed \(seed): \(text)")
      for id in 1...6 {
        let why = try session.query("why \(id)")
        let isIn = why.column("met")?.allSatisfy { $0 == .bool(true) }
        #expect(isIn == ids.contains("\(id)"), "seed \(seed): \(text), \(id)")
      }
      let steps = try session.query("explain \(text)")
      #expect(steps[steps.rowCount - 1, "rows"] == .whole(ids.count), "seed \(seed): \(text)")
    }
  }

  /// Where `check` says that a condition never holds, no record meets it; where it says that one
  /// says nothing more, leaving it out changes nothing.
  @Test(arguments: [31, 32, 33]) func lintsAreRight(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let session = try Self.session()
    let dates = ["2019", "2020", "2020-05", "2019..2020", "1999", "2019-03-15", "2020-06"]
    func condition() -> String {
      let date = dates.randomElement(using: &random) ?? ""
      let plain = ["<", "<=", ">", ">=", "="].randomElement(using: &random) ?? ""
      return switch Int.random(in: 0..<6, using: &random) {
      case 0: "date in \(date)"
      case 1: "date overlaps \(date)"
      case 2: "year \(plain) \([1999, 2019, 2020].randomElement(using: &random) ?? 0)"
      case 3: "length(topics) \(plain) \(Int.random(in: 0...3, using: &random))"
      case 4: "type \(Bool.random(using: &random) ? "=" : "!=") \"Book\""
      default: "date \(plain) \(date.contains("..") ? "2020" : date)"
      }
    }
    var told = 0
    for _ in 0..<400 {
      let (first, second) = (condition(), condition())
      for word in ["and", "or"] {
        let both = session.answer("from corpus | where \(first) \(word) \(second) | count")
        for problem in session.check("from corpus | where \(first) \(word) \(second)") {
          told += 1
          switch problem.code {
          case "PQ0230": #expect(both.hasSuffix("0"), "\(first) \(word) \(second)")
          case "PQ0231": #expect(both.hasSuffix("6"), "\(first) \(word) \(second)")
          case "PQ0232", "PQ0233":
            let kept = problem.start == 20 && problem.code == "PQ0233" ? second : first
            #expect(
              session.answer("from corpus | where \(kept) | count").suffix(1) == both.suffix(1),
              "\(first) \(word) \(second)")
          default: Issue.record("\(problem.code): \(first) \(word) \(second)")
          }
        }
      }
    }
    #expect(told > 40, "seed \(seed)")
  }
}
