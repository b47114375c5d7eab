/// `Grammar/pubql.vim`: the colours of PubQL in Vim and Neovim.
struct VimFile {
  let words: HighlightWords

  private func any(_ words: [String]) -> String { words.joined(separator: "|") }

  /// Lines of Vim, at most 100 cells long, with words between what goes before and behind.
  private func matches(_ group: String, _ words: [String], _ before: String, _ after: String)
    -> String
  {
    var lines: [String] = []
    var row: [String] = []
    for word in words {
      let cells = row.reduce(0) { $0 + $1.count + 1 } + word.count
      if cells + before.count + after.count + group.count > 80, !row.isEmpty {
        lines.append("syn match \(group) /\\v\(before)<%(\(any(row)))>\(after)/")
        row = []
      }
      row.append(word)
    }
    lines.append("syn match \(group) /\\v\(before)<%(\(any(row)))>\(after)/")
    return lines.joined(separator: "\n")
  }

  var text: String {
    // A stage stands at the beginning of a line, or behind `|`, `(`, `=`, `;` or `{`; an operator,
    // a dot, a comma or a bracket behind it makes it a name.
    let first = #"%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<="#
    let start = #"%(%(^|[;{}])\s*)@40<="#
    let noName =
      #"%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(\#(operators))>)@!"#
    return #"""
      " Vim syntax file
      " Language: PubQL, a query language for publication metadata
      "
      " To use it, copy it to ~/.vim/syntax/pubql.vim (Neovim: ~/.config/nvim/syntax/pubql.vim), and
      " write this line to ~/.vim/ftdetect/pubql.vim (~/.config/nvim/ftdetect/pubql.vim):
      "   autocmd BufRead,BufNewFile *.pubql setfiletype pubql
      "
      " The lists of words are kept current by a test; see CONTRIBUTING.md.

      if exists("b:current_syntax")
        finish
      endif
      let s:cpo = &cpo
      set cpo&vim
      syn case match
      syn sync minlines=50

      syn match pubqlName /\v<[[:alpha:]_]\k*>/

      " Words between values.
      \#(matches("pubqlOperator", words.operators.filter { $0 != "all" }, "", #"%(\(|\s*[,:|)])@!"#))
      syn match pubqlOperator /\v<has\s+%(any|all)>/
      syn match pubqlOperator /\v<all>\ze\s*\[/
      \#(matches("pubqlConstant", words.constants, "", #"\(@!"#))

      " Words of stages, only where they are that.
      \#(matches("pubqlClause", words.clauses, "", #"\ze\s+[^ =!<>|,)#]"#))
      syn match pubqlClause /\v<%(asc|desc)>\ze\s*%([,|)#]|$|per>)/
      \#(words.stagesWithModes.map { matches("pubqlClause", words.modes, #"%(<\#($0)\s+)@20<="#, noEnd) }.joined(separator: "\n"))
      \#(matches("pubqlStage", words.stages, first, noName))

      " Words of statements.
      \#(matches("pubqlStatement", words.statements, start, noName.replacing("[.(", with: "[.")))
      \#(matches("pubqlStatement", words.controls, "", #"%(\s*[,:=<>)])@!"#))

      " Functions, the built-in ones and others.
      syn match pubqlCall /\v<\k+\ze\(/
      \#(matches("pubqlFunction", words.functions, "", #"\ze\("#))

      " Names that cannot be words.
      syn match pubqlLabel /\v<\k+\ze\s*:/
      syn match pubqlDefined /\v%(%(^|[;{}])\s*%(def|let|param)\s+)@40<=\k+/
      syn match pubqlMember /\v\.@1<!\.\s*\zs\k+/
      syn match pubqlVariable /\v\$\k+/
      syn match pubqlQuoted /`[^`]*`/

      " Numbers, dates and durations.
      syn match pubqlNumber /\v<\d[0-9_]*%(\.\d[0-9_]*)?%([eE][-+]?\d+)?>/
      syn match pubqlNumber /\v<\d[0-9_]*\s+%(\#(any(words.units)))s?>/
      syn match pubqlDate /\v<\d{4}-\d{2}%(-\d{2})?>/

      " Signs.
      syn match pubqlSign /\v\.\.|\=\>|!\=\=?|\=\=?|[<>]\=?|[-+*\/%]/
      syn match pubqlPipe /|/

      " Texts and patterns.
      syn match pubqlRaw /'\%([^']\|''\)*'/
      syn match pubqlPattern /\v%(<matches\s+|[=(\[,:]\s*)@20<=\/%([^\/\\]|\\.)+\/i?/
      syn region pubqlText start=/"/ skip=/\\./ end=/"/ oneline contains=pubqlEscape,pubqlInserted
      syn match pubqlEscape /\v\\%([ntr"\\{}]|u\{\x{1,6}\})/ contained
      syn region pubqlInserted matchgroup=pubqlBrace start=/{/ end=/}/ contained oneline
        \ contains=TOP

      " Last, so that nothing in a comment counts.
      syn match pubqlComment /#.*$/ contains=@Spell

      hi def link pubqlComment Comment
      hi def link pubqlText String
      hi def link pubqlRaw String
      hi def link pubqlEscape SpecialChar
      hi def link pubqlBrace Special
      hi def link pubqlPattern String
      hi def link pubqlNumber Number
      hi def link pubqlDate Number
      hi def link pubqlConstant Constant
      hi def link pubqlStage Statement
      hi def link pubqlClause Keyword
      hi def link pubqlStatement Keyword
      hi def link pubqlOperator Operator
      hi def link pubqlSign Operator
      hi def link pubqlPipe Delimiter
      hi def link pubqlFunction Function
      hi def link pubqlCall Function
      hi def link pubqlDefined Identifier
      hi def link pubqlVariable Identifier
      hi def link pubqlQuoted Identifier
      hi def link pubqlLabel Type

      let b:current_syntax = "pubql"
      let &cpo = s:cpo
      unlet s:cpo

      """#
  }

  private var operators: String { any(words.operators.filter { $0 != "not" }) }
  private let noEnd = #"%(\s*[,=:|)])@!"#
}
