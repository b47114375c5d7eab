import PubQLText
import Synchronization

/// Texts prepared for comparison, each once: that is most of the work of a plain evaluation.
enum Folded {
  private static let texts = Mutex<[String: [UInt8]]>([:])
  private static let values = Mutex<[ReferenceField: [String: ReferenceValue]]>([:])

  /// How many are kept.
  private static let limit = 20_000

  static func bytes(_ text: String) -> [UInt8] {
    if let known = texts.withLock({ $0[text] }) { return known }
    let folded = Folding.fold(text)
    texts.withLock { texts in
      if texts.count > limit { texts = [:] }
      texts[text] = folded
    }
    return folded
  }

  static func value(_ text: String, _ field: ReferenceField) -> ReferenceValue {
    if let known = values.withLock({ $0[field]?[text] }) { return known }
    let value = ReferenceValue(text, field)
    values.withLock { values in
      if values[field]?.count ?? 0 > limit { values[field] = [:] }
      values[field, default: [:]][text] = value
    }
    return value
  }
}
