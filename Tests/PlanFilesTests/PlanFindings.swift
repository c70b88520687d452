import Testing

/// What can be wrong in the head of a plan.
///
/// Each case is the valid office with one change, and all that is printed then.
@Suite struct PlanFindings {
  static let cases: [OfficeCase] = [
    OfficeCase(
      "the code is not the file's name",
      .change(.plan, "plan: KH01", "plan: KH02"),
      prints: #"""
        nam-son/plans/KH01.yaml:2:7: error: the code "KH02" differs from the name "KH01" under \#
        which it is kept; make them the same [code-mismatch]
        plan: KH02
              ^
        """#),
    OfficeCase(
      "a date that is none",
      .change(.plan, "issued_on: 2022-03-04", "issued_on: 2022-02-29"),
      prints: #"""
        nam-son/plans/KH01.yaml:6:12: error: "2022-02-29" is not a day of the calendar; write \#
        year-month-day, as in 2024-09-30 [date-invalid]
        issued_on: 2022-02-29
                   ^
        """#),
    OfficeCase(
      "a first period outside the term",
      .change(.plan, "every: quarter}\n", "every: quarter, from: 2035-Q1}\n"),
      prints: #"""
        nam-son/plans/KH01.yaml:10:60: error: 2035 lies outside the plan's term 2022 to 2030; \#
        correct the year or the term [outside-term]
        reporting: {by: BTC, to: [BTV, BCH], every: quarter, from: 2035-Q1}
                                                                   ^
        """#),
    OfficeCase(
      "a plan with the name of a file",
      .change(.plan, "plan: KH01", "plan: KH01.xlsx"),
      prints: #"""
        nam-son/plans/KH01.yaml:2:7: error: "KH01.xlsx" cannot be a code; use letters without \#
        diacritics, digits, and between them - _ . (at most 40), and no ending ".xlsx", ".txt", \#
        ".csv", ".sqlite" or ".jsonl" [code-invalid]
        plan: KH01.xlsx
              ^
        """#),
    OfficeCase(
      "a term that runs backwards",
      .change(.plan, "{from: 2022, to: 2030}", "{from: 2030, to: 2022}"),
      prints: #"""
        nam-son/plans/KH01.yaml:9:24: error: the range ends at 2022, before it begins at 2030; \#
        turn it round [range-reversed]
        term: {from: 2030, to: 2022}
                               ^
        """#),
    OfficeCase(
      "a year that is none",
      .change(.plan, "{from: 2022, to: 2030}", "{from: 22, to: 2030}"),
      prints: #"""
        nam-son/plans/KH01.yaml:9:14: error: "22" is out of range; 1900 to 2200 was expected \#
        [number-out-of-range]
        term: {from: 22, to: 2030}
                     ^
        """#),
    OfficeCase(
      "a cadence that is not known",
      .change(.plan, "every: quarter}", "every: quarterly}"),
      prints: #"""
        nam-son/plans/KH01.yaml:10:45: error: "quarterly" is not known here; did you mean \#
        "quarter"? [value-unknown]
        reporting: {by: BTC, to: [BTV, BCH], every: quarterly}
                                                    ^
        """#),
    OfficeCase(
      "a reporting body that is not known",
      .change(.plan, "by: BTC", "by: BTX"),
      prints: #"""
        nam-son/plans/KH01.yaml:10:17: error: units.csv has no unit "BTX"; did you mean "BTC"? \#
        [unit-unknown]
        reporting: {by: BTX, to: [BTV, BCH], every: quarter}
                        ^
        """#),
    OfficeCase(
      "a body that is not named",
      .change(
        .organisation, "notice: SỐ LIỆU MINH HỌA\n",
        "notice: SỐ LIỆU MINH HỌA\nbodies: {BTV: Ban Thường vụ Tỉnh ủy}\n"),
      prints: #"""
        nam-son/plans/KH01.yaml:10:32: error: "BCH" is neither a unit of the register nor a \#
        body of organisation.yaml; add it to "bodies" there [body-unknown]
        reporting: {by: BTC, to: [BTV, BCH], every: quarter}
                                       ^
        """#),
  ]

  @Test(arguments: cases) func prints(_ office: OfficeCase) { office.check() }
}
