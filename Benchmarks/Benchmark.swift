import PubQL
import PubQLCorpusGenerator

#if canImport(Glibc)
  import Glibc
#endif

/// Times reading and questions on a generated corpus; each question's answer is checked against
/// what the generator meant before its time counts.
///
/// Usage: pubql-bench [RECORDS] (100,000 unless told)
@main
struct Benchmark {
  static func main() throws {
    let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
    let corpus = BenchmarkCorpus(records: count)
    print("\(count) records, \(corpus.bytes.count / 1_000_000) MB")
    let reading = try Reading.measure(corpus)
    print(reading.line)
    var isRight = reading.session.recordCount == count
    for question in Question.all {
      let answer = try question.answer(reading.session)
      let expected = question.expected(corpus)
      let ok = abs(answer - expected) <= expected / question.tolerance
      isRight = isRight && ok
      let time = try Stopwatch.median(of: 15) { _ = try reading.session.query(question.text) }
      print(
        "\(question.name.padded(34)) \(time.milliseconds.padded(10)) ms"
          + (ok ? "" : "   WRONG: \(answer) instead of \(expected)"))
    }
    if !isRight { exit(1) }
  }
}

/// Reading the listing into columns.
struct Reading {
  let session: Session
  let line: String

  /// Loads from a file first, for then nothing else of the engine is in memory.
  static func measure(_ corpus: BenchmarkCorpus) throws -> Reading {
    let path = try corpus.file()
    defer { unlink(path) }
    let before = Memory.peak
    let session = Session()
    let fromFile = try Stopwatch.seconds { try session.load([path]) }
    let memory = Double(Memory.peak - before) / Double(corpus.bytes.count)
    let inMemory = try Stopwatch.median(of: 5) {
      _ = try Session(options: Self.options(corpus)).load(["corpus.txt"])
    }
    return Reading(
      session: session,
      line: """
        reading a file                     \(fromFile.milliseconds.padded(10)) ms  \
        \(corpus.speed(fromFile)) MB/s
        reading bytes in memory, median    \(inMemory.milliseconds.padded(10)) ms  \
        \(corpus.speed(inMemory)) MB/s
        peak memory, the text = 1          \(memory.description.prefix(4))
        """)
  }

  private static func options(_ corpus: BenchmarkCorpus) -> SessionOptions {
    var options = SessionOptions()
    options.files = .memory(["corpus.txt": corpus.bytes])
    return options
  }
}
