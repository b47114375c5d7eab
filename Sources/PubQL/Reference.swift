internal import PubQLDiagnostics
internal import PubQLDisplay
internal import PubQLFormats
internal import PubQLRuntime
internal import PubQLSyntax

/// What there is in this version of the language: for help, documentation and tests.
public enum Reference {
  /// The version of PubQL.
  public static let version = "0.1.0"

  /// A format that is read or written.
  public struct Format: Hashable, Sendable {
    /// What `--format` and `--from` call it.
    public let name: String
    /// Endings of file names, without the dot.
    public let extensions: [String]
    /// One line about it.
    public let summary: String
    /// Whether it is drawn for people and may leave things out.
    public let isHuman: Bool
  }

  /// A stage or function.
  public struct Entry: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// How it is written.
    public let usage: String
    /// One line about it.
    public let summary: String
    /// What it does in cases that are not plain: whole sentences, or nothing.
    public let notes: String
    /// What a function takes, in order.
    public let parameters: [Parameter]
    /// Expressions and what they give.
    public let examples: [Example]

    init(
      name: String, usage: String, summary: String, notes: String = "",
      parameters: [Parameter] = [], examples: [Example] = []
    ) {
      self.name = name
      self.usage = usage
      self.summary = summary
      self.notes = notes
      self.parameters = parameters
      self.examples = examples
    }
  }

  /// What a function takes.
  public struct Parameter: Hashable, Sendable {
    /// Its name, by which it may be given: `round(x, digits: 2)`.
    public let name: String
    /// What it works on: `text`, `numbers`.
    public let kind: String
    /// Whether it may be left out.
    public let isOptional: Bool
    /// Whether several values may be given for it.
    public let isRepeated: Bool
  }

  /// Functions that belong together.
  public struct Family: Hashable, Sendable {
    /// What they are of: `text`, `dates`.
    public let name: String
    /// In the order in which the reference lists them.
    public let functions: [Entry]
  }

  /// An expression and what it gives.
  public struct Example: Hashable, Sendable {
    /// The expression.
    public let query: String
    /// Its result as a text.
    public let result: String
  }

  /// The formats that results can be shown or written in.
  public static var outputFormats: [Format] {
    HumanFormat.all.map {
      Format(name: $0.name, extensions: [], summary: $0.summary, isHuman: true)
    }
      + FormatRegistry.writers.map {
        Format(name: $0.name, extensions: $0.extensions, summary: $0.summary, isHuman: false)
      }
  }

  /// The formats that records can be read from.
  public static var inputFormats: [Format] {
    FormatRegistry.readers.map {
      Format(name: $0.name, extensions: $0.extensions, summary: $0.summary, isHuman: false)
    }
  }

  /// The output format that the ending of a file name chooses.
  public static func outputFormat(forPath path: String) -> String? {
    FormatRegistry.writer(forPath: path)?.name
  }

  /// All stages.
  public static var stages: [Entry] {
    Stages.all.map { Entry(name: $0.name, usage: $0.usage, summary: $0.summary) }
  }

  /// All functions.
  public static var functions: [Entry] { functionFamilies.flatMap(\.functions) }

  /// All functions, by family.
  public static var functionFamilies: [Family] {
    Builtin.families.map { family in
      Family(name: family.name, functions: family.functions.map(entry))
    }
  }

  private static func entry(_ function: Builtin) -> Entry {
    Entry(
      name: function.name, usage: function.signature, summary: function.summary,
      notes: function.notes,
      parameters: function.parameters.map { parameter in
        Parameter(
          name: parameter.name, kind: parameter.kind.name, isOptional: parameter.isOptional,
          isRepeated: parameter.isRepeated)
      },
      examples: function.examples.map { Example(query: $0.call, result: $0.result) })
  }

  /// All aggregates of `group`.
  public static var aggregates: [Entry] {
    AggregateKind.all.map {
      Entry(
        name: $0.name, usage: $0.signature, summary: $0.summary,
        examples: [
          Example(
            query: "[1, 2, 2, 5] | group { it: \($0.example.call) }", result: $0.example.result)
        ])
    }
  }

  /// All running columns of `with` and `select`.
  public static var runningColumns: [Entry] {
    WindowKind.all.map {
      Entry(name: $0.name, usage: $0.signature, summary: $0.summary, examples: [])
    }
  }

  /// What a diagnostic code means, with an example of wrong and right; nil for an unknown code.
  public static func explanation(of code: String) -> String? {
    let code = code.uppercased()
    guard let entry = Catalogue.all.first(where: { $0.code.description == code }) else {
      return nil
    }
    return "\(entry.code): \(entry.title)\n\n\(entry.explanation)\n"
  }

  /// All diagnostic codes, in order.
  public static var codes: [String] { Catalogue.all.map(\.code.description) }
}
