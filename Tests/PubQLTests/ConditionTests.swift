import PubQL
import Testing

/// Every form of condition on every kind of field; the answers are ids of `Sample`.
struct ConditionTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  @Test func equality() {
    expect(
      session,
      [
        ("topic = \"Cities\"", "1 4 6"),
        ("topics = \"CITIES\"", "1 4 6"),
        ("topic == \"Cities\"", "1 4"),
        ("topic == \"cities\"", "6"),
        ("topic != \"Cities\"", "2 3 5"),
        ("topic !== \"Cities\"", "2 3 5 6"),
        ("topic = [\"Health\", \"Trade\"]", "2 4"),
        ("topic != [\"Health\", \"Trade\"]", "1 3 5 6"),
        ("topic all [\"Cities\", \"Governance\"]", "1"),
        ("topic not all [\"Cities\", \"Governance\"]", "2 3 4 5 6"),
        ("type = \"policy BRIEF\"", "1 3"),
        ("type == \"policy brief\"", "3"),
        ("title = \"elements of trade\"", "4"),
        ("title == \"elements of trade\"", ""),
        ("id = 3", "3"), ("id = \"3\"", "3"), ("id in [1, 3]", "1 3"),
        ("language = \"francais\"", "3"),
        ("pages = \"12\"", "1"),
        ("`pages` = \"12\"", "1"),
        ("year = 2020", "1 2 6"), ("year != 2020", "3 4 5"),
        ("source = \"1.txt:1\"", "1"), ("source ends \":1\"", "1"),
        ("topic = \"Cities\" = true", "PQ0027"),
        ("missing(date) = true", "5"),
      ])
  }

  @Test func membership() {
    expect(
      session,
      [
        ("type in [\"Book\", \"Policy Brief\"]", "1 3 4"),
        ("type not in [\"Book\", \"Policy Brief\"]", "2 5 6"),
        ("topic in []", ""), ("topic not in []", "1 2 3 4 5 6"),
        ("topic in [\"Cities\"]", "1 4 6"),
        ("date in 2019..2020", "1 2 3 6"), ("date not in 2019..2020", "4 5"),
        ("date in 2020-01..2020-06", "1 6"),
        ("date in 2020..", "1 2 6"), ("date in ..2019", "3 4"), ("date in ..2020-05", "1 3 4 6"),
        ("date in [1999, 2019..2019-06]", "3 4"), ("date in [2019, 1999]", "3 4"),
        ("date in 2020", "1 2 6"), ("date in 2020-05", "1 6"),
        ("year in 1999..2019", "3 4"), ("year in 2020..", "1 2 6"), ("year in ..1999", "4"),
        ("year in [1999, 2019]", "3 4"), ("year not in 2020..", "3 4 5"),
        ("year = 1999..2019", "3 4"), ("year in [1999, 2020..2021]", "1 2 4 6"),
        ("year > 1999..2019", "PQ0210"), ("year == 1999..2019", "PQ0210"),
        ("author in (from corpus | where id = 1 | distinct author)", "1 2"),
        ("topic in (topic = \"Trade\" | distinct topic)", "1 4 6"),
        ("topic not in (topic = \"Trade\" | distinct topic)", "2 3 5"),
        ("id in (from corpus | where type = \"Book\" | select id)", "4"),
        ("author in (from corpus | where id = 99 | distinct author)", ""),
      ])
  }

  @Test func order() {
    expect(
      session,
      [
        ("2020 > date", "3 4"), ("2020 <= date", "1 2 6"), ("2020-05 = date", "1 6"),
        ("date < 2020", "3 4"), ("date < 2020-05", "3 4"), ("date <= 2020", "1 2 3 4 6"),
        ("date <= 2020-05", "1 3 4 6"), ("date > 2019", "1 2 6"), ("date >= 2020", "1 2 6"),
        ("date >= 2020-05", "1 6"), ("date > 2020", ""),
        ("not date < 2020", "1 2 5 6"), ("date >= 2019-03-15", "1 2 3 6"),
        ("date > 2019-03-14", "1 2 3 6"),
        ("date overlaps 2020-03..2020-04", "2"), ("date overlaps 2020-06", "2"),
        ("date overlaps 2020", "1 2 6"), ("date not overlaps 2020", "3 4 5"),
        ("date overlaps 2020-05..", "1 2 6"),
        ("year < 2000", "4"), ("year >= 2019", "1 2 3 6"), ("length(topics) > 1", "1 2 4"),
        ("length(topics) = 0", "5"), ("title < \"F\"", "4"), ("title >= \"u\"", "5 6"),
        ("type < \"C\"", "4"), ("date + 1 year > 2020", "1 2 6"),
        ("date = 2020", "1 2 6"), ("date == 2020", "2"), ("date == 2020-05", "1 6"),
        ("date !== 2020", "1 3 4 5 6"), ("date = 2019-03-15", "3"),
        ("date = 2019-03-16", ""), ("date != 2020", "3 4 5"),
        ("date = date(\"2020-05\")", "1 6"), ("date = date(\"nonsense\")", "PQ0207"),
        ("date = date(title)", ""),
        ("date != date(title)", "1 2 3 4 5 6"),
        ("date.month = 5", "1 6"), ("date.day = 15", "3"), ("date.precision = \"year\"", "2 4"),
        ("date.start = 2020-01-01", "2"), ("date.decade = 2010", "3"), ("date.quarter = 2", "1 6"),
      ])
  }

  @Test func places() {
    expect(
      session,
      [
        ("region within \"Asia\"", "1"), ("region within \"Africa\"", "3 4"),
        ("region within \"China\"", "1"), ("region = \"Asia\"", "1"),
        ("region within \"European Union\"", "2"), ("region within \"Europe\"", "2 6"),
        ("region not within \"Europe\"", "1 3 4 5"),
        ("region = \"UK\"", "6"), ("region = \"Ivory Coast\"", "4"), ("region == \"UK\"", ""),
        ("region within [\"Kenya\", \"France\"]", "2 3"),
        ("region != \"UK\"", "1 2 3 4 5"), ("region contains \"united\"", "6"),
        ("region has \"ivoire\"", "4"), ("country(region) = \"China\"", "1"),
        ("continent(region) = \"Africa\"", "3 4"),
      ])
  }

  @Test func people() {
    expect(
      session,
      [
        ("author = \"Ekman\"", "1 2 6"), ("author = \"A. Ekman\"", "1 2"),
        ("author = \"Ekman, Alice\"", "1 2"), ("author = \"Bo Ekman\"", "6"),
        ("author == \"A. Ekman\"", "2"), ("author != \"Ekman\"", "3 4 5"),
        ("author = \"Berg\"", "4"), ("author = \"J. van den Berg\"", "4"),
        ("author = [\"Berg\", \"Bo Ekman\"]", "4 6"), ("author has \"ekman\"", "1 2 6"),
        ("author starts \"ali\"", "1"), ("author.family = \"Ekman\"", "1 2 6"),
        ("author.given = \"Jan\"", "4"), ("family(author) = \"Ekman\"", "1 2 6"),
        ("author all [\"Ekman\", \"Picardo\"]", "1"),
        ("authors[0] = \"Alice Ekman\"", "1 2"), ("authors[-1] = \"Picardo\"", "1"),
        ("authors[7] = \"Ekman\"", ""),
      ])
  }

  @Test func texts() {
    expect(
      session,
      [
        ("title has \"smart cities\"", "1"), ("title has \"smart city\"", "3"),
        ("title has \"smart\"", "1 3"), ("title has \"SMART\"", "1 3"), ("title has \"art\"", ""),
        ("title has \"研\"", "6"), ("title has \"研究\"", "6"), ("title has \"究研\"", ""),
        ("title has any [\"urban\", \"rivers\"]", "2 3"),
        ("title has all [\"urban\", \"health\"]", "2"),
        ("title not has \"smart\"", "2 4 5 6"),
        ("title not has any [\"smart\", \"urban\"]", "4 5 6"),
        ("title contains \"art\"", "1 3"), ("title contains \"ELEM\"", "4"),
        ("title not contains \"art\"", "2 4 5 6"), ("title contains \"\"", "1 2 3 4 5 6"),
        ("abstract contains \"\"", "1 3"),
        ("title starts \"the\"", "2"), ("title ends \"?\"", "3"), ("title starts \"elé\"", "4"),
        ("title not starts \"the\"", "1 3 4 5 6"),
        ("title matches /cit(y|ies)/i", "1 3 6"), ("title matches /Cit(y|ies)/", "1 3"),
        ("title matches /^Untitled$/", "5"), ("title not matches /[aeiou]/", ""),
        ("title matches \"^Un\"", "5"),
        ("abstract has \"cities it\"", "1"),
        ("near(abstract, \"water\", \"money\", 3)", "3"),
        ("near(abstract, \"water\", \"money\", 2)", ""),
        ("title like \"Smart Citys in China\"", "1"), ("title like \"xyzzy\"", ""),
        ("topic has \"water\"", "3"), ("topic starts \"gov\"", "1 2"),
        ("topic matches /^C/", "1 4"), ("language contains \"cais\"", "3"),
        ("type has \"paper\"", "2 6"), ("institution has \"house\"", "2"),
        ("institution has all [\"security\", \"union\"]", "1"),
        ("topic has all [\"cities\", \"governance\"]", ""),
        ("title has \"!\"", "PQ0221 ; "),
      ])
  }

  @Test func missing() {
    expect(
      session,
      [
        ("missing(date)", "5"), ("missing(author)", "3 5"), ("not missing(author)", "1 2 4 6"),
        ("missing(abstract)", "2 4 5 6"), ("missing(language)", "1 2 5 6"),
        ("missing(pages)", "3 4 5 6"), ("missing(topics)", "5"), ("missing(year)", "5"),
        ("missing(date.month)", "2 4 5"), ("missing(title)", ""), ("missing(source)", ""),
        ("missing(author.particle)", "2 3 5 6"),
        ("date = missing", "PQ0215"), ("date != missing", "PQ0215"),
        ("author != \"Ekman\" and missing(author)", "3 5"),
      ])
  }

  @Test func connections() {
    expect(
      session,
      [
        ("topic = \"Cities\" and region within \"Asia\"", "1"),
        ("topic = \"Trade\" or type = \"Working Paper\" and year = 2020", "2 4 6"),
        ("(topic = \"Trade\" or type = \"Working Paper\") and year = 2020", "2 6"),
        ("not topic = \"Cities\" and not missing(date)", "2 3"),
        ("not (topic = \"Cities\" or missing(date))", "2 3"),
        ("not not missing(date)", "5"),
        ("true and missing(date)", "5"), ("false or missing(date)", "5"),
        ("title = type", ""), ("topic = topics", "1 2 3 4 6"), ("author != author", "3 5"),
        ("length(authors) = length(regions)", "1 2 4 5 6"),
      ])
  }

  /// `not (a op b)` is `a (not op) b`, on every kind of field, missing or not.
  @Test func negationIsTheComplement() {
    let pairs = [
      ("topic = \"Cities\"", "topic != \"Cities\""), ("date == 2020", "date !== 2020"),
      ("topic in [\"Trade\"]", "topic not in [\"Trade\"]"),
      ("date in 2019..2020", "date not in 2019..2020"),
      ("date overlaps 2020-03", "date not overlaps 2020-03"),
      ("region within \"Asia\"", "region not within \"Asia\""),
      ("title has \"smart\"", "title not has \"smart\""),
      ("abstract has any [\"water\", \"silk\"]", "abstract not has any [\"water\", \"silk\"]"),
      ("abstract contains \"w\"", "abstract not contains \"w\""),
      ("author = \"Ekman\"", "author != \"Ekman\""), ("year = 2020", "year != 2020"),
      ("abstract matches /w/", "abstract not matches /w/"),
      ("topic all [\"Cities\", \"Trade\"]", "topic not all [\"Cities\", \"Trade\"]"),
      ("length(topics) = 1", "length(topics) != 1"), ("language = type", "language != type"),
    ]
    for (positive, negative) in pairs {
      let holds = session.answer(positive)
      #expect(session.answer("not (\(negative))") == holds, "\(negative)")
      #expect(session.answer("not (\(positive))") == session.answer(negative), "\(positive)")
      let count = session.answer("(\(positive)) | count")
      #expect(session.answer("\(positive) or \(negative) | count") == "6", "\(positive)")
      #expect(session.answer("(\(positive)) and (\(negative))") == "", "\(positive)")
      #expect(count == "\(holds.split(separator: " ").count)")
    }
  }

  /// A condition means the same over the corpus and over rows that stages made.
  @Test func columnsAndRowsAgree() {
    let conditions = [
      "topic = \"Cities\"", "author = \"Ekman\"", "date >= 2019-06", "region within \"Europe\"",
      "title has \"smart\"", "topic all [\"Cities\", \"Trade\"]", "missing(abstract)",
      "id = 3", "title matches /cit/i", "topic has all [\"water\", \"sanitation\"]",
      "topic not all []", "title not contains \"a\"", "date in ..2019", "title like \"Untiteld\"",
      "not (topic = \"Cities\" or year = 2019)", "institution in [\"clingendael\"]",
    ]
    for condition in conditions {
      let direct = session.answer(condition)
      #expect(session.answer("from corpus | with x: 1 | where \(condition)") == direct)
      #expect(session.answer("from corpus | sort id | where \(condition)") == direct)
      #expect(
        session.answer("group by id { n: count(\(condition)) } | where n = 1 | select id")
          == direct.split(separator: " ").joined(separator: " / "), "\(condition)")
    }
  }
}
