import PubQL

/// Measures rows on the files of one corpus.
struct Bench {
  let corpus: GeneratedFiles
  let runs: Int
  /// The command `pubql`.
  let command: String

  /// A question: warm in this process, and as processes of their own.
  func figure(
    _ question: Question, _ expectation: any Expectation, cold isCold: Bool
  ) throws -> Figure {
    var figure = Figure(
      row: question.name, title: question.title, records: corpus.records, goal: question.goal)
    let session = Session()
    try session.load([corpus.snapshot])
    let format = question.format ?? "tsv"
    let answer = Answer(tsv: try session.query(question.text).bytes(format: format))
    figure.problem = expectation.problem(in: answer)
    figure.warm = try Stopwatch.times(of: runs) {
      let result = try session.query(question.text)
      if let format = question.format {
        try result.write(format: format) { _ in }
      } else {
        result.readCells()
      }
    }
    if isCold { try measureCold(question, expectation, &figure) }
    return figure
  }

  private func measureCold(
    _ question: Question, _ expectation: any Expectation, _ figure: inout Figure
  ) throws {
    var times: [Double] = []
    for run in 0...min(runs, Self.mostProcesses) {
      let child = try Child.run(
        [command, corpus.snapshot, "--quiet", "-c", question.text, "-f", question.format ?? "tsv"])
      guard child.code == 0 else { throw BenchError.command(command) }
      figure.problem = figure.problem ?? expectation.problem(in: Answer(tsv: child.output))
      // The first brings the file into the page cache.
      if run > 0 { times.append(child.seconds) }
      figure.peakMemory = max(figure.peakMemory ?? 0, child.peakMemory)
    }
    figure.cold = Times(seconds: times)
  }

  /// Of processes, which may take seconds each, there are no more than these.
  private static let mostProcesses = 7
}

extension QueryResult {
  /// Makes a value of every cell, column by column, and leaves it.
  func readCells() {
    for name in columns.map(\.name) { _ = column(name) }
  }
}
