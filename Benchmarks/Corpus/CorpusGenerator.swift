/// Makes records as a policy archive has them, as many as wanted, the same for the same seed.
///
/// Shape: 1.6 KB of listing a record. Topics follow Zipf's law (the first is on some 22 % of the
/// records), one to six a record; one to three places; one to four of about `count / 4` authors;
/// dates rise from 1990 to 2024, one in twelve a year only; numbers rise and do not repeat.
/// An odd corpus has missing fields, values on several lines, days, years, decades and spans
/// as dates, and writing beyond English.
package struct CorpusGenerator: Sendable {
  package let count: Int
  package let oddities: Bool
  private var random: SplitMix
  private var made = 0
  private var number: Int
  private let words = CorpusWords()
  private let topicRanks = ZipfTable(count: CorpusFacts.topics.count, flattening: 5)
  private let placeRanks = ZipfTable(count: CorpusFacts.places.count, flattening: 3)
  private let institutionRanks = ZipfTable(count: CorpusFacts.institutions.count, flattening: 10)
  private let authorRanks: ZipfTable
  private let authorCount: Int
  private var scratch: [UInt8] = []

  package init(seed: UInt64, count: Int, oddities: Bool = false) {
    self.count = max(count, 0)
    self.oddities = oddities
    random = SplitMix(seed: seed)
    number = 1000 + random.below(900)
    authorCount = max(count / 4, 1)
    authorRanks = ZipfTable(count: authorCount, flattening: 20)
  }

  /// The next record; nil after the last.
  package mutating func next() -> GeneratedRecord? {
    guard made < count else { return nil }
    number += 1 + random.below(3) / 2
    var record = GeneratedRecord(id: number, title: "")
    record.regions = places()
    record.title = title(record.regions.first ?? "")
    record.authors = authors()
    date(&record)
    record.type = CorpusFacts.types[min(random.below(8), random.below(8))]
    record.institutions = institutions()
    record.abstract = abstract()
    record.topics = topics()
    if oddities { makeOdd(&record) }
    made += 1
    return record
  }

  /// The next records as a listing, of about so many bytes; nil after the last.
  package mutating func nextChunk(bytes: Int = 1 << 20) -> [UInt8]? {
    var chunk: [UInt8] = []
    chunk.reserveCapacity(bytes + 8192)
    while chunk.count < bytes, let record = next() { record.appendListing(to: &chunk) }
    return chunk.isEmpty ? nil : chunk
  }
}

// MARK: - Lists

extension CorpusGenerator {
  private mutating func topics() -> [String] {
    let wanted = [1, 2, 2, 3, 3, 3, 4, 4, 5, 6][random.below(10)]
    let ranks = topicRanks
    let topics = distinct(wanted) { CorpusFacts.topics[ranks.draw(&$0)] }
    return CorpusFacts.ambiguousPairs.contains(topics) ? topics.reversed() : topics
  }

  private mutating func places() -> [String] {
    let place = CorpusFacts.places[placeRanks.draw(&random)]
    var names = [place.name]
    if random.chance(20) { add(CorpusFacts.places[placeRanks.draw(&random)].name, to: &names) }
    if random.chance(55) { add(place.larger, to: &names) }
    return names
  }

  private mutating func institutions() -> [String] {
    let ranks = institutionRanks
    return distinct(random.chance(6) ? 2 : 1) { CorpusFacts.institutions[ranks.draw(&$0)] }
  }

  private mutating func authors() -> [String] {
    let wanted = [1, 1, 1, 1, 1, 2, 2, 2, 3, 4][random.below(10)]
    let ranks = authorRanks
    return distinct(wanted) { Self.author(ranks.draw(&$0)) }
  }

  /// The name of an author, another for each number.
  package static func author(_ index: Int) -> String {
    let given = CorpusFacts.givenNames
    let family = CorpusFacts.familyNames
    let pairs = given.count * family.count
    // A prime, so that neighbours share neither name and each pair comes once.
    let pair = index % pairs &* 7919 % pairs
    let first = given[pair % given.count]
    let last = family[pair / given.count]
    var layer = index / pairs
    if layer == 0 { return first + " " + last }
    var initials = ""
    while layer > 0 {
      initials += " \(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8((layer - 1) % 26))))."
      layer = (layer - 1) / 26
    }
    return first + initials + " " + last
  }

  private mutating func distinct(
    _ wanted: Int, _ draw: (inout SplitMix) -> String
  ) -> [String] {
    var names: [String] = []
    for _ in 0..<wanted * 4 where names.count < wanted { add(draw(&random), to: &names) }
    return names
  }

  private func add(_ name: String, to names: inout [String]) {
    if !names.contains(name) { names.append(name) }
  }
}

// MARK: - Texts and dates

extension CorpusGenerator {
  private static let phrases = [
    "smart city", "Digital Silk Road", "rule of law", "climate finance", "civil society",
    "supply chains", "the Belt and Road Initiative", "‘strategic autonomy’", "food security",
    "in the face of", "smart cities", "United Nations Security Council",
    "public-private partnership",
    "early-warning systems", "debt relief",
  ]

  private mutating func title(_ place: String) -> String {
    scratch.removeAll(keepingCapacity: true)
    if random.chance(18) { scratch.append(contentsOf: "The ".utf8) }
    appendTitleWords(2 + random.below(4))
    switch random.below(10) {
    case 0, 1: scratch.append(contentsOf: " in \(place)".utf8)
    case 2, 3, 4:
      scratch.append(contentsOf: ": ".utf8)
      appendTitleWords(3 + random.below(4))
    case 5: scratch.append(contentsOf: " and \(place)’s Place in the World".utf8)
    case 6: scratch.append(UInt8(ascii: "?"))
    default: break
    }
    return String(decoding: scratch, as: UTF8.self)
  }

