extension PartialDate: CustomStringConvertible {
  /// The date as EDTF; reading it gives the same date.
  package var edtf: String {
    var text: [UInt8] = []
    appendEDTF(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  package var description: String { edtf }

  /// Appends the date as EDTF.
  package func appendEDTF(to text: inout [UInt8]) {
    Self.append(lower, first: firstDay, last: nil, to: &text)
    if isInterval {
      text.append(UInt8(ascii: "/"))
      Self.append(upper, first: nil, last: lastDay, to: &text)
    }
  }

  /// One end, from its first day or from its last: each alone tells which period it is.
  private static func append(
    _ end: WrittenEnd, first: Int32?, last: Int32?, to text: inout [UInt8]
  ) {
    let civil = CivilDay(number: first ?? last ?? 0)
    switch end.form {
    case .none, .unknown: return
    case .open: text.append(contentsOf: "..".utf8)
    case .day:
      appendYear(civil.year, to: &text)
      appendTwoDigits(civil.month, to: &text)
      appendTwoDigits(civil.day, to: &text)
    case .month, .monthUnspecifiedDay:
      appendYear(civil.year, to: &text)
      appendTwoDigits(civil.month, to: &text)
    case .season:
      let begins = first != nil ? civil : civil.adding(months: -2) ?? civil
      appendYear(begins.year, to: &text)
      appendTwoDigits(20 + begins.month / 3, to: &text)
    case .year, .yearUnspecifiedMonth, .yearUnspecifiedDay: appendYear(civil.year, to: &text)
    case .decade: appendYear(civil.year, unspecified: 1, to: &text)
    case .century: appendYear(civil.year, unspecified: 2, to: &text)
    }
    switch end.form {
    case .monthUnspecifiedDay, .yearUnspecifiedMonth: text.append(contentsOf: "-XX".utf8)
    case .yearUnspecifiedDay: text.append(contentsOf: "-XX-XX".utf8)
    default: break
    }
    switch end.qualifiers {
    case .uncertain: text.append(UInt8(ascii: "?"))
    case .approximate: text.append(UInt8(ascii: "~"))
    case [.uncertain, .approximate]: text.append(UInt8(ascii: "%"))
    default: break
    }
  }

  /// Four digits, or as many as needed after a `Y`; the last `unspecified` ones are `X`.
  private static func appendYear(_ year: Int, unspecified: Int = 0, to text: inout [UInt8]) {
    if year.magnitude > 9999 { text.append(UInt8(ascii: "Y")) }
    if year < 0 { text.append(UInt8(ascii: "-")) }
    let start = text.count
    var rest = year.magnitude
    var written = 0
    while written < 4 || rest > 0 {
      text.append(written < unspecified ? UInt8(ascii: "X") : UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
      written += 1
    }
    text[start...].reverse()
  }

  private static func appendTwoDigits(_ value: Int, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "-"))
    text.append(UInt8(ascii: "0") + UInt8(value / 10 % 10))
    text.append(UInt8(ascii: "0") + UInt8(value % 10))
  }
}
