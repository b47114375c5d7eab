import PubQL
import Testing

/// Works of many shapes, and what each style makes of them; written after the manuals, not after
/// the program.
struct CitationStyleTests {
  struct Shape: Sendable, CustomTestStringConvertible {
    let name: String
    /// A record of the language.
    let record: String
    let apa: String
    let chicago: String
    let mla: String
    let harvard: String

    var testDescription: String { name }
  }

  @Test(arguments: shapes)
  func entries(_ shape: Shape) throws {
    expect(
      try Sample.session(),
      [
        ("cite(\"apa\", \(shape.record))", shape.apa),
        ("cite(\"chicago\", \(shape.record))", shape.chicago),
        ("cite(\"mla\", \(shape.record))", shape.mla),
        ("cite(\"harvard\", \(shape.record))", shape.harvard),
      ])
  }

  /// The labels of a listing reach the citation.
  @Test func fieldsOfTheData() throws {
    let session = try Sample.session(
      """
      1. Slow Rain
      - Author:
      - Dina Roy
      - Publication Date:
      - 03-2019
      - Content Type:
      - Journal Article
      - Journal:
      - Monsoon Review
      - Volume:
      - 12
      - Issue:
      - 3
      - Pages:
      - 45-67
      - DOI:
      - doi:10.1000/mr.12

      """)
    expect(
      session,
      [
        (
          "select cite(\"apa\")",
          "Roy, D. (2019). Slow Rain. Monsoon Review, 12(3), 45–67. https://doi.org/10.1000/mr.12"
        )
      ])
  }

