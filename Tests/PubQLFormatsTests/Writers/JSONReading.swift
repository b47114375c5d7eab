/// The plainest reading of JSON, to check what the writers wrote; strict about control characters.
struct JSONReading {
  struct Failure: Error {
    let offset: Int
  }

  private let bytes: [UInt8]
  private var index = 0

  static func value(of text: String) throws -> Cell {
    var reading = JSONReading(bytes: Array(text.utf8))
    let value = try reading.value()
    reading.skipBlanks()
    guard reading.index == reading.bytes.count else { throw reading.failure }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var failure: Failure { Failure(offset: index) }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  private mutating func take(_ character: Character) -> Bool {
    skipBlanks()
    guard current == character.asciiValue else { return false }
    index += 1
    return true
  }

  private mutating func word(_ word: String) -> Bool {
    guard bytes[index...].starts(with: Array(word.utf8)) else { return false }
    index += word.utf8.count
    return true
  }

  private mutating func value() throws -> Cell {
    skipBlanks()
    if word("null") { return .missing }
    if word("true") { return .bool(true) }
    if word("false") { return .bool(false) }
    if current == 0x22 { return .text(try string()) }
    if take("[") {
      var items: [Cell] = []
      if take("]") { return .list(items) }
      repeat { items.append(try value()) } while take(",")
      guard take("]") else { throw failure }
      return .list(items)
    }
    if take("{") {
      var fields: [(String, Cell)] = []
      if take("}") { return .record(fields) }
      repeat {
        skipBlanks()
        let key = try string()
        guard take(":") else { throw failure }
        fields.append((key, try value()))
      } while take(",")
      guard take("}") else { throw failure }
      return .record(fields)
    }
    let start = index
    while let byte = current, (byte >= 0x30 && byte <= 0x39) || byte == 0x2D || byte == 0x2E {
      index += 1
    }
    let digits = String(decoding: bytes[start..<index], as: UTF8.self)
    if let whole = Int(digits) { return .whole(whole) }
    if let decimal = Double(digits) { return .decimal(decimal) }
    throw failure
  }

  private mutating func string() throws -> String {
    guard take("\"") else { throw failure }
    var units: [UInt8] = []
    while let byte = current {
      index += 1
      if byte == 0x22 { return String(decoding: units, as: UTF8.self) }
      guard byte >= 0x20 else { throw failure }
      guard byte == 0x5C else {
        units.append(byte)
        continue
      }
      guard let letter = current else { throw failure }
      index += 1
      switch letter {
      case 0x62: units.append(8)
      case 0x74: units.append(9)
      case 0x6E: units.append(10)
      case 0x66: units.append(12)
      case 0x72: units.append(13)
      case 0x22, 0x5C, 0x2F: units.append(letter)
      case 0x75:
        guard index + 4 <= bytes.count else { throw failure }
        let digits = String(decoding: bytes[index..<index + 4], as: UTF8.self)
        guard let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) else {
          throw failure
        }
        index += 4
        units.append(contentsOf: Array(String(scalar).utf8))
      default: throw failure
      }
    }
    throw failure
  }
}
