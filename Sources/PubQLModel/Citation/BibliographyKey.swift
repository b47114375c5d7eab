import PubQLText

extension CitedWork {
  /// A key for lists of references, such as `ekman2020towards`.
  ///
  /// Shape: ASCII letters and digits, small. The family name of the first author, without its
  /// particle, or the first word of an organisation's name; the year, of an interval its first;
  /// the first word of the title that is no article. `anon` stands for no author, `nd` for no
  /// year, `untitled` for no title. Letters are folded; those that have no ASCII form are written
  /// as `u` and the number of the character, the first four of them.
  ///
  /// The key depends on the record alone: two records may have the same.
  package var bibliographyKey: String {
    author + (date?.start?.year.map { "\($0.magnitude)" } ?? "nd") + titleWord
  }

  private var author: String {
    guard let first = makers.names.first else { return "anon" }
    let words = Words.words(first.family)
    let name = first.isCorporate ? words.first { !Self.isArticle($0) }.map { [$0] } ?? [] : words
    let key = Self.ascii(name.joined())
    return key.isEmpty ? "anon" : key
  }

  private var titleWord: String {
    let words = Words.words(title)
    let word = words.first { !Self.isArticle($0) } ?? words.first
    return word.map { Self.ascii($0) } ?? "untitled"
  }

  private static let mostNumbers = 4

  private static func ascii(_ folded: some Sequence<UInt8>) -> String {
    var key = ""
    var numbers = 0
    for scalar in String(decoding: Array(folded), as: UTF8.self).unicodeScalars {
      if scalar.isASCII {
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          key.unicodeScalars.append(scalar)
        }
      } else if numbers < mostNumbers {
        numbers += 1
        key += "u" + String(scalar.value, radix: 16)
      }
    }
    return key
  }

  private static func isArticle(_ word: [UInt8]) -> Bool {
    articles.contains(String(decoding: word, as: UTF8.self))
  }

  /// English, French, Spanish, Portuguese, Italian, German and Dutch.
  private static let articles: Set<String> = [
    "the", "a", "an", "le", "la", "les", "l", "un", "une", "el", "los", "las", "una", "il", "lo",
    "gli", "i", "o", "os", "as", "um", "uma", "der", "die", "das", "ein", "eine", "het", "een",
  ]
}
