/// What was measured of a row of the table.
struct Figure {
  let row: String
  let title: String
  let records: Int
  /// In process, everything in memory.
  var warm: Times?
  /// As a process of its own, files in the page cache.
  var cold: Times?
  /// The most memory that such a process had. Unit: bytes.
  var peakMemory: Int?
  /// What the architecture aims at. Unit: milliseconds.
  var goal: Double?
  /// Another figure of the row, such as a speed: its name and what it is.
  var notes: [(name: String, value: Double)] = []
  /// What is wrong with an answer.
  var problem: String?
}
