// An open end is before or after every day, so plain comparison of days is right for it as well:
// `2020..` is never certainly before anything, and everything ends no later than it.

extension PartialDate {
  /// `a < b`: the whole of this date is before the whole of the other.
  package func isCertainlyBefore(_ other: PartialDate) -> Bool {
    lastDay < other.firstDay
  }

  /// `a > b`: the whole of this date is after the whole of the other.
  package func isCertainlyAfter(_ other: PartialDate) -> Bool {
    other.lastDay < firstDay
  }

  /// `a <= b`: this date ends no later than the other ends.
  package func endsNoLater(than other: PartialDate) -> Bool {
    lastDay <= other.lastDay
  }

  /// `a >= b`: this date begins no earlier than the other begins.
  package func beginsNoEarlier(than other: PartialDate) -> Bool {
    firstDay >= other.firstDay
  }

  /// `a = b` and `a in b`: this date is wholly inside the other.
  package func isWithin(_ other: PartialDate) -> Bool {
    firstDay >= other.firstDay && lastDay <= other.lastDay
  }

  /// `a overlaps b`: the two have a day in common.
  package func overlaps(_ other: PartialDate) -> Bool {
    firstDay <= other.lastDay && other.firstDay <= lastDay
  }
}

extension PartialDate: Comparable {
  /// The order of sorting: by first day, then the coarser first, then by text.
  ///
  /// This is not the `<` of the language, which is `isCertainlyBefore`.
  package static func < (a: PartialDate, b: PartialDate) -> Bool {
    if a.firstDay != b.firstDay { return a.firstDay < b.firstDay }
    if a.lastDay != b.lastDay { return a.lastDay > b.lastDay }
    return a.lower != b.lower || a.upper != b.upper ? a.edtf < b.edtf : false
  }
}
