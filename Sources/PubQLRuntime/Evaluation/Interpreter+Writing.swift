import PubQLDiagnostics
import PubQLEngine
package import PubQLFormats

extension Interpreter {
  func write(_ table: Table, _ save: SaveStep) throws(InterpreterError) -> Int {
    guard let writer = FormatRegistry.writer(forPath: save.path) else {
      throw InterpreterError.unknownOutputFormat(save.path, .source(save.span))
    }
    if writer.needsChart, table.chart == nil {
      let problem = ChartProblem.nothingToDraw(save.path, save.span)
      throw InterpreterError(.output, [problem.diagnostic])
    }
    let file: any HostFile
    do throws(HostError) {
      file = try host.create(save.path, replacing: mayReplace)
    } catch { throw InterpreterError(error, at: save.span) }
    do throws(OutputError) {
      try writer.write(ResultTable(table), to: file)
    } catch {
      file.discard()
      throw InterpreterError(HostError.unwritable(save.path, cause: error.cause), at: save.span)
    }
    do throws(InterpreterError) { try requireUndamaged() } catch {
      file.discard()
      throw error
    }
    do throws(HostError) { try file.commit() } catch {
      throw InterpreterError(error, at: save.span)
    }
    return table.rowCount
  }
}

extension OutputError {
  /// The cause in words.
  package var cause: String {
    switch self {
    case .closed: "nobody reads it"
    case .failed(let cause): cause
    }
  }
}
