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

  /// `A. M.`
  var initials: String {
    given.split(separator: " ").map { name in
      // Scripts without capitals do not shorten names.
      name.lowercased() == name.uppercased() ? String(name) : "\(name.prefix(1))."
    }
    .joined(separator: " ")
  }

  func written(_ form: String) -> String {
    let whole = (particle.isEmpty ? "" : particle + " ") + family
    func joined(_ given: String) -> String { given.isEmpty ? whole : given + " " + whole }
    return switch form {
    case "F. Family": joined(initials)
    case "Family, F.": whole + (given.isEmpty ? "" : ", " + initials)
    case "Family, Given": whole + (given.isEmpty ? "" : ", " + given)
    case "Family": whole
    default: joined(given)
    }
  }
}

extension PlainFunction {
  static let people: [PlainFunction] = [
    part("family") { $0.family }, part("given") { $0.given }, part("particle") { $0.particle },
    part("suffix") { _ in "" }, part("initials") { $0.initials },
    PlainFunction(
      "name",
      [
        .kind(.person),
        .optional(
          .choice(["F. Family", "Family, F.", "Given Family", "Family, Given", "Family"])),
      ],
      .each(.text)
    ) { arguments in
      let form = arguments.count > 1 ? arguments[1].text ?? "" : ""
      return .text(PlainPerson(arguments[0].text ?? "").written(form))
    },
    PlainFunction("same_person", [.kind(.list(.person)), .kind(.person)], .one(.bool)) {
      arguments in
      .bool(
        arguments[0].members.contains { a in
          arguments[1].members.contains {
            PlainRelation.equal.meets(.person(a.text ?? ""), .person($0.text ?? ""))
          }
        })
    },
  ]

  private static func part(
    _ name: String, _ part: @escaping @Sendable (PlainPerson) -> String
  ) -> PlainFunction {
    PlainFunction(name, [.kind(.person)], .each(.text)) { arguments in
      let text = part(PlainPerson(arguments[0].text ?? ""))
      return text.isEmpty ? .missing : .text(text)
    }
  }
}
