/// Arguments as the parser wants them.
enum Arguments {
  /// `-V` and `-c=…` spellings, `--time` without a form, and a lone `-` as the name of standard
  /// input.
  static func normalised(_ arguments: some Sequence<String>) -> [String] {
    var result: [String] = []
    var isOption = true
    for argument in arguments {
      if argument == "--" { isOption = false }
      switch argument {
      case "-V" where isOption: result.append("--version")
      case "--time" where isOption: result.append("--time=text")
      default: result.append(argument)
      }
    }
    return result
  }
}
