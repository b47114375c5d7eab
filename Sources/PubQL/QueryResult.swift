internal import PubQLDiagnostics
internal import PubQLRuntime
internal import PubQLDisplay
internal import PubQLEngine
internal import PubQLFormats
internal import PubQLModel

/// What a query gave: rows and columns, a list, or a single value.
public struct QueryResult: Sendable {
  let table: ResultTable

  init(_ table: Table) { self.table = ResultTable(table) }

  /// Damage that was found in the snapshot that the rows come from: cells that were read since it
  /// was found may lack their values. Texts are looked at when they are asked for, so it may come
  /// after the query. `write` and `bytes` fail with it by themselves.
  public var damage: PubQLError? {
    guard let (path, damage) = table.table.damage else { return nil }
    return PubQLError(InterpreterError(damage, path), SourceMap())
  }

  /// The columns, in order.
  public var columns: [ColumnInfo] {
    table.table.columns.map { ColumnInfo(name: $0.name, type: $0.type.name) }
  }

  /// How many rows there are; 1 for a single value.
  public var rowCount: Int { table.rowCount }

  /// Whether it is one value rather than rows.
  public var isValue: Bool { table.shape == .value || table.shape == .record }

  /// The result drawn for a person.
  public func text(_ display: Display = Display()) -> HumanText {
    let format = HumanFormat.all.first { $0.name == display.format } ?? HumanFormat.all[0]
    var options = DisplayOptions()
    options.width = display.width
    options.color = display.color
    options.plain = display.plain
    options.maxRows = display.maxRows
    options.offersPromptCommands = display.isAtPrompt
    options.total = table.table.columns.last?.name == "count" ? table.table.countedRows : nil
    let first = max(0, display.firstRow)
    let drawn = format.draw(first == 0 ? table : LaterRows(table: table, first: first), options)
    return HumanText(text: drawn.text, footer: drawn.footer, isWhole: drawn.isWhole)
  }

  /// Writes all of the result in a format such as `csv`; nothing is cut.
  ///
  /// - Parameter write: takes bytes, which are valid only during the call.
  /// - Throws: `.usage` for an unknown format, what `write` throws, and `.output` when the format
  ///   cannot hold the result.
  public func write(
    format: String, _ write: (UnsafeBufferPointer<UInt8>) throws(PubQLError) -> Void
  ) throws(PubQLError) {
    guard let writer = FormatRegistry.writer(named: format) else {
      throw PubQLError(.usage, "there is no output format `\(format)`")
    }
    if writer.needsChart, table.chart == nil {
      throw PubQLError(
        .output, "`\(format)` holds a picture, and the result is no chart",
        help: "put `chart` at the end of the query, such as `count by year | chart`",
        code: "PQ0456")
    }
    var failure: PubQLError?
    do throws(OutputError) {
      try withoutActuallyEscaping(write) { (write) throws(OutputError) in
        let sink = ClosureSink { bytes throws(PubQLError) in
          // Writers hand over what they have looked at: nothing that is damaged gets out.
          if let damage { throw damage }
          try write(bytes)
        }
        defer { failure = sink.failure }
        try writer.write(table, to: sink)
      }
    } catch {
      throw failure ?? PubQLError(.output, "the result cannot be written: \(error.cause)")
    }
  }

  /// The result as bytes of a format such as `json`.
  /// - Throws: as `write(format:_:)`.
  public func bytes(format: String) throws(PubQLError) -> [UInt8] {
    var bytes: [UInt8] = []
    try write(format: format) { bytes.append(contentsOf: $0) }
    return bytes
  }
}

/// Hands bytes to a closure and keeps what it throws.
private final class ClosureSink: ByteSink {
  private let body: (UnsafeBufferPointer<UInt8>) throws(PubQLError) -> Void
  private(set) var failure: PubQLError?

  init(_ body: @escaping (UnsafeBufferPointer<UInt8>) throws(PubQLError) -> Void) {
    self.body = body
  }

  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(OutputError) {
    do throws(PubQLError) {
      try body(bytes)
    } catch {
      failure = error
      throw .closed
    }
  }
}

/// A column of a result.
public struct ColumnInfo: Hashable, Sendable {
  /// As a query would name it.
  public let name: String
  /// What it holds, in words: `text`, `date`, `list of people`
  public let type: String
}

/// How a result is drawn for a person.
public struct Display: Sendable {
  /// `table` or `card`
  public var format = "table"
  /// Cells of a line.
  public var width = 80
  /// Whether to use the colours of a terminal.
  public var color = false
  /// Lines of `field: value`, without boxes and bars.
  public var plain = false
  /// The first row that is drawn, from 0; the footer counts from there.
  public var firstRow = 0
  /// Rows that are drawn at most; nil for all.
  public var maxRows: Int? = 20
  /// Whether the footer may name commands of the prompt.
  public var isAtPrompt = false

  /// A table of 20 rows on 80 cells.
  public init() {}
}

/// A drawn result.
public struct HumanText: Sendable {
  /// The lines, each with its end.
  public let text: String
  /// What was left out, in one line; nil where nothing was.
  public let footer: String?
  /// Whether all rows went into it, as into the lines of a chart, so that there is no next page.
  public let isWhole: Bool
}
