/// `Grammar/pubql.tmLanguage.json`: what TextMate, VS Code, Sublime Text and others colour by.
///
/// A word has its colour only where it is that word: the name of a stage at the beginning of a
/// stage, and not where an operator follows, which makes it a field.
struct TextMateFile {
  let words: HighlightWords

  private func any(_ words: [String]) -> String { words.joined(separator: "|") }

  /// What makes a word a name that stands behind it: an operator, a dot, a bracket, a comma.
  private func noName(_ brackets: String = "(") -> String {
    let operators = any(words.operators.filter { $0 != "not" })
    return
      #"(?![.\#(brackets)\\[])(?!\\s*(?:[=!<>*%+:,)\\]]|-\\s|\\.\\.|(?:not\\s+)?(?:\#(operators))\\b))"#
  }

  var text: String {
    let name = #"[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*"#
    let stages = any(words.stages)
    let behindModes = words.stagesWithModes.map { #"(?<=\\b\#($0))"# }
    return #"""
      {
        "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        "name": "PubQL",
        "scopeName": "source.pubql",
        "fileTypes": ["pubql"],
        "patterns": [
          { "include": "#comment" },
          { "include": "#texts" },
          { "include": "#names" },
          { "include": "#numbers" },
          { "include": "#statements" },
          { "include": "#stages" },
          { "include": "#words" },
          { "include": "#functions" },
          { "include": "#signs" }
        ],
        "repository": {
          "comment": { "name": "comment.line.number-sign.pubql", "match": "#.*$" },
          "texts": {
            "patterns": [
              {
                "name": "string.quoted.double.pubql",
                "begin": "\"",
                "end": "\"|$",
                "patterns": [
                  {
                    "name": "constant.character.escape.pubql",
                    "match": "\\\\(?:[ntr\"\\\\{}]|u\\{[0-9A-Fa-f]{1,6}\\})"
                  },
                  { "name": "invalid.illegal.escape.pubql", "match": "\\\\." },
                  { "include": "#interpolation" }
                ]
              },
              { "name": "string.quoted.single.pubql", "match": "'(?:[^'\\n]|'')*'?" },
              {
                "match": "(?:(?<=\\bmatches)|(?<=[=(\\[,:]))\\s*(/(?:[^/\\\\\\n]|\\\\.)+/i?)",
                "captures": { "1": { "name": "string.regexp.pubql" } }
              }
            ]
          },
          "interpolation": {
            "name": "meta.interpolation.pubql",
            "begin": "\\{",
            "end": "\\}|$",
            "beginCaptures": { "0": { "name": "punctuation.section.interpolation.begin.pubql" } },
            "endCaptures": { "0": { "name": "punctuation.section.interpolation.end.pubql" } },
            "patterns": [{ "include": "#braces" }, { "include": "$self" }]
          },
          "braces": {
            "begin": "\\{",
            "end": "\\}|$",
            "patterns": [{ "include": "#braces" }, { "include": "$self" }]
          },
          "names": {
            "patterns": [
              { "name": "variable.other.readwrite.pubql", "match": "\\$\#(name)" },
              {
                "match": "(?<!\\.)\\.\\s*(\#(name)|`[^`\\n]*`)",
                "captures": { "1": { "name": "variable.other.member.pubql" } }
              },
              {
                "match": "^\\s*(param)\\s+(\#(name))\\s*(:)\\s*(\#(name))",
                "captures": {
                  "1": { "name": "storage.type.pubql" },
                  "2": { "name": "variable.parameter.pubql" },
                  "3": { "name": "punctuation.separator.pubql" },
                  "4": { "name": "support.type.pubql" }
                }
              },
              {
                "match": "(\#(name)|`[^`\\n]*`)\\s*(:)",
                "captures": {
                  "1": { "name": "entity.other.attribute-name.pubql" },
                  "2": { "name": "punctuation.separator.pubql" }
                }
              },
              { "name": "variable.other.field.pubql", "match": "`[^`\\n]*`?" }
            ]
          },
          "numbers": {
            "patterns": [
              {
                "name": "constant.numeric.date.pubql",
                "match": "\\b[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?\\b"
              },
              {
                "match": "\\b([0-9][0-9_]*)\\s+((?:\#(any(words.units)))s?)\\b",
                "captures": {
                  "1": { "name": "constant.numeric.pubql" },
                  "2": { "name": "keyword.other.unit.pubql" }
                }
              },
              { "name": "constant.numeric.pubql", "match": "\\b[0-9][0-9_]*(?:\\.[0-9][0-9_]*)?(?:[eE][-+]?[0-9]+)?\\b" }
            ]
          },
          "statements": {
            "patterns": [
              {
                "match": "(?:^|(?<=[;{}]))\\s*(def)\\s+(\#(name))",
                "captures": {
                  "1": { "name": "storage.type.pubql" },
                  "2": { "name": "entity.name.function.pubql" }
                }
              },
              {
                "match": "(?:^|(?<=[;{}]))\\s*(let)\\s+(\#(name))",
                "captures": {
                  "1": { "name": "storage.type.pubql" },
                  "2": { "name": "variable.other.readwrite.pubql" }
                }
              },
              {
                "match": "(?:^|(?<=[;{}]))\\s*(\#(any(words.statements)))\\b\#(noName(""))",
                "captures": { "1": { "name": "keyword.control.pubql" } }
              },
              {
                "name": "keyword.control.pubql",
                "match": "(?<![.$])\\b(?:\#(any(words.controls)))\\b(?!\\s*[,:=<>)])"
              }
            ]
          },
          "stages": {
            "patterns": [
              {
                "match": "(?:^|(?<=[|(;{]))\\s*(\#(stages))\\b\#(noName())",
                "captures": { "1": { "name": "keyword.control.stage.pubql" } }
              },
              {
                "match": "(?<=[^=!<>]=)\\s+(\#(stages))\\b\#(noName())(?=\\s+[^\\s|)#])",
                "captures": { "1": { "name": "keyword.control.stage.pubql" } }
              },
              {
                "match": "(?:\#(any(behindModes)))\\s+(\#(any(words.modes)))\\b\#(noName())",
                "captures": { "1": { "name": "keyword.other.mode.pubql" } }
              },
              {
                "name": "keyword.other.clause.pubql",
                "match": "(?<=[\\s)\\]])(?:\#(any(words.clauses)))\\b\#(noName())(?=\\s+[^\\s|)#])"
              },
              {
                "name": "keyword.other.order.pubql",
                "match": "(?<=[\\s)\\]])(?:asc|desc)\\b(?=\\s*(?:[,|)#]|$|per\\b))"
              }
            ]
          },
          "words": {
            "patterns": [
              {
                "match": "\\b(has)\\s+(any|all)\\b",
                "captures": {
                  "1": { "name": "keyword.operator.word.pubql" },
                  "2": { "name": "keyword.operator.word.pubql" }
                }
              },
              { "name": "keyword.operator.word.pubql", "match": "\\ball\\b(?=\\s*\\[)" },
              {
                "name": "keyword.operator.word.pubql",
                "match": "(?<=[\\s)\\]}\"]|^)(?:\#(any(words.operators.filter { $0 != "all" })))\\b(?!\\s*[,:|)])(?!\\()"
              },
              { "name": "keyword.operator.word.pubql", "match": "(?<=\\()not\\b" },
              { "name": "constant.language.pubql", "match": "\\b(?:\#(any(words.constants)))\\b(?!\\()" }
            ]
          },
          "functions": {
            "patterns": [
              {
                "name": "support.function.pubql",
                "match": "\\b(?:\#(any(words.functions)))(?=\\()"
              },
              { "name": "entity.name.function.call.pubql", "match": "\#(name)(?=\\()" },
              { "name": "variable.other.pubql", "match": "\#(name)" }
            ]
          },
          "signs": {
            "patterns": [
              { "name": "storage.type.function.arrow.pubql", "match": "=>" },
              { "name": "keyword.operator.pipe.pubql", "match": "\\|" },
              {
                "name": "keyword.operator.pubql",
                "match": "\\.\\.|!==|==|!=|<=|>=|[=<>]|[-+*/%]"
              },
              { "name": "punctuation.separator.pubql", "match": "[,;:]" }
            ]
          }
        }
      }

      """#
  }
}
