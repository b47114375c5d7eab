import PubQLEngine
import PubQLModel

extension Builtin {
  /// Functions of people.
  static let peopleFunctions = [
    part("family", "The family name of a person", ("Ekman, Alice", "Ekman")),
    part("given", "The given names of a person", ("Ekman, Alice", "Alice")),
  ]

  private static func part(
    _ name: String, _ summary: String, _ example: (String, String)
  ) -> Builtin {
    Builtin(
      name, [Parameter("person", .person)], gives: .each(.text), summary: summary,
      examples: [("\(name)(\"\(example.0)\")", example.1)]
    ) { call throws(RunError.Reason) in
      guard let printed = call.first.textual, let member = ValueMembers.named(name, of: .person)
      else { return .missing }
      return try member.function.body([.person(printed)])
    }
  }
}
