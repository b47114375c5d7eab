import PubQL
import Testing

/// What people type who know other languages, and what the message says to type instead.
struct HabitTests {
  @Test func messagesSayWhatToTypeInstead() throws {
    let session = try Sample.session()
    for (text, help) in [
      ("with a: iff(year > 2000, 1, 2)", "write `if a then b else c`"),
      ("with a: case when year > 2000 then 1 end", "a value is chosen by `if … then … else …`"),
      ("with a: year > 2000 ? 1 : 2", "a value is chosen by `if … then … else …`"),
      ("select coalesce(abstract, title)", "write `if missing(a) then b else a`"),
      ("select substr(title, 1, 3)", "here it is called `slice`"),
      ("select len(title)", "here it is called `length`"),
      ("select concat(title, type)", "write `\"{a}{b}\"`"),
      (
        "select frobnicate(title)",
        "`:help functions` at the prompt lists them; `def frobnicate(…) = …` makes one"
      ),
      ("select title + \"x\"", "values are put into a text in braces: `\"{title}, {year}\"`"),
      ("title.lower = \"x\"", "functions stand before their value: `lower(…)`"),
      ("title.lower() = \"x\"", "functions stand before their value: `lower(title)`"),
    ] {
      let problems = session.check(text)
      #expect(problems.count == 1, "\(text)")
      #expect(problems.first?.help == help, "\(text)")
    }
    let assignment = session.check("x = 3").first
    #expect(
      assignment?.help?.hasPrefix("a value is bound with `let x = …`; the fields are ") == true)
  }
}
