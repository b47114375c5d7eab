import PubQLText

/// The form in which names of places and topics are compared.
///
/// From folded text: `&` is *and*, *St.* is *saint*, the word *the* falls away, dots and
/// apostrophes too; hyphens, slashes, brackets and other ASCII signs part words like a blank.
/// So "St. Vincent & the Grenadines" and "Saint Vincent and Grenadines" are one name.
enum LookupKey {
  /// What a comma becomes.
  enum Commas {
    /// A blank: "Washington, D.C." is "washington dc".
    case part
    /// A comma, save before *and* and at the ends: it tells "Korea, South" from "Korea South".
    case stay
  }

  /// Appends the key of `folded` to `key`.
  /// - Complexity: linear.
  static func append(
    folded: UnsafeBufferPointer<UInt8>, to key: inout [UInt8], commas: Commas = .part
  ) {
    let floor = key.count
    var writer = KeyWriter(floor: floor)
    for byte in folded {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        writer.letter(byte, &key)
      case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "*"):
        continue
      case UInt8(ascii: "&"):
        writer.endWord(&key)
        for letter in "and".utf8 { writer.letter(letter, &key) }
        writer.endWord(&key)
      case UInt8(ascii: ",") where commas == .stay:
        writer.endWord(&key)
        writer.commaIsDue = true
      case UInt8(ascii: "+"):
        // BRICS+ and ASEAN+3 are not BRICS and ASEAN 3.
        writer.letter(byte, &key)
      default:
        writer.endWord(&key)
      }
    }
    writer.endWord(&key)
  }

  /// The key of text as it was written.
  static func of(_ text: String, commas: Commas = .part) -> [UInt8] {
    var key: [UInt8] = []
    Folding.fold(text).withUnsafeBufferPointer { append(folded: $0, to: &key, commas: commas) }
    return key
  }
}

/// Writes words with one separator between them, mending each word when it ends.
private struct KeyWriter {
  /// Where this key begins.
  let floor: Int
  /// Where the word in hand begins, after its separator; nil between words.
  private var wordStart: Int?
  /// Whether a comma stood after the last word written.
  var commaIsDue = false

  init(floor: Int) { self.floor = floor }

  @inline(__always)
  mutating func letter(_ byte: UInt8, _ key: inout [UInt8]) {
    if wordStart == nil {
      if key.count > floor { key.append(commaIsDue ? UInt8(ascii: ",") : UInt8(ascii: " ")) }
      wordStart = key.count
    }
    key.append(byte)
  }

  mutating func endWord(_ key: inout [UInt8]) {
    guard let start = wordStart else { return }
    wordStart = nil
    // No slice may live on here: it would make the next change copy the whole key.
    let word = Word(key, start)
    switch word {
    case .the:
      key.removeLast(key.count - max(floor, start - 1))
      return  // with the comma still due
    case .saint:
      key.removeLast(2)
      key.append(contentsOf: "saint".utf8)
    case .and where commaIsDue && start > floor:
      key[start - 1] = UInt8(ascii: " ")
    default:
      break
    }
    commaIsDue = false
  }
}

/// The words that are not written as they are.
private enum Word {
  case the, saint, and, other

  @inline(__always)
  init(_ key: [UInt8], _ start: Int) {
    switch key.count - start {
    case 2 where key[start] == UInt8(ascii: "s") && key[start + 1] == UInt8(ascii: "t"):
      self = .saint
    case 3 where key[start...].elementsEqual("the".utf8):
      self = .the
    case 3 where key[start...].elementsEqual("and".utf8):
      self = .and
    default:
      self = .other
    }
  }
}
