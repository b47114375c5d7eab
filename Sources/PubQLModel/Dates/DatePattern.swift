/// How a date is to be written: `d MMMM yyyy`, `yyyy-MM`.
///
/// `y` year, `Q` quarter, `M` month, `E` day of the week, `d` day of the month; text between
/// single quotes, and everything that is no letter, stands for itself. `yy` is the year's last two
/// digits, `yyyy` at least four; `MM` and `dd` two digits; `MMM MMMM`, `EEE EEEE` names, short and
/// long, in English.
/// - Source: the letters are those of Unicode Technical Standard 35, part 4; others of it are not
///   known.
package struct DatePattern: Sendable {
  /// What is wrong with a pattern, as one sentence.
  package struct Problem: Error {
    package let sentence: String
  }

  private enum Piece {
    case literal(String)
    case field(Field, width: Int)
  }

  private enum Field: Character {
    case year = "y"
    case quarter = "Q"
    case month = "M"
    case weekday = "E"
    case day = "d"
  }

  private var pieces: [Piece] = []

  /// - Throws: for letters that stand for nothing, and quotes that are not closed.
  package init(_ text: String) throws(Problem) {
    var rest = Substring(text)
    var literal = ""
    while let character = rest.first {
      if character == "'" {
        literal += try Self.quoted(&rest)
      } else if let field = Field(rawValue: character) {
        let run = rest.prefix { $0 == character }
        rest = rest.dropFirst(run.count)
        add(&literal)
        pieces.append(.field(field, width: run.count))
      } else if ("a"..."z").contains(character) || ("A"..."Z").contains(character) {
        throw Problem(
          sentence: "`\(character)` stands for no part of a date; there are y Q M E d, and words "
            + "stand in single quotes")
      } else {
        literal.append(rest.removeFirst())
      }
    }
    add(&literal)
  }

  private mutating func add(_ literal: inout String) {
    if !literal.isEmpty { pieces.append(.literal(literal)) }
    literal = ""
  }

  /// `'of'`; two quotes are one.
  private static func quoted(_ rest: inout Substring) throws(Problem) -> String {
    rest.removeFirst()
    guard let end = rest.firstIndex(of: "'") else {
      throw Problem(sentence: "a single quote is not closed")
    }
    let text = rest[..<end]
    rest = rest[rest.index(after: end)...]
    return text.isEmpty ? "'" : String(text)
  }

  /// The date in this form, without the parts that are not certain; nil when none is.
  ///
  /// With a part goes what joins it: between two parts that are written stands what follows the
  /// first of them in the pattern. An interval of which nothing is certain is written as its two
  /// ends with a dash.
  package func text(of date: PartialDate) -> String? {
    if let text = simpleText(of: date) { return text }
    guard date.isInterval else { return nil }
    let ends = date.edtf.split(separator: "/", omittingEmptySubsequences: false).map {
      (try? PartialDate(edtf: String($0))).flatMap(simpleText)
    }
    guard ends.count == 2, ends.contains(where: { $0 != nil }) else { return nil }
    return (ends[0] ?? "") + "–" + (ends[1] ?? "")
  }

  private func simpleText(of date: PartialDate) -> String? {
    var text = ""
    /// What stands between the part written last and the next one that is written.
    var join: String?
    var hasPart = false
    let lastField = pieces.lastIndex { if case .field = $0 { true } else { false } } ?? -1
    let firstField = pieces.firstIndex { if case .field = $0 { true } else { false } } ?? 0
    for (place, piece) in pieces.enumerated() {
      switch piece {
      case .literal(let literal):
        if place < firstField || place > lastField {
          text += literal
        } else if hasPart, join == nil {
          join = literal
        }
      case .field(let field, let width):
        guard let part = Self.part(field, width, of: date) else { continue }
        text += (join ?? "") + part
        join = nil
        hasPart = true
      }
    }
    return hasPart ? text : nil
  }

  private static func part(_ field: Field, _ width: Int, of date: PartialDate) -> String? {
    switch field {
    case .year: date.year.map { year($0, width) }
    case .quarter: date.quarter.map(String.init)
    case .month: date.month.map { month($0, width) }
    case .weekday:
      date.day == nil
        ? nil : name(DateNames.weekday(date.firstDay), short: width < 4)
    case .day: date.day.map { padded($0, width) }
    }
  }

  private static func year(_ year: Int, _ width: Int) -> String {
    if width == 2 { return padded(Int(year.magnitude % 100), 2) }
    return (year < 0 ? "-" : "") + padded(Int(year.magnitude), width)
  }

  private static func month(_ month: Int, _ width: Int) -> String {
    width < 3 ? padded(month, width) : name(DateNames.month(month), short: width == 3)
  }

  private static func name(_ name: String, short: Bool) -> String {
    short ? String(name.prefix(3)) : name
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, min(width, 4) - digits.utf8.count)) + digits
  }
}

/// English names of months, days and seasons.
enum DateNames {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let seasons = ["spring", "summer", "autumn", "winter"]

  /// 1 to 12; empty for others.
  static func month(_ month: Int) -> String {
    months.indices.contains(month - 1) ? months[month - 1] : ""
  }

  /// Of a day since 1970-01-01, which was a Thursday.
  static func weekday(_ day: Int32) -> String {
    let place = Int(day) + 3
    return weekdays[place - CivilDay.floorDivision(place, 7) * 7]
  }

  /// 1 to 4; empty for others.
  static func season(_ season: Int) -> String {
    seasons.indices.contains(season - 1) ? seasons[season - 1] : ""
  }
}

extension PartialDate {
  /// The season of the north that all days are in, as a word.
  package var seasonName: String? { season.map(DateNames.season) }

  /// The date in English words, as exact as it is: `14 May 2020`, `May 2020`, `spring 2020`,
  /// `2020`, `2010s`, `2019–2021`, `c. 2020` for `2020~`, `2020?`.
  package var words: String {
    if isInterval {
      let ends = edtf.split(separator: "/", omittingEmptySubsequences: false).map {
        (try? PartialDate(edtf: String($0)))?.words ?? ""
      }
      return ends.joined(separator: "–")
    }
    let begins = CivilDay(number: firstDay)
    let year = String(begins.year)
    let plain: String
    switch precision {
    case .day: plain = "\(begins.day) \(DateNames.month(begins.month)) \(year)"
    case .month: plain = "\(DateNames.month(begins.month)) \(year)"
    case .season: plain = "\(DateNames.season(season ?? 0)) \(year)"
    case .year: plain = year
    case .decade, .century: plain = year + "s"
    case .interval: plain = ""
    }
    return (qualifiers.contains(.approximate) ? "c. " : "") + plain
      + (qualifiers.contains(.uncertain) ? "?" : "")
  }
}
