import PubQLDisplay
import PubQLModel
import PubQLText
import Testing

@Suite("What holds for every drawn result")
struct DisplayLawTests {
  private static let pieces = [
    "a", "Governance", " ", "研究", "é", "e\u{301}", "\u{301}", "😀", "👩‍🚀", "🇫🇷", "\u{200D}",
    "\u{FE0F}", "1", "\u{0}", "\u{1B}[31m", "\u{202E}", "\n", "\t", "ｱ", "한국", "\u{1100}", "…",
  ]

  private func cell(_ numbers: inout SeededNumbers, depth: Int = 2) -> Cell {
    switch Int.random(in: 0...(depth > 0 ? 8 : 6), using: &numbers) {
    case 0: .missing
    case 1: .whole(Int(truncatingIfNeeded: numbers.next()))
    case 2: .decimal(Double(bitPattern: numbers.next()))
    case 3: .bytes((0..<5).map { _ in UInt8.random(in: 0...255, using: &numbers) })
    case 7: .list([cell(&numbers, depth: depth - 1), cell(&numbers, depth: depth - 1)])
    case 8: .record([("k", cell(&numbers, depth: depth - 1))])
    default: .text(text(&numbers))
    }
  }

  private func text(_ numbers: inout SeededNumbers) -> String {
    let count = Int.random(in: 0...20, using: &numbers)
    return (0..<count).map { _ in Self.pieces.randomElement(using: &numbers) ?? "" }.joined()
  }

  @Test("no line is wider than the width, and every row has one", arguments: 0..<6)
  func widths(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<25 {
      let count = Int.random(in: 1...6, using: &numbers)
      let fields: [StandardField?] = StandardField.allCases + [nil, nil, nil]
      let columns = (0..<count).map { _ in
        TableColumn(
          name: text(&numbers), kind: Bool.random(using: &numbers) ? .number : .text,
          field: fields.randomElement(using: &numbers) ?? nil)
      }
      let last = TableColumn(name: "count", kind: .number)
      let rows = (0..<Int.random(in: 0...5, using: &numbers)).map { _ in
        (0...count).map { _ in cell(&numbers) }
      }
      for shape in [TableShape.table, .records, .list, .value, .record] {
        let table = SampleTable(shape, columns: columns + [last], rows)
        let width = Int.random(in: 8...120, using: &numbers)
        let drawing = options(width) {
          $0.total = Bool.random(using: &numbers) ? 100 : nil
        }
        for format in HumanFormat.all {
          let output = format.draw(table, drawing)
          let lines = output.text.split(separator: "\n", omittingEmptySubsequences: false)
          for line in lines {
            let used = DisplayWidth.width(of: String(line))
            #expect(used <= width, "seed \(seed), \(format.name), \(shape): \(line)")
          }
          if format.name == "table" && shape == .table && !rows.isEmpty {
            #expect(lines.count == rows.count + 2, "seed \(seed)")
          }
          _ = format.draw(table, options(width) { $0.plain = true })
        }
      }
    }
  }

  @Test("a cell of any length costs what is drawn of it")
  func longCells() {
    let long = String(repeating: "e\u{301}\u{302}", count: 200_000)
    let table = SampleTable(["title", "x"], [[.text(long), .text("y")]])
    let output = TableView(options(40)).draw(table)
    #expect(output.text.unicodeScalars.count < 300)
    #expect(output.text.contains("…"))
  }
}
