extension PlainFunction {
  static let lists: [PlainFunction] = [
    PlainFunction("length", [.any], .one(.number)) { arguments in
      if case .text(let text) = arguments[0] { return .whole(text.count) }
      return .whole(arguments[0].members.count)
    },
    PlainFunction("join", [.list, .optional(.choice([", ", " + ", ""]))], .one(.text)) {
      let separator = $0.count > 1 ? $0[1].text ?? "; " : "; "
      return .text($0[0].members.map(\.shown).joined(separator: separator))
    },
    PlainFunction("reverse", [.list], .list) { .list($0[0].members.reversed()) },
  ]
}
