import PubQL

/// A record as the plain implementations of these tests see it: words with single blanks.
struct PlainRecord {
  var id: String
  var title: String?
  var abstract: String?
  var authors: [String] = []
  var year: Int?
  var topics: [String] = []

  var value: Value {
    var fields: [(name: String, value: Value)] = [("id", .text(id))]
    if let title { fields.append(("title", .text(title))) }
    if let abstract { fields.append(("abstract", .text(abstract))) }
    if let year { fields.append(("date", .whole(year))) }
    fields.append(("authors", .list(authors.map { .text($0) })))
    fields.append(("topics", .list(topics.map { .text($0) })))
    return .record(fields.map { RecordField(name: $0.name, value: $0.value) })
  }

  static func session(_ records: [PlainRecord]) throws -> Session {
    var options = SessionOptions()
    options.files = .memory([:])
    let session = Session(options: options)
    try session.add(records.map(\.value))
    return session
  }
}

extension String {
  /// The words of a text that holds only ASCII letters, digits and signs.
  var plainWords: [String] {
    lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
  }
}

extension Array<String> {
  /// How often some words stand here in their order, counting occurrences that do not overlap.
  func occurrences(of phrase: [String]) -> Int {
    var count = 0
    var place = 0
    while place + phrase.count <= self.count {
      if Array(self[place..<place + phrase.count]) == phrase {
        count += 1
        place += phrase.count
      } else {
        place += 1
      }
    }
    return count
  }
}
