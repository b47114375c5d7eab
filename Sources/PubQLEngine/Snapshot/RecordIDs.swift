/// Ids of records, as those who want to delete or replace these name them: to the letter.
package struct RecordIDs: ~Copyable {
  private var ids = Interner()

  package init() {}

  package init(_ ids: some Sequence<String>) {
    for id in ids { insert(id) }
  }

  /// How many different ones there are.
  package var count: Int { ids.count }

  package mutating func insert(_ id: String) {
    var id = id
    id.withUTF8 { _ = ids.intern($0) }
  }

  /// Adds the ids of all records that have one.
  package mutating func insert(of corpus: Corpus) {
    guard let field = corpus.field(named: "id") else { return }
    for record in 0..<corpus.recordCount {
      if let id = corpus.text(field, record) { _ = ids.intern(id) }
    }
  }

  /// The records of a corpus that have one of the ids, and the ids that none has, in the order in
  /// which they were named.
  package borrowing func find(in corpus: Corpus) -> (records: RecordSet, missing: [String]) {
    var records = RecordSet(universe: corpus.recordCount)
    var isFound = [Bool](repeating: false, count: ids.count)
    if let field = corpus.field(named: "id") {
      for record in 0..<corpus.recordCount {
        guard let id = corpus.text(field, record), let number = ids.number(of: id) else { continue }
        records.insert(record)
        isFound[Int(number)] = true
      }
    }
    var missing: [String] = []
    for number in isFound.indices where !isFound[number] {
      missing.append(ids.withBytes(UInt32(number)) { String(decoding: $0, as: UTF8.self) })
    }
    return (records, missing)
  }
}
