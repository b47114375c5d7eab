/// A place of the built-in gazetteer. The order is that of its tables: the world, regions,
/// countries by name, areas, groupings, parts.
package struct PlaceID: Hashable, Sendable, Comparable {
  let index: UInt16

  init(_ index: Int) { self.index = UInt16(truncatingIfNeeded: index) }

  package static func < (left: PlaceID, right: PlaceID) -> Bool { left.index < right.index }
}

/// What is known of a place besides where it lies.
package struct Place: Sendable {
  /// What sort of place it is; the tables say which is which.
  package enum Kind: Sendable, Hashable {
    case world
    /// One of the five regions of M49: a continent, more or less
    case region
    /// A sub-region or intermediate region of M49
    case subregion
    case country
    /// An area of ISO 3166-1 that the source lists under another country, and Antarctica
    case territory
    /// A part of countries, a disputed place, a sea
    case part
    /// A state or alliance that is no more
    case former
    /// A region of the policy literature that M49 has not: the Middle East
    case area
    /// An organisation or group of countries
    case grouping
  }

  /// The preferred name, in English.
  package let name: String
  package let kind: Kind
  /// ISO 3166-1 alpha-2; nil for what is no country or territory.
  package let iso2: String?
  package let iso3: String?
  /// UN M49 number; nil where it has none (Kosovo, areas, groupings, parts).
  package let m49: Int?
  /// The month of membership of a grouping, the years of a former state.
  package let period: String?
}
