internal import PubQLDiagnostics
internal import PubQLEngine
internal import PubQLRuntime

/// A parameter that a script declares: `param since: date = 2015 "earliest date"`.
public struct ScriptParameter: Sendable {
  /// Its name, without `$`.
  public let name: String
  /// `text`, `number`, `date`, `bool`, `list`, or the values of a choice as `apa|mla`
  public let type: String
  /// Whether it takes several values.
  public let isList: Bool
  /// Whether it is true or false.
  public let isFlag: Bool
  /// What it is where nobody gives a value; nil where one has to be given.
  public let value: Value?
  /// What it is for; may be empty.
  public let summary: String
  private let parameter: PubQLRuntime.ScriptParameter

  init(_ parameter: PubQLRuntime.ScriptParameter) {
    self.parameter = parameter
    name = parameter.name
    type = parameter.type.name
    if case .list = parameter.type { isList = true } else { isList = false }
    isFlag = parameter.type == .bool
    value = parameter.value.map { Value($0) }
    summary = parameter.summary
  }

  /// The default as a text for people; nil where there is none.
  public var defaultText: String? { parameter.value?.plainText }

  /// Reads what was written for it, such as an option's value; a list takes several texts.
  /// - Throws: `.usage` when it is not of the parameter's type.
  public func value(reading texts: [String]) throws(PubQLError) -> Value {
    guard let value = parameter.type.read(texts) else {
      throw PubQLError(
        .usage, "`\(texts.joined(separator: " "))` is not what `\(name)` takes",
        help: "it wants \(parameter.type.wanted)", code: "PQ0511")
    }
    return Value(value)
  }
}

extension Session {
  /// The parameters that a text declares, in order.
  /// - Throws: `.compile` when it cannot be read.
  public func parameters(
    of utf8: [UInt8], named name: String = "<query>"
  ) throws(PubQLError) -> [ScriptParameter] {
    do throws(InterpreterError) {
      return try interpreter.parameters(of: SourceFile(name: name, bytes: utf8))
        .map { ScriptParameter($0) }
    } catch { throw PubQLError(error, interpreter.sources) }
  }
}
