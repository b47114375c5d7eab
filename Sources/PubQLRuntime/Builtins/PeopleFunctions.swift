import PubQLEngine
import PubQLModel

extension Builtin {
  /// Functions of people.
  static let peopleFunctions = [
    part("family", "The family name of a person", ("Ekman, Alice", "Ekman")),
    part("given", "The given names of a person", ("Ekman, Alice", "Alice")),
    part(
      "particle", "What stands before the family name, such as *de* or *van der*",
      ("Jan van den Berg", "van den")),
    part("suffix", "What stands behind the name, such as *Jr.*", ("Walter Pope Jr.", "Jr.")),
    initials, personName, samePerson,
  ]

  private static func part(
    _ name: String, _ summary: String, _ example: (String, String)
  ) -> Builtin {
    Builtin(
      name, [Parameter("person", .person)], gives: .each(.text), summary: summary,
      notes: "Missing where the name has none. An organisation is a family name as a whole.",
      examples: [("\(name)(\"\(example.0)\")", example.1)]
    ) { call throws(RunError.Reason) in
      guard let printed = call.first.textual, let member = ValueMembers.named(name, of: .person)
      else { return .missing }
      return try member.function.body([.person(printed)])
    }
  }

  /// First letters of given names.
  private static let initials = Builtin(
    "initials", [Parameter("person", .person)], gives: .each(.text),
    summary: "The given names of a person, shortened",
    notes: """
      Hyphens stay. Small-written words stay as they are, and so do names in scripts without \
      capitals. Missing where there are no given names.
      """,
    examples: [
      ("initials(\"Ekman, Alice Maria\")", "A. M."), ("initials(\"Jean-Paul Roy\")", "J.-P."),
    ]
  ) { call throws(RunError.Reason) in
    nonEmpty(call.first.textual.map { PersonName($0).initials() })
  }

  /// A name in one of the usual forms.
  private static let personName = Builtin(
    "name",
    [
      Parameter("person", .person),
      Parameter("form", .choice(NameForm.allCases.map(\.rawValue)), optional: true),
    ],
    gives: .each(.text),
    summary: "The name of a person in a form, else as \"Given Family\"",
    notes: """
      The forms are "F. Family", "Family, F.", "Given Family", "Family, Given" and "Family". \
      Particles stand before the family name in each. Titles and degrees are left out. \
      Organisations and names in East Asian writing stay as they are.
      """,
    examples: [
      ("name(\"Alice Maria Ekman\", \"F. Family\")", "A. M. Ekman"),
      ("name(\"Jan van den Berg\", \"Family, Given\")", "van den Berg, Jan"),
      ("name(\"Ekman, Alice\")", "Alice Ekman"),
    ]
  ) { call throws(RunError.Reason) in
    guard let printed = call.first.textual else { return .missing }
    guard let form = try chosen(call[1], among: NameForm.allCases.map(\.rawValue), of: "name")
    else { return nonEmpty(PersonName(printed).text(.givenFamily)) }
    return nonEmpty(NameForm(rawValue: form).map { PersonName(printed).text($0) })
  }

  /// What `=` asks of people, for values that are not known as such.
  private static let samePerson = Builtin(
    "same_person", [Parameter("a", .person), Parameter("b", .person)], gives: .one(.bool),
    summary: "Whether two names can be of one person, as `=` compares authors",
    notes: """
      Of lists, whether any two of them can be. False where one is missing. Two names that may be \
      of a third are not always of each other: *A. Ekman* may be Alice or Anna.
      """,
    examples: [
      ("same_person(\"A. Ekman\", \"Ekman, Alice\")", "true"),
      ("same_person(\"Bo Ekman\", \"Ekman, Alice\")", "false"),
    ]
  ) { call throws(RunError.Reason) in
    let right = call[1].members.compactMap(\.textual).filter { !$0.isEmpty }
    let test = ValueTest(.equal, .list(right.map { .text($0) }))
    return .bool(
      call.first.members.contains { value in
        value.textual.map { !$0.isEmpty && test.holds(.person($0)) } ?? false
      })
  }

  /// A text, or missing where it is empty.
  static func nonEmpty(_ text: String?) -> Value {
    text.map { $0.isEmpty ? .missing : .text($0) } ?? .missing
  }

  /// The word that an argument chooses; nil where it is missing.
  /// - Throws: `.badArgument` for another word, `.wrongKind` for what is no text.
  static func chosen(
    _ value: Value, among words: [String], of function: String
  ) throws(RunError.Reason) -> String? {
    if value.isMissing { return nil }
    guard let text = value.textual else {
      throw .wrongKind(operation: function, kind: value.kindName)
    }
    guard let word = choice(text, among: words) else {
      let known = words.map { "\"\($0)\"" }.joined(separator: ", ")
      throw .badArgument(function: function, "\"\(text)\" is none of \(known)")
    }
    return word
  }
}
