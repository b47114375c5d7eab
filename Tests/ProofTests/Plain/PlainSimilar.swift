/// How alike records are: the cosine of the terms that they have, the rare ones counting most.
struct PlainSimilar {
  /// For each row its terms, and how often each occurs
  private let counts: [[String: Double]]
  private let rows: [String: Int]

  /// Words of a title count three times; topics, regions and people as wholes.
  init(_ table: PlainTable) throws {
    func texts(_ row: PlainRow, _ name: String) throws -> [String] {
      guard let column = table.columns.first(where: { $0.name == name }),
        column.kind.element.isText
      else { return [] }
      return try row[name].members.compactMap(\.text)
    }
    counts = try table.rows.map { row in
      var terms: [String: Double] = [:]
      for (name, weight) in [("title", 3.0), ("abstract", 1.0)] {
        for word in try texts(row, name).flatMap({ PlainFunction.words($0) }) {
          terms["word " + word, default: 0] += weight
        }
      }
      for name in ["topics", "regions"] {
        for text in try texts(row, name) { terms["\(name) \(Self.folded(text))", default: 0] += 1 }
      }
      for name in try texts(row, "authors") {
        let person = PlainPerson(Self.folded(name))
        terms["person \(person.family) \(person.given.prefix(1))", default: 0] += 1
      }
      return terms
    }
    rows = counts.reduce(into: [:]) { rows, terms in
      for term in terms.keys { rows[term, default: 0] += 1 }
    }
  }

  private static func folded(_ text: String) -> String {
    String(decoding: Folded.bytes(text), as: UTF8.self)
  }

  /// The rows that are like one of them, that itself left out.
  func scores(like model: Int) -> [(row: Int, score: Double)] {
    let vectors = counts.map(vector)
    return vectors.indices.filter { $0 != model }.compactMap { row in
      let score = Self.cosine(vectors[row], vectors[model])
      return score >= 0.01 ? (row, score) : nil
    }
  }

  private func vector(_ terms: [String: Double]) -> [String: Double] {
    terms.reduce(into: [:]) { vector, term in
      let rarity = Double(counts.count + 1) / Double(rows[term.key] ?? 1)
      vector[term.key] =
        (1 + PlainLikeness.logarithm(term.value)) * PlainLikeness.logarithm(rarity)
    }
  }

  private static func cosine(_ a: [String: Double], _ b: [String: Double]) -> Double {
    // In one order, so that records with the same terms get the same score.
    func sum(_ values: some Sequence<Double>) -> Double { values.sorted().reduce(0, +) }
    let product = sum(a.map { $0.value * (b[$0.key] ?? 0) })
    let lengths = [a, b].map { sum($0.values.map { $0 * $0 }).squareRoot() }
    return product == 0 ? 0 : min(1, product / (lengths[0] * lengths[1]))
  }
}

extension PlainStage {
  /// The rows that are like the record of an id, the most alike first. One that is not among them
  /// counts as one of them.
  static func similar(_ id: String, _ record: PlainRow, as text: String) -> PlainStage {
    PlainStage("similar \(text)") { table in
      let place = try table.rows.firstIndex { try $0["id"].text == id }
      let all = place == nil ? table.with(rows: table.rows + [record]) : table
      let scores = try PlainSimilar(all).scores(like: place ?? table.rows.count)
      return table.ranked(scores)
    }
  }
}
