extension PartialDate {
  /// Reads EDTF of levels 0 and 1.
  ///
  /// `Y2020` is taken for `2020`; otherwise the text of the date is the text read.
  package init(edtf text: String) throws(DateError) {
    var text = text
    let read = text.withUTF8 { bytes in
      Result { () throws(DateError) in try PartialDate(edtf: bytes) }
    }
    self = try read.get()
  }

  /// Reads EDTF of levels 0 and 1 from UTF-8.
  package init(edtf bytes: UnsafeBufferPointer<UInt8>) throws(DateError) {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= Self.longestText else { throw .notADate(Self.excerpt(bytes[...])) }
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else {
      self = try Self.simple(bytes[...])
      return
    }
    let from = bytes[..<slash]
    let through = bytes[(slash + 1)...]
    let first = try Self.end(from)
    let second = try Self.end(through)
    guard from.count + through.count > 0 else { throw .nothingKnown }
    guard let bare = Self.interval(from: first.date, through: second.date, otherwise: .open)
    else {
      throw .endsBeforeItBegins(from: Self.excerpt(from), through: Self.excerpt(through))
    }
    self.init(
      firstDay: bare.firstDay, lastDay: bare.lastDay,
      lower: first.date?.lower ?? WrittenEnd(first.missing),
      upper: second.date?.lower ?? WrittenEnd(second.missing))
  }

  /// The longest EDTF text, `Y-5800000-XX-XX%` twice and a slash, is shorter than this.
  static let longestText = 40

  static func excerpt(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: bytes.prefix(longestText), as: UTF8.self)
  }

  /// One end of an interval: a date, `..` for open, nothing for unknown.
  private static func end(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) throws(DateError) -> (date: PartialDate?, missing: Form) {
    if bytes.isEmpty { return (nil, .unknown) }
    if bytes.elementsEqual("..".utf8) { return (nil, .open) }
    return (try simple(bytes), .none)
  }

  /// A date that is no interval.
  private static func simple(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) throws(DateError) -> PartialDate {
    var rest = bytes
    var qualifiers: Qualifiers = []
    switch rest.last {
    case UInt8(ascii: "?"): qualifiers = .uncertain
    case UInt8(ascii: "~"): qualifiers = .approximate
    case UInt8(ascii: "%"): qualifiers = [.uncertain, .approximate]
    default: break
    }
    if !qualifiers.isEmpty { rest.removeLast() }
    let year = try YearPart(taking: &rest, of: bytes)
    let month = try TwoPart(taking: &rest, of: bytes)
    let day = try TwoPart(taking: &rest, of: bytes)
    guard rest.isEmpty else {
      throw rest.first == UInt8(ascii: "T") ? .timeOfDay(excerpt(bytes)) : .notADate(excerpt(bytes))
    }
    return try assemble(year, month, day, of: bytes).qualified(qualifiers)
  }

  private static func assemble(
    _ year: YearPart, _ month: TwoPart?, _ day: TwoPart?,
    of bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) throws(DateError) -> PartialDate {
    let date: PartialDate?
    let number = year.first
    switch (month, day) {
    case (nil, _):
      date = PartialDate(year.form, year.first, 1, through: year.last, 12)
    case (_?, _) where year.form != .year:
      throw .misplacedUnspecified(excerpt(bytes))
    case (.unspecified, nil):
      date = PartialDate(.yearUnspecifiedMonth, number, 1, through: number, 12)
    case (.unspecified, .unspecified):
      date = PartialDate(.yearUnspecifiedDay, number, 1, through: number, 12)
    case (.unspecified, .number):
      throw .misplacedUnspecified(excerpt(bytes))
    case (.number(let month), nil) where 21...24 ~= month:
      date = PartialDate(year: number, season: month - 20)
    case (.number(let month), _) where !(1...12 ~= month):
      throw .noSuchMonth(year: number, month: month)
    case (.number(let month), nil):
      date = PartialDate(year: number, month: month)
    case (.number(let month), .unspecified):
      date = PartialDate(.monthUnspecifiedDay, number, month, through: number, month)
    case (.number(let month), .number(let day)):
      guard CivilDay.years.contains(number) else { throw .yearOutOfRange(excerpt(bytes)) }
      date = PartialDate(year: number, month: month, day: day)
      if date == nil { throw .noSuchDay(year: number, month: month, day: day) }
    }
    guard let date else { throw .yearOutOfRange(excerpt(bytes)) }
    return date
  }
}

/// `2020`, `201X`, `20XX`, `-0043`, `Y12345`.
private struct YearPart {
  var form = PartialDate.Form.year
  var first = 0
  var last = 0

  init(
    taking rest: inout Slice<UnsafeBufferPointer<UInt8>>,
    of whole: Slice<UnsafeBufferPointer<UInt8>>
  ) throws(DateError) {
    let isLong = rest.first == UInt8(ascii: "Y")
    if isLong { rest.removeFirst() }
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    var value = 0
    var digits = 0
    var unspecified = 0
    while let byte = rest.first, isLong || digits + unspecified < 4 {
      if let digit = byte.digitValue {
        if unspecified > 0 { throw .misplacedUnspecified(PartialDate.excerpt(whole)) }
        // No year of seven digits overflows, and longer ones are out of range.
        if digits == 7 { throw .yearOutOfRange(PartialDate.excerpt(whole)) }
        value = value * 10 + digit
        digits += 1
      } else if byte == UInt8(ascii: "X"), !isLong {
        unspecified += 1
      } else {
        break
      }
      rest.removeFirst()
    }
    guard digits > 0, isLong || digits + unspecified == 4 else {
      throw unspecified == 4
        ? .misplacedUnspecified(PartialDate.excerpt(whole)) : .notADate(PartialDate.excerpt(whole))
    }
    // There is a year 0, but no year −0.
    if isNegative, value == 0, unspecified == 0 { throw .notADate(PartialDate.excerpt(whole)) }
    let size: Int
    switch unspecified {
    case 0: size = 1
    case 1: (form, size) = (.decade, 10)
    case 2: (form, size) = (.century, 100)
    default: throw .misplacedUnspecified(PartialDate.excerpt(whole))
    }
    (first, last) = (value * size, value * size + size - 1)
    if isNegative { (first, last) = (-last, -max(first, 1)) }
  }
}

/// A month or a day of the month: two digits or `XX`.
private enum TwoPart {
  case number(Int)
  case unspecified

  /// Nil when no `-` follows.
  init?(
    taking rest: inout Slice<UnsafeBufferPointer<UInt8>>,
    of whole: Slice<UnsafeBufferPointer<UInt8>>
  ) throws(DateError) {
    guard rest.first == UInt8(ascii: "-") else { return nil }
    let pair = rest.dropFirst().prefix(2)
    guard let tens = pair.first, let ones = pair.last, pair.count == 2 else {
      throw .notADate(PartialDate.excerpt(whole))
    }
    let x = UInt8(ascii: "X")
    if let tens = tens.digitValue, let ones = ones.digitValue {
      self = .number(tens * 10 + ones)
    } else if tens == x, ones == x {
      self = .unspecified
    } else if ones == x, tens.digitValue != nil {
      throw .misplacedUnspecified(PartialDate.excerpt(whole))
    } else {
      throw .notADate(PartialDate.excerpt(whole))
    }
    rest = rest.dropFirst(3)
  }
}

extension UInt8 {
  /// The value of an ASCII digit.
  var digitValue: Int? {
    let value = Int(self) - 48
    return 0...9 ~= value ? value : nil
  }
}
