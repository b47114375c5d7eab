import Testing

/// What `pubql run SCRIPT` makes of options that only the script can explain.
@Suite struct ScriptHelpTests {
  /// Runs a script with some arguments behind it.
  private func run(_ script: String, _ arguments: String...) throws -> Finished {
    let scratch = try Scratch()
    try scratch.write("s.pubql", script)
    return try Command.pubql(["run", "s.pubql"] + arguments, in: scratch.folder)
  }

  /// Scripts whose parameters cannot be known.
  private static let broken = [
    ("param a: number = 1\nprint $a +\n", "PQ0020"),
    ("param d: text = missing\n", "PQ0124"),
    ("param a: int\n", "PQ0123"),
    ("param help: text = \"x\"\n", "PQ0107"),
    ("param a: text = \"x\"\nparam a: text = \"y\"\n", "PQ0128"),
  ]

  @Test(arguments: broken)
  func a_broken_script_tells_its_own_mistake(_ script: String, _ code: String) throws {
    for option in [["--help"], ["-h"], ["--a", "3"], ["--a=3"], []] {
      let scratch = try Scratch()
      try scratch.write("s.pubql", script)
      let run = try Command.pubql(["run", "s.pubql"] + option, in: scratch.folder)
      #expect(run.code == 3, "\(option)")
      #expect(run.error.contains("error[\(code)]: "), "\(option): \(run.error)")
      #expect(run.output == "", "\(option)")
    }
  }

  /// What stands before a parameter may be part of its default; other mistakes are told by `run`.
  @Test func a_default_may_name_values() throws {
    let script = "let base = 2015\nparam since: number = $base \"first\"\nprint $since\n"
    #expect(try run(script, "--help").output.contains("--since NUMBER  first (default: 2015)"))
    #expect(try run(script, "--since", "3") == Finished(output: "3\n"))
    #expect(try run("param a: number = 1\nprint $b\n", "--help").code == 0)
  }
}

/// What is said of calls that were likely meant otherwise.
@Suite struct WrongCallTests {
  @Test func data_is_no_script() throws {
    let run = try Command.pubql(["run", "seeds/policy-papers.txt"])
    #expect(run.code == 3)
    let lines = run.error.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("error[") } == 20)
    #expect(lines.count { $0.hasPrefix("… and ") && $0.hasSuffix(" more problems") } == 1)
    #expect(lines.last?.hasPrefix("`seeds/policy-papers.txt` looks like data") == true)
  }

  @Test func a_mistyped_command() throws {
    let run = try Command.pubql(["rnu", "x"])
    #expect(run.code == 4)
    #expect(run.error.hasSuffix("did you mean the command `pubql run`?\n"))
    let other = try Command.pubql(["papers.txt", "-c", "count"])
    #expect(!other.error.contains("the command"))
  }

  @Test func help_of_odd_parameters() throws {
    let scratch = try Scratch()
    try scratch.write("s.pubql", "param a: list = [] \"one\\ntwo\"\n")
    let run = try Command.pubql(["run", "s.pubql", "--help"], in: scratch.folder)
    #expect(run.output.contains("  --a LIST …  one two (default: none)\n"))
  }
}