  private mutating func appendTitleWords(_ wanted: Int) {
    let links = ["and", "of", "in the", "after", "for", "without"]
    for index in 0..<wanted {
      if index > 0 { scratch.append(UInt8(ascii: " ")) }
      if index > 0, index < wanted - 1, random.chance(30) {
        scratch.append(contentsOf: links[random.below(links.count)].utf8)
        continue
      }
      let start = scratch.count
      words.appendContent(&random, to: &scratch)
      capitalise(at: start)
    }
  }

  private mutating func abstract() -> String {
    scratch.removeAll(keepingCapacity: true)
    let length = 440 + random.below(1500)
    while scratch.count < length {
      if !scratch.isEmpty { scratch.append(UInt8(ascii: " ")) }
      appendSentence()
    }
    return String(decoding: scratch, as: UTF8.self)
  }

  private mutating func appendSentence() {
    let start = scratch.count
    let wanted = 9 + random.below(22)
    let phrase = random.chance(7) ? 1 + random.below(wanted - 1) : -1
    for index in 0..<wanted {
      if index > 0 { scratch.append(UInt8(ascii: " ")) }
      if index == phrase {
        scratch.append(contentsOf: Self.phrases[random.below(Self.phrases.count)].utf8)
      } else {
        words.append(&random, to: &scratch)
      }
      if index > 3, index < wanted - 3, random.chance(7) { scratch.append(UInt8(ascii: ",")) }
    }
    capitalise(at: start)
    scratch.append(UInt8(ascii: random.chance(6) ? "?" : "."))
  }

  /// Makes an ASCII letter a capital.
  private mutating func capitalise(at index: Int) {
    guard index < scratch.count, 0x61...0x7A ~= scratch[index] else { return }
    scratch[index] -= 32
  }

  private mutating func date(_ record: inout GeneratedRecord) {
    // 420 months from January 1990; a few papers are entered late or early.
    let months = made * 420 / max(count, 1) + random.below(13) - 6
    let month = min(max(months, 0), 419)
    let year = String(1990 + month / 12)
    if random.chance(8) {
      record.date = year
      record.layout.date = year
    } else {
      record.date = "\(year)-\(Self.twoDigits(month % 12 + 1))"
      record.layout.date = "\(Self.twoDigits(month % 12 + 1))-\(year)"
    }
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}

// MARK: - Oddities

extension CorpusGenerator {
  private mutating func makeOdd(_ record: inout GeneratedRecord) {
    if random.chance(12) { makeOddDate(&record) }
    if random.chance(8) { record.title = random.pick(CorpusFacts.oddTitles) ?? record.title }
    if random.chance(10), let sentence = random.pick(CorpusFacts.oddSentences) {
      record.abstract = sentence + " " + (record.abstract ?? "")
    }
    if random.chance(8), let author = random.pick(CorpusFacts.oddAuthors) {
      record.authors = [author] + record.authors.prefix(2)
    }
    record.layout.authorLines = random.chance(10)
    if random.chance(20) { reprintFirstAuthor(&record) }
    record.layout.topicLines = random.chance(10)
    record.layout.regionLines = random.chance(10)
    if random.chance(10) { record.authors = [] }
    if random.chance(8) {
      record.date = nil
      record.layout.date = nil
    }
    if random.chance(7) { record.type = nil }
    if random.chance(9) { record.institutions = [] }
    if random.chance(12) { record.abstract = nil }
    if random.chance(8) { record.topics = [] }
    if random.chance(12) { record.regions = [] }
  }

  /// The name in another form: `A. Ekman`, `Alice M. Ekman`, and where it stands alone on its line
  /// `Ekman, Alice`.
  private mutating func reprintFirstAuthor(_ record: inout GeneratedRecord) {
    let words = record.authors.first?.split(separator: " ").map(String.init) ?? []
    guard let given = words.first, words.count > 1 else { return }
    let family = words.dropFirst().joined(separator: " ")
    if record.layout.authorLines, words.count == 2 {
      record.authors[0] = "\(family), \(given)"
    } else if random.chance(60) {
      record.authors[0] = "\(given.prefix(1)). \(family)"
    } else {
      record.authors[0] = "\(given) \(random.chance(50) ? "M" : "J"). \(family)"
    }
  }

  /// A date of another precision: a day, a year, a decade, a span of years.
  private mutating func makeOddDate(_ record: inout GeneratedRecord) {
    let year = 1990 + random.below(35)
    let month = 1 + random.below(12)
    let day = 1 + random.below(28)
    let parts = [Self.twoDigits(day), Self.twoDigits(month), String(year)]
    switch random.below(8) {
    case 0, 1, 2:
      record.date = parts.reversed().joined(separator: "-")
      record.layout.date = parts.joined(separator: "-")
    case 3:
      record.date = parts.reversed().joined(separator: "-")
      record.layout.date = record.date
    case 4, 5:
      record.date = String(year)
      record.layout.date = record.date
    case 6:
      record.date = "\(year / 10)X"
      record.layout.date = record.date
    default:
      record.date = "\(year)/\(year + 1 + random.below(3))"
      record.layout.date = record.date
    }
  }
}
