internal import PubQLText

/// Finds what someone who mistyped a name most likely meant.
public enum NearestName {
  /// The one candidate that is near enough to be offered; nil if none is, or two are as near.
  public static func match(_ name: String, among candidates: [String]) -> String? {
    Suggestion.best(for: name, among: candidates)
  }
}
