import Foundation
import Testing

@testable import PubQLModel

/// Compares the table of countries with the file its facts are from, where that is at hand.
@Suite("Country facts")
struct CountryFactsTests {
  static let path = "../shared/data/facts/country-codes.csv"

  /// The rows of the file by column name.
  private static func rows() -> [[String: String]] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    var lines: [[String]] = [[]]
    var field = ""
    var isQuoted = false
    for scalar in String(decoding: data, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        lines[lines.count - 1].append(field)
        field = ""
      case "\n" where !isQuoted:
        lines[lines.count - 1].append(field)
        field = ""
        lines.append([])
      case "\r", "\u{FEFF}": continue
      default: field.unicodeScalars.append(scalar)
      }
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().filter { $0.count == header.count }.map {
      Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first })
    }
  }

  @Test(
    "every country is found by its names and lies where M49 puts it",
    .enabled(if: FileManager.default.fileExists(atPath: path)))
  func agreesWithSource() {
    let gazetteer = Gazetteer.builtIn
    let rows = Self.rows()
    #expect(rows.count == 249)
    for row in rows {
      let code = row["ISO3166-1-Alpha-2"] ?? ""
      guard let id = gazetteer.all.first(where: { gazetteer.place($0).iso2 == code }) else {
        Issue.record("\(code) is not in the table")
        continue
      }
      let place = gazetteer.place(id)
      #expect(place.iso3 == row["ISO3166-1-Alpha-3"])
      #expect(place.m49 == row["M49"].flatMap { Int($0) })
      for column in [
        "official_name_en", "UNTERM English Short", "UNTERM English Formal", "CLDR display name",
      ] {
        guard let name = row[column], !name.isEmpty else { continue }
        #expect(gazetteer.find(name) == id, "\(name)")
      }
      for column in ["Region Code", "Sub-region Code", "Intermediate Region Code"] {
        guard let number = row[column].flatMap({ Int($0) }) else { continue }
        let region = gazetteer.all.first {
          gazetteer.place($0).iso2 == nil && gazetteer.place($0).m49 == number
        }
        #expect(region.map { gazetteer.isWithin(id, $0) } == true, "\(place.name), \(number)")
      }
    }
  }
}
