import PubQL

/// Numbers from a seed, the same everywhere (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }
}

/// Texts that were good ones, with pieces lost, doubled, swapped and put in.
enum Mutations {
  static let queries = [
    "topic = \"Cities\" and region within \"Asia\" and date in 2019..2021",
    "from corpus | where author = \"Ekman\" | select id, title, date",
    "count by year, topic | chart heat count by year per topic",
    "with n: length(topics) | chart bar n, m: n * 2 by title | save \"chart.svg\"",
    "count by topic | top 3", "count by year | sort year desc", "count",
    "group by type { n: count(), newest: max(date), s: share() }",
    "count by year | with part: share(count), sum: cumulative(count), delta: change(count)",
    "sort date | select id, n: row(), before: previous(date), rank(length(topics))",
    "count by author | join left (from corpus | select author, title, year) on author",
    "join semi ([\"A. Ekman\"]) on author = value | join anti (date < 2020) on id, year",
    "topic = \"Cities\" | union (year = 2019) | intersect corpus by topic, date | except (id = 4)",
    "[1, 2, 2] | union [2, 3] | except [\"a\", 1] | intersect [2.0, missing]",
    "pivot type by year { n: count(), first: min(date) } | top 3", "pivot region, year by topic",
    "sample 3 seed 42 per type, year | sample 2",
    "group by topic, year { n: count(topic = \"Cities\"), l: list(title) } | where n > 0",
    "each author | sort date | take 1 per author | select author, id",
    "title has any [\"smart\", \"urban\"] or abstract has all [\"silk\", \"road\"]",
    "title matches /cit(y|ies)|^[A-Z]{2,5}\\b/i", "title like \"Smart Citys\"",
    "distance(author, \"A. Ekmann\") <= 2 or distance(\"Smart\", title) in 3..9",
    "date overlaps 2020-03..2020-05", "date in ..2019 or date > 2020-05-14",
    "author in (from corpus | where year < 2020 | distinct author)",
    "topic not in (topic = \"Trade\" | distinct topic) and not missing(author)",
    "def urban = topic = \"Cities\"; urban and year = 2020",
    "def newest(n) = sort date desc | take n; from corpus | newest(2) | select id",
    "def by(k) = count by k | sort k; from corpus | by(region)",
    "let old = date < 2020; from $old | count by type", "let x = [3, 1, 2]; $x | sort value desc",
    "select id, n: length(topics), f: author.family | where n > 1 | sort f",
    "with decade: date.decade | group by decade { a: avg(year), m: median(length(title)) }",
    "drop abstract, topics | take 2 | show id | count",
    "2020-05 + 18 months", "2020-05-14 - 2019-01-01", "-(3 + 4.5) * 2 % 7 / 3",
    "\"{1 + 1} and {[1, 2]} and {2020-05}\"", "'raw \\ text'", "[1, [2, 3], { a: 1 }][1]",
    "{ a: 1, b: { c: \"x\" } }.b", "describe", "describe topic, date", "distinct type, year",
    "skip 1 per type", "top 2 by date asc per type", "sort date desc, title",
    "near(abstract, \"water\", \"money\", 3) or near(title, \"smart\", \"china\", 9)",
    "round(3.14159, 2) + floor(2.9) - ceil(2.1) * abs(-3)", "join(reverse([\"a\", \"b\"]), \"-\")",
    "words(\"Smart-city plans\") | count by value", "date(\"2020-05~\").precision",
    "country(region) = \"China\" or continent(region) = \"Africa\"", "today() - 5 years < date",
    "id in [1, 2, 3] | save \"out.csv\"", "topics all [\"Cities\", \"Governance\"]",
    "length(authors) = length(regions)", "authors[0] = \"Alice Ekman\" or authors[-1] has \"berg\"",
    "source ends \":1\" and `language` != \"English\"", "year in 1999..2019 and type !== \"Book\"",
    "group { p: percentile(year, 90), t: top(topic), d: count_distinct(author) }",
    "from corpus\n| where true # a comment\n| take 3\n| select title", "missing(date) = true",
    "not (not (true and false) or missing(title))", "[2020-05, 2019, 2020] | sort | top 1",
    "load \"more.txt\" as more; from more | count by topic",
    "[1, 1, 2] | group by value { n: count(), s: sum(value) } | sort n desc",
    "from (from corpus | where id = 1) | select t: upper(title)",
    "count by missing(date), year >= 2000", "take 9223372036854775807 | skip 2 | count",
    "search \"smart cit* -road\" { title: 3, topics: 1 } | select id, snippet(abstract, 5, \"*\")",
    "search '\"silk road\" cities' | similar 1 | dedupe | select id, score, duplicates, why",
    "similar 2 | dedupe by type, year | where snippet(title, \"the future\") has \"future\"",
    "1 year + 6 months = 18 months and 2 weeks > 13 days",
    "select replace(title, /[A-Z]\\w+/, \"*\"), a: split(abstract, /\\. ?/), b: find(title, \"i\")",
    "slice(title, 0, 9) has \"smart\" or contains(title, \"trade\") or ends(title, \"?\")",
    "select pad(type, 20, \"right\", \".\"), s: sentences(abstract), similarity(title, type)",
    "group by season(date) { a: max(count(), 2), b: stddev(year), c: correlation(year, length(topics)) }",
    "select format(date, \"d MMMM 'of' yyyy\"), n: format(year, 2), age(date), text(date)",
    "between(2019-01-31, add(2020-02, 18 months), \"months\") + number(\"1,234.5\") % 7",
    "histogram([1, 2, 3, 10.5], 4) | where value.count > 0", "mode([1, 2, 2]) = median([1, 2, 9])",
    "log(sqrt(power(2, 10)), 2) + sum([1, 2], 3) - min(4, 5) * avg(1, 2) / percentile([1, 9], 90)",
    "fold([1, 2, 3], 0, (a, b) => a + b) + length(fold(\"É\"))",
  ]

  private static let pieces = [
    "|", "(", ")", "[", "]", "{", "}", "\"", "'", "`", ",", ":", ";", ".", "..", "=", "!=", "<",
    "+", " - ", "*", "/", "%", "$x", "not ", " and ", " or ", "topic", "date", "title", "author",
    "2020-05", "9223372036854775807", "-1", "0", "1.5", "18 months", "99999999999 years",
    "missing", "true", "[]", "\"\"", "count", "count()", "sort", "take 0", "each topic", "group",
    "by", "per", "desc", "def f = ", "let x = ", "from", "within", "has", "in", "all", "matches",
    "/a/", "/(/", "research", "é", "研究", "\u{0}", "\n", "\t", "#", "\\", "{title}", "`x y`",
    "max(date)", "length", "drop id, title", "select", "save \"m.json\"", "year", "source",
  ]

  static func mutated(_ text: String, _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let length = min(bytes.count - place, Int.random(in: 1...12, using: &random))
      switch Int.random(in: 0..<7, using: &random) {
      case 0: bytes.removeSubrange(place..<place + length)
      case 1: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
      case 2:
        let other = Array((queries.randomElement(using: &random) ?? "").utf8)
        let start = Int.random(in: 0...other.count, using: &random)
        bytes.replaceSubrange(place..<place + length, with: other[start...].prefix(20))
      case 3: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      default:
        bytes.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: place)
      }
    }
    return bytes
  }
}
