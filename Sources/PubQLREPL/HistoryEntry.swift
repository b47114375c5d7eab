/// A statement that was typed: when, with what data, and its text.
package struct HistoryEntry: Hashable, Sendable {
  /// Unit: seconds since 1970.
  package let time: Int
  /// What was loaded, as the prompt was told.
  package let corpus: String
  package let text: String

  package init(time: Int, corpus: String, text: String) {
    self.time = time
    self.corpus = corpus
    self.text = text
  }
}

// A line of the history file is a JSON object (RFC 8259) of whole numbers and texts:
// {"time":1700000000,"corpus":"pubs.jsonl","text":"count by topic"}. Lines of another shape are
// skipped, and members of other names are allowed, so that later versions can add some.

extension HistoryEntry {
  /// The entry as a line, without its end.
  package var line: String {
    "{\"time\":\(time),\"corpus\":\(HistoryEntry.quoted(corpus)),\"text\":\(HistoryEntry.quoted(text))}"
  }

  /// Reads a line; nil if it is none of ours.
  package init?(line: some Collection<UInt8>) {
    var reader = HistoryLineReader(line)
    guard let members = reader.object(), case .text(let text)? = members["text"], !text.isEmpty
    else { return nil }
    var (time, corpus) = (0, "")
    if case .whole(let number)? = members["time"] { time = number }
    if case .text(let name)? = members["corpus"] { corpus = name }
    self.init(time: time, corpus: corpus, text: text)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

/// Reads one flat JSON object; no nesting, so that no line can be deep.
private struct HistoryLineReader {
  enum Member {
    case whole(Int)
    case text(String)
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ line: some Collection<UInt8>) { bytes = Array(line) }

  mutating func object() -> [String: Member]? {
    var members: [String: Member] = [:]
    guard take("{") else { return nil }
    if take("}") { return isAtEnd ? members : nil }
    repeat {
      guard let name = string(), take(":"), let value = value() else { return nil }
      members[name] = value
    } while take(",")
    return take("}") && isAtEnd ? members : nil
  }

  private var isAtEnd: Bool {
    mutating get {
      skipSpaces()
      return position == bytes.count
    }
  }

  private mutating func value() -> Member? {
    skipSpaces()
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
      return string().map { .text($0) }
    }
    let digits = bytes[position...].prefix { $0 == 0x2D || (0x30...0x39).contains($0) }
    position += digits.count
    return Int(String(decoding: digits, as: UTF8.self)).map { .whole($0) }
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var units: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: units, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escape() else { return nil }
        units.append(contentsOf: String(scalar).utf8)
      case 0..<0x20: return nil
      default: units.append(byte)
      }
    }
    return nil
  }

  /// What follows a backslash; code points beyond U+FFFF are written as they are, never as pairs.
  private mutating func escape() -> Unicode.Scalar? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "u"):
      let digits = bytes[position...].prefix(4)
      position += digits.count
      guard digits.count == 4, digits.allSatisfy({ $0 != 0x2B && $0 != 0x2D }) else { return nil }
      return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(
        Unicode.Scalar.init)
    default: return nil
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
    position += 1
    return true
  }

  private mutating func skipSpaces() {
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 {
      position += 1
    }
  }
}
