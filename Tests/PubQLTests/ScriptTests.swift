import PubQL
import Testing

/// Statements of scripts: parameters, branches, loops, prints, assertions, files that are used.
struct ScriptTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  @Test func branches() {
    expect(
      session,
      [
        ("if 2 > 1 { print 1 } else { print 2 }", "printed 1"),
        ("if 1 > 2 { print 1 } else { print 2 }", "printed 2"),
        ("if 1 > 2 { print 1 }", ""),
        (
          "let n = 3; if $n = 1 { print 1 } else if $n = 3 { print 3 } else { print 0 }",
          "printed 3"
        ),
        ("if length((where topic = \"Cities\")) > 2 { topic = \"Cities\" | count }", "3"),
        ("if true {\n  let a = 1\n  print $a\n}", "printed 1"),
        ("if true { let a = 1 }; $a", "PQ0101"),
        ("if true { def f = 1 }; f", "PQ0104"),
        ("if 3 { print 1 }", "PQ0201"), ("if title = \"x\" { print 1 }", "PQ0116"),
        ("if true { $nope } else { titel = 1 }", "PQ0101 PQ0104"),
        ("if true print 1", "PQ0070"), ("if true { print 1", "PQ0023"),
        ("if { a: 1 }.a = 1 { print 1 }", "PQ0020"),
      ])
  }

  @Test func choices() {
    expect(
      session,
      [
        ("if 2 > 1 then \"a\" else \"b\"", "a"), ("if 1 > 2 then \"a\" else \"b\"", "b"),
        ("let x = if 2 > 1\n  then 1\n  else 2\n$x", "1"),
        (
          "with era: if year < 2020 then \"old\" else \"new\" | select id, era | take 3",
          "1 | new / 2 | new / 3 | old"
        ),
        ("where if year < 2020 then topic = \"Trade\" else topic = \"Cities\"", "1 4 6"),
        ("if missing(date) then \"?\" else \"!\" | length", "PQ0201 PQ0103"),
        ("1 + if true then 1 else 2", "2"), ("(if false then 1 else 2) * 3", "6"),
        ("if true then 1", "PQ0067"), ("if 3 then 1 else 2", "PQ0201"),
        ("if true then if false then 1 else 2 else 3", "2"),
      ])
  }

  @Test func attempts() {
    expect(
      session,
      [
        ("try 1 / 0 else 5", "5"), ("try 1 / 2 else 5", "0.5"),
        ("try 1 / 0 else 1 / 0", "PQ0401"), ("try 3 else 1 / 0", "3"),
        (
          "with n: try 1 / (length(topics) - 3) else 99 | select id, n | take 2",
          "1 | 99 / 2 | -1"
        ),
        ("try (with n: 1 / 0 | select n) else [7]", "7"),
        ("try nope else 1", "PQ0104"), ("try 1", "PQ0067"),
        ("try map([1, 0], x => 1 / x) else \"none\"", "none"),
      ])
  }

  @Test func loops() {
    expect(
      session,
      [
        ("for x in [1, 2] { print x }", "printed 1 ; printed 2"),
        ("for x in [] { print x }", ""),
        (
          "for x in [1, 2] { for y in [3, 4] { print x * y } }",
          "printed 3 ; printed 4 ; printed 6 ; printed 8"
        ),
        ("for t in (distinct topic | take 2) { topic = t | count }", "3 ; 2"),
        (
          "for r in (take 2 | select id, title) { print r.title }",
          "printed Smart Cities in China ; printed The Future of Urban Health"
        ),
        ("for n in [2, 1] { take n | select id }", "1 / 2 ; 1"),
        ("let rows = take 2; for r in $rows { print r.id }", "printed 1 ; printed 2"),
        ("for a in (where id = 1) { print length(a.topics) }", "printed 3"),
        ("for x in [1] { let y = x }; $y", "PQ0101"), ("for x in [1] { print x }; x", "PQ0104"),
        ("for x in 3 { print x }", "PQ0203"), ("for title in [1] { print 1 }", "PQ0107"),
        ("for x in [1, 2] { print 1 / (x - 1) }", "PQ0401"),
        ("for x of [1] { print x }", "PQ0067"), ("for x in [1] print x", "PQ0070"),
      ])
  }

  @Test func prints() {
    expect(
      session,
      [
        ("print \"a\", 1, [1, 2]", "printed a 1 1; 2"), ("print (count)", "printed 6"),
        ("print \"{length((where true))} papers\"", "printed 6 papers"),
        ("print missing", "printed "), ("print (take 1)", "PQ0126"), ("print", "PQ0020"),
        ("print(3)", "printed 3"), ("print 2020-05 + 1 month", "printed 2020-06"),
      ])
  }

  @Test func assertions() throws {
    expect(
      session,
      [
        ("assert 2 > 1; 3", "3"), ("assert 1 > 2; 3", "PQ0470"), ("assert 1 > 2 \"no\"", "PQ0470"),
        ("assert length((where true)) = 6 \"six\"", ""), ("assert 3", "PQ0201"),
      ])
    do throws(PubQLError) {
      try session.run("let n = 18\nassert $n > 100 \"too few: {$n}\"") { _ in }
      Issue.record("the assertion holds")
    } catch {
      #expect(error.kind == .assertion)
      #expect(error.exitCode == 1)
      #expect(
        error.diagnostics.map { $0.text() } == [
          """
          error[PQ0470]: too few: 18
            2 | assert $n > 100 "too few: {$n}"
              |        ^^^^^^^^ does not hold
              |        18   100

          """
        ])
    }
  }

  @Test func parametersHaveTypes() throws {
    let script = """
      param since: date = 2020 "earliest"
      param kind: choice("a", "b") = "b"
      param names: list = ["x"]
      param days: list(date)
      param n: number = 3
      param all: bool = false
      param who: text
      print $since, $kind, $names, $days, $n, $all, $who
      """
    let parameters = try session.parameters(of: Array(script.utf8))
    #expect(
      parameters.map { "\($0.name): \($0.type) = \($0.defaultText ?? "-") \($0.summary)" } == [
        "since: date = 2020 earliest", "kind: a|b = b ", "names: list = x ",
        "days: list of date = - ", "n: number = 3 ", "all: bool = false ", "who: text = - ",
      ])
    #expect(answer(script, [:]) == "PQ0510 usage")
    #expect(answer(script, ["days": .list([]), "who": "me"]) == "2020 b x  3 false me")
    #expect(
      answer(script, ["days": [2019, .date("2020-05")], "who": "me", "since": 2021, "n": 0.5])
        == "2021 b x 2019; 2020-05 0.5 false me")
    for (name, value) in [
      ("since", "2020"), ("kind", "c"), ("names", 3), ("days", ["x"]), ("n", "3"), ("all", 1),
    ] as [(String, Value)] {
      var given: [String: Value] = ["days": .list([]), "who": "me"]
      given[name] = value
      #expect(answer(script, given) == "PQ0511 usage", "\(name)")
    }
  }

  @Test func parametersAreReadFromTexts() throws {
    func read(_ type: String, _ texts: String...) -> String {
      do throws(PubQLError) {
        let script = "param p: \(type)"
        let parameter = try session.parameters(of: Array(script.utf8))[0]
        return "\(try parameter.value(reading: texts))"
      } catch { return error.diagnostics.map(\.code).joined() }
    }
    #expect(read("date", "2020-05") == "\(Value.date("2020-05"))")
    #expect(read("date", "2019..2021") == "\(Value.date("2019/2021"))")
    #expect(read("date", "May 2020") == "\(Value.date("2020-05"))")
    #expect(read("date", "soon") == "PQ0511")
    #expect(read("number", "3") == "\(Value.whole(3))")
    #expect(read("number", "3.5") == "\(Value.decimal(3.5))")
    #expect(read("number", "inf") == "PQ0511")
    #expect(read("bool", "true") == "\(Value.bool(true))")
    #expect(read("bool", "yes") == "PQ0511")
    #expect(read("choice(\"a\")", "b") == "PQ0511")
    #expect(read("list", "a, b", "c") == "\(Value.list(["a, b", "c"]))")
    #expect(read("list(number)", "1", "x") == "PQ0511")
  }

  @Test func parameterMistakes() {
    expect(
      session,
      [
        ("param since: dat = 2015", "PQ0123"), ("param since = 2015", "PQ0069"),
        ("param title: text = \"x\"; $title", "x"), ("length((count | save \"x.csv\"))", "PQ0125"),
        ("author in (show | distinct author)", "PQ0125"), ("param n: number = \"x\"", "PQ0124"),
        ("param c: choice = \"x\"", "PQ0203"), ("param c: choice(\"a\") = \"b\"", "PQ0124"),
        ("if true { param n: number = 3 }", "PQ0125"),
        ("param n: number = 2; take $n", "1 2"), ("param n: number = 2\ntake $n", "1 2"),
      ])
  }

  private func answer(_ script: String, _ parameters: [String: Value]) -> String {
    var printed: [String] = []
    do throws(PubQLError) {
      try session.run(script, parameters: parameters) { output in
        if case .printed(let text) = output { printed.append(text) }
      }
    } catch {
      return error.diagnostics.map(\.code).joined(separator: " ") + " \(error.kind)"
    }
    return printed.joined(separator: "\n")
  }
}
