import PubQLText

/// What words say about the texts that meet a condition, before any index is asked.
enum WordQuestion: Sendable {
  /// Words that follow each other; whether the texts that have them certainly meet the condition.
  case phrase([[UInt8]], isExact: Bool)
  /// Words and parts of words in any order, one at least; the same.
  case pieces([WordPiece], isExact: Bool)
  /// A word that matches; where a literal is given, one that has it.
  case match(Pattern, literal: [UInt8]?)

  /// Nil where words say nothing about the texts that meet a relation with a target.
  init?(_ relation: ValueTest.Relation, _ target: TestTarget) {
    switch (relation, target.value) {
    case (.has, _):
      guard let phrase = target.phrase else { return nil }
      self = .phrase(phrase.words, isExact: true)
    case (.contains, _), (.starts, _), (.ends, _):
      self.init(containing: target.folded, isExact: relation == .contains)
    case (.equal, .text), (.exactlyEqual, .text):
      let words = Words.words(folded: target.folded)
      if words.isEmpty { return nil }
      self = .phrase(words, isExact: false)
    case (.matches, _):
      guard let pattern = target.pattern else { return nil }
      self.init(pattern)
    default: return nil
    }
  }

  /// A pattern that does not stay in a word is asked for by the letters that every match has.
  private init?(_ pattern: Pattern) {
    let literal = pattern.requiredLiteral
    if pattern.isFoundInWords {
      self = .match(pattern, literal: literal?.folded)
    } else if let literal {
      self.init(containing: literal.folded, isExact: literal.isAll)
    } else {
      return nil
    }
  }

  /// Some folded bytes: what of these is a word between others is one in the text, and at the ends it
  /// is a part of one.
  private init?(containing part: [UInt8], isExact: Bool) {
    guard let pieces = WordPiece.pieces(of: part) else { return nil }
    let isOneWord = pieces.count == 1 && pieces[0].word.count == part.count
    self = .pieces(pieces, isExact: isExact && isOneWord)
  }
}

extension ValueTest {
  /// A question for each target; nil where words say nothing about one of them, or there is none.
  var wordQuestions: [WordQuestion]? {
    var questions: [WordQuestion] = []
    for target in targets {
      guard let question = WordQuestion(relation, target) else { return nil }
      questions.append(question)
    }
    return questions.isEmpty ? nil : questions
  }
}

/// What a part of a text says about a word in it.
struct WordPiece: Sendable {
  let word: [UInt8]
  /// Whether the word may be longer at its beginning, and at its end.
  let isOpen: (start: Bool, end: Bool)

  /// The words of folded bytes that stand anywhere in a text; nil where there is none, or where a
  /// mark at the beginning belongs to a word before.
  fileprivate static func pieces(of part: [UInt8]) -> [WordPiece]? {
    part.withUnsafeBufferPointer { part in
      if Words.beginsWithMark(part) { return nil }
      var scanner = WordScanner(part)
      var pieces: [WordPiece] = []
      while let range = scanner.next() {
        pieces.append(
          WordPiece(
            word: Array(part[range]),
            isOpen: (range.lowerBound == 0, range.upperBound == part.count)))
      }
      return pieces.isEmpty ? nil : pieces
    }
  }
}