  static let shapes = [
    Shape(
      name: "report with a number",
      record: """
        {author: ["Alice Ekman", "Cristina de Esperanza Picardo"], date: 2020-05, number: "12", \
        type: "Policy Brief", title: "Towards Urban Decoupling? China’s ambitions", \
        institution: "European Union Institute for Security Studies", place: "Paris"}
        """,
      apa: """
        Ekman, A., & de Esperanza Picardo, C. (2020, May). Towards Urban Decoupling? China’s \
        ambitions (Policy Brief No. 12). European Union Institute for Security Studies.
        """,
      chicago: """
        Ekman, Alice, and Cristina de Esperanza Picardo. 2020. Towards Urban Decoupling? China’s \
        ambitions. Policy Brief 12. Paris: European Union Institute for Security Studies.
        """,
      mla: """
        Ekman, Alice, and Cristina de Esperanza Picardo. Towards Urban Decoupling? China’s \
        ambitions. European Union Institute for Security Studies, May 2020. Policy Brief 12.
        """,
      harvard: """
        Ekman, A. and de Esperanza Picardo, C. (2020) Towards Urban Decoupling? China’s \
        ambitions. Policy Brief 12. Paris: European Union Institute for Security Studies.
        """),
    Shape(
      name: "report without author and date, a question",
      record: """
        {title: "Who Owns the Rain?", type: "Special Report", institution: "Clingendael"}
        """,
      apa: "Who Owns the Rain? [Special report]. (n.d.). Clingendael.",
      chicago: "Who Owns the Rain? n.d. Special Report. Clingendael.",
      mla: "Who Owns the Rain? Clingendael. Special Report.",
      harvard: "Who Owns the Rain? (no date) Special Report. Clingendael."),
    Shape(
      name: "article with everything",
      record: """
        {author: ["Jan van den Berg", "Walter P. Pope Jr.", "Ama Sarpong"], date: 2019-03, \
        type: "Journal Article", title: "Rethinking “Safe Cities”", journal: "Urban Affairs", \
        volume: 12, issue: 3, pages: "325-335", doi: "https://doi.org/10.1000/ua.12"}
        """,
      apa: """
        van den Berg, J., Pope, W. P., Jr., & Sarpong, A. (2019). Rethinking “Safe Cities.” Urban \
        Affairs, 12(3), 325–335. https://doi.org/10.1000/ua.12
        """,
      chicago: """
        van den Berg, Jan, Walter P. Pope Jr., and Ama Sarpong. 2019. “Rethinking ‘Safe \
        Cities.’” Urban Affairs 12 (3): 325–35. https://doi.org/10.1000/ua.12.
        """,
      mla: """
        van den Berg, Jan, et al. “Rethinking ‘Safe Cities.’” Urban Affairs, vol. 12, no. 3, \
        Mar. 2019, pp. 325–35, https://doi.org/10.1000/ua.12.
        """,
      harvard: """
        van den Berg, J., Pope, W.P., Jr. and Sarpong, A. (2019) ‘Rethinking “Safe Cities”’, \
        Urban Affairs, 12(3), pp. 325–335. Available at: https://doi.org/10.1000/ua.12.
        """),
    Shape(
      name: "article of a season, without a volume",
      record: """
        {author: "Roy, Dina", date: date("2020-23"), title: "‘Rain’ and the 'Rest'", \
        journal: "Monsoon Review", issue: 3, pages: "103-104, 96--101"}
        """,
      apa: """
        Roy, D. (2020). ‘Rain’ and the 'Rest'. Monsoon Review, (3), 103–104, 96–101.
        """,
      chicago: """
        Roy, Dina. 2020. “‘Rain’ and the 'Rest'.” Monsoon Review, no. 3: 103–4, 96–101.
        """,
      mla: """
        Roy, Dina. “‘Rain’ and the 'Rest'.” Monsoon Review, no. 3, fall 2020, pp. 103–04, 96–101.
        """,
      harvard: """
        Roy, D. (2020) ‘“Rain” and the 'Rest'’, Monsoon Review, (3), pp. 103–104, 96–101.
        """),
    Shape(
      name: "article with a number for pages, without author",
      record: """
        {date: 2021-02, type: "Article", title: "Editorial", journal: "Ports", volume: 7, \
        pages: "e1024"}
        """,
      apa: "Editorial. (2021). Ports, 7, Article e1024.",
      chicago: "“Editorial.” 2021. Ports 7: e1024.",
      mla: "“Editorial.” Ports, vol. 7, Feb. 2021, p. e1024.",
      harvard: "‘Editorial’ (2021) Ports, 7, p. e1024."),
    Shape(
      name: "chapter",
      record: """
        {author: "Zoë Brækhus", date: 2015, type: "Book Chapter", title: "Reading Rivers", \
        book_title: "Water and Power", editor: ["Alice Ekman", "Bo Ek"], edition: "2", \
        pages: "3-13", publisher: "Boreal University Press", place: "Oslo"}
        """,
      apa: """
        Brækhus, Z. (2015). Reading Rivers. In A. Ekman & B. Ek (Eds.), Water and Power (2nd ed., \
        pp. 3–13). Boreal University Press.
        """,
      chicago: """
        Brækhus, Zoë. 2015. “Reading Rivers.” In Water and Power, 2nd ed., edited by Alice Ekman \
        and Bo Ek, 3–13. Oslo: Boreal University Press.
        """,
      mla: """
        Brækhus, Zoë. “Reading Rivers.” Water and Power, edited by Alice Ekman and Bo Ek, 2nd \
        ed., Boreal University Press, 2015, pp. 3–13.
        """,
      harvard: """
        Brækhus, Z. (2015) ‘Reading Rivers’, in A. Ekman and B. Ek (eds) Water and Power. 2nd \
        edn. Oslo: Boreal University Press, pp. 3–13.
        """),
    Shape(
      name: "book with particle, accent and exclamation",
      record: """
        {author: "Étienne de Courvallon", date: 1999, type: "Book", title: "Éléments of Trade!", \
        edition: "3rd ed.", volume: 2, publisher: "Clingendael", place: "Lyon"}
        """,
      apa: "de Courvallon, É. (1999). Éléments of Trade! (3rd ed., Vol. 2). Clingendael.",
      chicago: """
        de Courvallon, Étienne. 1999. Éléments of Trade! 3rd ed. Vol. 2. Lyon: Clingendael.
        """,
      mla: "de Courvallon, Étienne. Éléments of Trade! 3rd ed., vol. 2, Clingendael, 1999.",
      harvard: """
        de Courvallon, É. (1999) Éléments of Trade! 3rd edn. Vol. 2. Lyon: Clingendael.
        """),
    Shape(
      name: "edited book",
      record: """
        {editors: ["Alice Ekman", "Bo Ek"], date: 2021, type: "Book", title: "Water and Power", \
        publisher: "Boreal University Press", place: "Oslo"}
        """,
      apa: "Ekman, A., & Ek, B. (Eds.). (2021). Water and Power. Boreal University Press.",
      chicago: """
        Ekman, Alice, and Bo Ek, eds. 2021. Water and Power. Oslo: Boreal University Press.
        """,
      mla: "Ekman, Alice, and Bo Ek, editors. Water and Power. Boreal University Press, 2021.",
      harvard: """
        Ekman, A. and Ek, B. (eds) (2021) Water and Power. Oslo: Boreal University Press.
        """),
    Shape(
      name: "blog post",
      record: """
        {author: "Ama Sarpong", date: 2021-03-09, type: "Blog Post", website: "City Notes", \
        title: "Who Owns the Shade?", url: "https://city.example/shade"}
        """,
      apa: """
        Sarpong, A. (2021, March 9). Who Owns the Shade? City Notes. https://city.example/shade
        """,
      chicago: """
        Sarpong, Ama. 2021. “Who Owns the Shade?” City Notes, March 9, 2021. \
        https://city.example/shade.
        """,
      mla: """
        Sarpong, Ama. “Who Owns the Shade?” City Notes, 9 Mar. 2021, https://city.example/shade.
        """,
      harvard: """
        Sarpong, A. (2021) ‘Who Owns the Shade?’, City Notes, 9 March. Available at: \
        https://city.example/shade.
        """),
    Shape(
      name: "organisation that publishes itself",
      record: """
        {author: "World Health Organization", date: 2020, type: "Report", title: "Clean Air.", \
        institution: "World Health Organization", place: "Geneva"}
        """,
      apa: "World Health Organization. (2020). Clean Air.",
      chicago: "World Health Organization. 2020. Clean Air. Geneva: World Health Organization.",
      mla: "Clean Air. World Health Organization, 2020.",
      harvard: "World Health Organization (2020) Clean Air. Geneva: World Health Organization."),
    Shape(
      name: "working paper of four authors and two institutes",
      record: """
        {author: ["Ama Sarpong", "Bo Ek", "Chen Wei", "Dina Roy"], date: 2018, number: "WP-7", \
        type: "Working Paper", title: "Slow Ports", institution: ["Baobab Centre", "Clingendael"]}
        """,
      apa: """
        Sarpong, A., Ek, B., Wei, C., & Roy, D. (2018). Slow Ports (Working Paper No. WP-7). \
        Baobab Centre; Clingendael.
        """,
      chicago: """
        Sarpong, Ama, Bo Ek, Chen Wei, and Dina Roy. 2018. “Slow Ports.” Working Paper WP-7, \
        Baobab Centre; Clingendael.
        """,
      mla: """
        Sarpong, Ama, et al. Slow Ports. Baobab Centre / Clingendael, 2018. Working Paper WP-7.
        """,
      harvard: """
        Sarpong, A. et al. (2018) Slow Ports. Working Paper WP-7. Baobab Centre and Clingendael.
        """),
    Shape(
      name: "twenty-one authors",
      record: """
        {author: [\(many(21).map { "\"Ann \($0)\"" }.joined(separator: ", "))], date: 2018, \
        type: "Book", title: "Crowds"}
        """,
      apa: """
        \(many(19).map { "\($0), A." }.joined(separator: ", ")), … Uux, A. (2018). Crowds.
        """,
      chicago: """
        Aax, Ann, \(many(7).dropFirst().map { "Ann \($0)" }.joined(separator: ", ")), et al. 2018. \
        Crowds.
        """,
      mla: "Aax, Ann, et al. Crowds. 2018.",
      harvard: "Aax, A. et al. (2018) Crowds."),
    Shape(
      name: "ten authors",
      record: """
        {author: [\(many(10).map { "\"Ann \($0)\"" }.joined(separator: ", "))], date: 2018, \
        type: "Book", title: "Crowds"}
        """,
      apa: """
        \(many(9).map { "\($0), A." }.joined(separator: ", ")), & Jjx, A. (2018). Crowds.
        """,
      chicago: """
        Aax, Ann, \(many(9).dropFirst().map { "Ann \($0)" }.joined(separator: ", ")), and Ann Jjx. \
        2018. Crowds.
        """,
      mla: "Aax, Ann, et al. Crowds. 2018.",
      harvard: "Aax, A. et al. (2018) Crowds."),
    Shape(
      name: "thesis",
      record: """
        {author: "Dina Roy", date: 2017-06, type: "PhD Thesis", title: "Harbours", \
        institution: "University of Accra"}
        """,
      apa: "Roy, D. (2017). Harbours [Doctoral dissertation, University of Accra].",
      chicago: "Roy, Dina. 2017. “Harbours.” PhD diss., University of Accra.",
      mla: "Roy, Dina. Harbours. 2017. University of Accra, PhD dissertation.",
      harvard: "Roy, D. (2017) Harbours. PhD thesis. University of Accra."),
    Shape(
      name: "conference paper",
      record: """
        {author: "Bo Ek", date: 2022-06-14, type: "Conference Paper", title: "Tides", \
        conference: "Ports Forum", place: "Lagos"}
        """,
      apa: "Ek, B. (2022, June 14). Tides [Conference paper]. Ports Forum, Lagos.",
      chicago: "Ek, Bo. 2022. “Tides.” Paper presented at Ports Forum, Lagos, June 14, 2022.",
      mla: "Ek, Bo. “Tides.” Ports Forum, 14 June 2022, Lagos.",
      harvard: "Ek, B. (2022) ‘Tides’, Ports Forum, Lagos, 14 June."),
    Shape(
      name: "newspaper article",
      record: """
        {author: "Ama Sarpong", date: 2020-11-02, type: "Newspaper Article", \
        title: "Trams, Again", newspaper: "The Harbour Times", pages: "5"}
        """,
      apa: "Sarpong, A. (2020, November 2). Trams, Again. The Harbour Times, 5.",
      chicago: "Sarpong, Ama. 2020. “Trams, Again.” The Harbour Times, November 2, 2020.",
      mla: "Sarpong, Ama. “Trams, Again.” The Harbour Times, 2 Nov. 2020, p. 5.",
      harvard: "Sarpong, A. (2020) ‘Trams, Again’, The Harbour Times, 2 November, p. 5."),
    Shape(
      name: "Chinese characters, date approximate",
      record: """
        {author: "林美玲", date: date("2010~"), type: "Book", title: "研究", publisher: "商務"}
        """,
      apa: "林美玲. (ca. 2010). 研究. 商務.",
      chicago: "林美玲. [ca. 2010]. 研究. 商務.",
      mla: "林美玲. 研究. 商務, [circa 2010].",
      harvard: "林美玲 (c. 2010) 研究. 商務."),
    Shape(
      name: "date uncertain, type unknown",
      record: """
        {author: "Bo Ek", date: date("2010-04?"), type: "Map", title: "Coasts of the U.S."}
        """,
      apa: "Ek, B. (ca. 2010, April). Coasts of the U.S. [Map].",
      chicago: "Ek, Bo. [2010?]. Coasts of the U.S. Map.",
      mla: "Ek, Bo. Coasts of the U.S. Apr. [2010?]. Map.",
      harvard: "Ek, B. (2010?) Coasts of the U.S. Map."),
    Shape(
      name: "several years",
      record: """
        {title: "Port Books", date: date("2019/2021"), type: "Report", url: "https://p.example"}
        """,
      apa: "Port Books. (2019–2021). https://p.example",
      chicago: "Port Books. 2019–2021. https://p.example.",
      mla: "Port Books. 2019–2021, https://p.example.",
      harvard: "Port Books (2019–2021). Available at: https://p.example."),
    Shape(
      name: "a decade, and no title",
      record: "{author: \"Bo Ek\", date: date(\"201X\")}",
      apa: "Ek, B. (2010s). [Untitled].",
      chicago: "Ek, Bo. 2010s. [Untitled].",
      mla: "Ek, Bo. [Untitled]. 2010s.",
      harvard: "Ek, B. (2010s) [Untitled]."),
    Shape(
      name: "nothing but a title",
      record: "{title: \"Rivers\"}",
      apa: "Rivers. (n.d.).", chicago: "Rivers. n.d.", mla: "Rivers.",
      harvard: "Rivers (no date)."),
  ]

  /// `Aax`, `Bbx`, …
  private static func many(_ count: Int) -> [String] {
    (0..<UInt8(count)).map { String(decoding: [65 + $0, 97 + $0, 120], as: UTF8.self) }
  }
}
