/// The states of the deterministic automaton that have been reached, with their transitions.
///
/// A state is the set of steps the pattern may be at before the next scalar, whether the text
/// begins here, and whether a word character came before. What an anchor or word boundary
/// needs to know of the next scalar, it learns at the transition.
///
/// A class, since reading one field of a struct inside the matcher would retain them all.
final class PatternStates {
  static let unknown: UInt32 = 0
  /// No match can follow.
  static let dead: UInt32 = 1
  static let matched: UInt32 = 2
  /// A state is the place of its row in the table plus this.
  static let firstRow: UInt32 = 3

  /// Transitions kept before the table is emptied; 4 bytes each.
  static let capacity = 1 << 17
  /// Steps kept in all states together; 2 bytes each, held twice.
  static let mostSteps = 1 << 18

  private struct Key: Hashable {
    var steps: [UInt16]
    var isAtStart: Bool
    var followsWord: Bool
  }

  /// What `next` takes for the end of the text.
  let endClass: Int
  private(set) var start: UInt32 = PatternStates.dead

  private let program: PatternProgram
  private let width: Int
  private var table: [UInt32] = []
  private var keys: [Key] = []
  private var keptSteps = 0
  private var numbers: [Key: UInt32] = [:]
  /// By scalar class, whether its members are word characters.
  private let isWord: [Bool]
  private var current: StepSet
  private var following: StepSet
  private var pending: [Int] = []

  init(_ program: PatternProgram) {
    self.program = program
    endClass = program.classes.count
    width = program.classes.count + 1
    isWord = (0..<program.classes.count).map { program.classes.contains(set: 0, class: $0) }
    current = StepSet(capacity: program.steps.count)
    following = StepSet(capacity: program.steps.count)
    intern(startKey())
    start = Self.firstRow
  }

  func withTable<Result>(_ body: (UnsafeBufferPointer<UInt32>) -> Result) -> Result {
    table.withUnsafeBufferPointer(body)
  }

  /// The state after `state`, which is a row, has taken a scalar of a class, or the text's end.
  func next(_ state: UInt32, _ scalarClass: Int) -> UInt32 {
    let place = Int(state - Self.firstRow) + scalarClass
    let known = table[place]
    if known != Self.unknown { return known }
    let key = keys[Int(state - Self.firstRow) / width]
    if follow(key, over: scalarClass) {
      table[place] = Self.matched
      return Self.matched
    }
    if scalarClass == endClass || following.isEmpty {
      table[place] = Self.dead
      return Self.dead
    }
    let isWordBefore = program.usesWordBoundaries && isWord[scalarClass]
    let new = Key(steps: following.sorted, isAtStart: false, followsWord: isWordBefore)
    if let number = numbers[new] {
      table[place] = number
      return number
    }
    let isFull = table.count + width > max(Self.capacity, 16 * width)
    if isFull || keptSteps + new.steps.count > Self.mostSteps {
      // All rows go, the one the transition would be written to as well.
      table.removeAll(keepingCapacity: true)
      keys.removeAll(keepingCapacity: true)
      numbers.removeAll(keepingCapacity: true)
      keptSteps = 0
      intern(startKey())
      return intern(new)
    }
    let number = intern(new)
    table[place] = number
    return number
  }

  /// A row for a state that may have one already: the start is its own successor in no pattern,
  /// but after the table was emptied the state to go on with may be the start.
  @discardableResult
  private func intern(_ key: Key) -> UInt32 {
    if let number = numbers[key] { return number }
    let number = UInt32(table.count) + Self.firstRow
    table.append(contentsOf: repeatElement(Self.unknown, count: width))
    keys.append(key)
    keptSteps += key.steps.count
    numbers[key] = number
    return number
  }

  private func startKey() -> Key {
    following.removeAll()
    enter(0)
    return Key(steps: following.sorted, isAtStart: true, followsWord: false)
  }

  /// Fills `following` with the steps after a scalar; true if the pattern matches by then.
  private func follow(_ key: Key, over scalarClass: Int) -> Bool {
    let isAtEnd = scalarClass == endClass
    let isBeforeWord = !isAtEnd && program.usesWordBoundaries && isWord[scalarClass]
    current.removeAll()
    following.removeAll()
    pending.removeAll(keepingCapacity: true)
    for step in key.steps { pending.append(Int(step)) }
    while let step = pending.popLast() {
      guard current.insert(step) else { continue }
      switch program.steps[step] {
      case .match:
        return true
      case .jump(let target):
        pending.append(target)
      case .split(let first, let second):
        pending.append(second)
        pending.append(first)
      case .assert(let assertion):
        let holds =
          switch assertion {
          case .textStart: key.isAtStart
          case .textEnd: isAtEnd
          case .wordBoundary: key.followsWord != isBeforeWord
          case .noWordBoundary: key.followsWord == isBeforeWord
          }
        if holds { pending.append(step + 1) }
      case .take(let set):
        if !isAtEnd, program.classes.contains(set: set, class: scalarClass) {
          current.mark(step)
        }
      }
    }
    if isAtEnd { return false }
    for step in current.marked where enter(step + 1) { return true }
    return program.isAnchored ? false : enter(0)
  }

  /// Adds a step to `following`, with those reached from it without taking a scalar or needing
  /// to know the next; true if the match is among them.
  @discardableResult
  private func enter(_ step: Int) -> Bool {
    pending.removeAll(keepingCapacity: true)
    pending.append(step)
    while let step = pending.popLast() {
      switch program.steps[step] {
      case .jump(let target):
        if following.visit(step) { pending.append(target) }
      case .split(let first, let second):
        guard following.visit(step) else { continue }
        pending.append(second)
        pending.append(first)
      case .match:
        following.insert(step)
        return true
      case .assert, .take:
        following.insert(step)
      }
    }
    return false
  }
}

/// A set of steps that is emptied at once.
private struct StepSet {
  /// The round in which a step was last seen.
  private var rounds: [UInt32]
  private var round: UInt32 = 1
  private var members: [UInt16] = []
  /// Members chosen by `mark(_:)`.
  private(set) var marked: [Int] = []

  init(capacity: Int) { rounds = [UInt32](repeating: 0, count: capacity) }

  var isEmpty: Bool { members.isEmpty }
  var sorted: [UInt16] { members.sorted() }

  mutating func removeAll() {
    members.removeAll(keepingCapacity: true)
    marked.removeAll(keepingCapacity: true)
    if round == .max {
      for index in rounds.indices { rounds[index] = 0 }
      round = 0
    }
    round += 1
  }

  /// Notes a step without making it a member; false if it was seen.
  mutating func visit(_ step: Int) -> Bool {
    guard rounds[step] != round else { return false }
    rounds[step] = round
    return true
  }

  @discardableResult
  mutating func insert(_ step: Int) -> Bool {
    guard visit(step) else { return false }
    members.append(UInt16(truncatingIfNeeded: step))
    return true
  }

  mutating func mark(_ step: Int) { marked.append(step) }
}
