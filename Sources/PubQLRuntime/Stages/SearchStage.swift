import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax
import PubQLText

extension StageDefinition {
  /// Rows that have the words, the best first.
  static let search = StageDefinition(
    "search", usage: "search \"WORDS\" [{ FIELD: WEIGHT, … }]",
    summary: "Keep the rows that have all these words and quoted phrases, and no `-word`, the best "
      + "first, with a `score`"
  ) { use in
    guard let operand = use.stage.operands.first, let search = use.searchText(operand),
      let use = use.clearing(["score"]), let columns = use.searchedColumns()
    else { return nil }
    var schema = use.schema.adding([SchemaColumn(made: "score", type: .number)])
    schema.search = search
    return use.adding(SearchOperator(search: search, columns: columns), schema: schema)
  }
}

extension StageUse {
  /// What is searched for; nil when a mistake was reported.
  fileprivate func searchText(_ operand: StageOperand) -> SearchText? {
    let typed = check(operand)
    if let text = typed.constant?.textual {
      let search = SearchText(text)
      if search.isEmpty { checker.report(SearchProblem.noWord(operand.span)) }
      return search.isEmpty ? nil : search
    }
    // The value of a parameter may not be known yet; then the search fails when it runs.
    if typed.constant?.isMissing == true, [.any, .missing].contains(typed.type) {
      return SearchText("")
    }
    if typed.type.isTextual || typed.type == .any {
      checker.report(SearchProblem.notKnownBeforehand(stage.name.text, operand.span))
    } else {
      checker.report(
        .argumentKind(stage.name.text, operand.span, expected: "text", found: typed.type))
    }
    return nil
  }

  /// The columns of the block; without one `title` and `abstract`, where a word in a title counts
  /// twice, or all texts.
  fileprivate func searchedColumns() -> [SearchOperator.SearchedColumn]? {
    if let block = stage.block { return weighted(block) }
    let usual = [("title", 2.0), ("abstract", 1.0)].compactMap { name, weight in
      schema.index(of: name).flatMap { index in
        schema.columns[index].type.element.isTextual
          ? SearchOperator.SearchedColumn(column: index, weight: weight) : nil
      }
    }
    if !usual.isEmpty { return usual }
    let all = schema.columns.indices.filter { isSearchable(schema.columns[$0].type) }
    if all.isEmpty, !schema.isOpen {
      checker.report(SearchProblem.nothingToSearch(stage.name.span))
      return nil
    }
    return all.map { SearchOperator.SearchedColumn(column: $0, weight: 1) }
  }

  private func isSearchable(_ type: ValueType) -> Bool {
    type.element.isTextual && type != .identifier || type.element == .any
  }

  private func weighted(_ block: [NamedExpression]) -> [SearchOperator.SearchedColumn]? {
    var columns: [SearchOperator.SearchedColumn] = []
    var isValid = true
    func refuse(_ problem: SearchProblem) {
      checker.report(problem)
      isValid = false
    }
    for item in block {
      let name = item.name
      guard let index = schema.index(of: name.text) else {
        if !schema.isOpen {
          checker.report(.unknownField(name.text, name.span, known: schema.columns.map(\.name)))
          isValid = false
        }
        continue
      }
      let type = schema.columns[index].type
      guard type.element.isTextual || type.element == .any else {
        refuse(.notSearchable(name.text, name.span, type))
        continue
      }
      if columns.contains(where: { $0.column == index }) {
        refuse(.searchedTwice(name.text, name.span))
      }
      let weight = checker.check(item.value, scope).constant?.number
      guard let weight, weight > 0, weight <= 1000 else {
        refuse(.badWeight(name.text, item.value.span))
        continue
      }
      columns.append(SearchOperator.SearchedColumn(column: index, weight: weight))
    }
    if isValid, columns.isEmpty, !schema.isOpen { refuse(.nothingToSearch(stage.name.span)) }
    return isValid ? columns : nil
  }
}
