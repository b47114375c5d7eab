import Foundation
import PubQLFormats
import PubQLModel
import Synchronization
import Testing

@Suite("Rows that are written on all cores")
struct RowPiecesTests {
  private static let names = ["id", "title", "authors", "#n", "any"]

  private static let pieces = [
    "a", "Governance and more of it, ", "\"", "\\", ",", "\n", "\r", "\t", "研究", "é", "’", "\u{0}",
    "\u{2028}", "0123456789abcdef", "|", " ",
  ]

  private func text(_ numbers: inout SeededNumbers, longest: Int) -> String {
    (0..<Int.random(in: 0...longest, using: &numbers)).map { _ in
      Self.pieces.randomElement(using: &numbers) ?? ""
    }.joined()
  }

  /// Columns of texts, of lists, of numbers and of anything, each with cells that are missing.
  private func rows(_ count: Int, _ numbers: inout SeededNumbers) -> [[Cell]] {
    (0..<count).map { row in
      let longest = row % 200 < 20 ? 400 : 6
      let authors = (0..<Int.random(in: 0...3, using: &numbers)).map { _ in
        Cell.text(text(&numbers, longest: 3))
      }
      return [
        .text("\(row)"),
        Bool.random(using: &numbers) ? .text(text(&numbers, longest: longest)) : .missing,
        authors.isEmpty ? .missing : .list(authors),
        row % 7 == 0 ? .missing : .whole(row),
        [
          .missing, .bool(true), .decimal(0.5), .list([]),
          .record([("k", .text("v\"")), ("m", .missing)]),
        ]
        .randomElement(using: &numbers) ?? .missing,
      ]
    }
  }

  /// What is written of rows a few at a time, which one thread does: the lines without the head.
  private func lines(
    _ writer: any FormatWriter, _ shape: TableShape, _ rows: [[Cell]], head: Int
  ) throws -> String {
    try stride(from: 0, to: rows.count, by: 10).map { first in
      let few = Array(rows[first..<min(first + 10, rows.count)])
      let text = try written(writer, SampleTable(shape, Self.names, few))
      return text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(head)
        .joined(separator: "\n")
    }.joined()
  }

  @Test("many rows are written as a few at a time are", arguments: [TableShape.table, .records])
  func pieces(shape: TableShape) throws {
    for count in [0, 1, 15, 16, 17, 80, 81, 3000] {
      var numbers = SeededNumbers(seed: UInt64(count))
      let rows = rows(count, &numbers)
      for knowsTexts in [false, true] {
        var table = SampleTable(shape, Self.names, rows)
        table.knowsTexts = knowsTexts
        for (writer, head) in [
          (JSONLinesWriter() as any FormatWriter, 0), (CSVWriter(), 1), (TSVWriter(), 1),
          (MarkdownWriter(), 2),
        ] {
          let text = try written(writer, table)
          let names = try written(writer, SampleTable(shape, Self.names, []))
          let whole = try names + lines(writer, shape, rows, head: head)
          #expect(text == whole, "\(writer.name), \(count) rows, texts known: \(knowsTexts)")
        }
        let values = try lines(JSONLinesWriter(), shape, rows, head: 0)
          .split(separator: "\n").joined(separator: ",\n  ")
        let document = count == 0 ? "[]\n" : "[\n  " + values + "\n]\n"
        #expect(try written(JSONWriter(), table) == document)
      }
    }
  }

  /// Looks at each piece as it comes.
  private final class WatchingSink: ByteSink {
    var bytes = 0
    let watch: (WatchingSink) throws(OutputError) -> Void

    init(_ watch: @escaping (WatchingSink) throws(OutputError) -> Void) { self.watch = watch }

    func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(OutputError) {
      self.bytes += bytes.count
      try watch(self)
    }
  }

  /// Rows of one text, and how far they were read.
  private struct CountingTable: TableSource {
    final class Reader: CellReader {
      let last = Mutex(0)
      let text = String(repeating: "0123456789", count: 1000)

      func visit(_ row: Int, _ visitor: any CellVisitor) {
        last.withLock { $0 = max($0, row) }
        visitor.text(text)
      }
    }

    let cells = Reader()
    let rowCount: Int
    var shape: TableShape { .list }
    var columns: [TableColumn] { [TableColumn(name: "value", kind: .text)] }
    func reader(of column: Int) -> any CellReader { cells }
  }

  @Test("nobody writes far ahead of the receiver")
  func bounded() throws {
    let table = CountingTable(rowCount: 4000)
    var ahead = 0
    let sink = WatchingSink { sink in
      ahead = max(ahead, table.cells.last.withLock { $0 } * 10_000 - sink.bytes)
    }
    try JSONLinesWriter().write(table, to: sink)
    #expect(sink.bytes == 4000 * 10_003)
    // A piece, and two for each of eight cores at most.
    #expect(ahead < 17 * 300_000)
  }

  @Test("a receiver that fails ends it, in the thread that called")
  func failing() throws {
    for last in [1, 2, 5, 20] {
      let table = CountingTable(rowCount: 100_000)
      let thread = Thread.current
      var calls = 0
      let sink = WatchingSink { _ throws(OutputError) in
        calls += 1
        if Thread.current !== thread { throw .failed("another thread") }
        if calls == last { throw .closed }
      }
      do throws(OutputError) {
        try JSONLinesWriter().write(table, to: sink)
        Issue.record("it went on")
      } catch {
        if case .failed(let cause) = error { Issue.record("\(cause)") }
      }
      #expect(calls == last)
      // Nobody is at it any more.
      let read = table.cells.last.withLock { $0 }
      usleep(20_000)
      #expect(table.cells.last.withLock { $0 } == read)
    }
  }

  @Test("rows that are suddenly long come in pieces too")
  func suddenlyLong() throws {
    let short = Cell.text("x")
    let long = Cell.text(String(repeating: "y", count: 100_000))
    let rows = (0..<3000).map { [$0 < 2900 ? short : long] }
    let table = SampleTable(.list, ["value"], rows)
    let text = try written(JSONLinesWriter(), table)
    #expect(text.utf8.count == 2900 * 4 + 100 * 100_003)
    #expect(text.hasSuffix("yy\"\n"))
  }
}
