import PubQLText

/// A printed line of authors, parted into names.
package struct NameList: Hashable, Sendable {
  /// Bytes of the line, one range a name, in the order of the line.
  package let ranges: [Range<Int>]
  /// `et al.` or `and others` stood at the end.
  package let hasOthers: Bool

  /// Parts a line at `;`, or at commas, `and`, `&` and `with` as far as names allow.
  ///
  /// `Ekman, Alice` stays one name, `Jr.` and `PhD` stay with the name before, and the name of an
  /// organisation stays whole. `isKnown` says that a piece of the line is a name known otherwise,
  /// and overrules; it is asked only where a line could be parted in two ways.
  /// - Complexity: linear in the line, apart from `isKnown`.
  package init(
    _ bytes: UnsafeBufferPointer<UInt8>,
    isKnown: (UnsafeBufferPointer<UInt8>) -> Bool = { _ in false }
  ) {
    var words = NameWord.words(of: bytes, in: 0..<bytes.count)
    hasOthers = Self.takeOthers(&words)
    guard let first = words.first, let last = words.last else {
      ranges = []
      return
    }
    let canPart = words.enumerated().contains { index, word in
      index > 0 && word.separator != .none || !word.traits.isDisjoint(with: [.and, .with])
    }
    let whole = first.range.lowerBound..<last.range.upperBound
    if !canPart || isKnown(UnsafeBufferPointer(rebasing: bytes[whole])) {
      ranges = [Self.tidy(words[...], bytes)]
      return
    }
    // Not escaping: the splitter lives within this call.
    ranges = withoutActuallyEscaping(isKnown) { isKnown in
      NameListSplitter(bytes: bytes, words: words, isKnown: isKnown).names()
        .map { Self.tidy(words[$0], bytes) }
    }
  }

  /// Takes `et al.`, `and others` off the end.
  private static func takeOthers(_ words: inout [NameWord]) -> Bool {
    guard words.count >= 2 else { return false }
    let last = words[words.count - 1].traits
    let before = words[words.count - 2].traits
    guard
      last.contains(.al) && before.contains(.et) || last.contains(.others) && before.contains(.and)
    else { return false }
    words.removeLast(2)
    return true
  }

  /// The bytes of a name, without a full stop that ends the line rather than a word.
  private static func tidy(
    _ words: ArraySlice<NameWord>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    guard let first = words.first, let last = words.last else { return 0..<0 }
    var end = last.range.upperBound
    let isAbbreviation =
      last.letters <= 2
      || !last.traits.isDisjoint(with: NameTraits.afterName.union([.company]))
    if last.hasDot, !isAbbreviation, bytes[end - 1] == UInt8(ascii: "."),
      !bytes[last.range].dropLast().contains(UInt8(ascii: "."))
    {
      end -= 1
    }
    return first.range.lowerBound..<end
  }
}

extension PersonName {
  /// The single names of a printed line of authors, as printed.
  ///
  /// `knownNames` gets folded text, and says whether the corpus or a vocabulary has it as one name.
  package static func splitList(
    _ text: String, knownNames: (String) -> Bool = { _ in false }
  ) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      let list = NameList(bytes) { piece in
        var folded: [UInt8] = []
        Folding.fold(piece, into: &folded)
        return knownNames(String(decoding: folded, as: UTF8.self))
      }
      return list.ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }
}
