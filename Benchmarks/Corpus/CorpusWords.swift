/// The words that abstracts and titles are made of, and their frequencies.
struct CorpusWords: Sendable {
  /// The words, one after another, and where each begins.
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  private let ranks: ZipfTable
  /// The words that carry no meaning come first.
  private let contentStart: Int

  init() {
    let content = Self.content()
    contentStart = Self.common.count
    let all = Self.common + content
    for word in all {
      bytes.append(contentsOf: word.utf8)
      starts.append(bytes.count)
    }
    ranks = ZipfTable(count: all.count, flattening: 2)
  }

  var count: Int { starts.count - 1 }

  /// Appends a word, the common ones most often.
  @inline(__always)
  func append(_ random: inout SplitMix, to out: inout [UInt8]) {
    append(ranks.draw(&random), to: &out)
  }

  /// Appends a word that could stand in a title.
  func appendContent(_ random: inout SplitMix, to out: inout [UInt8]) {
    // Squared, so that the first words come more often here too.
    let span = count - contentStart
    let place = random.below(span) &* random.below(span) / max(span, 1)
    append(contentStart + place, to: &out)
  }

  @inline(__always)
  private func append(_ index: Int, to out: inout [UInt8]) {
    out.append(contentsOf: bytes[starts[index]..<starts[index + 1]])
  }

  /// Nouns, verbs and adjectives and what is made of them, in a fixed order that mixes them.
  private static func content() -> [String] {
    let nouns = split(nounText)
    let verbs = split(verbText)
    let adjectives = split(adjectiveText)
    var words: [String] = []
    for index in 0..<max(nouns.count, verbs.count, adjectives.count) {
      if index < nouns.count { words.append(nouns[index]) }
      if index < adjectives.count { words.append(adjectives[index]) }
      if index < verbs.count { words.append(stem(verbs[index]) + "ing") }
    }
    words += nouns.map(plural) + verbs.map { stem($0) + "ed" } + verbs.map(plural) + verbs
    words += adjectives.map { $0.hasSuffix("ic") ? $0 + "ally" : $0 + "ly" }
    for prefix in ["inter", "post", "non", "counter", "re", "multi", "trans", "sub", "over"] {
      words += nouns.map { prefix + $0 } + adjectives.map { prefix + $0 }
    }
    return words
  }

  /// A verb without its last *e*.
  private static func stem(_ verb: String) -> String {
    verb.hasSuffix("e") ? String(verb.dropLast()) : verb
  }

  private static func plural(_ word: String) -> String {
    if word.hasSuffix("s") || word.hasSuffix("ch") { return word + "es" }
    let isVowelBefore = word.dropLast().last.map { "aeiou".contains($0) } ?? true
    return word.hasSuffix("y") && !isVowelBefore ? word.dropLast() + "ies" : word + "s"
  }

  private static func split(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
  }

  private static let common = split(
    """
    the of and to in a that is for on as with by are this it from be which at has have its an
    their not between was more these also or new were but they how can than been will policy other
    such what while into through paper both states may world international countries state global
    political about first all government two over would most one some economic there we our only
    where when article it’s under against within could security during who even many should years
    if out so because three any since each no system do after power does until well still
    """)

  private static let nounText = """
    city region border market conflict reform treaty alliance sanction crisis institution actor
    strategy conference threat resource election parliament ministry budget investment partner
    agreement network corridor port platform standard sensor camera norm court regime reactor
    missile drone vaccine refugee migrant worker farmer harvest river delta coast climate emission
    carbon grid turbine pipeline tariff export import supply demand price currency bank loan debt
    bond donor aid village province capital district neighbourhood street school teacher student
    hospital clinic pandemic virus response recovery transition revolution uprising protest party
    leader president minister diplomat envoy summit forum dialogue negotiation mediation ceasefire
    peacekeeper militia army navy fleet base doctrine deterrent weapon warhead summer winter decade
    century lesson scenario forecast survey interview dataset model theory approach framework
    argument debate narrative identity memory culture language religion faith community household
    woman gender youth child family elder citizen voter activist journalist media newspaper
    algorithm server cloud cable satellite telescope laboratory patent startup firm company factory
    chain mineral lithium cobalt forest desert ocean fishery island archipelago strait canal
    railway highway airport bus tram bicycle pavement square park stadium museum
    """
  private static let verbText = """
    explore examine assess develop strengthen weaken support challenge address expand reduce
    restore negotiate mediate govern regulate monitor protect defend attack deploy build design
    draft fund lend borrow tax spend trade export import produce consume adopt reject implement
    evaluate compare measure count chart model forecast predict explain describe argue claim
    suggest show reveal report
    """
  private static let adjectiveText = """
    regional national local urban rural strategic economic digital military civil public private
    domestic foreign bilateral multilateral democratic authoritarian liberal populist climatic
    nuclear maritime coastal industrial agricultural financial fiscal monetary legal judicial
    constitutional electoral social cultural religious ethnic historical contemporary recent
    emerging fragile resilient sustainable renewable inclusive effective limited broad deep narrow
    critical central marginal peripheral eastern western northern southern
    """
}
