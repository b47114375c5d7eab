/// The plainest possible reading of a listing: line by line into records in an array, knowing
/// nothing of the engine's reader. It is right for listings without page furniture, as the
/// generator writes them and as the clean seed file is.
struct PlainListing {
  /// A record as it stands: its number, title, and the values under each label, not taken apart.
  struct Record {
    let number: String
    let title: String
    var values: [String: [String]] = [:]
  }

  private(set) var records: [Record] = []

  init(_ text: String) {
    var label: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = line.hasSuffix("\r") ? line.dropLast() : line
      if let header = Self.header(line) {
        records.append(header)
        label = nil
      } else if line.hasPrefix("- "), line.hasSuffix(":"), !line.dropFirst(2).contains(".") {
        label = String(line.dropFirst(2).dropLast())
      } else if line.hasPrefix("- "), let label, !records.isEmpty {
        records[records.count - 1].values[label, default: []].append(String(line.dropFirst(2)))
      } else if !line.isEmpty, let label, var last = records.popLast() {
        // A wrapped value goes on.
        let values = last.values[label] ?? []
        last.values[label] = values.dropLast() + [(values.last.map { $0 + " " } ?? "") + line]
        records.append(last)
      }
    }
  }

  /// `1971. Towards Urban Decoupling?`
  private static func header(_ line: Substring) -> Record? {
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard !digits.isEmpty, rest.hasPrefix(". ") else { return nil }
    return Record(number: String(digits), title: String(rest.dropFirst(2)))
  }
}

extension PlainListing.Record {
  /// The letters and digits of the values under a label, in order, without the words that join a
  /// list: what no taking apart may lose.
  func substance(_ label: String) -> [Character] {
    Self.substance((values[label] ?? []).joined(separator: " "))
  }

  static func substance(_ text: String) -> [Character] {
    text.split { !$0.isLetter && !$0.isNumber }.filter { $0.lowercased() != "and" }.joined().map {
      $0
    }
  }
}
