import PubQL
import Testing

/// Functions of each value of a field are worked out once for each value, and pairs by the numbers
/// of values; the answers are those of the same functions applied to each record's list.
///
/// `take(author, 99)` is the list itself, but none that the engine knows to be a field.
struct ValuewiseTests {
  private let session: Session

  init() throws {
    session = try Sample.session(Sample.listing, Sample.listing + Self.more)
  }

  private static let more = """
    7. Ports
    - Author:
    - Bo Ekman, Cher, and Council of Europe
    - Topic:
    - trade, cities, and Ports
    - Political Geography:
    - United Kingdom, Nowhere Land, and Great Britain

    """

  private static let functions: [(field: String, function: @Sendable (String) -> String)] = [
    ("region", { "country(\($0))" }), ("region", { "continent(\($0))" }),
    ("region", { "iso(\($0), 3)" }), ("region", { "upper(country(\($0)))" }),
    ("author", { "family(\($0))" }), ("author", { "given(\($0))" }),
    ("author", { "name(\($0), \"Family, F.\")" }), ("topic", { "upper(\($0))" }),
    ("topic", { "pairs(\($0))" }), ("region", { "pairs(\($0))" }),
  ]

  @Test func groups() {
    for (field, function) in Self.functions {
      for rows in ["", "where id != 1 | ", "sort title | take 3 | ", "where false | "] {
        for stage in ["count by k: ", "group by type, k: "] {
          let fast = session.answer("\(rows)\(stage)\(function(field)) | sort k")
          let plain = session.answer("\(rows)\(stage)\(function("take(\(field), 99)")) | sort k")
          #expect(fast.lowercased() == plain.lowercased(), "\(rows)\(stage)\(function(field))")
          #expect(fast.contains("PQ") == false, "\(fast)")
        }
      }
    }
  }

  @Test func columns() {
    for (field, function) in Self.functions {
      let rows = "where not missing(\(field)) | "
      let fast = session.answer("\(rows)select x: \(function(field))")
      let plain = session.answer("\(rows)select x: \(function("take(\(field), 99)"))")
      #expect(fast == plain, "\(function(field))")
    }
    #expect(session.answer("id = 5 | select x: family(author) | take 1") == "-")
  }

  @Test func conditions() {
    let tests = [
      "= \"Kenya\"", "!= \"Kenya\"", "in [\"Kenya\", \"China\"]", "not in [\"Kenya\", missing]",
      "within \"Africa\"", "not within \"Africa\"", "has \"united\"", "starts \"K\"",
      "in [missing, \"France\"]", "has all [\"united\", \"kingdom\"]",
      "all [\"China\"]", "contains \"\"",
    ]
    for test in tests {
      for rows in ["", "where id != 3 | "] {
        let fast = session.answer("\(rows)where country(region) \(test) | select id")
        let plain = session.answer("\(rows)where country(take(region, 99)) \(test) | select id")
        #expect(fast == plain, "\(rows)\(test)")
        #expect(fast.contains("PQ") == false, "\(fast)")
      }
    }
  }

  /// What no record has cannot fail.
  @Test func failures() {
    expect(
      session,
      [
        ("where id = 1 | select x: name(author, title)", "PQ0404"),
        ("where id = 3 | count by iso(region, 9)", "PQ0404"),
        ("where iso(region, 9) = \"x\" | count", "PQ0404"),
        ("where false | count by iso(region, 9)", ""),
      ])
  }
}
