/// What can stand at a place of a text that is being typed.
public struct Completions: Sendable {
  /// What an item takes the place of. Unit: UTF-8 offsets in the text.
  public var replace: Range<Int>
  /// The best first; no more than a person reads.
  public var items: [Completion]
  /// How many more would fit.
  public var more: Int
  /// What all of them begin with, those that are not shown too; empty if that is nothing, or if some
  /// do not begin with what was typed.
  public var common: String

  /// Joins the parts.
  public init(
    replace: Range<Int>, items: [Completion] = [], more: Int = 0, common: String = ""
  ) {
    self.replace = replace
    self.items = items
    self.more = more
    self.common = common
  }
}

/// One thing that can stand at a place.
public struct Completion: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, Sendable {
    case field
    case function
    case stage
    case keyword
    case value
    case variable
    case source
    case definition
    case file
    case command
  }

  /// What goes into the text: with closing quote, bracket or space where one belongs.
  public let text: String
  /// What a list shows.
  public let label: String
  /// What it is.
  public let kind: Kind
  /// A few words about it: a type, a count, a summary; may be empty.
  public let detail: String

  /// Joins the parts; without a label the text is shown.
  public init(text: String, label: String? = nil, kind: Kind, detail: String = "") {
    self.text = text
    self.label = label ?? text
    self.kind = kind
    self.detail = detail
  }
}

extension Completions {
  /// The one text that takes the place of what was typed: the only item, or what all items begin
  /// with; nil if there is nothing to add.
  public func insertion(in text: String) -> String? {
    let typed = Array(text.utf8).dropFirst(replace.lowerBound).prefix(replace.count)
    let only = items.count == 1 && more == 0 ? items.first?.text : nil
    let insertion = only ?? common
    let isMore = only != nil || insertion.unicodeScalars.count >= scalarCount(of: typed)
    return insertion.isEmpty || !isMore || insertion.utf8.elementsEqual(typed) ? nil : insertion
  }

  private func scalarCount(of bytes: some Sequence<UInt8>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
  }
}
