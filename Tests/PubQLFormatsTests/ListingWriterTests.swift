import PubQLFormats
import PubQLModel
import Testing

/// A table of texts and lists of texts.
struct TextTable: TableSource {
  var shape: TableShape { .records }
  let columns: [TableColumn]
  let rows: [[String: [String]]]
  var rowCount: Int { rows.count }

  init(_ names: [String], _ rows: [[String: [String]]]) {
    columns = names.map { name in
      TableColumn(
        name: name, kind: .text, field: StandardField.allCases.first { $0.name == name })
    }
    self.rows = rows
  }

  func reader(of column: Int) -> any CellReader { Reader(rows.map { $0[columns[column].name] }) }

  private final class Reader: CellReader {
    private let cells: [[String]?]

    init(_ cells: [[String]?]) { self.cells = cells }

    func visit(_ row: Int, _ visitor: any CellVisitor) {
      guard let values = cells[row] else { return visitor.missing() }
      if values.count == 1 { return visitor.text(values[0]) }
      visitor.beginList(count: values.count)
      for value in values { visitor.text(value) }
      visitor.endList()
    }
  }
}

final class MemorySink: ByteSink {
  var bytes: [UInt8] = []
  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(OutputError) { self.bytes += bytes }
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

@Suite struct ListingWriterTests {
  private func written(_ table: TextTable) throws -> MemorySink {
    let sink = MemorySink()
    try ListingWriter().write(table, to: sink)
    return sink
  }

  private static let names = StandardField.allCases.map(\.name) + ["working_language", "doi"]

  @Test func wholeRecords() throws {
    let sink = try written(
      TextTable(
        Self.names + ["source"],
        [
          [
            "id": ["1971"], "title": ["A\ntitle"], "authors": ["Ann", "Bob", "Cy"],
            "date": ["2020-05"], "institutions": ["X", "Y"], "abstract": ["One\nTwo"],
            "topics": ["Science and Technology", "Cities"], "regions": ["China", "Asia"],
            "working_language": ["French", "Notes:"], "source": ["a.txt:1"],
          ],
          ["id": ["7"], "title": ["T"], "authors": ["Ekman, Alice", "Bob"]],
          ["id": ["8"], "title": ["Only"]],
        ]))
    #expect(
      sink.text == """
        1971. A title
        - Author:
        - Ann, Bob, and Cy
        - Publication Date:
        - 2020-05
        - Institution:
        - X
        - Y
        - Working language:
        - French
        -
        Notes:
        - Abstract:
        - One
        - Two
        - Topic:
        - Science and Technology, and Cities
        - Political Geography:
        - China and Asia

        7. T
        - Author:
        - Ekman, Alice; Bob

        8. Only
        - Author:

        """)
  }

  @Test func whatIsNoListingIsRefused() {
    for (names, row) in [
      (["title"], [:]), (["id", "topic"], ["id": ["1"]]),
      (["id", "title"], ["title": ["T"]]), (["id", "title"], ["id": ["smith2020"]]),
      (["id", "title", "count(x)!"], ["id": ["1"]]),
    ] as [([String], [String: [String]])] {
      #expect(throws: OutputError.self) { try written(TextTable(names, [row])) }
    }
  }

  /// Values that a careless writer would lose.
  private static let traps = [
    "Notes:", "Author: Ann", "- x", "-", "12. abc", "Author:", "a\u{A0}b", "1. First", "x",
    "Science and Technology, Governance", "“quoted”", "研究", "-----", "Topic(s): all", "A:",
    "2016. Since then, the", "and more", "e\u{301}; f", "lower case words of some length",
  ]

  @Test func whatIsWrittenIsReadBack() throws {
    for seed in 0..<400 {
      var random = SeededGenerator(seed: UInt64(seed))
      var number = random.pick([1, 7, 1971])
      let rows = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        number += random.pick([1, 1, 0, 5, -1])
        return Self.row(max(number, 0), &random)
      }
      let sink = try written(TextTable(Self.names, rows))
      let reading = Reading(sink.bytes)
      #expect(reading.records == rows, "seed \(seed): \(sink.text)")
      #expect(
        reading.problems.allSatisfy { $0.kind == .emptyLabel || $0.kind == .unknownLabel },
        "seed \(seed): \(reading.problems) \(sink.text)")
      if reading.records != rows { return }
    }
  }

  private static func row(
    _ number: Int, _ random: inout SeededGenerator
  ) -> [String: [String]] {
    var row = ["id": ["\(number)"], "title": [random.pick(traps)]]
    for name in names.dropFirst(2) where random.chance(50) {
      switch name {
      case "abstract":
        row[name] = [
          (0...random.pick([0, 1, 3])).map { _ in random.pick(traps) }.joined(separator: "\n")
        ]
      case "working_language", "doi":
        row[name] = (0...random.pick([0, 1, 3])).map { _ in random.pick(traps) }
      default: row[name] = [random.pick(traps)]
      }
    }
    return row
  }
}
