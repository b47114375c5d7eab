import PubQL
import Testing

/// What holds of any two conditions.
@Suite struct ConditionLawTests {
  @Test func conditionsKeepTheLawsOfLogic() throws {
    let seed = ProofSettings.seed &+ 1000
    let corpus = try ProofCorpus(seed: seed, count: 150, oddities: true)
    var conditions = ConditionGenerator(corpus.records, seed: seed)
    let all = try corpus.ids("from corpus")
    #expect(all == corpus.records.map(\.id))
    for _ in 0..<60 {
      let a = conditions.condition(depth: 2).text
      let b = conditions.condition(depth: 2).text
      let inA = try Set(corpus.ids(a))
      let inB = try Set(corpus.ids(b))
      let hint: Comment = "seed \(seed): \(a) ||| \(b)"
      #expect(try corpus.ids("not (\(a))") == all.filter { !inA.contains($0) }, hint)
      let both = try corpus.ids("(\(a)) and (\(b))")
      #expect(both == all.filter { inA.contains($0) && inB.contains($0) }, hint)
      #expect(try corpus.ids("where \(a) | where \(b)") == both, hint)
      #expect(try corpus.ids("from corpus | where \(b) | where \(a)") == both, hint)
      let either = all.filter { inA.contains($0) || inB.contains($0) }
      #expect(try corpus.ids("(\(a)) or (\(b))") == either, hint)
      let count = try corpus.session.query("\(a) | count").column("count")?.first?.int
      #expect(count == inA.count, hint)
    }
  }

  @Test func unequalIsTheNegationOfEqual() throws {
    let seed = ProofSettings.seed &+ 2000
    let corpus = try ProofCorpus(seed: seed, count: 150, oddities: true)
    var conditions = ConditionGenerator(corpus.records, seed: seed)
    let fields: [ReferenceField] = [.id, .title, .author, .type, .institution, .topic, .region]
    for field in fields {
      for _ in 0..<6 {
        let value = conditions.quoted(conditions.wholeValue(field))
        let name = conditions.name(field)
        for (equal, unequal) in [("=", "!="), ("==", "!==")] {
          let given = try corpus.ids("\(name) \(unequal) \(value)")
          let other = try corpus.ids("not (\(name) \(equal) \(value))")
          #expect(given == other, "seed \(seed): \(name) \(unequal) \(value)")
        }
      }
    }
  }
}
