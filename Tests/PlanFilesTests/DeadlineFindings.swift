import Testing

/// What can be wrong in deadlines.
///
/// Each case is the valid office with one change, and all that is printed then.
@Suite struct DeadlineFindings {
  static let cases: [OfficeCase] = [
    OfficeCase(
      "an example that is a map, typed in quotes, is not advised again",
      .change(.plan, "due: {quarter: 2022-Q4}", #"due: "{quarter: 2022-Q4}""#),
      prints: #"""
        nam-son/plans/KH01.yaml:51:10: error: "{quarter: 2022-Q4}" is not a deadline; write it \#
        without quotes [value-unknown]
            due: "{quarter: 2022-Q4}"
                 ^
        """#),
    OfficeCase(
      "a word that is not known",
      .change(.plan, "due: continuous", "due: continous"),
      prints: #"""
        nam-son/plans/KH01.yaml:62:10: error: "continous" is not a deadline; did you mean \#
        "continuous"? [value-unknown]
            due: continous
                 ^
        """#),
    OfficeCase(
      "a word like nothing that is known",
      .change(.plan, "due: continuous", "due: thường xuyên"),
      prints: #"""
        nam-son/plans/KH01.yaml:62:10: error: "thường xuyên" is not a deadline; possible here: \#
        "continuous", "periodic", "unstated" or {quarter: 2022-Q4} [value-unknown]
            due: thường xuyên
                 ^
        """#),
    OfficeCase(
      "a word that stands alone, as a key",
      .change(.plan, "due: continuous", "due: {continuous: true}"),
      prints: #"""
        nam-son/plans/KH01.yaml:62:11: error: "continuous" is a whole deadline, not a key of one; \#
        write due: continuous [key-unknown]
            due: {continuous: true}
                  ^
        """#),
    OfficeCase(
      "a date without its map",
      .change(.plan, "due: {quarter: 2022-Q4}", "due: 2022-11-30"),
      prints: #"""
        nam-son/plans/KH01.yaml:51:10: error: a date alone is not a deadline; write {on: \#
        2022-11-30} [value-unknown]
            due: 2022-11-30
                 ^
        """#),
    OfficeCase(
      "a period without its map",
      .change(.plan, "due: {quarter: 2022-Q4}", "due: 2022-Q4"),
      prints: #"""
        nam-son/plans/KH01.yaml:51:10: error: a date alone is not a deadline; write {quarter: \#
        2022-Q4} [value-unknown]
            due: 2022-Q4
                 ^
        """#),
    OfficeCase(
      "no rule",
      .change(.plan, "due: {quarter: 2022-Q4}", "due: {then: continuous}"),
      prints: #"""
        nam-son/plans/KH01.yaml:51:10: error: a deadline needs one of "on", "month", \#
        "quarter", "half", "year", "years", "every", "after" or "under"; add it [key-missing]
            due: {then: continuous}
                 ^
        """#),
    OfficeCase(
      "two rules",
      .change(.plan, "due: {quarter: 2022-Q4}", "due: {quarter: 2022-Q4, year: 2022}"),
      prints: #"""
        nam-son/plans/KH01.yaml:51:10: error: a deadline has "quarter" and "year", of which \#
        one is possible; keep one of them [key-conflict]
            due: {quarter: 2022-Q4, year: 2022}
                 ^
        """#),
    OfficeCase(
      "a day that is none",
      .change(.plan, "due: {quarter: 2022-Q4}", "due: {on: 2022-11-31}"),
      prints: #"""
        nam-son/plans/KH01.yaml:51:15: error: "2022-11-31" is not a day of the calendar; write \#
        year-month-day, as in 2024-09-30 [date-invalid]
            due: {on: 2022-11-31}
                      ^
        """#),
    OfficeCase(
      "a quarter that is a month",
      .change(.plan, "due: {quarter: 2022-Q4}", "due: {quarter: 2022-11}"),
      prints: #"""
        nam-son/plans/KH01.yaml:51:20: error: "2022-11" is not such a period; write it as in \#
        2022-Q4 [period-invalid]
            due: {quarter: 2022-11}
                           ^
        """#),
    OfficeCase(
      "a month that is none",
      .change(.plan, "due: {quarter: 2022-Q4}", "due: {month: 2022-13}"),
      prints: #"""
        nam-son/plans/KH01.yaml:51:18: error: "2022-13" is not such a period; write it as in \#
        2022-11 [period-invalid]
            due: {month: 2022-13}
                         ^
        """#),
    OfficeCase(
      "a half that is a year",
      .change(.plan, "due: {quarter: 2022-Q4}", "due: {half: 2022}"),
      prints: #"""
        nam-son/plans/KH01.yaml:51:17: error: "2022" is not such a period; write it as in \#
        2022-H1 [period-invalid]
            due: {half: 2022}
                        ^
        """#),
    OfficeCase(
      "a year that is a period",
      .change(.plan, "due: {quarter: 2022-Q4}", "due: {year: 2022-Q4}"),
      prints: #"""
        nam-son/plans/KH01.yaml:51:17: error: "2022-Q4" is not a whole number; write digits \#
        only, as in 12 [number-invalid]
            due: {year: 2022-Q4}
                        ^
        """#),
    OfficeCase(
      "years upside down",
      .change(.plan, "due: {quarter: 2022-Q4}", "due: {years: {from: 2024, to: 2023}}"),
      prints: #"""
        nam-son/plans/KH01.yaml:51:35: error: the range ends at 2023, before it begins at \#
        2024; turn it round [range-reversed]
            due: {years: {from: 2024, to: 2023}}
                                          ^
        """#),
    OfficeCase(
      "a cadence that is not known",
      .change(.plan, "due: {quarter: 2022-Q4}", "due: {every: week}"),
      prints: #"""
        nam-son/plans/KH01.yaml:51:18: error: "week" is not known here; possible here: \#
        "month", "quarter", "half" or "year" [value-unknown]
            due: {every: week}
                         ^
        """#),
    OfficeCase(
      "under something that is no programme",
      .change(.plan, "due: {quarter: 2022-Q4}", "due: {under: program}"),
      prints: #"""
        nam-son/plans/KH01.yaml:51:18: error: "program" is not known here; did you mean \#
        "programme"? [value-unknown]
            due: {under: program}
                         ^
        """#),
    OfficeCase(
      "an event that is not declared",
      .change(.plan, "event: TW-HD,", "event: TW-HT,"),
      prints: #"""
        nam-son/plans/KH01.yaml:57:26: error: the plan declares no event "TW-HT"; did you mean \#
        "TW-HD"? [event-unknown]
            due: {after: {event: TW-HT, within: 3 months}}
                                 ^
        """#),
    OfficeCase(
      "a time in something other than months",
      .change(.plan, "within: 3 months", "within: 90 days"),
      prints: #"""
        nam-son/plans/KH01.yaml:57:41: error: "90 days" is not a number of months; write 3 \#
        months, from 1 to 120 [number-invalid]
            due: {after: {event: TW-HD, within: 90 days}}
                                                ^
        """#),
    OfficeCase(
      "a continuation that is not known",
      .change(.plan, "then: yearly", "then: monthly"),
      prints: #"""
        nam-son/plans/KH01.yaml:68:29: error: "monthly" is not known here; possible here: \#
        "continuous" or "yearly" [value-unknown]
            due: {year: 2022, then: monthly}
                                    ^
        """#),
    OfficeCase(
      "a continuation of something that has no date",
      .change(.plan, "due: {quarter: 2022-Q4}", "due: {every: year, then: continuous}"),
      prints: #"""
        nam-son/plans/KH01.yaml:51:24: error: "then" follows a first date, but "every" sets \#
        none; remove it [key-conflict]
            due: {every: year, then: continuous}
                               ^
        """#),
    OfficeCase(
      "before the plan",
      .change(.plan, "due: {quarter: 2022-Q4}", "due: {on: 2021-12-31}"),
      prints: #"""
        nam-son/plans/KH01.yaml:51:15: error: the deadline lies in 2021, before the plan's \#
        first year 2022; correct one of them [deadline-before-plan]
            due: {on: 2021-12-31}
                      ^
        """#),
    OfficeCase(
      "after the plan, which is possible",
      .change(.plan, "due: {quarter: 2022-Q4}", "due: {years: {from: 2025, to: 2035}}"),
      prints: #"""
        nam-son/plans/KH01.yaml:51:18: info: the deadline lies in 2035, after the plan's last \#
        year 2030 [deadline-after-plan]
            due: {years: {from: 2025, to: 2035}}
                         ^
        """#),
    OfficeCase(
      "before the plan was issued",
      .change(.plan, "due: {quarter: 2022-Q4}", "due: {month: 2022-02}"),
      prints: #"""
        nam-son/plans/KH01.yaml:51:18: info: the deadline ends on 2022-02-28, before the plan \#
        was issued on 2022-03-04; check that the plan says so [deadline-before-issue]
            due: {month: 2022-02}
                         ^
        """#),
    OfficeCase(
      "a misspelt word for what is done again and again",
      .change(.plan, "due: continuous", "due: periodical"),
      prints: #"""
        nam-son/plans/KH01.yaml:62:10: error: "periodical" is not a deadline; did you mean \#
        "periodic"? [value-unknown]
            due: periodical
                 ^
        """#),
  ]

  @Test(arguments: cases) func prints(_ office: OfficeCase) { office.check() }
}
