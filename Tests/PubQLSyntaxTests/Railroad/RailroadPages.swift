import Foundation

/// The pictures of a grammar, and the page that shows them.
struct RailroadPages {
  struct Picture {
    let rule: String
    let file: String
    let svg: String
  }

  /// Rules that the grammar has under one heading.
  private struct Section {
    let title: String
    var rules: [String] = []
  }

  let pictures: [Picture]
  let index: String

  init(_ text: String) throws {
    let grammar = try EBNF(text)
    let sections = RailroadPages.sections(text)
    pictures = sections.flatMap(\.rules).compactMap { name in
      grammar.rules[name].map {
        Picture(
          rule: name, file: RailroadPages.file(name),
          svg: RailroadPicture.svg(name, Railroad($0)))
      }
    }
    index = RailroadPages.index(sections, grammar)
  }

  /// The rules in their order; a comment between rules begins a section with its first words.
  private static func sections(_ text: String) -> [Section] {
    var sections = [Section(title: "Statements")]
    for line in text.split(separator: "\n") {
      if line.hasPrefix("(* "), !sections[0].rules.isEmpty {
        let title = line.dropFirst(3).prefix { $0 != "." && $0 != ":" && $0 != "*" }
        sections.append(Section(title: String(title)))
      }
      let name = line.prefix { $0.isLetter || $0 == "_" }
      if !name.isEmpty, line.dropFirst(name.count).hasPrefix(" =") {
        sections[sections.count - 1].rules.append(String(name))
      }
    }
    return sections
  }

  /// Rules of the lexer differ from others only in their capitals, which not every disk tells apart.
  private static func file(_ rule: String) -> String { anchor(rule) + ".svg" }

  private static func anchor(_ rule: String) -> String {
    rule.contains(where: \.isLowercase) ? rule : "lexer-" + rule.lowercased()
  }

  private static func index(_ sections: [Section], _ grammar: EBNF) -> String {
    var users: [String: [String]] = [:]
    for name in sections.flatMap(\.rules) {
      guard let node = grammar.rules[name] else { continue }
      for used in Set(names(node)) { users[used, default: []].append(name) }
    }
    var page = """
      # The grammar in pictures

      Drawn from [`pubql.ebnf`](pubql.ebnf), which also says what pictures cannot; a test keeps them
      current. Follow a line from the left to the right. What is in a round box is written so, what is
      in a square one is another rule. A rule in capitals is a single word, number or text: nothing
      stands between its parts.

      """
    for section in sections {
      page += "\n## \(section.title)\n"
      for name in section.rules {
        page += "\n<a id=\"\(anchor(name))\"></a>\n![\(name)](railroad/\(file(name)))\n"
        let links = (users[name] ?? []).map { "[`\($0)`](#\(anchor($0)))" }
        if !links.isEmpty { page += "\nUsed in \(links.joined(separator: ", "))\n" }
      }
    }
    return page
  }

  /// The rules that a node names.
  private static func names(_ node: EBNF.Node) -> [String] {
    switch node {
    case .rule(let name): [name]
    case .sequence(let nodes), .choice(let nodes, _): nodes.flatMap(names)
    case .optional(let node, _), .many(let node, _): names(node)
    case .except(let node, let other): names(node) + names(other)
    case .terminal, .special: []
    }
  }
}
