import Synchronization

/// A value that is made when it is first asked for, once, whoever asks.
final class Lazy<Value: Sendable>: @unchecked Sendable {
  // Sendable: `known` is written once, under the lock, before `isKnown` says so.
  private var known: Value?
  private let isKnown = Atomic(false)
  private let state: Mutex<State>

  private enum State {
    case made(Value)
    case toMake(@Sendable () -> Value)
  }

  /// A value that is there already.
  init(_ value: Value) { state = Mutex(.made(value)) }

  init(making make: @escaping @Sendable () -> Value) { state = Mutex(.toMake(make)) }

  func callAsFunction() -> Value {
    // The lock would cost more than the rest of a look at a single cell.
    if isKnown.load(ordering: .acquiring), let known { return known }
    return state.withLock { state in
      let value: Value
      switch state {
      case .made(let made): value = made
      case .toMake(let make):
        value = make()
        state = .made(value)
      }
      if !isKnown.load(ordering: .relaxed) {
        known = value
        isKnown.store(true, ordering: .releasing)
      }
      return value
    }
  }
}
