import ArgumentParser

/// `pubql-bench export --size N --directory D`: the files that other tools are compared on.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a corpus as listing, snapshot and JSON Lines; tell the questions as JSON.")

  @Option(help: "How many records.") var size = 100_000
  @OptionGroup var place: CorpusPlace

  func run() throws {
    let corpus = try place.corpus(records: size) { _ in }
    let command = try place.command()
    let build = try Child.run(
      [command, "build", corpus.listing, "-o", corpus.snapshot, "--force", "--quiet"])
    let lines = corpus.folder + "/\(size).jsonl"
    let export = try Child.run(
      [command, corpus.snapshot, "-c", "from corpus", "--format", "jsonl", "-o", lines, "--force"])
    guard build.code == 0, export.code == 0 else { throw BenchError.command(command) }
    let questions = Question.all(records: size).map { question in
      JSON.object([
        ("name", JSON.text(question.name)), ("title", JSON.text(question.title)),
        ("query", JSON.text(question.text)),
      ])
    }
    print(
      JSON.object([
        ("listing", JSON.text(corpus.listing)), ("snapshot", JSON.text(corpus.snapshot)),
        ("jsonl", JSON.text(lines)), ("author", JSON.text(Question.author(records: size))),
        ("name", JSON.text(Question.misspelt(records: size))),
        ("build_seconds", String(build.seconds)),
        ("questions", "[\(questions.joined(separator: ","))]"),
      ]))
  }
}
