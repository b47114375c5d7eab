import PubQLText
import Testing

@Suite struct PartitioningTests {
  @Test(arguments: [0..<0, 0..<1, 0..<2, 3..<10, -5..<4, 7..<7, 0..<64, 0..<65])
  func agreesWithLookingAtEach(range: Range<Int>) {
    for border in range.lowerBound - 1...range.upperBound + 1 {
      #expect(
        range.partitioningIndex { $0 >= border } == range.first { $0 >= border }
          ?? range.upperBound)
      #expect(
        range.lastOfPrefix { $0 < border } == range.last { $0 < border } ?? range.lowerBound)
    }
  }

  @Test func asksOnlyNumbersOfTheRangeAndFewOfThem() {
    let range = 10..<1_000_010
    for border in [Int.min, 10, 11, 500_000, 1_000_009, 1_000_010, Int.max] {
      var asked: [Int] = []
      _ = range.partitioningIndex {
        asked.append($0)
        return $0 >= border
      }
      #expect(asked.allSatisfy(range.contains))
      #expect(asked.count <= 20)
    }
  }

  @Test func theLargestRange() {
    #expect((0..<Int.max).partitioningIndex { $0 >= Int.max - 1 } == Int.max - 1)
    #expect((0..<Int.max).lastOfPrefix { $0 <= 3 } == 3)
  }
}
