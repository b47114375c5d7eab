package import PubQLEngine
package import PubQLModel
package import PubQLText

/// The columns that an expression can name, and what rows are.
package struct Schema: Sendable {
  package var columns: [SchemaColumn]
  package var shape: TableShape
  /// Whether rows are records that have a source.
  package var hasSource: Bool
  /// Whether there may be columns that are not known yet.
  package var isOpen: Bool
  /// What the rows were last searched for.
  package var search: SearchText?

  package init(_ table: Table, isOpen: Bool = false) {
    columns = table.columns.map { column in
      var known = SchemaColumn(name: column.name, type: column.type, field: column.field)
      if case .field = column.data { known.isOfData = column.field == nil }
      known.isMade = column.isMade
      return known
    }
    shape = table.shape
    hasSource = table.rows != nil
    search = table.search
    self.isOpen = isOpen
  }

  package init(columns: [SchemaColumn], shape: TableShape = .table, hasSource: Bool = false) {
    self.columns = columns
    self.shape = shape
    self.hasSource = hasSource
    isOpen = false
  }

  /// The column that a name means.
  package func index(of name: String) -> Int? {
    columns.firstIndex { $0.name == name }
      ?? columns.firstIndex { $0.isAlsoCalled(name) }
  }

  /// The names of the columns, each as it is called, and those of whole records also in the
  /// singular.
  var listedNames: [String] { hasSource ? names : columns.map(\.name) }

  /// All names that would be understood, for suggestions.
  var names: [String] {
    columns.flatMap { column in
      [column.name] + (column.field?.singular.map { [$0] } ?? [])
    } + (index(of: "date") != nil ? ["year"] : []) + (hasSource ? ["source"] : [])
  }
}

/// A column as far as it is known before a query runs.
package struct SchemaColumn: Sendable {
  package var name: String
  package var type: ValueType
  package var field: StandardField?
  /// Whether only the data knows its name, so that it may not stand in the way of another's.
  var isOfData = false
  /// Whether a stage such as `search` made it, and may make it anew.
  var isMade = false

  package init(name: String, type: ValueType, field: StandardField? = nil) {
    self.name = name
    self.type = type
    self.field = field
  }

  /// The singular or plural of a field, whichever the column is not called.
  func isAlsoCalled(_ other: String) -> Bool {
    guard let field, name == field.name || name == field.singular else { return false }
    return other == field.name || other == field.singular
  }
}
