extension PlainFunction {
  static let records: [PlainFunction] = [
    PlainFunction("keys", [.kind(.record)], .one(.list(.text))) { arguments in
      guard case .record(let members) = arguments[0] else { return .missing }
      return .texts(members.map(\.name))
    },
    PlainFunction("has", [.kind(.record), .choice(["a", "b", "c"])], .one(.bool)) { arguments in
      .bool(!member(arguments).isMissing)
    },
    PlainFunction("get", [.kind(.record), .choice(["b", "c"])], .one(.text)) { member($0) },
    PlainFunction("merge", [.kind(.record), .kind(.record)], .one(.record)) { arguments in
      var merged: [(name: String, value: PlainValue)] = []
      for case .record(let members) in arguments {
        for member in members {
          if let place = merged.firstIndex(where: { $0.name == member.name }) {
            merged[place] = member
          } else {
            merged.append(member)
          }
        }
      }
      return .record(merged)
    },
    PlainFunction("values", [.kind(.record)], .one(.list(.text))) { arguments in
      guard case .record(let members) = arguments[0] else { return .missing }
      return .list(members.map(\.value))
    },
  ]

  private static func member(_ arguments: [PlainValue]) -> PlainValue {
    guard case .record(let members) = arguments[0] else { return .missing }
    return members.first { $0.name == arguments[1].text }?.value ?? .missing
  }
}
