import PubQLText
import Testing

@testable import PubQLModel

@Suite("Vocabulary")
struct VocabularyTests {
  @Test("the built-in headings are many, each of them known, none twice")
  func builtInTopics() {
    var count = 0
    TableRows(TopicHeadingTable.rows).forEach { row in
      count += 1
      #expect(Vocabulary.topics.contains(row.text(0)), "\(row.text(0))")
      #expect(ProseList.split(row.text(0), vocabulary: .topics) == [row.text(0)])
    }
    #expect(count >= 150)
    #expect(Vocabulary.topics.oneNames.count == count)
  }

  @Test("a user's file adds names and takes them away")
  func userFile() {
    let file = """
      # our headings
      Bread and Circuses

        Wind, Sun, and Rain
      ! Science and Technology
      """
    var vocabulary = Vocabulary.topics
    vocabulary.formUnion(Vocabulary(file: file))
    let split = { ProseList.split($0, vocabulary: vocabulary) }
    #expect(split("bread & circuses") == ["bread & circuses"])
    #expect(split("Cities, Wind, Sun and Rain") == ["Cities", "Wind, Sun and Rain"])
    #expect(split("Science and Technology") == ["Science", "Technology"])
    #expect(split("Science and Technology, Law") == ["Science", "Technology", "Law"])
    #expect(split("Law and Order") == ["Law and Order"])
  }

  @Test("names between commas are learned")
  func learns() {
    var learner = ProseListLearner()
    learner.learn("Cities, Bread and Circuses, Trade, and Fire and Ice")
    learner.learn("Law, Sun and Rain")  // teaches nothing of the last two
    learner.learn("Snow and Hail")
    var other = ProseListLearner()
    other.learn("Wind and Waves, Trade")
    learner.merge(other)
    let vocabulary = learner.vocabulary(over: .topics)
    let split = { ProseList.split($0, vocabulary: vocabulary) }
    #expect(split("BREAD & CIRCUSES") == ["BREAD & CIRCUSES"])
    #expect(split("Fire and Ice") == ["Fire and Ice"])
    #expect(split("Wind and Waves") == ["Wind and Waves"])
    #expect(split("Cities, Wind and Waves") == ["Cities", "Wind and Waves"])
    #expect(split("Sun and Rain") == ["Sun", "Rain"])
    #expect(split("Snow and Hail") == ["Snow", "Hail"])
    // Trade is known to stand alone.
    #expect(split("Trade and Salt and Pepper") == ["Trade", "Salt and Pepper"])
    #expect(split("Cities and Trade and Law") == ["Cities", "Trade", "Law"])
    #expect(
      ProseList.explain("Fire and Ice", vocabulary: vocabulary)
        == ["`Fire and Ice` is one name: it stands between commas elsewhere in the corpus"])
  }

  @Test("a corpus does not join two places, and the user overrules it")
  func evidenceOrder() {
    var learner = ProseListLearner()
    learner.learn("Peru, China and Japan, Iran")
    learner.learn("Peru, Land and Sea, Iran")
    var vocabulary = learner.vocabulary(over: .places)
    #expect(ProseList.split("China and Japan", vocabulary: vocabulary) == ["China", "Japan"])
    #expect(ProseList.split("Land and Sea", vocabulary: vocabulary) == ["Land and Sea"])
    vocabulary.formUnion(Vocabulary(file: "!Land and Sea\nChina and Japan"))
    #expect(ProseList.split("China and Japan", vocabulary: vocabulary) == ["China and Japan"])
    #expect(ProseList.split("Land and Sea", vocabulary: vocabulary) == ["Land", "Sea"])
  }

  @Test("folding, `&`, `the` and the comma before `and` make no difference")
  func forgivingKeys() {
    var vocabulary = Vocabulary()
    vocabulary.insert("The Sun, the Moon, and Stars")
    #expect(vocabulary.contains("sun, MOON & stars"))
    #expect(!vocabulary.contains("Sun and Moon"))
    #expect(!vocabulary.contains(""))
  }
}
