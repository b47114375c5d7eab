import Testing

@Suite struct ListingReaderTests {
  /// A listing in the form of the seeds.
  static let regular = """
    1971. Towards Urban Decoupling? China’s smart city
    - Author:
    - Alice Ekman and Cristina de Esperanza Picardo
    - Publication Date:
    - 05-2020
    - Content Type:
    - Policy Brief
    - Institution:
    - European Union Institute for Security Studies
    - Abstract:
    - The term ‘smart city’ relates to technology.
    - Topic:
    - Science and Technology, Governance, and COVID-19
    - Political Geography:
    - China and Asia

    """

  @Test func regularListing() {
    let reading = Reading(Self.regular)
    #expect(
      reading.records == [
        [
          "id": ["1971"], "title": ["Towards Urban Decoupling? China’s smart city"],
          "authors": ["Alice Ekman and Cristina de Esperanza Picardo"], "date": ["05-2020"],
          "type": ["Policy Brief"],
          "institutions": ["European Union Institute for Security Studies"],
          "abstract": ["The term ‘smart city’ relates to technology."],
          "topics": ["Science and Technology, Governance, and COVID-19"],
          "regions": ["China and Asia"],
        ]
      ])
    #expect(reading.problems.isEmpty)
    #expect(reading.lines == [1])
    #expect(reading.lineCount == 15)
  }
}
