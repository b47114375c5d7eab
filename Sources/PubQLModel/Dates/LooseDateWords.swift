/// The words of dates, in English, German, French, Spanish, Portuguese and Italian.
///
/// Words are compared without case, diacritics and the dot of an abbreviation.
enum LooseDateWord {
  case month(Int)
  case season(Int)
  case quarter
  case circa
  /// `to`, `bis`: between the ends of a range.
  case through
  /// `the`, `de`, `14th`, `Monday`: says nothing about the date.
  case filler

  /// The word of a key, when it is one that a date may have.
  static func named(_ key: UInt64) -> LooseDateWord? {
    all[key]
  }

  /// Up to 12 letters in 5 bits each, from the first to the last; 0 is no word.
  static func key(_ key: UInt64, adding letter: UInt8) -> UInt64? {
    guard key >> 55 == 0, letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") else {
      return nil
    }
    return key << 5 | UInt64(letter & 31)
  }

  private static let all: [UInt64: LooseDateWord] = {
    var all: [UInt64: LooseDateWord] = [:]
    func add(_ word: LooseDateWord, _ spellings: String) {
      for spelling in spellings.split(separator: " ") {
        var key: UInt64 = 0
        for letter in spelling.utf8 { key = LooseDateWord.key(key, adding: letter) ?? 0 }
        all[key] = word
      }
    }
    for (index, spellings) in months.enumerated() { add(.month(index + 1), spellings) }
    for (index, spellings) in seasons.enumerated() { add(.season(index + 1), spellings) }
    add(.quarter, "q quarter quartal trimestre trim")
    add(.circa, "ca circa about around approx vers um hacia")
    add(.through, "to through until till and bis und au et al y e a")
    add(.filler, "st nd rd th er of the de del di do le el den der am on in")
    add(.filler, "monday tuesday wednesday thursday friday saturday sunday")
    add(.filler, "mon tue tues wed thu thur thurs fri sat sun cop copyright")
    return all
  }()

  private static let months = [
    "january jan januar janner janvier janv enero ene janeiro gennaio gen genn",
    "february feb februar febr fevrier fevr fev febrero fevereiro febbraio febb",
    "march mar marz mrz mars marzo marco",
    "april apr avril avr abril abr aprile",
    "may mai mayo maio maggio mag magg",
    "june jun juni juin junio junho giugno giu",
    "july jul juli juillet juil julio julho luglio lug",
    "august aug aout agosto ago",
    "september sep sept septembre septiembre setiembre setembro settembre set sett",
    "october oct oktober okt octobre octubre outubro out ottobre ott",
    "november nov novembre noviembre novembro",
    "december dec dezember dez decembre diciembre dic dezembro dicembre",
  ]

  private static let seasons = [
    "spring fruhling fruhjahr printemps primavera",
    "summer sommer ete verano verao estate",
    "autumn fall herbst automne otono outono autunno",
    "winter hiver invierno inverno",
  ]
}
