import Testing

/// What can be wrong in events.csv and explanations.csv.
///
/// Each case is the valid office with one change, and all that is printed then.
@Suite struct EventAndExplanationFindings {
  static let cases: [OfficeCase] = [
    OfficeCase(
      "an event that no plan declares",
      .change(.events, "TW-HD,", "TW-HT,"),
      prints: #"""
        nam-son/events.csv:2:1: error: no plan declares an event "TW-HT"; did you mean \#
        "TW-HD"? [event-unknown]
        """#),
    OfficeCase(
      "an event without a day",
      .change(.events, "2023-11-20", ""),
      prints: #"""
        nam-son/events.csv:2:2: error: "occurred_on" has no value; fill it in [value-missing]
        """#),
    OfficeCase(
      "a day that is none",
      .change(.events, "2023-11-20", "20/11/2023"),
      prints: #"""
        nam-son/events.csv:2:2: error: "20/11/2023" is not a day of the calendar; write \#
        year-month-day, as in 2024-09-30 [date-invalid]
        """#),
    OfficeCase(
      "an event twice",
      .change(.events, "96-HD/BTCTW,", "96-HD/BTCTW,\ntw-hd,2024-01-01,,"),
      prints: #"""
        nam-son/events.csv:3:1: error: event TW-HD is already on line 2; keep one of them \#
        [value-repeated]
        """#),
    OfficeCase(
      "a code of a finding that is misspelt is guessed: no slip shows codes",
      .change(.explanations, "denominator-jump", "Denominator Jump"),
      prints: #"""
        nam-son/explanations.csv:2:4: error: "Denominator Jump" is not the code of a finding; \#
        did you mean "denominator-jump"? [code-invalid]
        """#),
    OfficeCase(
      "the code of what cannot be explained",
      .change(.explanations, "denominator-jump", "number-text"),
      prints: #"""
        nam-son/explanations.csv:2:4: explain: no finding that can be explained has the code \#
        "number-text", so the row has no effect; copy it from the column code of \#
        data/findings.csv, from a row with the severity explain [finding-code-unknown]
        """#),
    OfficeCase(
      "an unknown unit",
      .change(.explanations, "hu02", "hu22"),
      prints: #"""
        nam-son/explanations.csv:2:1: error: units.csv has no unit "hu22"; did you mean \#
        "HU02"? [unit-unknown]
        """#),
    OfficeCase(
      "an unknown indicator",
      .change(.explanations, "ct02", "ct09"),
      prints: #"""
        nam-son/explanations.csv:2:3: error: there is no indicator "ct09"; did you mean \#
        "CT01"? [indicator-unknown]
        """#),
    OfficeCase(
      "an unknown indicator of a plan",
      .change(.explanations, "ct02", "kh01/ct09"),
      prints: #"""
        nam-son/explanations.csv:2:3: error: there is no indicator "kh01/ct09"; did you mean \#
        "KH01/CT01"? [indicator-unknown]
        """#),
    OfficeCase(
      "a plan that is none",
      .change(.explanations, "ct02", "kh02/ct02"),
      prints: #"""
        nam-son/explanations.csv:2:3: error: there is no indicator "kh02/ct02"; did you mean \#
        "KH01/CT02"? [indicator-unknown]
        """#),
    OfficeCase(
      "a bare code that two plans have",
      .secondPlan("KH02"),
      prints: #"""
        nam-son/explanations.csv:2:3: info: several plans have "CT02", and the row is about all \#
        of them; for one of them write "KH01/CT02" or "KH02/CT02" [indicator-of-several]
        """#),
    OfficeCase(
      "a period that is none",
      .change(.explanations, "2024-Q3", "Q3/2024"),
      prints: #"""
        nam-son/explanations.csv:2:2: error: "Q3/2024" is not such a period; write it as in \#
        2024-Q3 [period-invalid]
        """#),
    OfficeCase(
      "a code that is none",
      .change(.explanations, "denominator-jump", "Mẫu số tăng"),
      prints: #"""
        nam-son/explanations.csv:2:4: error: "Mẫu số tăng" is not the code of a finding; copy \#
        it from the column code of data/findings.csv, from a row with the severity explain, as \#
        in "denominator-jump" [code-invalid]
        """#),
    OfficeCase(
      "a code that no finding has: the row is said to do nothing",
      .change(.explanations, "denominator-jump", "denominator-jumps"),
      prints: #"""
        nam-son/explanations.csv:2:4: explain: no finding that can be explained has the code \#
        "denominator-jumps", so the row has no effect; did you mean "denominator-jump"? \#
        [finding-code-unknown]
        """#),
    OfficeCase(
      "no explanation",
      .change(.explanations, "\"Tiếp nhận một đảng bộ, theo sắp xếp\"", ""),
      prints: #"""
        nam-son/explanations.csv:2:5: error: "explanation" has no value; fill it in \#
        [value-missing]
        """#),
    OfficeCase(
      "an explanation twice",
      .change(
        .explanations, "sắp xếp\"\n", "sắp xếp\"\nHU02,2024-q3,CT02,denominator-jump,Như trên\n"),
      prints: #"""
        nam-son/explanations.csv:3: error: this explanation is already on line 2; keep one of \#
        them [value-repeated]
        """#),
    OfficeCase(
      "nothing is called unknown while a plan cannot be parsed",
      .change(.plan, "plan: KH01", "plan: [KH01"),
      .change(.events, "TW-HD,", "TW-HT,"),
      .change(.explanations, "ct02", "ct09"),
      prints: #"""
        nam-son/plans/KH01.yaml:3:7: error: not valid YAML: a [ is not closed, or a comma is \#
        missing inside it; a value with a comma needs quotes; it begins on line 2 [yaml-syntax]
        number: 15-KH/TU
              ^
        """#),
  ]

  @Test(arguments: cases) func prints(_ office: OfficeCase) { office.check() }
}
