/// How long a query took.
package struct QueryTime: Sendable {
  /// The query as it is written.
  package let text: String
  /// Parsing the whole text that it stands in.
  package let parse: Duration
  /// Checking and planning it, with the queries in parentheses, which run then.
  package let plan: Duration
  /// Running it, once or as often as wanted; texts of rows that are shown are read later.
  package let runs: [Duration]
  package let rows: Int
  /// How much of snapshots it was the first to look at. Unit: bytes, in whole blocks of the files.
  package let bytes: Int
}

/// Whether queries are timed.
package struct QueryTiming: Sendable {
  /// How often each runs; what it gives is given once.
  package var repeats: Int

  package init(repeats: Int) { self.repeats = max(1, repeats) }
}
