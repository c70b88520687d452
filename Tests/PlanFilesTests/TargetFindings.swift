import Testing

/// What can be wrong in targets.
///
/// Each case is the valid office with one change, and all that is printed then.
@Suite struct TargetFindings {
  static let cases: [OfficeCase] = [
    OfficeCase(
      "a tolerance below nothing",
      .change(.plan, "measure: share", "measure: amount"),
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{about: 10, tolerance: -2, every: year}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:32: error: "-2" is below zero; write a number from 0 up \#
        [number-out-of-range]
              - {about: 10, tolerance: -2, every: year}
                                       ^
        """#),
    OfficeCase(
      "no comparison",
      .change(.plan, "above: 90%, every: year, from: 2022, to: 2029", "every: year"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:9: error: a target needs one of "above", "at_least", \#
        "below", "at_most", "exactly", "maintain", "between", "about", "increase", "decrease", \#
        "exists" or "milestones"; add it [key-missing]
              - {every: year}
                ^
        """#),
    OfficeCase(
      "two comparisons",
      .change(
        .plan, "above: 90%, every: year, from: 2022, to: 2029",
        "above: 90%, at_most: 95%, every: year"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:9: error: a target has "above" and "at_most", of which one \#
        is possible; keep one of them [key-conflict]
              - {above: 90%, at_most: 95%, every: year}
                ^
        """#),
    OfficeCase(
      "no time",
      .change(.plan, "above: 90%, every: year, from: 2022, to: 2029", "above: 90%"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:9: error: a target needs one of "every", "by" or "over"; \#
        add it [key-missing]
              - {above: 90%}
                ^
        """#),
    OfficeCase(
      "a sum of several years over a stock",
      .change(
        .plan,
        "measure: count\n    numerator: số chủ doanh nghiệp được kết nạp\n    kind: flow",
        "measure: share\n    numerator: số chủ doanh nghiệp được kết nạp\n    denominator: tổng số"
          + "\n    kind: {numerator: flow, denominator: stock, denominator_at: latest}"),
      prints: #"""
        nam-son/plans/KH01.yaml:38:9: info: it is never judged: a sum over several years has no single \#
        stock under it; set it for every year, or count without a denominator [target-unjudged]
              - {at_least: 1, per: unit, over: term}
                ^
        """#),
    OfficeCase(
      "two times",
      .change(
        .plan, "above: 90%, every: year, from: 2022, to: 2029", "above: 90%, every: year, by: 2025"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:9: error: a target has "every" and "by", of which one is \#
        possible; keep one of them [key-conflict]
              - {above: 90%, every: year, by: 2025}
                ^
        """#),
    OfficeCase(
      "not a number",
      .change(.plan, "above: 90%", "above: chín mươi"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:17: error: "chín mươi" is not a number; write 12, 0.9 or \#
        90%, with a point as decimal mark and without grouping, at most 18 digits, 6 of them \#
        behind the point [number-invalid]
              - {above: chín mươi, every: year, from: 2022, to: 2029}
                        ^
        """#),
    OfficeCase(
      "a decimal comma in quotes",
      .change(.plan, "above: 90%", "above: \"68,8%\""),
      prints: #"""
        nam-son/plans/KH01.yaml:27:17: error: "68,8%" is not a number; write 12, 0.9 or 90%, \#
        with a point as decimal mark and without grouping, at most 18 digits, 6 of them behind \#
        the point [number-invalid]
              - {above: "68,8%", every: year, from: 2022, to: 2029}
                        ^
        """#),
    OfficeCase(
      "a number in the style of programs",
      .change(.plan, "above: 90%", "above: 9e-1"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:17: error: "9e-1" is not a number; write 12, 0.9 or 90%, \#
        with a point as decimal mark and without grouping, at most 18 digits, 6 of them behind \#
        the point [number-invalid]
              - {above: 9e-1, every: year, from: 2022, to: 2029}
                        ^
        """#),
    OfficeCase(
      "more digits than are kept",
      .change(.plan, "above: 90%", "above: 0.1234567"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:17: error: "0.1234567" is not a number; write 12, 0.9 or \#
        90%, with a point as decimal mark and without grouping, at most 18 digits, 6 of them \#
        behind the point [number-invalid]
              - {above: 0.1234567, every: year, from: 2022, to: 2029}
                        ^
        """#),
    OfficeCase(
      "a share over one hundred percent",
      .change(.plan, "above: 90%", "at_least: 101%"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:20: error: "101%" is over 100%, which no share of a whole \#
        can reach; write "90%" or "0.9" for ninety percent [target-impossible]
              - {at_least: 101%, every: year, from: 2022, to: 2029}
                           ^
        """#),
    OfficeCase(
      "a share written without its percent sign",
      .change(.plan, "above: 90%", "above: 90"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:17: error: "90" is over 100%, which no share of a whole can \#
        reach; write "90%" or "0.9" for ninety percent [target-impossible]
              - {above: 90, every: year, from: 2022, to: 2029}
                        ^
        """#),
    OfficeCase(
      "a share that nothing can exceed",
      .change(.plan, "above: 90%", "above: 100%"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:17: error: no value can be above "100%"; correct the number \#
        or the comparison [target-impossible]
              - {above: 100%, every: year, from: 2022, to: 2029}
                        ^
        """#),
    OfficeCase(
      "a number that nothing can stay below",
      .change(.plan, "above: 90%", "below: 0"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:17: error: no value can be below "0"; correct the number or \#
        the comparison [target-impossible]
              - {below: 0, every: year, from: 2022, to: 2029}
                        ^
        """#),
    OfficeCase(
      "a number below zero",
      .change(.plan, "above: 90%", "above: -1%"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:17: error: "-1%" is below zero; write a number from 0 up \#
        [number-out-of-range]
              - {above: -1%, every: year, from: 2022, to: 2029}
                        ^
        """#),
    OfficeCase(
      "an amount below zero, which no submission can bring",
      .change(.plan, "measure: count", "measure: amount"),
      .change(.plan, "at_least: 1,", "at_least: -0.5,"),
      prints: #"""
        nam-son/plans/KH01.yaml:37:20: error: "-0.5" is below zero; write a number from 0 up \#
        [number-out-of-range]
              - {at_least: -0.5, per: unit, over: term}
                           ^
        """#),
    OfficeCase(
      "an amount that nothing can stay below",
      .change(.plan, "measure: count", "measure: amount"),
      .change(.plan, "at_least: 1,", "below: 0,"),
      prints: #"""
        nam-son/plans/KH01.yaml:37:17: error: no value can be below "0"; correct the number or \#
        the comparison [target-impossible]
              - {below: 0, per: unit, over: term}
                        ^
        """#),
    OfficeCase(
      "an amount that falls by more than there was",
      .change(.plan, "measure: count", "measure: amount"),
      .change(
        .plan, "at_least: 1, per: unit, over: term",
        "decrease: {by: 5.5, against: {year: 2020, value: 3}}, per: unit, over: term"),
      prints: #"""
        nam-son/plans/KH01.yaml:37:25: error: no value can move by "5.5" from this base; correct one of \#
        them [target-impossible]
              - {decrease: {by: 5.5, against: {year: 2020, value: 3}}, per: unit, over: term}
                                ^
        """#),
    OfficeCase(
      "a percentage of a count",
      .change(.plan, "at_least: 1,", "at_least: 10%,"),
      prints: #"""
        nam-son/plans/KH01.yaml:37:20: error: "10%" is a percentage, but the indicator is \#
        measured as "count"; write a plain number [measure-conflict]
              - {at_least: 10%, per: unit, over: term}
                           ^
        """#),
    OfficeCase(
      "half of a count",
      .change(.plan, "at_least: 1,", "at_least: 1.5,"),
      prints: #"""
        nam-son/plans/KH01.yaml:37:20: error: "1.5" is not a whole number; write digits only, \#
        as in 12 [number-invalid]
              - {at_least: 1.5, per: unit, over: term}
                           ^
        """#),
    OfficeCase(
      "a range upside down",
      .change(.plan, "above: 90%", "between: [4%, 3%]"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:24: error: the range ends at 3%, before it begins at 4%; \#
        turn it round [range-reversed]
              - {between: [4%, 3%], every: year, from: 2022, to: 2029}
                               ^
        """#),
    OfficeCase(
      "a range with one end",
      .change(.plan, "above: 90%", "between: [4%]"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:19: error: "between" has 1 bounds; write two, as in [3%, \#
        4%] [type-wrong]
              - {between: [4%], every: year, from: 2022, to: 2029}
                          ^
        """#),
    OfficeCase(
      "a range that is no list",
      .change(.plan, "above: 90%", "between: 3%-4%"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:19: error: a single value was found where a list [...] is \#
        expected; write its values between brackets, as in [a, b] [type-wrong]
              - {between: 3%-4%, every: year, from: 2022, to: 2029}
                          ^
        """#),
    OfficeCase(
      "about, without saying how near",
      .change(.plan, "above: 90%", "about: 30%"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:9: error: a target lacks the key "tolerance"; add it \#
        [key-missing]
              - {about: 30%, every: year, from: 2022, to: 2029}
                ^
        """#),
    OfficeCase(
      "a tolerance without about",
      .change(.plan, "above: 90%", "above: 90%, tolerance: 1%"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:22: error: "tolerance" in a target belongs to "about", \#
        which is not there; remove it or add "about" [key-conflict]
              - {above: 90%, tolerance: 1%, every: year, from: 2022, to: 2029}
                             ^
        """#),
    OfficeCase(
      "a time that is not known",
      .change(.plan, "every: year, from", "every: decade, from"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:29: error: "decade" is not known here; possible here: \#
        "month", "quarter", "half" or "year" [value-unknown]
              - {above: 90%, every: decade, from: 2022, to: 2029}
                                    ^
        """#),
    OfficeCase(
      "more often than figures come in",
      .change(.plan, "every: year, from", "every: month, from"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:29: error: "month" is more often than figures come in, \#
        which is every quarter; choose "quarter" or longer [target-conflict]
              - {above: 90%, every: month, from: 2022, to: 2029}
                                    ^
        """#),
    OfficeCase(
      "years outside the plan's term",
      .change(.plan, "from: 2022, to: 2029", "from: 2021, to: 2031"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:41: error: 2021 lies outside the plan's term 2022 to 2030; \#
        correct the year or the term [outside-term]
              - {above: 90%, every: year, from: 2021, to: 2031}
                                                ^
        nam-son/plans/KH01.yaml:27:51: error: 2031 lies outside the plan's term 2022 to 2030; \#
        correct the year or the term [outside-term]
              - {above: 90%, every: year, from: 2021, to: 2031}
                                                          ^
        """#),
    OfficeCase(
      "years upside down",
      .change(.plan, "from: 2022, to: 2029", "from: 2026, to: 2025"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:51: error: the range ends at 2025, before it begins at \#
        2026; turn it round [range-reversed]
              - {above: 90%, every: year, from: 2026, to: 2025}
                                                          ^
        """#),
    OfficeCase(
      "a year outside the plan's term",
      .change(.plan, "every: year, from: 2022, to: 2029", "by: 2035"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:26: error: 2035 lies outside the plan's term 2022 to 2030; \#
        correct the year or the term [outside-term]
              - {above: 90%, by: 2035}
                                 ^
        """#),
    OfficeCase(
      "years without every",
      .change(.plan, "every: year, from: 2022, to: 2029", "over: term, from: 2022"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:34: error: "from" in a target belongs to "every", which is \#
        not there; remove it or add "every" [key-conflict]
              - {above: 90%, over: term, from: 2022}
                                         ^
        """#),
    OfficeCase(
      "over something that is not the term",
      .change(.plan, "over: term", "over: year"),
      prints: #"""
        nam-son/plans/KH01.yaml:37:40: error: "year" is not known here; possible here: "term" \#
        [value-unknown]
              - {at_least: 1, per: unit, over: year}
                                               ^
        """#),
    OfficeCase(
      "per something that is not the unit",
      .change(.plan, "per: unit", "per: district"),
      prints: #"""
        nam-son/plans/KH01.yaml:37:28: error: "district" is not known here; possible here: \#
        "unit" [value-unknown]
              - {at_least: 1, per: district, over: term}
                                   ^
        """#),
    OfficeCase(
      "a duty of each unit that is added up",
      .change(.plan, "to: 2029}", "to: 2029, per: unit}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:62: error: a target "per: unit" is for indicators with \#
        "over_units: units_meeting"; add that to the indicator or remove "per" [target-conflict]
              - {above: 90%, every: year, from: 2022, to: 2029, per: unit}
                                                                     ^
        """#),
    OfficeCase(
      "units that have nothing to meet",
      .change(.plan, "per: unit, ", ""),
      prints: #"""
        nam-son/plans/KH01.yaml:34:17: error: "units_meeting" counts the units that meet an \#
        obligation of each, but no target says "per: unit"; add it to the target [target-conflict]
            over_units: units_meeting
                        ^
        """#),
  ]

  @Test(arguments: cases) func prints(_ office: OfficeCase) { office.check() }
}
