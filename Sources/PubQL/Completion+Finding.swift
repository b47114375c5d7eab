import PubQLSyntax

extension Completions {
  /// What can stand at a place of a text. Unit of `offset`: UTF-8.
  package static func find(
    in text: String, at offset: Int, data: CompletionData
  ) -> Completions {
    let bytes = Array(text.utf8)
    let offset = max(0, min(offset, bytes.count))
    let place = CompletionPlace(Array(bytes[..<offset]))
    var finder = CompletionFinder(place: place, data: data)
    let quote = place.start < offset ? bytes[place.start] : 0
    let isInQuotes = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    finder.isInQuotes = isInQuotes
    finder.quote = isInQuotes ? Character(Unicode.Scalar(quote)) : "\""
    // A quote or a blank that stands behind the cursor already is taken over, not doubled.
    let next = offset < bytes.count ? bytes[offset] : 0
    let takesNext = isInQuotes ? next == quote : next == UInt8(ascii: " ")
    let found = finder.find(replacing: place.start..<offset)
    guard takesNext, found.insertsEnd(next) else { return found }
    return found.replacing(to: offset + 1)
  }

  /// Whether the only item brings that byte with it at its end.
  private func insertsEnd(_ byte: UInt8) -> Bool {
    items.count == 1 && more == 0 && items.first?.text.utf8.last == byte
  }

  private func replacing(to end: Int) -> Completions {
    var wider = self
    wider.replace = replace.lowerBound..<end
    return wider
  }

  /// Of candidates, those that fit what was typed, best first.
  ///
  /// For hosts with words of their own, such as the commands of a prompt.
  public static func fitting(
    _ candidates: [Completion], typed: String, replacing range: Range<Int>
  ) -> Completions {
    var list = CompletionList(typed: typed)
    for item in candidates {
      list.add(item, named: item.label, stem: item.text)
    }
    return list.completions(replacing: range)
  }
}

/// Collects what fits at a place.
private struct CompletionFinder {
  let place: CompletionPlace
  let data: CompletionData
  var quote: Character = "\""
  var isInQuotes = false
  private var list: CompletionList

  init(place: CompletionPlace, data: CompletionData) {
    self.place = place
    self.data = data
    list = CompletionList(typed: place.typed)
  }

  mutating func find(replacing range: Range<Int>) -> Completions {
    switch place.wanted {
    case .nothing: break
    case .statement:
      for word in ["from", "let", "def", "load"] { addKeyword(word) }
      addStages()
      addOperands(prefersSingular: true)
    case .stage: addStages()
    case .operand(let prefersSingular): addOperands(prefersSingular: prefersSingular)
    case .mode(let words, let prefersSingular):
      for word in words { addKeyword(word, weight: 3) }
      addOperands(prefersSingular: prefersSingular)
    case .continuation(let words): for word in words { addKeyword(word) }
    case .value(let field): addValues(of: field)
    case .source:
      addSources()
      addVariables()
    case .file: addFiles()
    case .variable: addVariables()
    case .member(let owner): addMembers(of: owner)
    }
    return list.completions(replacing: range)
  }

  private mutating func addKeyword(_ word: String, weight: Int = 0) {
    list.add(
      Completion(text: word + " ", label: word, kind: .keyword), named: word, stem: word,
      weight: weight)
  }

  private mutating func addStages() {
    for grammar in StageGrammar.all {
      let needsMore = grammar.operands != .none || !grammar.clauses.isEmpty
      list.add(
        Completion(
          text: grammar.name + (needsMore ? " " : ""), label: grammar.name, kind: .stage,
          detail: "stage"),
        named: grammar.name, stem: grammar.name)
    }
    for definition in data.definitions where definition.isStage { add(definition) }
  }

  private mutating func add(_ definition: CompletionData.Definition) {
    list.add(
      Completion(text: definition.name, kind: .definition, detail: "definition"),
      named: definition.name, stem: definition.name)
  }

  private mutating func addOperands(prefersSingular: Bool) {
    for field in data.fields {
      let (first, other) =
        prefersSingular
        ? (field.singular ?? field.name, field.name) : (field.name, field.singular ?? field.name)
      let isOther = !first.hasPrefix(place.typed) && other.hasPrefix(place.typed)
      let name = isOther ? other : first
      let text = Printer.nameText(name)
      list.add(
        Completion(text: text + " ", label: name, kind: .field, detail: field.kind), named: name,
        stem: text, weight: 2)
    }
    for function in data.functions {
      list.add(
        Completion(
          text: function.name + "(", label: function.name + "()", kind: .function,
          detail: function.summary),
        named: function.name, stem: function.name, weight: 1)
    }
    for definition in data.definitions where !definition.isStage { add(definition) }
    if !place.typed.isEmpty { addKeyword("not") }
  }

  private mutating func addValues(of field: String) {
    var hasValues = false
    data.values(field) { text, count in
      hasValues = true
      let quoted = Completions.quoted(text, with: quote)
      list.add(
        Completion(
          text: quoted, label: "\"\(text)\"", kind: .value, detail: Completions.grouped(count)),
        named: text, stem: String(quoted.dropLast()), weight: count)
    }
    // Without a dictionary anything may be compared with it, such as a function's value.
    if !hasValues && !isInQuotes { addOperands(prefersSingular: true) }
  }

  private mutating func addVariables() {
    for name in data.variables {
      list.add(
        Completion(text: "$" + name, kind: .variable, detail: "variable"), named: name,
        stem: "$" + name)
    }
  }

  private mutating func addSources() {
    for name in ["corpus"] + data.sources {
      let text = Printer.nameText(name)
      list.add(
        Completion(text: text + " ", label: name, kind: .source, detail: "source"), named: name,
        stem: text)
    }
  }

  private mutating func addFiles() {
    let typed = place.typed
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    for name in data.files(folder) where typed.hasSuffix(".") || !name.hasPrefix(".") {
      let isFolder = name.hasSuffix("/")
      let quoted = Completions.quoted(folder + name, with: quote)
      let open = String(quoted.dropLast())
      list.add(
        Completion(text: isFolder ? open : quoted, label: name, kind: .file),
        named: folder + name, stem: open)
    }
  }

  private mutating func addMembers(of owner: String) {
    let field = data.fields.first { $0.name == owner || $0.singular == owner }
    for name in Completions.members(ofKind: field?.kind ?? "") {
      list.add(Completion(text: name, kind: .keyword), named: name, stem: name)
    }
  }
}

extension Completions {
  /// A text literal; within `'` nothing can be escaped, so that a text with `'` is put in `"`.
  fileprivate static func quoted(_ text: String, with quote: Character) -> String {
    guard quote == "\"" || text.contains(where: { $0 == quote || $0 == "\n" }) else {
      return "\(quote)\(text)\(quote)"
    }
    return Printer.quoted(text)
  }

  /// `12345` as `12,345`.
  fileprivate static func grouped(_ count: Int) -> String {
    var text = ""
    let digits = String(count)
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// What can follow the dot behind a field of a kind.
  fileprivate static func members(ofKind kind: String) -> [String] {
    if kind.contains("date") { return ["year", "month", "day", "start", "end", "precision"] }
    if kind.contains("pe") && (kind.contains("person") || kind.contains("people")) {
      return ["family", "given", "particle", "suffix"]
    }
    return []
  }
}
