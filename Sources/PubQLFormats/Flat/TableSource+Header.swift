import PubQLModel

extension TableSource {
  /// The column names of formats that have a header: those of the columns, or `value` for the
  /// one column of a list or a single value.
  var headerNames: [String] {
    switch shape {
    case .table, .records, .record: columns.map(\.name)
    case .list, .value: columns.isEmpty ? [] : ["value"]
    }
  }
}
