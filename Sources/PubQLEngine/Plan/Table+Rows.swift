extension Table {
  /// Stands for a row that there is not.
  static let noRow = -1

  /// Some of the rows, in their order: records that are a set stay one.
  ///
  /// - Parameter places: ascending, each once.
  func keeping(_ places: [Int]) -> Table {
    guard isRecordSet, let rows, case .set(let set) = rows.selection else {
      return indexed.taking(places)
    }
    var result = self
    let records = set.records
    let kept = Block(places.map { records[$0] })
    result.rows = RecordRows(
      corpus: rows.corpus,
      selection: .set(RecordSet(universe: set.universe, ascending: kept)))
    result.rowCount = places.count
    return result
  }

  /// The cells of a column at some rows, as a column that reads from no corpus.
  ///
  /// - Parameter places: in any order, with repeats; `noRow` gives missing. The table has its
  ///   records listed (`Table.indexed`).
  func detached(_ column: Int, at places: [Int], called name: String) -> Column {
    let old = columns[column]
    let data: Column.Data
    switch old.data {
    case .coded(let dictionary, let codes):
      data = .coded(
        dictionary, places.map { $0 == Self.noRow ? Column.missingCode : codes[$0] })
    case .wholes(let values) where !places.contains(Self.noRow):
      data = .wholes(places.map { values[$0] })
    case .texts(let texts): data = .texts(texts.taking(places))
    case .field(let field):
      data =
        recordTexts(column).map { .texts($0.taking(places)) }
        ?? detachedCodes(of: field, at: places) ?? detachedValues(column, at: places)
    case .wholes, .values: data = detachedValues(column, at: places)
    }
    return Column(
      name: name, type: old.type, field: name == old.name ? old.field : nil, data: data)
  }

  private func detachedValues(_ column: Int, at places: [Int]) -> Column.Data {
    .values(places.map { $0 == Self.noRow ? .missing : value(row: $0, column: column) })
  }

  /// The codes of a field of single values.
  private func detachedCodes(of field: Int, at places: [Int]) -> Column.Data? {
    guard let rows, rows.corpus.fields[field].kind.isCoded,
      !rows.corpus.fields[field].isMultiple
    else { return nil }
    let coded = rows.corpus.coded(field)
    let records = rows.list
    return .coded(
      coded.dictionary,
      places.map { place in
        guard place != Self.noRow else { return Column.missingCode }
        return coded.column.codes(of: Int(records[place])).first ?? Column.missingCode
      })
  }
}
