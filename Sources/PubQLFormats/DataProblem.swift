package import PubQLDiagnostics

/// The catalogue of what can be odd in data: the code, sentence and explanation of each kind.
package enum DataProblem {
  /// The code of a kind; `PQ03` stands for data that is read.
  package static func code(of kind: RawProblem.Kind) -> DiagnosticCode {
    switch kind {
    case .textOutsideRecords: DiagnosticCode("PQ0301")
    case .recordWithoutFields: DiagnosticCode("PQ0302")
    case .unknownLabel: DiagnosticCode("PQ0303")
    case .repeatedLabel: DiagnosticCode("PQ0304")
    case .emptyLabel: DiagnosticCode("PQ0305")
    case .severalValues: DiagnosticCode("PQ0306")
    case .notUTF8: DiagnosticCode("PQ0307")
    case .noTitle: DiagnosticCode("PQ0308")
    case .unreadableDate: DiagnosticCode("PQ0309")
    case .ambiguousDate: DiagnosticCode("PQ0310")
    }
  }

  /// How bad a kind is: a warning where something may not be as meant, a note where the data
  /// is merely unusual. Data is never an error.
  package static func severity(of kind: RawProblem.Kind) -> Severity {
    switch kind {
    case .textOutsideRecords, .unknownLabel, .emptyLabel, .ambiguousDate: .note
    case .recordWithoutFields, .repeatedLabel, .severalValues, .notUTF8, .noTitle,
      .unreadableDate:
      .warning
    }
  }

  /// A problem as a diagnostic; `line` is the line in the file.
  package static func diagnostic(
    _ problem: RawProblem, file: String, line: Int
  ) -> Diagnostic {
    Diagnostic(
      code(of: problem.kind), severity(of: problem.kind), sentence(problem),
      at: .data(file: file, line: line))
  }

  /// One sentence about a problem.
  package static func sentence(_ problem: RawProblem) -> String {
    let text = problem.text
    switch problem.kind {
    case .textOutsideRecords:
      return problem.count == 1
        ? "a line outside of any record is skipped: “\(text)”"
        : "\(problem.count) lines outside of any record are skipped, from “\(text)” on"
    case .recordWithoutFields:
      return "the record “\(text)” has a title and nothing else"
    case .unknownLabel:
      let field = ListingLabel.fieldName(text)
      return "`\(text)` is not a label of the format; it is kept as the field `\(field)`"
    case .repeatedLabel:
      return "the record has the label `\(text)` twice; its values are put together"
    case .emptyLabel:
      return "the label `\(text)` has no value"
    case .severalValues:
      return text == "date"
        ? "the record has several dates; the others are kept in `publication_date`"
        : "the record has several values for `\(text)`; they are joined by semicolons"
    case .notUTF8:
      return "“\(text)” was not written in UTF-8; it is read as Windows-1252"
    case .noTitle:
      return "the record has no title"
    case .unreadableDate:
      return "the date “\(text)” cannot be read; it is kept as text in `publication_date`"
    case .ambiguousDate:
      return "the date “\(text)” can be read in two ways; the first number is taken for the day"
    }
  }

  /// What `pubql explain` tells of each code, in the order of the codes.
  package static let entries: [DiagnosticEntry] = RawProblem.Kind.allCases.map { kind in
    let (title, explanation) = explanation(of: kind)
    return DiagnosticEntry(code(of: kind), title: title, explanation: explanation)
  }

  private static func explanation(of kind: RawProblem.Kind) -> (String, String) {
    switch kind {
    case .textOutsideRecords, .recordWithoutFields, .noTitle: ofRecord(kind)
    case .unknownLabel, .repeatedLabel, .emptyLabel, .severalValues: ofLabel(kind)
    case .notUTF8, .unreadableDate, .ambiguousDate: ofValue(kind)
    }
  }

  private static func ofRecord(_ kind: RawProblem.Kind) -> (String, String) {
    switch kind {
    case .recordWithoutFields:
      (
        "record with a title only",
        """
        A line with a number and a title stands where a record can begin, but no label follows.
        It is kept as a record of which only `id` and `title` are known; `missing(date)` and the \
        like find it. If it is none, take it out of the file, or remove the number.
        """
      )
    case .noTitle:
      (
        "record without a title",
        """
        A record has a number and labels, but no title: `1971.` with nothing behind it. The \
        record is kept; `missing(title)` finds it.
        """
      )
    default:
      (
        "text outside of records",
        """
        Some lines belong to no record: menus, page numbers and other furniture of the page that \
        a listing was copied from. They are skipped, and nothing else is lost.

        If the text was meant as part of a value, put it behind a dash of its own below the label:

            - Political Geography:
            - China
            - Hong Kong
        """
      )
    }
  }

  private static func ofLabel(_ kind: RawProblem.Kind) -> (String, String) {
    switch kind {
    case .unknownLabel:
      (
        "unknown label",
        """
        A record has a label that the format does not know. Its values are kept as a field under \
        the label in small letters, with `_` for what is neither letter nor digit: \
        `- Working Language:` becomes `working_language`. A name that means something else, \
        such as `title`, gets `label_` before it. Known labels are Author, Publication Date, \
        Content Type, Institution, Abstract, Topic and Political Geography.
        """
      )
    case .repeatedLabel:
      (
        "repeated label",
        """
        A record has the same label twice. The values of both are kept, in their order. Often the \
        header of the next record is damaged: look whether its number and title are there.
        """
      )
    case .emptyLabel:
      (
        "label without a value",
        """
        A label is followed by the next label or the next record. The field counts as missing. A \
        value stands on a line of its own, behind a dash:

            - Author:
            - Alice Ekman
        """
      )
    default:
      (
        "several values where one is expected",
        """
        A record has one date and one type. Of several dates the first that has a digit is the \
        date, and the others are kept in `publication_date`; several types are joined by \
        semicolons.
        """
      )
    }
  }

  private static func ofValue(_ kind: RawProblem.Kind) -> (String, String) {
    switch kind {
    case .unreadableDate:
      (
        "date that cannot be read",
        """
        A date is none of the forms that are known: `2020`, `05-2020`, `May 2020`, `2020-05-14`, \
        `14-05-2020` and their like. The record is kept without a `date`, and the text in \
        `publication_date`: `missing(date) | select id, publication_date` lists them.
        """
      )
    case .ambiguousDate:
      (
        "date that can be read in two ways",
        """
        A date such as `03-04-2020` may begin with the day or with the month. The first number is \
        taken for the day. Write it as `2020-04-03` to be sure.
        """
      )
    default:
      (
        "text that is not UTF-8",
        """
        A value holds bytes that are not UTF-8, as files of older programs do. They are read as \
        Windows-1252, the code page of Western Europe; in a file of another code page the \
        letters come out wrong. Convert it first: `iconv -f ISO-8859-2 -t UTF-8 old.txt > new.txt`.
        """
      )
    }
  }
}
