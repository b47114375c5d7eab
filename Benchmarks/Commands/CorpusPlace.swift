import ArgumentParser
import PubQLCorpusGenerator

#if canImport(Glibc)
  import Glibc
#endif

/// Where the generated files are, and the command that is measured.
struct CorpusPlace: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Keep the generated files here, for the next time; a temporary folder unless told.",
      valueName: "folder"))
  var directory: String?

  @Option(
    help: ArgumentHelp("The command to measure; the one beside pubql-bench.", valueName: "file"))
  var pubql: String?

  /// The files of a corpus; each record is handed to `see` as it is made.
  func corpus(
    records count: Int, _ see: (GeneratedRecord) -> Void
  ) throws -> GeneratedFiles {
    let folder = directory ?? "/tmp/pubql-bench-\(getpid())"
    mkdir(folder, 0o755)
    return try GeneratedFiles(folder: folder, records: count, see)
  }

  /// Removes what was not asked to be kept.
  func remove(_ corpus: GeneratedFiles) {
    guard directory == nil else { return }
    unlink(corpus.listing)
    unlink(corpus.snapshot)
    rmdir(corpus.folder)
  }

  /// The command `pubql`.
  func command() throws -> String {
    let own = CommandLine.arguments.first ?? ""
    let folder = own.lastIndex(of: "/").map { own[...$0] } ?? ""
    let command = pubql ?? folder + "pubql"
    guard access(command, X_OK) == 0 else {
      throw ValidationError("'\(command)' is no command; build it, or name it with --pubql.")
    }
    return command
  }
}
