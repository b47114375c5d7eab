/// A name of the corpora taken apart: `Alice M. Ekman`, `Ekman, Alice`, `Anna van Dijk`.
struct PlainPerson {
  var given = ""
  var particle = ""
  var family = ""

  private static let particles: Set<String> = ["van", "von", "der", "den", "de", "di", "la"]

  init(_ name: String) {
    var words = name.split(separator: " ").map(String.init)
    if let comma = name.firstIndex(of: ",") {
      given = words.last ?? ""
      words = name[..<comma].split(separator: " ").map(String.init)
    }
    family = words.popLast() ?? ""
    var before: [String] = []
    while let last = words.last, Self.particles.contains(last) {
      before.insert(last, at: 0)
      words.removeLast()
    }
    particle = before.joined(separator: " ")
    if given.isEmpty { given = words.joined(separator: " ") }
  }
}

extension PlainFunction {
  static let people: [PlainFunction] = [part("family") { $0.family }, part("given") { $0.given }]

  private static func part(
    _ name: String, _ part: @escaping @Sendable (PlainPerson) -> String
  ) -> PlainFunction {
    PlainFunction(name, [.person], .each(.text)) { arguments in
      let text = part(PlainPerson(arguments[0].text ?? ""))
      return text.isEmpty ? .missing : .text(text)
    }
  }
}
