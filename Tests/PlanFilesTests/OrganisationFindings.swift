import Testing

/// What can be wrong in organisation.yaml.
///
/// Each case is the valid office with one change, and all that is printed then.
@Suite struct OrganisationFindings {
  static let cases: [OfficeCase] = [
    OfficeCase(
      "the code is not the folder's",
      .change(.organisation, "organisation: nam-son", "organisation: bac-son"),
      prints: #"""
        nam-son/organisation.yaml:1:15: error: the code "bac-son" differs from the name \#
        "nam-son" under which it is kept; make them the same [code-mismatch]
        organisation: bac-son
                      ^
        """#),
    OfficeCase(
      "a code that cannot name a folder",
      .change(.organisation, "organisation: nam-son", "organisation: Nam Sơn"),
      prints: #"""
        nam-son/organisation.yaml:1:15: error: "Nam Sơn" cannot be a code; use letters without \#
        diacritics, digits, and between them - _ . (at most 40) [code-invalid]
        organisation: Nam Sơn
                      ^
        """#),
    OfficeCase(
      "a root that no unit has",
      .change(.organisation, "root: TU", "root: TUU"),
      prints: #"""
        nam-son/organisation.yaml:2:7: error: units.csv has no unit "TUU"; did you mean "TU"? \#
        [unit-unknown]
        root: TUU
              ^
        """#),
    OfficeCase(
      "a root that stands under another unit",
      .change(.organisation, "root: TU", "root: BTC"),
      prints: #"""
        nam-son/organisation.yaml:2:7: error: "BTC" is not the unit without parent in \#
        units.csv, which is "TU" [root-unknown]
        root: BTC
              ^
        """#),
    OfficeCase(
      "a heap that would hold everything",
      .change(
        .organisation, "thresholds: {denominator_change: 12.5%}",
        "plausibility: {heap_width: 150%}"),
      prints: #"""
        nam-son/organisation.yaml:28:28: error: "150%" is not a part of a whole; write a number above 0 \#
        and up to 1, such as 0.4 or 40% [number-out-of-range]
        plausibility: {heap_width: 150%}
                                   ^
        """#),
    OfficeCase(
      "a median of two peers",
      .change(
        .organisation, "thresholds: {denominator_change: 12.5%}",
        "plausibility: {fewest_peers: 2}"),
      prints: #"""
        nam-son/organisation.yaml:28:30: error: "2" is out of range; 3 to 1000 was expected \#
        [number-out-of-range]
        plausibility: {fewest_peers: 2}
                                     ^
        """#),
    OfficeCase(
      "no letterhead",
      .change(.organisation, "letterhead: {superior: TỈNH ỦY NAM SƠN, issuer: BAN TỔ CHỨC}\n", ""),
      prints: #"""
        nam-son/organisation.yaml:1:1: error: organisation.yaml lacks the key "letterhead"; \#
        add it [key-missing]
        organisation: nam-son
        ^
        """#),
    OfficeCase(
      "half of a letterhead",
      .change(.organisation, ", issuer: BAN TỔ CHỨC}", "}"),
      prints: #"""
        nam-son/organisation.yaml:5:13: error: the letterhead lacks the key "issuer"; add it \#
        [key-missing]
        letterhead: {superior: TỈNH ỦY NAM SƠN}
                    ^
        """#),
    OfficeCase(
      "a signature without a name",
      .change(.organisation, ", name: \"[Họ và tên]\"}", "}"),
      prints: #"""
        nam-son/organisation.yaml:9:12: error: the signature lacks the key "name"; add it \#
        [key-missing]
        signature: {authority: K/T TRƯỞNG BAN, office: PHÓ TRƯỞNG BAN}
                   ^
        """#),
    OfficeCase(
      "a period that is none",
      .change(.organisation, "period: 2024-Q3", "period: 2024-Q5"),
      prints: #"""
        nam-son/organisation.yaml:18:9: error: "2024-Q5" is not such a period; write it as in \#
        2024-Q3 [period-invalid]
        period: 2024-Q5
                ^
        """#),
    OfficeCase(
      "a moment that is none",
      .change(.organisation, "as_of: 2024-10-05", "as_of: 5/10/2024"),
      prints: #"""
        nam-son/organisation.yaml:19:8: error: "5/10/2024" is not a moment; write \#
        2024-09-16T15:42, or 2024-09-16 for the end of that day [date-invalid]
        as_of: 5/10/2024
               ^
        """#),
    OfficeCase(
      "an offset that is none",
      .change(.organisation, "\"+07:00\"", "\"7\""),
      prints: #"""
        nam-son/organisation.yaml:21:15: error: "7" is not a time of the clock; write it as in \#
        "+07:00" [date-invalid]
          utc_offset: "7"
                      ^
        """#),
    OfficeCase(
      "a closing day no month has",
      .change(.organisation, "{day: 14}", "{day: 32}"),
      prints: #"""
        nam-son/organisation.yaml:22:18: error: "32" is out of range; 1 to 31 was expected \#
        [number-out-of-range]
          closing: {day: 32}
                         ^
        """#),
    OfficeCase(
      "a closing rule in a word that is not known",
      .change(.organisation, "closing: {day: 14}", "closing: month_end"),
      prints: #"""
        nam-son/organisation.yaml:22:12: error: "month_end" is not known here; possible here: \#
        "period_end" or {day: 14} [value-unknown]
          closing: month_end
                   ^
        """#),
    OfficeCase(
      "a time of the clock that is none",
      .change(.organisation, "time: \"16:30\"", "time: \"24:30\""),
      prints: #"""
        nam-son/organisation.yaml:23:32: error: "24:30" is not a time of the clock; write it \#
        as in "17:00" [date-invalid]
          due: {working_days: 3, time: "24:30"}
                                       ^
        """#),
    OfficeCase(
      "a time with an offset",
      .change(.organisation, "time: \"16:30\"", "time: \"16:30Z\""),
      prints: #"""
        nam-son/organisation.yaml:23:32: error: "16:30Z" is not a time of the clock; write it \#
        as in "17:00" [date-invalid]
          due: {working_days: 3, time: "16:30Z"}
                                       ^
        """#),
    OfficeCase(
      "working days without end",
      .change(.organisation, "working_days: 3", "working_days: 61"),
      prints: #"""
        nam-son/organisation.yaml:23:23: error: "61" is out of range; 0 to 60 was expected \#
        [number-out-of-range]
          due: {working_days: 61, time: "16:30"}
                              ^
        """#),
    OfficeCase(
      "working days that are no whole number",
      .change(.organisation, "working_days: 3", "working_days: 2.5"),
      prints: #"""
        nam-son/organisation.yaml:23:23: error: "2.5" is not a whole number; write digits \#
        only, as in 12 [number-invalid]
          due: {working_days: 2.5, time: "16:30"}
                              ^
        """#),
    OfficeCase(
      "a holiday that is no day",
      .change(.organisation, "2024-09-02", "2024-02-30"),
      prints: #"""
        nam-son/organisation.yaml:25:26: error: "2024-02-30" is not a day of the calendar; \#
        write year-month-day, as in 2024-09-30 [date-invalid]
          holidays: [2024-01-01, 2024-02-30]
                                 ^
        """#),
    OfficeCase(
      "a holiday twice",
      .change(.organisation, "2024-09-02", "2024-01-01"),
      prints: #"""
        nam-son/organisation.yaml:25:26: error: "2024-01-01" is already given; remove one of \#
        them [value-repeated]
          holidays: [2024-01-01, 2024-01-01]
                                 ^
        """#),
    OfficeCase(
      "an exception that excepts nothing",
      .change(.organisation, ", closing: 2023-12-14, due: 2023-12-18T17:00}", "}"),
      prints: #"""
        nam-son/organisation.yaml:27:7: error: an exception of the calendar needs one of \#
        "closing" or "due"; add it [key-missing]
            - {period: 2023-Q4}
              ^
        """#),
    OfficeCase(
      "an exception for a period that nobody collects",
      .change(
        .organisation, "2023-Q4, closing: 2023-12-14, due: 2023-12-18T17:00",
        "2023-10, closing: 2023-11-14"),
      prints: #"""
        nam-son/organisation.yaml:27:16: explain: no plan has units report on "2023-10", so its \#
        days hold for nothing; write a period that they report on, such as 2023-Q4, or remove \#
        the row [period-uncollected]
            - {period: 2023-10, closing: 2023-11-14}
                       ^
        """#),
    OfficeCase(
      "an exception due before it is closed",
      .change(.organisation, "due: 2023-12-18T17:00", "due: 2023-12-13"),
      prints: #"""
        nam-son/organisation.yaml:27:51: error: the range ends at 2023-12-13T23:59:59, before \#
        it begins at 2023-12-14; turn it round [range-reversed]
            - {period: 2023-Q4, closing: 2023-12-14, due: 2023-12-13}
                                                          ^
        """#),
    OfficeCase(
      "an exception due before the period is closed",
      .change(
        .organisation, "closing: 2023-12-14, due: 2023-12-18T17:00", "due: 2023-07-01T17:00"),
      prints: #"""
        nam-son/organisation.yaml:27:30: error: the range ends at 2023-07-01T17:00:00, before \#
        it begins at 2023-12-14; turn it round [range-reversed]
            - {period: 2023-Q4, due: 2023-07-01T17:00}
                                     ^
        """#),
    OfficeCase(
      "a week of seven days off",
      .change(
        .organisation, "  holidays: [2024",
        "  weekend: {days: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]}\n"
          + "  holidays: [2024"),
      prints: #"""
        nam-son/organisation.yaml:25:19: error: a week needs a working day; leave one of the seven out \#
        [number-out-of-range]
          weekend: {days: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]}
                          ^
        """#),
    OfficeCase(
      "an exception twice",
      .change(
        .organisation, "due: 2023-12-18T17:00}",
        "due: 2023-12-18T17:00}\n    - {period: 2023-q4, closing: 2023-12-13}"),
      prints: #"""
        nam-son/organisation.yaml:28:16: error: "2023-Q4" is already given; remove one of them \#
        [value-repeated]
            - {period: 2023-q4, closing: 2023-12-13}
                       ^
        """#),
    OfficeCase(
      "a threshold over one hundred percent",
      .change(.organisation, "12.5%", "125%"),
      prints: #"""
        nam-son/organisation.yaml:28:34: error: "125%" is not a part of a whole; write a \#
        number above 0 and up to 1, such as 0.4 or 40% [number-out-of-range]
        thresholds: {denominator_change: 125%}
                                         ^
        """#),
    OfficeCase(
      "a threshold that is no number",
      .change(.organisation, "12.5%", "\"12,5%\""),
      prints: #"""
        nam-son/organisation.yaml:28:34: error: "12,5%" is not a number; write 12, 0.9 or 90%, \#
        with a point as decimal mark and without grouping, at most 18 digits, 6 of them behind \#
        the point [number-invalid]
        thresholds: {denominator_change: "12,5%"}
                                         ^
        """#),
    OfficeCase(
      "bodies that are no map",
      .change(
        .organisation, "notice: SỐ LIỆU MINH HỌA\n", "notice: SỐ LIỆU MINH HỌA\nbodies: [BTV]\n"),
      prints: #"""
        nam-son/organisation.yaml:18:9: error: a list [...] was found where a map {key: value} \#
        is expected [type-wrong]
        bodies: [BTV]
                ^
        """#),
    OfficeCase(
      "bodies twice and without a name",
      .change(
        .organisation, "notice: SỐ LIỆU MINH HỌA\n",
        "notice: SỐ LIỆU MINH HỌA\nbodies: {BTV: Ban Thường vụ, BTV: Thường vụ, BCH: \"\", bch: Chấp hành}\n"
      ),
      prints: #"""
        nam-son/organisation.yaml:18:30: error: the key "BTV" stands here again, after line \#
        18; keep one of them [key-duplicate]
        bodies: {BTV: Ban Thường vụ, BTV: Thường vụ, BCH: "", bch: Chấp hành}
                                     ^
        nam-son/organisation.yaml:18:51: error: the text is empty; fill it in or remove it \#
        [value-missing]
        bodies: {BTV: Ban Thường vụ, BTV: Thường vụ, BCH: "", bch: Chấp hành}
                                                          ^
        nam-son/organisation.yaml:18:55: error: the code "bch" is already taken on line 18; \#
        capitals do not tell codes apart, so choose another [code-duplicate]
        bodies: {BTV: Ban Thường vụ, BTV: Thường vụ, BCH: "", bch: Chấp hành}
                                                              ^
        """#),
  ]

  @Test(arguments: cases) func prints(_ office: OfficeCase) { office.check() }
}
