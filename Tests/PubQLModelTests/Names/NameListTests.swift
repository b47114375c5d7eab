import PubQLModel
import Testing

@Suite struct NameListTests {
  @Test(arguments: [
    ("Alice Ekman and Cristina de Esperanza Picardo", "Alice Ekman|Cristina de Esperanza Picardo"),
    ("Ekman, Alice", "Ekman, Alice"),
    ("Ekman, Alice; Picardo, Cristina", "Ekman, Alice|Picardo, Cristina"),
    ("Ekman, Alice; and Picardo, Cristina", "Ekman, Alice|Picardo, Cristina"),
    ("Ekman, Alice and Picardo, Cristina", "Ekman, Alice|Picardo, Cristina"),
    ("Alice Ekman, John Smith and Bob Lee", "Alice Ekman|John Smith|Bob Lee"),
    ("Alice Ekman, John Smith, and Bob Lee", "Alice Ekman|John Smith|Bob Lee"),
    ("Alice Ekman, John Smith", "Alice Ekman|John Smith"),
    ("Smith, J., Jones, K.", "Smith, J.|Jones, K."),
    ("J. Smith, K. Jones, L. Brown", "J. Smith|K. Jones|L. Brown"),
    ("Smith, J., and K. Jones", "Smith, J.|K. Jones"),
    ("Ekman, Alice, and John Smith", "Ekman, Alice|John Smith"),
    ("Ekman, Alice, John Smith, and Bob Lee", "Ekman, Alice|John Smith|Bob Lee"),
    ("Smith, John A., Jones, Mary B.", "Smith, John A.|Jones, Mary B."),
    ("King, Martin Luther", "King, Martin Luther"),
    ("García Márquez, Gabriel", "García Márquez, Gabriel"),
    ("García Márquez, Gabriel and Ekman, Alice", "García Márquez, Gabriel|Ekman, Alice"),
    ("van der Berg, Jan, Smith, John", "van der Berg, Jan|Smith, John"),
    ("Ludwig van Beethoven and Vincent van Gogh", "Ludwig van Beethoven|Vincent van Gogh"),
    ("Ludwig van Beethoven, Vincent van Gogh", "Ludwig van Beethoven|Vincent van Gogh"),
    ("Martin Luther King, Jr., and John Smith III", "Martin Luther King, Jr.|John Smith III"),
    ("King, Martin Luther, Jr. and Smith, John", "King, Martin Luther, Jr.|Smith, John"),
    ("Alice Ekman, PhD, and Bob Lee, MD", "Alice Ekman, PhD|Bob Lee, MD"),
    ("Smith, Jones, Brown and Lee", "Smith|Jones|Brown|Lee"), ("Smith & Jones", "Smith|Jones"),
    ("Alice Ekman & John Smith", "Alice Ekman|John Smith"),
    ("Alice Ekman with John Smith", "Alice Ekman|John Smith"),
    ("Alice Ekman et al.", "Alice Ekman"),
    ("Alice Ekman, John Smith, et al.", "Alice Ekman|John Smith"),
    ("Alice Ekman and others", "Alice Ekman"), ("Alice Ekman.", "Alice Ekman"),
    ("Smith, J.", "Smith, J."),
    ("Alice Ekman,", "Alice Ekman"),
    ("\u{A0}Alice Ekman \u{A0}and John Smith\u{A0}", "Alice Ekman|John Smith"),
    (
      "Center for Strategic and International Studies",
      "Center for Strategic and International Studies"
    ),
    ("Ministry of Foreign Affairs and Trade", "Ministry of Foreign Affairs and Trade"),
    ("Ministry of Industry, Trade and Energy", "Ministry of Industry, Trade and Energy"),
    (
      "Department of Health, Education, and Welfare", "Department of Health, Education, and Welfare"
    ),
    (
      "Alice Ekman and European Union Institute for Security Studies",
      "Alice Ekman|European Union Institute for Security Studies"
    ),
    (
      "International Crisis Group and Amnesty International",
      "International Crisis Group|Amnesty International"
    ),
    ("Food and Agriculture Organization", "Food and Agriculture Organization"),
    (
      "London School of Economics and Political Science",
      "London School of Economics and Political Science"
    ),
    (
      "Alice Ekman, Center for Strategic and International Studies, and Bob Lee",
      "Alice Ekman|Center for Strategic and International Studies|Bob Lee"
    ),
    ("International Crisis Group and Alice Ekman", "International Crisis Group|Alice Ekman"),
    ("Amnesty International and Oxfam", "Amnesty International|Oxfam"),
    ("African Union and United Nations", "African Union|United Nations"),
    ("{Alice and Bob, Ltd} and John Smith", "{Alice and Bob, Ltd}|John Smith"),
    ("Acme Holdings, Inc. and Alice Ekman", "Acme Holdings, Inc.|Alice Ekman"),
    ("", ""), (" , and ; ", ""), ("习近平、山田太郎", "习近平、山田太郎"), ("Plato", "Plato"),
  ])
  func `single names of a line`(line: String, names: String) {
    #expect(PersonName.splitList(line).joined(separator: "|") == names)
  }

  @Test func `known names overrule`() {
    let known: Set<String> = ["simon and schuster", "smith", "jones", "alpha and omega, beta"]
    func split(_ line: String) -> [String] {
      PersonName.splitList(line) { known.contains($0) }
    }
    #expect(split("Simon and Schuster") == ["Simon and Schuster"])
    #expect(split("Alice Ekman, Simon and Schuster") == ["Alice Ekman", "Simon and Schuster"])
    #expect(split("Smith, Jones") == ["Smith", "Jones"])
    #expect(split("Alpha and Omega, Beta") == ["Alpha and Omega, Beta"])
  }

  @Test func `others are told`() {
    func hasOthers(_ line: String) -> Bool {
      Array(line.utf8).withUnsafeBufferPointer { NameList($0).hasOthers }
    }
    #expect(hasOthers("Alice Ekman et al."))
    #expect(hasOthers("Ekman, Alice and others"))
    #expect(!hasOthers("Alice Ekman"))
  }
}
