import PubQLFormats
import PubQLModel
import Testing

@Suite("What the writers write reads back")
struct WriterLawTests {
  private static let pieces = [
    "a", "Governance", " ", "\"", "\\", ",", ";", "\n", "\r\n", "\t", "|", "研究", "é", "e\u{301}",
    "😀", "\u{0}", "\u{1B}[31m", "\u{2028}", "\u{FEFF}", "’", "/", "</b>",
  ]

  private func text(_ numbers: inout SeededNumbers) -> String {
    (0..<Int.random(in: 0...12, using: &numbers)).map { _ in
      Self.pieces.randomElement(using: &numbers) ?? ""
    }.joined()
  }

  private func cell(_ numbers: inout SeededNumbers, depth: Int) -> Cell {
    switch Int.random(in: 0...(depth > 0 ? 7 : 5), using: &numbers) {
    case 0: return .missing
    case 1: return .bool(.random(using: &numbers))
    case 2: return .whole(Int(truncatingIfNeeded: numbers.next()))
    case 3:
      let value = Double(bitPattern: numbers.next())
      return .decimal(value.isFinite ? value : 0.5)
    case 4, 5: return .text(text(&numbers))
    case 6:
      return .list(
        (0..<Int.random(in: 0...3, using: &numbers)).map { _ in
          cell(&numbers, depth: depth - 1)
        })
    default:
      return .record(
        (0..<Int.random(in: 0...3, using: &numbers)).map { index in
          ("\(index)" + text(&numbers), cell(&numbers, depth: depth - 1))
        })
    }
  }

  @Test("JSON and JSON Lines give back every value", arguments: 0..<4)
  func json(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<50 {
      let names = ["a", "b\"", "研\n"]
      let rows = (0..<Int.random(in: 0...4, using: &numbers)).map { _ in
        names.map { _ in cell(&numbers, depth: 3) }
      }
      let table = SampleTable(.table, names, rows)
      let expected = rows.map { row in Cell.record(Array(zip(names, row))) }
      let whole = try JSONReading.value(of: written(JSONWriter(), table))
      #expect(whole == .list(expected), "seed \(seed)")
      let lines = try written(JSONLinesWriter(), table).split(separator: "\n")
      #expect(try lines.map { try JSONReading.value(of: String($0)) } == expected, "seed \(seed)")
    }
  }

  @Test("CSV gives back every text", arguments: 0..<4)
  func csv(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<50 {
      let width = Int.random(in: 1...3, using: &numbers)
      let rows = (0..<Int.random(in: 0...5, using: &numbers)).map { _ in
        (0..<width).map { _ in text(&numbers) }
      }
      let names = (0..<width).map { "\($0)" + text(&numbers) }
      let table = SampleTable(
        .table, columns: names.map { TableColumn(name: $0, kind: .text) },
        rows.map { $0.map { Cell.text($0) } })
      let read = readCSV(try written(CSVWriter(), table))
      let expected = ([names] + rows).map { $0.map { Array($0.utf8) } }
      #expect(read == expected, "seed \(seed)")
    }
  }

  /// The plainest reading of RFC 4180 with line feeds.
  private func readCSV(_ text: String) -> [[[UInt8]]] {
    var rows: [[[UInt8]]] = []
    var row: [[UInt8]] = []
    var field: [UInt8] = []
    var quoted = false
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      if quoted {
        if byte != 0x22 {
          field.append(byte)
        } else if bytes.first == 0x22 {
          field.append(0x22)
          bytes.removeFirst()
        } else {
          quoted = false
        }
      } else if byte == 0x22 {
        quoted = true
      } else if byte == 0x2C || byte == 0x0A {
        row.append(field)
        field = []
        if byte == 0x0A {
          rows.append(row)
          row = []
        }
      } else {
        field.append(byte)
      }
    }
    return rows
  }

  @Test("TSV has a line a row and a tab between fields", arguments: 0..<2)
  func tsv(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<50 {
      let rows = (0..<3).map { _ in [cell(&numbers, depth: 2), cell(&numbers, depth: 2)] }
      let bytes = Array(try written(TSVWriter(), SampleTable(["a", "b"], rows)).utf8)
      #expect(bytes.count { $0 == 0x0A } == 4, "seed \(seed)")
      #expect(bytes.count { $0 == 0x09 } == 4, "seed \(seed)")
    }
  }
}
