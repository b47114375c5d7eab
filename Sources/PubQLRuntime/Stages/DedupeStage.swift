import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax

extension StageDefinition {
  /// One record of each work.
  static let dedupe = StageDefinition(
    "dedupe", usage: "dedupe [by VALUE, …]",
    summary: "Keep the fullest of records with like title, year and authors, or with equal values; "
      + "`duplicates` and `why` tell of the others"
  ) { use in
    // Rows that are no records are alike when they are equal.
    if use.stage.clause("by") == nil, use.dedupeFields == nil, !use.schema.isOpen {
      return use.adding(DistinctOperator())
    }
    guard let use = use.clearing(["duplicates", "why"]) else { return nil }
    let rule: DedupeOperator.Rule
    if let by = use.stage.clause("by") {
      guard let keys = use.columns(by.operands) else { return nil }
      rule = .equal(keys.map(\.derived))
    } else if let fields = use.dedupeFields {
      rule = .alike(fields)
    } else {
      return nil
    }
    let idColumn = use.schema.index(of: "id")
    let idType = idColumn.map { use.schema.columns[$0].type } ?? .number
    return use.adding(
      DedupeOperator(
        rule: rule, idColumn: idColumn, abstractColumn: use.schema.index(of: "abstract")),
      schema: use.schema.adding([
        SchemaColumn(made: "duplicates", type: .list(idType)),
        SchemaColumn(made: "why", type: .text),
      ]))
  }
}

extension StageUse {
  /// The fields that tell works apart; nil where rows have no title.
  fileprivate var dedupeFields: DedupeFields? {
    // `with` may have given the records another title.
    guard
      let title = schema.columns.firstIndex(where: {
        $0.field == .title || schema.hasSource && $0.name == StandardField.title.name
      }),
      schema.columns[title].type.isTextual
    else { return nil }
    let date = schema.index(of: "date").flatMap { schema.columns[$0].type == .date ? $0 : nil }
    let authors = schema.index(of: "authors").flatMap {
      schema.columns[$0].type.element.isTextual ? $0 : nil
    }
    return DedupeFields(title: title, date: date, authors: authors)
  }
}
