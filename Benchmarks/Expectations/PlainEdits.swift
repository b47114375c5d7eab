import Foundation

/// Edits of texts without case and accents, counted in the plainest way.
enum PlainEdits {
  static func folded(_ text: String) -> [Unicode.Scalar] {
    let options: String.CompareOptions = [.caseInsensitive, .diacriticInsensitive]
    let folded = text.folding(options: options, locale: nil)
      .replacingOccurrences(of: "ł", with: "l")
      .replacingOccurrences(of: "’", with: "'")
    return Array(folded.unicodeScalars)
  }

  static func isWithin(_ limit: Int, _ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    abs(a.count - b.count) <= limit && distance(a, b) <= limit
  }

  /// Letters that are added, left out, changed, or swapped with a neighbour.
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var rows = [Array(0...b.count)]
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var least = min(rows[i][j + 1], row[j]) + 1
        least = min(least, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
