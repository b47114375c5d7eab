/// A date as people write it in listings, and what was taken for granted in reading it.
package struct LooseDate: Hashable, Sendable {
  package let date: PartialDate
  package let note: Note?

  /// What a reader of the date may want to check.
  package enum Note: String, Hashable, Sendable, CaseIterable {
    /// `03-04-2020` is taken for 3 April.
    case ambiguousDayAndMonth
    /// `05-14-2020` can only be 14 May.
    case monthBeforeDay
    /// `2020-21` is spring 2020 in EDTF; others mean 2020 to 2021.
    case seasonOrYears
    /// `2020-05-14T10:00:00Z`: dates are whole days.
    case timeOfDayDropped

    /// The note as one sentence.
    package var sentence: String {
      switch self {
      case .ambiguousDayAndMonth: "the first number is taken for the day, the second for the month"
      case .monthBeforeDay: "the first number is taken for the month, the second for the day"
      case .seasonOrYears: "this is taken for a season, as EDTF has it, and not for two years"
      case .timeOfDayDropped: "the time of day is left out"
      }
    }
  }

  init(_ date: PartialDate, note: Note? = nil) {
    self.date = date
    self.note = note
  }

  init?(_ date: PartialDate?, note: Note? = nil) {
    guard let date else { return nil }
    self.init(date, note: note)
  }
}

extension PartialDate {
  /// Reads a date as people write it: `05-2020`, `14 May 2020`, `Spring 2020`, `c. 2015`, EDTF.
  ///
  /// Numbers alone are day, month, year, or year, month, day. Months and seasons may be English,
  /// German, French, Spanish, Portuguese or Italian. Shape: nil for what is no date (`n.d.`, `soon`,
  /// `13-2020`, and the fillers `0000` and `9999`): the caller keeps the text.
  /// - Complexity: O(length), and texts of more than 64 bytes are no dates.
  package static func reading(_ text: String) -> LooseDate? {
    var text = text
    return text.withUTF8 { reading($0) }
  }

  /// As `reading(_: String)`, from UTF-8.
  package static func reading(_ bytes: UnsafeBufferPointer<UInt8>) -> LooseDate? {
    var bytes = bytes[...]
    while let first = bytes.first, first <= 32 { bytes.removeFirst() }
    while let last = bytes.last, last <= 32 || last == UInt8(ascii: ".") {
      // `2020/..` ends in dots of its own.
      if last == UInt8(ascii: "."), bytes.dropLast().last == last { break }
      bytes.removeLast()
    }
    guard !bytes.isEmpty, bytes.count <= 64 else { return nil }
    switch NumericShape(bytes) {
    case .date(let date): return date
    case .nonsense: return nil
    case .other: break
    }
    if let date = try? PartialDate(edtf: UnsafeBufferPointer(rebasing: bytes)) {
      return LooseDate(date)
    }
    return LooseDateReader(bytes).flatMap { $0.read() }
  }
}

/// The shapes that nearly all listings use, told by their length.
private enum NumericShape {
  case date(LooseDate)
  case nonsense
  case other

  init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    let read: LooseDate?
    let start = bytes.startIndex
    func number(_ offset: Int, _ count: Int) -> Int? {
      var value = 0
      for index in (start + offset)..<(start + offset + count) {
        guard let digit = bytes[index].digitValue else { return nil }
        value = value * 10 + digit
      }
      return value
    }
    func isSeparator(_ offset: Int) -> Bool {
      switch bytes[start + offset] {
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."): true
      default: false
      }
    }
    switch bytes.count {
    case 4:
      guard let year = number(0, 4) else { self = .other; return }
      read = .year(year)
    case 7:
      if isSeparator(2), let month = number(0, 2), let year = number(3, 4) {
        read = .month(year, month)
      } else if bytes[start + 4] == UInt8(ascii: "-"), let year = number(0, 4),
        let second = number(5, 2), 1...12 ~= second || 21...24 ~= second
      {
        read = second <= 12 ? .month(year, second) : .season(year, second - 20, .seasonOrYears)
      } else {
        self = .other
        return
      }
    case 10:
      if isSeparator(2), bytes[start + 2] == bytes[start + 5], let first = number(0, 2),
        let second = number(3, 2), let year = number(6, 4)
      {
        read = .day(year, between: first, and: second)
      } else if isSeparator(4), bytes[start + 4] == bytes[start + 7], let year = number(0, 4),
        let month = number(5, 2), let day = number(8, 2)
      {
        read = .day(year, month, day)
      } else {
        self = .other
        return
      }
    case 16...:
      // A timestamp: the day, `T` or a space, then nothing but a time.
      let mark = bytes[start + 10]
      guard mark == UInt8(ascii: "T") || mark == UInt8(ascii: " "),
        bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"),
        bytes[start + 13] == UInt8(ascii: ":"),
        let year = number(0, 4), let month = number(5, 2), let day = number(8, 2),
        let hour = number(11, 2), let minute = number(14, 2), hour <= 24, minute < 60,
        bytes.dropFirst(16).allSatisfy(Self.mayFollowMinutes)
      else { self = .other; return }
      read = LooseDate.day(year, month, day).map { LooseDate($0.date, note: .timeOfDayDropped) }
    default:
      self = .other
      return
    }
    self = read.map { .date($0) } ?? .nonsense
  }

  /// Seconds, a fraction, a time zone.
  private static func mayFollowMinutes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "Z"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: " "):
      true
    default: byte.digitValue != nil
    }
  }
}

// What a reading may give; nil where there is no such day.
extension LooseDate {
  /// 0000 and 9999 are fillers for a year that is not known.
  private static let years = 1...9998

  static func year(_ year: Int) -> LooseDate? {
    years.contains(year) ? LooseDate(PartialDate(year: year)) : nil
  }

  static func month(_ year: Int, _ month: Int) -> LooseDate? {
    years.contains(year) ? LooseDate(PartialDate(year: year, month: month)) : nil
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> LooseDate? {
    years.contains(year) ? LooseDate(PartialDate(year: year, month: month, day: day)) : nil
  }

  /// Day and month, unless only month and day are possible.
  static func day(_ year: Int, between first: Int, and second: Int) -> LooseDate? {
    guard years.contains(year) else { return nil }
    if second > 12 {
      return LooseDate(
        PartialDate(year: year, month: first, day: second), note: .monthBeforeDay)
    }
    let isAmbiguous = first <= 12 && first != second
    return LooseDate(
      PartialDate(year: year, month: second, day: first),
      note: isAmbiguous ? .ambiguousDayAndMonth : nil)
  }

  static func season(_ year: Int, _ season: Int, _ note: Note? = nil) -> LooseDate? {
    years.contains(year) ? LooseDate(PartialDate(year: year, season: season), note: note) : nil
  }

  static func quarter(_ year: Int, _ quarter: Int) -> LooseDate? {
    years.contains(year) ? LooseDate(PartialDate(year: year, quarter: quarter)) : nil
  }

  static func decade(_ year: Int) -> LooseDate? {
    // The 1900s may be ten years or a hundred.
    guard years.contains(year), year % 10 == 0, year % 100 != 0 else { return nil }
    return LooseDate(PartialDate(.decade, year, 1, through: year + 9, 12))
  }

  static func range(_ from: LooseDate?, _ through: LooseDate?) -> LooseDate? {
    guard let from, let through else { return nil }
    return LooseDate(
      PartialDate.range(from: from.date, through: through.date), note: from.note ?? through.note)
  }
}
