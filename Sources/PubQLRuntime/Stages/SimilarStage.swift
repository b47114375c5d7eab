import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax

extension StageDefinition {
  /// Rows that are like a record.
  static let similar = StageDefinition(
    "similar", usage: "similar ID",
    summary: "The rows that are most like the record of that id, with a `score` from 0 to 1"
  ) { use in
    guard let operand = use.stage.operands.first, let id = use.recordID(operand),
      let use = use.clearing(["score"])
    else { return nil }
    let columns = use.likenessColumns
    guard let idColumn = use.schema.index(of: "id"), let columns else {
      if !use.schema.isOpen {
        use.checker.report(
          SearchProblem.needsRecords(use.stage.name.span, columns: StageUse.comparedFields))
      }
      return nil
    }
    return use.adding(
      SimilarOperator(id: id, idColumn: idColumn, columns: columns, at: operand.span),
      schema: use.schema.adding([SchemaColumn(made: "score", type: .number)]))
  }
}

extension StageUse {
  fileprivate static let comparedFields = ["title", "abstract", "authors", "topics", "regions"]
  /// A word of a title counts like so many of an abstract.
  private static let titleWeight = 3.0

  /// The id of a record; nil when a mistake was reported.
  fileprivate func recordID(_ operand: StageOperand) -> String? {
    let typed = check(operand)
    switch typed.constant {
    case .text(let id)?: return id
    case .whole(let id)?: return String(id)
    case .missing? where [.any, .missing].contains(typed.type): return ""
    case nil where typed.type.isTextual || [.number, .any].contains(typed.type):
      checker.report(SearchProblem.notKnownBeforehand(stage.name.text, operand.span))
    default:
      checker.report(
        .argumentKind(
          stage.name.text, operand.span, expected: "the id of a record", found: typed.type))
    }
    return nil
  }

  /// The columns that records are compared by; nil when there are none.
  fileprivate var likenessColumns: LikenessColumns? {
    func column(_ name: String) -> Int? {
      schema.index(of: name).flatMap { schema.columns[$0].type.element.isTextual ? $0 : nil }
    }
    let title = column("title").map { ($0, Self.titleWeight) }
    let abstract = column("abstract").map { ($0, 1.0) }
    let texts = [title, abstract].compactMap { $0 }
    let values = [column("topics"), column("regions")].compactMap { $0 }
    let people = [column("authors")].compactMap { $0 }
    guard !(texts.isEmpty && values.isEmpty && people.isEmpty) else { return nil }
    return LikenessColumns(
      texts: texts.map { (column: $0.0, weight: $0.1) }, values: values, people: people)
  }
}
