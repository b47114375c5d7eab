import PubQL

#if canImport(Glibc)
  import Glibc
#endif

extension Bench {
  /// The rows about files. The snapshot is made whether that is wanted as a row or not: the
  /// questions need it.
  func files(wanted: (String) -> Bool) throws -> [Figure] {
    var figures: [Figure] = []
    if wanted("load") { figures.append(try load()) }
    let build = try self.build()
    if wanted("build") { figures.append(build) }
    if wanted("open") { figures.append(try open()) }
    return figures
  }

  /// Each in a process of its own, for memory that was freed is not handed out the same way.
  private func load() throws -> Figure {
    var figure = Figure(
      row: "load", title: "listing text into queryable columns", records: corpus.records)
    var times: [Double] = []
    for _ in 0..<min(runs, Self.mostLoads) {
      let child = try Child.run([command, corpus.listing, "-c", "count", "--quiet"])
      times.append(child.seconds)
      figure.peakMemory = max(figure.peakMemory ?? 0, child.peakMemory)
      check(Answer(tsv: child.output).count, &figure)
    }
    let all = Times(seconds: times)
    figure.cold = all
    figure.goal = Double(corpus.listingSize) / 800_000
    figure.notes = [("MB/s", speed(all)), ("memory ÷ text", ratio(figure.peakMemory))]
    return figure
  }

  private func build() throws -> Figure {
    var figure = Figure(
      row: "build", title: "full snapshot from text, all indexes", records: corpus.records)
    let child = try Child.run(
      [command, "build", corpus.listing, "-o", corpus.snapshot, "--force", "--quiet"])
    guard child.code == 0 else { throw BenchError.command(command) }
    figure.cold = Times(seconds: [child.seconds])
    figure.peakMemory = child.peakMemory
    figure.goal = 25_000 * Double(corpus.records) / 1_000_000
    figure.notes = [
      ("MB/s", Double(corpus.listingSize) / child.seconds / 1_000_000),
      ("snapshot ÷ text", ratio(GeneratedFiles.size(of: corpus.snapshot))),
      ("snapshot, GB", Double(GeneratedFiles.size(of: corpus.snapshot) ?? 0) / 1e9),
    ]
    return figure
  }

  /// The first answer of a process that opens the snapshot.
  private func open() throws -> Figure {
    var figure = Figure(
      row: "open", title: "cold process, open, first answer", records: corpus.records, goal: 5)
    var times: [Double] = []
    for run in 0...runs {
      let child = try Child.run([command, corpus.snapshot, "--quiet", "-c", "count"])
      if run > 0 { times.append(child.seconds) }
      figure.peakMemory = max(figure.peakMemory ?? 0, child.peakMemory)
      check(Answer(tsv: child.output).count, &figure)
    }
    figure.cold = Times(seconds: times)
    return figure
  }

  private func check(_ count: Int?, _ figure: inout Figure) {
    if count != corpus.records { figure.problem = "\(count ?? -1) records" }
  }

  private func speed(_ times: Times) -> Double {
    Double(corpus.listingSize) / (times.median * 1000)
  }

  private func ratio(_ bytes: Int?) -> Double {
    Double(bytes ?? 0) / Double(max(corpus.listingSize, 1))
  }

  private static var mostLoads: Int { 5 }
}
