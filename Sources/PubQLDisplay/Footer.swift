import PubQLText

/// The line below a drawn result: how much there is and what of it is not shown.
struct Footer {
  let shown: Int
  let total: Int
  /// `row` or `value`
  let noun: String
  var hidden: [String] = []

  /// `20 of 321 rows`
  var count: String {
    let count = NumberDrawing.grouped(total) + " " + (total == 1 ? noun : noun + "s")
    return shown < total ? "\(NumberDrawing.grouped(shown)) of \(count)" : count
  }

  /// `20 of 321 rows · hidden: authors, abstract · :more  :all`
  func text(_ options: DisplayOptions) -> String? {
    guard options.showsFooter else { return nil }
    var parts = [count]
    if !hidden.isEmpty {
      parts.append("hidden: " + hidden.map(DisplayWidth.sanitised).joined(separator: ", "))
    }
    if options.offersPromptCommands && shown < total { parts.append(":more  :all") }
    return parts.joined(separator: options.plain ? "; " : " · ")
  }
}
