/// What a word may be in a name, whatever its case.
struct NameTraits: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  /// `Institute`, `Ministry`: an organisation has it.
  static let head = NameTraits(rawValue: 1 << 0)
  /// `Bank`, `House`: organisations have it, and so do families.
  static let weakHead = NameTraits(rawValue: 1 << 1)
  /// `World`, `European`: in front of a weak head they make an organisation.
  static let adjective = NameTraits(rawValue: 1 << 2)
  /// `Studies`, `Trade`: what organisations deal with.
  static let topic = NameTraits(rawValue: 1 << 3)
  /// `of`, `for`: only organisations have them.
  static let preposition = NameTraits(rawValue: 1 << 4)
  /// `Inc`, `GmbH`: ends a company's name.
  static let company = NameTraits(rawValue: 1 << 5)
  /// `van`, `de`: begins a family name when written small.
  static let particle = NameTraits(rawValue: 1 << 6)
  /// A particle also when written large.
  static let capitalParticle = NameTraits(rawValue: 1 << 7)
  /// `y` in `Ortega y Gasset`.
  static let familyConjunction = NameTraits(rawValue: 1 << 8)
  static let title = NameTraits(rawValue: 1 << 9)
  /// `Gen.`: a title with its dot, or after another title.
  static let dottedTitle = NameTraits(rawValue: 1 << 10)
  static let degree = NameTraits(rawValue: 1 << 11)
  /// `MA` after a comma; without one it may be a name.
  static let degreeAfterComma = NameTraits(rawValue: 1 << 12)
  static let suffix = NameTraits(rawValue: 1 << 13)
  static let and = NameTraits(rawValue: 1 << 14)
  static let with = NameTraits(rawValue: 1 << 15)
  static let the = NameTraits(rawValue: 1 << 16)
  static let et = NameTraits(rawValue: 1 << 17)
  static let al = NameTraits(rawValue: 1 << 18)
  static let others = NameTraits(rawValue: 1 << 19)
  /// `{…}`: kept together by its braces.
  static let braced = NameTraits(rawValue: 1 << 20)

  static let afterName: NameTraits = [.degree, .degreeAfterComma, .suffix]
}

/// The words that tell the parts of names, as known in the languages of Western publications.
enum NameLexicon {
  /// The first twelve letters of a word in 5 bits each, so that no text is made to look it up.
  static func key(_ key: UInt64, adding letter: UInt8) -> UInt64 {
    key >> 55 == 0 ? key << 5 | UInt64(letter & 31) : key
  }

  static func traits(_ key: UInt64) -> NameTraits {
    all[key] ?? []
  }

  private static let all: [UInt64: NameTraits] = {
    var all: [UInt64: NameTraits] = [:]
    for (traits, words) in lists {
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        var key: UInt64 = 0
        for letter in word.utf8 { key = NameLexicon.key(key, adding: letter) }
        all[key, default: []].formUnion(traits)
      }
    }
    return all
  }()

  private static let lists: [(NameTraits, String)] = [
    (
      .head,
      """
      institute institut instituto istituto institution instituut centre center centro centrum
      zentrum group gruppe university universitat universite universidad universidade universita
      ministry ministere ministerio ministero ministerium commission comision commissie council
      conseil consejo committee comite association asociacion society societe organization
      organisation organizacion foundation fondation fundacion fundacao fondazione stiftung agency
      agence agencia department departamento departement office authority parliament parlement
      government nations network forum academy academie academia akademie corporation federation
      alliance secretariat bureau laboratory consortium observatory programme program project
      initiative library museum international assembly congress coalition campaign embassy
      company partnership directorate division unit taskforce ngo unicef unesco
      consultancy publishing publishers journal review editors coordination
      """
    ),
    (
      .weakHead,
      """
      bank church court press house fund trust park school college board union watch mission
      staff service services team hall party league club force banque banco studies research
      """
    ),
    (
      .adjective,
      """
      world european african asian american arab national federal central international united
      global deutsche royal inter-american interamerican development state public reserve
      eurasian soviet pacific atlantic islamic african latin nordic baltic human
      """
    ),
    (
      .topic,
      """
      studies affairs research policy policies security trade technology technologies development
      rights peace conflict strategic economics economy economic science sciences political
      politics defence defense energy health education welfare environment agriculture finance
      industry commerce culture cooperation co-operation planning management statistics relations
      foreign public social law justice labour labor transport migration governance innovation
      analysis strategy intelligence nuclear weapons disarmament humanitarian climate food water
      asia africa europe america pacific atlantic china russia middle east west north south
      eastern western northern southern asian african european american eurasian arab islamic
      information communication communications tourism forestry fisheries medicine engineering
      refugees women gender youth sports media digital cyber reconstruction resources
      """
    ),
    (.preposition, "of for"),
    (.company, "inc incorporated ltd limited llc llp gmbh plc corp co ag sa"),
    (
      .particle,
      """
      de da do dos das di del della dello degli dei du des la le les lo las los van von der den
      vom zu zur zum ten ter te op bin ibn bint ben al el ul abu af av dal dalla ver het und
      """
    ),
    (.capitalParticle, "van von de del della bin ibn bint al el der dos ter du"),
    (.familyConjunction, "y e i"),
    (.title, "dr prof professor mr mrs ms sir dame lt capt ambassador amb rev sgt adm ing"),
    (.dottedTitle, "gen col maj sen rep hon he cmdr gov pres fr st mag dipl brig vice"),
    (.degree, "phd dphil msc mba llm mph drph edd psyd bsc dds jd"),
    (.degreeAfterComma, "ma ba md rn esq frs obe cbe mbe mp dr cpa cfa bs ms mpa meng llb sj op"),
    (.suffix, "jr sr ii iii iv junior senior"),
    (.and, "and"),
    (.with, "with"),
    (.the, "the"),
    (.et, "et"),
    (.al, "al"),
    (.others, "others"),
  ]
}
