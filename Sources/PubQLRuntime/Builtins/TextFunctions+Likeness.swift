import PubQLEngine
import PubQLText

extension Builtin {
  /// Functions that tell how close texts are.
  static let likenessFunctions = [similarity, distance]

  private static let similarity = Builtin(
    "similarity", [Parameter("text", .text), Parameter("other", .text)], gives: .each(.number),
    summary: "How close two texts are, from 0 to 1",
    notes: "What `like` looks at: the part of the letters that need not change to get from one to "
      + "the other, or the part of their groups of three letters that both share, whichever is "
      + "greater. Texts that differ in case and accents only are 1. Texts of more than 2,000 "
      + "letters are compared by groups of letters alone. Of several other texts the closest "
      + "counts; missing when one of the two is.",
    examples: [
      ("similarity(\"Labour\", \"LABOUR\")", "1.0"), ("similarity(\"abc\", \"xyz\")", "0.0"),
      ("round(similarity(\"silk road\", \"silk rode\"), 2)", "0.78"),
    ]
  ) { call throws(RunError.Reason) in
    guard let text = try call.text(0) else { return .missing }
    let degrees = call[1].members.compactMap(\.textual).map { Similarity.degree(text, $0) }
    return degrees.max().map { .decimal($0) } ?? .missing
  }

  static let distance = Builtin(
    "distance", [Parameter("text", .text), Parameter("other", .text)], gives: .each(.number),
    summary: "How many letters must change to get from one text to the other",
    notes: "A letter is put in, left out or replaced, or swaps places with its neighbour; none is "
      + "changed twice. Case and accents do not count. Of several other texts the nearest counts; "
      + "missing when one of the two is. A condition such as `distance(author, \"Robert Zamor\") "
      + "<= 1` asks for all names within an edit and is answered quickly. For texts of many "
      + "thousand letters the work counts as steps of the budget.",
    examples: [
      ("distance(\"Zamor\", \"Zámora\")", "1"), ("distance(\"silk road\", \"silk raod\")", "1"),
      ("distance(\"kitten\", \"sitting\")", "3"),
    ]
  ) { call throws(RunError.Reason) in
    guard let text = try call.text(0) else { return .missing }
    let folded = Folding.fold(text)
    var nearest: Int?
    for other in try call.texts(1) {
      let other = Folding.fold(other)
      try call.charge(EditDistance.work(folded, other))
      let limit = nearest ?? .max
      nearest = EditDistance.distance(folded, other, limit: limit) ?? nearest
    }
    return nearest.map { .whole($0) } ?? .missing
  }
}

extension Builtin.Call {
  /// So much work is done for a row whatever it is: as much as for two texts of 2,000 letters.
  private static let workOfRow = 1 << 16

  /// Counts what is more as steps.
  fileprivate func charge(_ work: Int) throws(RunError.Reason) {
    guard work > Self.workOfRow, let meter else { return }
    do throws(RunError) { try meter.charge(work) } catch { throw error.reason }
  }
}
