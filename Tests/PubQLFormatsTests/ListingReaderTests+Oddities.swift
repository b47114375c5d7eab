import PubQLFormats
import Testing

extension ListingReaderTests {
  /// A listing and the records that it holds; every record also has its `id` and `title`, which
  /// stand before the fields.
  struct Oddity: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let records: [[String: [String]]]
    let problems: [String]

    init(
      _ name: String, _ text: String, _ records: [[String: [String]]], _ problems: [String] = []
    ) {
      self.name = name
      self.text = text
      self.records = records
      self.problems = problems
    }

    var testDescription: String { name }
  }

  private static func record(
    _ id: String, _ title: String, _ fields: [String: [String]] = [:]
  ) -> [String: [String]] {
    fields.merging(["id": [id], "title": [title]]) { $1 }
  }

  private static let long =
    "A sentence that is long enough to have been broken where the page ended"

  static let oddities: [Oddity] = [
    Oddity("nothing", "", []),
    Oddity("no records", "Hello\nWorld\n", [], ["textOutsideRecords 1 2 Hello"]),
    Oddity(
      "labels of other case and with odd spaces",
      "7. T\n- AUTHOR\u{A0}:\n-\u{A0}Ann\u{A0}\n-  publication\u{A0}date:\n- 2020\n"
        + "-\tTopics:\n- A\n- Region(s):\n- B\n",
      [record("7", "T", ["authors": ["Ann"], "date": ["2020"], "topics": ["A"], "regions": ["B"]])]),
    Oddity(
      "labels without a space and with a value behind",
      "7. T\n-Author:\n-Ann\n-Date: 2020\n- Type: Brief\n- Abstract:\n- Type: is no label here\n",
      [
        record(
          "7", "T",
          [
            "authors": ["Ann"], "date": ["2020"], "type": ["Brief"],
            "abstract": ["Type: is no label here"],
          ])
      ]),
    Oddity(
      "unknown labels",
      "7. T\n- Author:\n- Ann\n- Working Language:\n- French\n- German\n- Title:\n- Other\n"
        + "- Topic:\n- Notes:\n- Region:\n- B\n",
      [
        record(
          "7", "T",
          [
            "authors": ["Ann"], "working_language": ["French", "German"],
            "label_title": ["Other"], "topics": ["Notes:"], "regions": ["B"],
          ])
      ],
      ["unknownLabel 4 1 Working Language", "unknownLabel 7 1 Title"]),
    Oddity(
      "repeated and empty labels, several values",
      "7. T\n- Author:\n- Ann\n- Bob\n- Type:\n- A\n- B\n- Date:\n- soon\n- 2020\n- 2021\n"
        + "- Author:\n- Cy\n- Topic:\n- Abstract:\n- One\n- Two\n- Abstract:\n- Three\n",
      [
        record(
          "7", "T",
          [
            "authors": ["Ann", "Bob", "Cy"], "type": ["A; B"], "date": ["2020"],
            "publication_date": ["soon", "2021"], "abstract": ["One\nTwo\nThree"],
          ])
      ],
      [
        "repeatedLabel 12 1 Author", "emptyLabel 14 1 Topic", "repeatedLabel 18 1 Abstract",
        "severalValues 10 1 date", "severalValues 7 1 type",
      ]),
    Oddity(
      "wrapped values and title",
      "7. A title: that\nruns over\n- Author:\n- Ann and\nBob\n- Institution:\n- Institute for\n"
        + "Security\n- Abstract:\n- \(long)\nThen more.\n\nA paragraph.\n- Topic:\n- A,\nB\n",
      [
        record(
          "7", "A title: that runs over",
          [
            "authors": ["Ann and Bob"], "institutions": ["Institute for Security"],
            "abstract": ["\(long) Then more.\nA paragraph."], "topics": ["A, B"],
          ])
      ]),
    Oddity(
      "titles that begin with digits; no blank line between records",
      "1972. 5G and the city\n- Author:\n- Ann\n1973. 2020: A year\n- Author:\n- Bob\n",
      [
        record("1972", "5G and the city", ["authors": ["Ann"]]),
        record("1973", "2020: A year", ["authors": ["Bob"]]),
      ]),
    Oddity(
      "an abstract with a line like a header",
      "1971. T\n- Author:\n- Ann\n- Abstract:\n- The plan was adopted in March of the year\n"
        + "2016. Since then, the state has built.\nMore.\n- Topic:\n- A\n\n1972. U\n- Author:\n- Bob\n",
      [
        record(
          "1971", "T",
          [
            "authors": ["Ann"],
            "abstract": [
              "The plan was adopted in March of the year 2016. Since then, the state has built. More."
            ], "topics": ["A"],
          ]),
        record("1972", "U", ["authors": ["Bob"]]),
      ]),
    Oddity(
      "a numbered list in the abstract of the first record",
      "1. T\n- Author:\n- Ann\n- Abstract:\n- We show:\n1. First\n2. Second\n- Topic:\n- A\n"
        + "\n2. U\n- Abstract:\n- We show:\n\n1. First\n\n2. Second\n\n3. Third\n\n- Topic:\n- A\n",
      [
        record(
          "1", "T",
          ["authors": ["Ann"], "abstract": ["We show: 1. First 2. Second"], "topics": ["A"]]),
        record(
          "2", "U", ["abstract": ["We show:\n1. First\n2. Second\n3. Third"], "topics": ["A"]]),
      ]),
    Oddity(
      "an abstract at the end and another label first",
      "30. T\n- Abstract:\n- Short.\n31. U\n- Topic:\n- A\n- Abstract:\n- Long.\n\n"
        + "90. V\n- Region:\n- B\n",
      [
        record("30", "T", ["abstract": ["Short."]]),
        record("31", "U", ["topics": ["A"], "abstract": ["Long."]]),
        record("90", "V", ["regions": ["B"]]),
      ]),
    Oddity(
      "page furniture before, between and after",
      "Library\n1. Home\n2. Browse\n- Menu\n\n1971. T\n- Region:\n- China and Asia\nPage 1 of 9\n"
        + "\nBack to top\n\n1972. U\n- Region:\n- China and\nAsia\n-----\n© 2024\n",
      [
        record("1971", "T", ["regions": ["China and Asia"]]),
        record("1972", "U", ["regions": ["China and Asia"]]),
      ],
      [
        "textOutsideRecords 1 4 Library", "textOutsideRecords 9 2 Page 1 of 9",
        "textOutsideRecords 17 2 -----",
      ]),
    Oddity(
      "a record with a title only",
      "10. T\n- Author:\n- Ann\n\n11. Title only\nin two lines\n12. Another\n\nfooter\n\n"
        + "13. U\n- Author:\n- Bob\n\n14. Last\n",
      [
        record("10", "T", ["authors": ["Ann"]]), record("11", "Title only in two lines"),
        record("12", "Another"), record("13", "U", ["authors": ["Bob"]]), record("14", "Last"),
      ],
      [
        "recordWithoutFields 5 1 Title only", "recordWithoutFields 7 1 Another",
        "textOutsideRecords 9 1 footer", "recordWithoutFields 15 1 Last",
      ]),
    Oddity(
      "a first record with a title only",
      "1. Only\n\n2. U\n- Author:\n- Bob\n",
      [record("1", "Only"), record("2", "U", ["authors": ["Bob"]])],
      ["recordWithoutFields 1 1 Only"]),
    Oddity(
      "a record without a title", "5.\n- Author:\n- Ann\n",
      [["id": ["5"], "authors": ["Ann"]]], ["noTitle 1 1 "]),
    Oddity(
      "two records with one number",
      "5. T\n- Author:\n- Ann\n\n5. T\n- Author:\n- Bob\n",
      [record("5", "T", ["authors": ["Ann"]]), record("5", "T", ["authors": ["Bob"]])]),
    Oddity(
      "a blank line after every line",
      "\u{FEFF}21. T\n\n- Author:\n\n- Ann\n\n- Region:\n\n- China\n\n22. U\n\n- Author:\n\nBob\n"
        + "\n- Region:\n\n- Asia\n",
      [
        record("21", "T", ["authors": ["Ann"], "regions": ["China"]]),
        record("22", "U", ["authors": ["Bob"], "regions": ["Asia"]]),
      ]),
    Oddity(
      "values that only an empty dash tells from labels",
      "5. T\n- Topic:\n-\nNotes:\n-\nAuthor: Ann\n- - x\n- Region:\n- B\n",
      [record("5", "T", ["topics": ["Notes:", "Author: Ann", "- x"], "regions": ["B"]])]),
  ]

  @Test(arguments: oddities) func oddity(_ oddity: Oddity) {
    let bytes = Array(oddity.text.utf8)
    let texts = [
      bytes, bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] },
      bytes.map { $0 == 0x0A ? 0x0D : $0 }, bytes.last == 0x0A ? bytes.dropLast() : bytes,
    ]
    for text in texts {
      let reading = Reading(text)
      #expect(reading.records == oddity.records)
      #expect(
        reading.problems.map { "\($0.kind) \($0.line) \($0.count) \($0.text)" } == oddity.problems)
    }
  }

  @Test func bytesThatAreNotUTF8() {
    let text =
      Array("5. Caf".utf8) + [0xE9, 0xA0] + Array("\n- Author:\n- ".utf8)
      + [0xA0, 0xC9, 0x6D, 0x69, 0x6C, 0x65, 0x0A] + Array("- Topic:\n- à\n".utf8)
    let reading = Reading(text)
    #expect(
      reading.records == [
        ["id": ["5"], "title": ["Café"], "authors": ["Émile"], "topics": ["à"]]
      ])
    #expect(reading.kinds == [.notUTF8, .notUTF8])
    #expect(reading.problems.last?.text == "Émile")
    let label = Array("5. T\n- R".utf8) + [0xE9] + Array("gion:\n- B\n".utf8)
    #expect(Reading(label).records == [["id": ["5"], "title": ["T"], "région": ["B"]]])
    #expect(
      Reading(Array("5. a\0b\n- Topic:\n- \0\n".utf8)).records == [
        ["id": ["5"], "title": ["a\0b"], "topics": ["\0"]]
      ])
  }
}
