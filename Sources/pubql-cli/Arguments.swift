/// Arguments as the parser wants them.
enum Arguments {
  /// `-V` and `-c=…` spellings, and a lone `-` as the name of standard input.
  static func normalised(_ arguments: some Sequence<String>) -> [String] {
    var result: [String] = []
    var isOption = true
    for argument in arguments {
      if argument == "--" { isOption = false }
      result.append(isOption && argument == "-V" ? "--version" : argument)
    }
    return result
  }
}
