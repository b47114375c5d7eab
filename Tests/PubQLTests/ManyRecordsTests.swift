import Foundation
import PubQL
import Testing

/// Corpora that are worked on in parts: sets that are lists and sets that are bits, counts of
/// several cores, limits, and a wish to stop.
struct ManyRecordsTests {
  private static let count = 70_000
  private static let topics = ["Cities", "Trade", "Water", "Health", "Debt", "Energy", "Law"]

  /// Record `n` has the topics `n % 7` and, of each third, `n % 5`, the year 1990 + `n % 30`, a
  /// type of its own in each thousandth, and `n % 400` pages.
  private static func session(_ change: (inout SessionOptions) -> Void = { _ in }) throws -> Session
  {
    var options = SessionOptions()
    options.files = .none
    change(&options)
    let session = Session(options: options)
    var listing = ""
    for number in 0..<count {
      listing += "\(number). Of \(number % 1000)\n- Publication Date:\n- \(1990 + number % 30)\n"
      listing += "- Content Type:\n- \(number % 1000 == 0 ? "Rare \(number % 3)" : "Book")\n"
      var topics = topics[number % 7]
      if number % 3 == 0, number % 7 != number % 5 { topics += " and \(Self.topics[number % 5])" }
      listing += "- Topic:\n- \(topics)\n- Pages:\n- p\(number % 400)\n\n"
    }
    try session.load(bytes: Array(listing.utf8), format: "ciao")
    return session
  }

  private static func number(_ holds: (Int) -> Bool) -> String {
    "\((0..<count).count(where: holds))"
  }

  private static func has(_ topic: Int, _ number: Int) -> Bool {
    number % 7 == topic || number % 3 == 0 && number % 5 == topic
  }

  @Test func answers() throws {
    let session = try Self.session()
    let number = Self.number
    let cities = { Self.has(0, $0) }
    expect(
      session,
      [
        ("topic = \"Cities\" | count", number(cities)),
        (
          "topic = \"Cities\" and type = \"Rare 1\" | count",
          number { cities($0) && $0 % 1000 == 0 && $0 % 3 == 1 }
        ),
        (
          "type = \"Rare 0\" and date in 2000..2004 and topic != \"Trade\" | count",
          number {
            $0 % 1000 == 0 && $0 % 3 == 0 && (10...14).contains($0 % 30) && !Self.has(1, $0)
          }
        ),
        (
          "topic = \"Cities\" and not (year < 2010 or type != \"Book\") | count",
          number { cities($0) && $0 % 30 >= 20 && $0 % 1000 != 0 }
        ),
        (
          "title = \"Of 7\" and topic = \"Health\" | count",
          number { $0 % 1000 == 7 && Self.has(3, $0) }
        ),
        ("missing(topic) | count", "0"),
        ("not missing(date) | count", "\(Self.count)"),
        ("topic = \"Cities\" | top 3 by date | select id", "119 / 329 / 539"),
        ("topic = \"Trade\" and type != \"Book\" | top 2 by date | select id", "20000 / 41000"),
        ("sort date desc | skip 2333 | take 2 | select id", "28 / 58"),
        ("title = \"Of 999\" | take 2 | select id", "999 / 1999"),
        ("from corpus | where title has \"999\" | skip 60 | take 1 | select id", "60999"),
      ])
  }

  /// Of what the tables of a query take, not of the records.
  @Test func memory() throws {
    let session = try Self.session { $0.limits.memory = 2 << 20 }
    expect(
      session,
      [
        ("topic = \"Cities\" | count", Self.number { Self.has(0, $0) }),
        ("count by topic | count", "7"), ("sort date | count", "\(Self.count)"),
        ("with long: upper(title) | count", "PQ0406"), ("sort title | take 1", "PQ0406"),
        ("group { all: list(title) } | count", "PQ0406"), ("distinct | count", "PQ0406"),
        ("take 100 | with long: upper(title) | count", "100"),
      ])
  }

  /// What a query took is free for the next one, and for its own next step.
  @Test func memoryIsGivenBack() throws {
    let session = try Self.session { $0.limits.memory = 40 << 20 }
    let step = "with a: upper(title) | drop a"
    let query = ["from corpus"] + [String](repeating: step, count: 12) + ["count"]
    for _ in 0..<3 {
      #expect(session.answer(query.joined(separator: " | ")) == "\(Self.count)")
    }
  }

  /// Another thread asks to stop while a query runs that would take minutes; what each step takes
  /// is the longest that one has to wait.
  @Test(arguments: [
    "with a: similarity(title, \"Of a hundred and more\") | drop a", "sort title desc | sort title",
    "where not title like \"A hundred\"", "distinct id, title", "join semi (from corpus) on title",
    "group by id, topic { t: list(title) } | select id, topic, title: id",
  ])
  func stopping(_ steps: String) throws {
    let session = try Self.session()
    let cancellation = session.cancellation
    let stopper = Thread {
      usleep(300_000)
      cancellation.cancel()
    }
    stopper.start()
    let query = (["from corpus"] + [String](repeating: steps, count: 300)).joined(separator: " | ")
    let start = ContinuousClock.now
    do throws(PubQLError) {
      _ = try session.query(query)
      Issue.record("\(steps): came to its end")
    } catch {
      #expect(error.kind == .interrupted, "\(steps)")
    }
    // Minutes would be needed to the end; seconds are left to a machine with much else to do.
    #expect(ContinuousClock.now - start < .seconds(20), "\(steps)")
    #expect(session.answer("count") == "\(Self.count)")
  }

  @Test func groups() throws {
    let session = try Self.session()
    var byTopic: [Int: Int] = [:]
    var byYear: [String: Int] = [:]
    var pairs: [Set<Int>: Int] = [:]
    for number in 0..<Self.count {
      let topics = Set((0..<7).filter { Self.has($0, number) })
      for topic in topics { byTopic[topic, default: 0] += 1 }
      let type = number % 1000 == 0 ? "Rare \(number % 3)" : "Book"
      byYear["\(1990 + number % 30) | \(type)", default: 0] += 1
      if topics.count == 2 { pairs[topics, default: 0] += 1 }
    }
    let counted = try session.query("count by topic")
    #expect(counted.rowCount == 7)
    for (index, topic) in Self.topics.enumerated() {
      let filtered = session.answer(
        "year >= 1990 | count by topic | where topic = \"\(topic)\" | select count")
      #expect(filtered == "\(byTopic[index] ?? 0)", "\(topic)")
    }
    let table = try session.query("count by year, type")
    #expect(table.rowCount == byYear.count)
    for row in 0..<table.rowCount {
      let key = "\(table[row, 0].line) | \(table[row, 1].line)"
      #expect(table[row, 2].int == byYear[key], "\(key)")
    }
    // Two keys of some hundred values each make more groups than few.
    let pages = try session.query("count by year, pages | sort year, pages")
    #expect(pages.rowCount == 1200)
    #expect(pages.column("count")?.compactMap(\.int).reduce(0, +) == Self.count)
    for row in 0..<pages.rowCount {
      let page = Int(pages[row, 1].line.dropFirst()) ?? -1
      let count = stride(from: page, to: Self.count, by: 400).count { number in
        1990 + number % 30 == pages[row, 0].int
      }
      #expect(pages[row, 2].int == count, "\(pages[row, 0].line), \(page)")
    }
    let most = pairs.map(\.value).max() ?? 0
    let top = try session.query("count by pairs(topic) | where not missing(pairs) | top 1")
    #expect(top.column("count")?.first?.int == most)
    #expect(
      try session.query("count by pairs(topic) | count").column("count")?.first?.int
        == pairs.count + 1)
  }
}
