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
syn match pubqlOperator /\v<%(and|or|not|in|within|overlaps|has|contains|starts)>%(\(|\s*[,:|)])@!/
syn match pubqlOperator /\v<%(ends|matches|like)>%(\(|\s*[,:|)])@!/
syn match pubqlOperator /\v<has\s+%(any|all)>/
syn match pubqlOperator /\v<all>\ze\s*\[/
syn match pubqlConstant /\v<%(true|false|missing)>\(@!/

" Words of stages, only where they are that.
syn match pubqlClause /\v<%(as|by|on|per|seed)>\ze\s+[^ =!<>|,)#]/
syn match pubqlClause /\v<%(asc|desc)>\ze\s*%([,|)#]|$|per>)/
syn match pubqlClause /\v%(<join\s+)@20<=<%(anti|bar|heat|inner|left|line|semi)>%(\s*[,=:|)])@!/
syn match pubqlClause /\v%(<join\s+)@20<=<%(spark)>%(\s*[,=:|)])@!/
syn match pubqlClause /\v%(<chart\s+)@20<=<%(anti|bar|heat|inner|left|line|semi)>%(\s*[,=:|)])@!/
syn match pubqlClause /\v%(<chart\s+)@20<=<%(spark)>%(\s*[,=:|)])@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(from)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(where)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(search)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(select)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(with)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(drop)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(sort)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(take)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(skip)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(top)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(sample)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(distinct)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(count)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(group)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(pivot)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(each)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(join)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(union)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(intersect)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(except)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(dedupe)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(similar)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(chart)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(describe)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(save)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStage /\v%(%(^|[|(;{]|[^=!<>]\=)\s*)@40<=<%(show)>%([.(\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/

" Words of statements.
syn match pubqlStatement /\v%(%(^|[;{}])\s*)@40<=<%(load)>%([.\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStatement /\v%(%(^|[;{}])\s*)@40<=<%(let)>%([.\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStatement /\v%(%(^|[;{}])\s*)@40<=<%(def)>%([.\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStatement /\v%(%(^|[;{}])\s*)@40<=<%(for)>%([.\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStatement /\v%(%(^|[;{}])\s*)@40<=<%(use)>%([.\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStatement /\v%(%(^|[;{}])\s*)@40<=<%(param)>%([.\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStatement /\v%(%(^|[;{}])\s*)@40<=<%(print)>%([.\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStatement /\v%(%(^|[;{}])\s*)@40<=<%(assert)>%([.\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStatement /\v%(%(^|[;{}])\s*)@40<=<%(explain)>%([.\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStatement /\v%(%(^|[;{}])\s*)@40<=<%(why)>%([.\[]|\s*%([=!<>*%+:,)\]]|-\s|\.\.)|\s+%(not\s+)?%(and|or|in|within|overlaps|has|all|contains|starts|ends|matches|like)>)@!/
syn match pubqlStatement /\v<%(if|then|else|try)>%(\s*[,:=<>)])@!/

" Functions, the built-in ones and others.
syn match pubqlCall /\v<\k+\ze\(/
syn match pubqlFunction /\v<%(abs|add|age|all|any|avg|between|bibkey|ceil|cite|contains)>\ze\(/
syn match pubqlFunction /\v<%(continent|correlation|count|count_distinct|country|date|day)>\ze\(/
syn match pubqlFunction /\v<%(decade|distance|end|ends|family|filter|find|first|flatten)>\ze\(/
syn match pubqlFunction /\v<%(floor|fold|format|get|given|groupings|has|histogram|initials)>\ze\(/
syn match pubqlFunction /\v<%(iso|join|keys|last|length|list|log|lower|map|max|median)>\ze\(/
syn match pubqlFunction /\v<%(members|merge|min|missing|mode|month|name|near|number|pad)>\ze\(/
syn match pubqlFunction /\v<%(pairs|parents|particle|percentile|power|precision|quarter)>\ze\(/
syn match pubqlFunction /\v<%(range|replace|reverse|round|same_person|season|sentences|share)>\ze\(/
syn match pubqlFunction /\v<%(similarity|skip|slice|snippet|sort|split|sqrt|start|starts)>\ze\(/
syn match pubqlFunction /\v<%(stddev|subregion|suffix|sum|take|text|today|top|trim|unique)>\ze\(/
syn match pubqlFunction /\v<%(upper|values|within|words|year|zip)>\ze\(/

" Names that cannot be words.
syn match pubqlLabel /\v<\k+\ze\s*:/
syn match pubqlDefined /\v%(%(^|[;{}])\s*%(def|let|param)\s+)@40<=\k+/
syn match pubqlMember /\v\.@1<!\.\s*\zs\k+/
syn match pubqlVariable /\v\$\k+/
syn match pubqlQuoted /`[^`]*`/

" Numbers, dates and durations.
syn match pubqlNumber /\v<\d[0-9_]*%(\.\d[0-9_]*)?%([eE][-+]?\d+)?>/
syn match pubqlNumber /\v<\d[0-9_]*\s+%(day|week|month|year)s?>/
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
