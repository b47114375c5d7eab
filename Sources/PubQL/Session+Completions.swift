internal import PubQLEngine
internal import PubQLModel
internal import PubQLRuntime
internal import PubQLSyntax

extension Session {
  /// What can stand at a place of a text that is being typed: names of what is loaded and defined,
  /// and the values of fields with their counts.
  ///
  /// - Parameter offset: of the cursor in the text, in UTF-8.
  public func completions(in text: String, at offset: Int) -> Completions {
    .find(in: text, at: offset, data: completionData)
  }

  private var completionData: CompletionData {
    var data = CompletionData()
    let environment = interpreter.environment
    data.fields = environment.corpus.fields.map { field in
      CompletionData.Field(
        name: field.name, singular: field.standard?.singular, kind: ValueType(field).name)
    }
    let functions = Reference.functions + Reference.aggregates
    let known = Set(functions.map(\.name))
    let running = Reference.runningColumns.filter { !known.contains($0.name) }
    data.functions = (functions + running).map {
      CompletionData.Function(name: $0.name, summary: $0.summary)
    }
    data.definitions = environment.definitions.map { name, definition in
      let isStage = if case .corpus = definition.body.head { true } else { false }
      return CompletionData.Definition(name: name, isStage: isStage)
    }
    data.variables = Array(environment.variables.keys)
    data.sources = Array(environment.sources.keys)
    data.values = { [unowned self] in visitValues(of: $0, $1) }
    data.files = { [unowned self] in names(inFolder: $0) }
    return data
  }

  /// What a folder holds, folders with `/` behind them. The host finds files only, so that a
  /// folder shows by the files in it.
  private func names(inFolder folder: String) -> [String] {
    guard !folder.utf8.contains(where: { "*?[".utf8.contains($0) }) else { return [] }
    var names: Set<String> = []
    for pattern in ["*", "*/*"] {
      let found = try? interpreter.host.files(matching: folder + pattern)
      for path in found?.paths ?? [] where path.hasPrefix(folder) {
        let rest = path.dropFirst(folder.count)
        let name = rest.prefix { $0 != "/" }
        names.insert(name.count < rest.count ? name + "/" : String(name))
      }
    }
    return names.sorted()
  }
}
