import PubQLFormats
import PubQLModel
import Testing

@Suite("Writers")
struct WriterTests {
  private let records = SampleTable(
    .records, ["id", "title", "authors", "#pages"],
    [
      [
        .text("1971"), .text("Smart \"cities\", 研究"),
        .list([.text("Alice Ekman"), .text("Cristina de Esperanza Picardo")]), .whole(8),
      ],
      [.text("2"), .missing, .list([]), .missing],
    ])

  @Test("JSON leaves missing values out of records and keeps kinds")
  func jsonRecords() throws {
    #expect(
      try written(JSONWriter(), records) == """
        [
          {"id":"1971","title":"Smart \\"cities\\", 研究",\
        "authors":["Alice Ekman","Cristina de Esperanza Picardo"],"pages":8},
          {"id":"2","authors":[]}
        ]

        """)
  }

  @Test("JSON writes null in tables and each shape as documented")
  func jsonShapes() throws {
    let rows: [[Cell]] = [[.text("a"), .missing], [.text("b"), .whole(2)]]
    let names = ["name", "#count"]
    #expect(
      try written(JSONWriter(), SampleTable(.table, names, rows)) == """
        [
          {"name":"a","count":null},
          {"name":"b","count":2}
        ]

        """)
    #expect(
      try written(JSONWriter(), SampleTable(.list, names, rows)) == "[\n  \"a\",\n  \"b\"\n]\n")
    #expect(
      try written(JSONWriter(), SampleTable(.record, names, rows))
        == "{\"name\":\"a\",\"count\":null}\n")
    #expect(try written(JSONWriter(), SampleTable(.value, ["#n"], [[.whole(3)]])) == "3\n")
    #expect(try written(JSONWriter(), SampleTable(.table, names, [])) == "[]\n")
    #expect(try written(JSONWriter(), SampleTable(.value, ["n"], [])) == "null\n")
    #expect(try written(JSONWriter(), SampleTable(.list, [], [[]])) == "[\n  null\n]\n")
    #expect(
      try written(JSONLinesWriter(), SampleTable(.table, names, rows)) == """
        {"name":"a","count":null}
        {"name":"b","count":2}

        """)
    #expect(
      try written(JSONLinesWriter(), SampleTable(.list, names, rows)) == "\"a\"\n\"b\"\n")
    #expect(try written(JSONLinesWriter(), SampleTable(.table, names, [])) == "")
  }

  @Test(
    "numbers are exact and have no exponent",
    arguments: [
      (Cell.whole(Int.min), "-9223372036854775808"), (.whole(Int.max), "9223372036854775807"),
      (.whole(0), "0"), (.decimal(3), "3.0"), (.decimal(-0.5), "-0.5"),
      (.decimal(0.1), "0.1"), (.decimal(1e-5), "0.00001"), (.decimal(1.25e-7), "0.000000125"),
      (.decimal(1e16), "10000000000000000.0"), (.decimal(1.5e17), "150000000000000000.0"),
      (.decimal(-1.7976931348623157e308), nil), (.decimal(.leastNonzeroMagnitude), nil),
      (.decimal(.infinity), "null"), (.decimal(.nan), "null"), (.bool(true), "true"),
    ] as [(Cell, String?)])
  func numbers(cell: Cell, expected: String?) throws {
    let text = try written(JSONWriter(), SampleTable(.value, ["n"], [[cell]]))
    #expect(!text.contains("e") || text == "null\n" || text == "true\n")
    if let expected {
      #expect(text == expected + "\n")
    } else {
      #expect(try JSONReading.value(of: text) == cell)
    }
  }

  @Test(
    "JSON escapes what it must and mends what is not UTF-8",
    arguments: [
      ([0x00, 0x1F, 0x7F], "\"\\u0000\\u001f\u{7F}\""),
      (Array("\u{8}\t\n\u{C}\r\\/\"".utf8), "\"\\b\\t\\n\\f\\r\\\\/\\\"\""),
      (Array("a\u{2028}b\u{2029}".utf8), "\"a\\u2028b\\u2029\""),
      ([0x41, 0xFF, 0x42], "\"A\u{FFFD}B\""),
      ([0xC3], "\"\u{FFFD}\""), ([0xE4, 0xB8], "\"\u{FFFD}\""),
      ([0xE4, 0xB8, 0x41], "\"\u{FFFD}A\""),
      ([0xED, 0xA0, 0x80], "\"\u{FFFD}\u{FFFD}\u{FFFD}\""),
      ([0xC0, 0x80], "\"\u{FFFD}\u{FFFD}\""),
      ([0xF4, 0x90, 0x80, 0x80], "\"\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\""),
      (Array("x😀y\u{7FF}".utf8), "\"x😀y\u{7FF}\""),
      ([], "\"\""),
    ] as [([UInt8], String)])
  func jsonText(bytes: [UInt8], expected: String) throws {
    let text = try written(JSONWriter(), SampleTable(.value, ["t"], [[.bytes(bytes)]]))
    #expect(text == expected + "\n")
  }

  @Test("CSV quotes what needs it, tells missing from empty, joins lists")
  func csv() throws {
    #expect(
      try written(CSVWriter(), records) == """
        id,title,authors,pages
        1971,"Smart ""cities"", 研究",Alice Ekman; Cristina de Esperanza Picardo,8
        2,,,

        """)
    #expect(
      try written(
        CSVWriter(),
        SampleTable(
          ["a,b", "c"],
          [
            [.text("line\nend"), .text("")], [.text(" x"), .text("y\r")],
            [.decimal(3), .bool(false)],
            [.list([.text("p"), .list([.whole(1), .whole(2)])]), .text("q")],
            [.record([("name", .text("India")), ("n", .whole(4))]), .missing],
          ]))
        == "\"a,b\",c\n\"line\nend\",\"\"\n\" x\",\"y\r\"\n3.0,false\np; 1; 2,q\n"
        + "\"name: India, n: 4\",\n")
    #expect(
      try written(CSVWriter(), SampleTable(.list, ["x"], [[.missing], [.text("a")]]))
        == "value\n\"\"\na\n")
    #expect(try written(CSVWriter(), SampleTable(["a"], [])) == "a\n")
    #expect(try written(CSVWriter(), SampleTable([], [[], []])) == "")
  }

  @Test("TSV keeps a line a row whatever the values hold")
  func tsv() throws {
    #expect(
      try written(
        TSVWriter(),
        SampleTable(
          ["a\tb", "c"], [[.text("x\ty\\z"), .text("l\r\nm")], [.missing, .whole(-1)]]))
        == "a\\tb\tc\nx\\ty\\\\z\tl\\r\\nm\n\t-1\n")
  }

  @Test("Markdown escapes its marks and never cuts")
  func markdown() throws {
    #expect(
      try written(
        MarkdownWriter(),
        SampleTable(
          ["first_author", "#count"],
          [
            [.text("a|b\r\nc\nd *e* _f_ \\ `g` <h> [i]"), .whole(3)],
            [.missing, .missing],
          ])) == """
          | first_author | count |
          | --- | ---: |
          | a\\|b<br>c<br>d \\*e\\* \\_f\\_ \\\\ \\`g\\` \\<h> \\[i] | 3 |
          | | |

          """)
    let long = String(repeating: "x", count: 200_000)
    let text = try written(MarkdownWriter(), SampleTable(["a"], [[.text(long)]]))
    #expect(text.contains(long))
  }

  /// Counts pieces, and fails at one of them.
  private final class CountingSink: ByteSink {
    var largest = 0
    var calls = 0
    let failsAt: Int

    init(failsAt: Int) { self.failsAt = failsAt }

    func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(OutputError) {
      calls += 1
      largest = max(largest, bytes.count)
      if calls == failsAt { throw .closed }
    }
  }

  @Test("output comes in bounded pieces and stops when the sink fails")
  func pieces() throws {
    let text = Cell.text(String(repeating: "0123456789", count: 1000))
    let table = SampleTable(["a"], Array(repeating: [text], count: 100))
    let writers: [any FormatWriter] = [
      CSVWriter(), TSVWriter(), JSONWriter(), JSONLinesWriter(), MarkdownWriter(),
    ]
    for writer in writers {
      let whole = CountingSink(failsAt: 0)
      try writer.write(table, to: whole)
      #expect(whole.largest <= OutputBuffer.pieceSize)
      #expect(whole.calls >= 4 && whole.calls <= 8)
      let broken = CountingSink(failsAt: 3)
      #expect(throws: OutputError.self) { try writer.write(table, to: broken) }
      #expect(broken.calls == 3)
    }
  }
}
