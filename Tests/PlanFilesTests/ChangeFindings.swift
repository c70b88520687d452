import Testing

/// What can be wrong in targets that change, come step by step, or contradict each other.
///
/// Each case is the valid office with one change, and all that is printed then.
@Suite struct ChangeFindings {
  static let cases: [OfficeCase] = [
    OfficeCase(
      "a change that is no map",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}", "{increase: 2%, every: year}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:20: error: a single value was found where a change, a map \#
        {key: value}, is expected; its keys are "by" and "against" [type-wrong]
              - {increase: 2%, every: year}
                           ^
        """#),
    OfficeCase(
      "a change without its base",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{increase: {by: 2%}, every: year}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:20: error: a change lacks the key "against"; add it \#
        [key-missing]
              - {increase: {by: 2%}, every: year}
                           ^
        """#),
    OfficeCase(
      "a change against something that is not known",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{increase: {by: 2%, against: last_year}, every: year}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:38: error: "last_year" is not known here; possible here: \#
        "previous_year", "previous_period" or {year: 2020, value: 45%} [value-unknown]
              - {increase: {by: 2%, against: last_year}, every: year}
                                             ^
        """#),
    OfficeCase(
      "a change by nothing",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{decrease: {by: 0%, against: previous_year}, every: year}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:25: error: "0%" is no step; write a number above 0, and \#
        "increase" or "decrease" for its direction [number-out-of-range]
              - {decrease: {by: 0%, against: previous_year}, every: year}
                                ^
        """#),
    OfficeCase(
      "a change of a share by more than the whole",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{increase: {by: 200%, against: previous_year}, every: year}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:25: error: "200%" is over 100%, which no share of a whole \#
        can reach; write "90%" or "0.9" for ninety percent [target-impossible]
              - {increase: {by: 200%, against: previous_year}, every: year}
                                ^
        """#),
    OfficeCase(
      "a change of a count by half a case",
      .change(
        .plan, "{at_least: 1, per: unit, over: term}",
        "{increase: {by: 0.5, against: previous_year}, per: unit, every: year}"),
      prints: #"""
        nam-son/plans/KH01.yaml:37:25: error: "0.5" is not a whole number; write digits only, \#
        as in 12 [number-invalid]
              - {increase: {by: 0.5, against: previous_year}, per: unit, every: year}
                                ^
        """#),
    OfficeCase(
      "a change against last year that is asked for once",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{increase: {by: 2%, against: previous_year}, by: 2025}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:10: error: a number of steps from the year or period before \#
        is asked for every time; write "every", or against: {year: 2020, value: 45%} for what \#
        is to be reached once [target-conflict]
              - {increase: {by: 2%, against: previous_year}, by: 2025}
                 ^
        """#),
    OfficeCase(
      "a change against a year that is not before it",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{increase: {by: 2%, against: {year: 2025, value: 45%}}, by: 2025}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:10: error: the way to 2025 cannot begin at the end of 2025; \#
        give an earlier year as its base [target-conflict]
              - {increase: {by: 2%, against: {year: 2025, value: 45%}}, by: 2025}
                 ^
        """#),
    OfficeCase(
      "an unknown key of a change, and a base without its value",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{increase: {from: 2%, against: {year: 2020}}, by: 2025}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:21: error: unknown key "from" in a change; possible here: \#
        "by" or "against" [key-unknown]
              - {increase: {from: 2%, against: {year: 2020}}, by: 2025}
                            ^
        nam-son/plans/KH01.yaml:27:40: error: a base lacks the key "value"; add it [key-missing]
              - {increase: {from: 2%, against: {year: 2020}}, by: 2025}
                                               ^
        """#),
    OfficeCase(
      "the existence of a share",
      .change(.plan, "{above: 90%, every: year, from: 2022, to: 2029}", "{exists: true, by: 2025}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:18: error: "exists" means at least one, but the indicator \#
        is measured as "share"; measure it as "count", or write at_least: 100% \#
        [measure-conflict]
              - {exists: true, by: 2025}
                         ^
        """#),
    OfficeCase(
      "something that is not to exist",
      .change(
        .plan, "{at_least: 1, per: unit, over: term}", "{exists: false, per: unit, over: term}"),
      prints: #"""
        nam-son/plans/KH01.yaml:37:18: error: "false" is not known here; possible here: "true" \#
        [value-unknown]
              - {exists: false, per: unit, over: term}
                         ^
        """#),
    OfficeCase(
      "milestones and a time",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{milestones: [{year: 2025, at_least: 80%}], every: year, from: 2022}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:53: error: a target has "milestones" and "every", of which \#
        one is possible; keep one of them [key-conflict]
              - {milestones: [{year: 2025, at_least: 80%}], every: year, from: 2022}
                                                            ^
        nam-son/plans/KH01.yaml:27:66: error: "from" in a target does not go with \#
        "milestones"; remove it [key-conflict]
              - {milestones: [{year: 2025, at_least: 80%}], every: year, from: 2022}
                                                                         ^
        """#),
    OfficeCase(
      "no milestones",
      .change(.plan, "{above: 90%, every: year, from: 2022, to: 2029}", "{milestones: []}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:22: error: there are no milestones; write {year: 2025, \#
        at_least: 80%} for each, or remove the key [key-missing]
              - {milestones: []}
                             ^
        """#),
    OfficeCase(
      "milestones that are no list, on a path that is not known",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}", "{milestones: 80%, path: curved}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:22: error: a single value was found where a list [...] is \#
        expected; write its values between brackets, as in [a, b] [type-wrong]
              - {milestones: 80%, path: curved}
                             ^
        nam-son/plans/KH01.yaml:27:33: error: "curved" is not known here; possible here: \#
        "step" or "linear" [value-unknown]
              - {milestones: 80%, path: curved}
                                        ^
        """#),
    OfficeCase(
      "milestones without a year, a number, in disorder and twice",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{milestones: [{at_least: 80%}, {year: 2027}, {year: 2026, at_least: 85%}, {year: 2026, at_least: 90%}]}"
      ),
      prints: #"""
        nam-son/plans/KH01.yaml:27:23: error: a milestone lacks the key "year"; add it \#
        [key-missing]
              - {milestones: [{at_least: 80%}, {year: 2027}, {year: 2026, at_least: 85%}, {year: 2026, at_least: 90%}]}
                              ^
        nam-son/plans/KH01.yaml:27:40: error: a milestone needs one of "above", "at_least", \#
        "below", "at_most", "exactly", "maintain", "between" or "about"; add it [key-missing]
              - {milestones: [{at_least: 80%}, {year: 2027}, {year: 2026, at_least: 85%}, {year: 2026, at_least: 90%}]}
                                               ^
        nam-son/plans/KH01.yaml:27:61: error: the milestone of 2026 stands after that of 2027; \#
        put them in order of years [range-reversed]
              - {milestones: [{at_least: 80%}, {year: 2027}, {year: 2026, at_least: 85%}, {year: 2026, at_least: 90%}]}
                                                                    ^
        nam-son/plans/KH01.yaml:27:90: error: "2026" is already given; remove one of them \#
        [value-repeated]
              - {milestones: [{at_least: 80%}, {year: 2027}, {year: 2026, at_least: 85%}, {year: 2026, at_least: 90%}]}
                                                                                                 ^
        """#),
    OfficeCase(
      "a milestone that is a change",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{milestones: [{year: 2025, increase: {against: previous_year}}]}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:23: error: a milestone needs one of "above", "at_least", \#
        "below", "at_most", "exactly", "maintain", "between" or "about"; add it [key-missing]
              - {milestones: [{year: 2025, increase: {against: previous_year}}]}
                              ^
        nam-son/plans/KH01.yaml:27:36: error: unknown key "increase" in a milestone; possible \#
        here: "year", "above", "at_least", "below", "at_most", "exactly", "maintain", \#
        "between", "about" or "tolerance" [key-unknown]
              - {milestones: [{year: 2025, increase: {against: previous_year}}]}
                                           ^
        """#),
    OfficeCase(
      "milestones that fall",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{milestones: [{year: 2025, at_least: 90%}, {year: 2030, at_least: 80%}]}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:9: error: the milestone of 2030 asks for less than that of \#
        2025; correct one of them [target-conflict]
              - {milestones: [{year: 2025, at_least: 90%}, {year: 2030, at_least: 80%}]}
                ^
        """#),
    OfficeCase(
      "limits that rise",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{milestones: [{year: 2025, at_most: 10%}, {year: 2030, at_most: 20%}], path: linear}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:9: error: the milestone of 2030 asks for more than that of \#
        2025; correct one of them [target-conflict]
              - {milestones: [{year: 2025, at_most: 10%}, {year: 2030, at_most: 20%}], path: linear}
                ^
        """#),
    OfficeCase(
      "a path without milestones",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{at_least: 90%, by: 2025, path: linear}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:35: error: "path" in a target belongs to "milestones", \#
        which is not there; remove it or add "milestones" [key-conflict]
              - {at_least: 90%, by: 2025, path: linear}
                                          ^
        """#),
    OfficeCase(
      "a base of steps",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{milestones: [{year: 2025, at_least: 80%}], base: {year: 2021, value: 60%}}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:53: error: "base" in a target belongs to "path: linear", \#
        which is not there; remove it or add "path: linear" [key-conflict]
              - {milestones: [{year: 2025, at_least: 80%}], base: {year: 2021, value: 60%}}
                                                            ^
        """#),
    OfficeCase(
      "a base of something that is asked for every year",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{at_least: 90%, every: year, base: {year: 2021, value: 60%}}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:38: error: "base" in a target belongs to "by", which is not \#
        there; remove it or add "by" [key-conflict]
              - {at_least: 90%, every: year, base: {year: 2021, value: 60%}}
                                             ^
        """#),
    OfficeCase(
      "a base that is not before the target",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{at_least: 90%, by: 2025, base: {year: 2025, value: 60%}}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:35: error: the way to 2025 cannot begin at the end of 2025; \#
        give an earlier year as its base [target-conflict]
              - {at_least: 90%, by: 2025, base: {year: 2025, value: 60%}}
                                          ^
        """#),
    OfficeCase(
      "a base beside that of a change",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{increase: {by: 2%, against: {year: 2021, value: 45%}}, by: 2025, base: {year: 2021, value: 60%}}"
      ),
      prints: #"""
        nam-son/plans/KH01.yaml:27:75: error: a target has "base" and "against", of which one \#
        is possible; keep one of them [key-conflict]
              - {increase: {by: 2%, against: {year: 2021, value: 45%}}, by: 2025, base: {year: 2021, value: 60%}}
                                                                                  ^
        """#),
    OfficeCase(
      "targets that no value can meet together",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{at_least: 90%, every: year}\n      - {at_most: 80%, by: 2025}"),
      prints: #"""
        nam-son/plans/KH01.yaml:28:9: error: no value can meet both this target and that on \#
        line 27 at the end of 2025; correct one of them [target-conflict]
              - {at_most: 80%, by: 2025}
                ^
        """#),
    OfficeCase(
      "targets that only miss each other at their edge",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{at_least: 90%, every: year}\n      - {below: 90%, by: 2025}"),
      prints: #"""
        nam-son/plans/KH01.yaml:28:9: error: no value can meet both this target and that on \#
        line 27 at the end of 2025; correct one of them [target-conflict]
              - {below: 90%, by: 2025}
                ^
        """#),
    OfficeCase(
      "a range outside another target",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{at_least: 90%, every: year}\n      - {between: [85%, 95%], by: 2025}"),
      prints: #"""
        nam-son/plans/KH01.yaml:28:9: error: the range lies partly outside what the target on \#
        line 27 asks for at the end of 2025, or the other way round; correct one of them \#
        [target-conflict]
              - {between: [85%, 95%], by: 2025}
                ^
        """#),
    OfficeCase(
      "years by which less is asked than before",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{at_least: 90%, by: 2025}\n      - {at_least: 80%, by: 2030}"),
      prints: #"""
        nam-son/plans/KH01.yaml:28:9: error: the way from year to year turns back between this \#
        target and that on line 27; correct one of them [target-conflict]
              - {at_least: 80%, by: 2030}
                ^
        """#),
    OfficeCase(
      "a target that another one hides",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{at_least: 90%, every: year}\n      - {at_least: 95%, by: 2025}"),
      prints: #"""
        nam-son/plans/KH01.yaml:28:9: info: at times the target on line 27 applies too; each \#
        is judged by itself, and the worse verdict counts [target-hidden]
              - {at_least: 95%, by: 2025}
                ^
        """#),
    OfficeCase(
      "a change of a share beyond the whole",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{increase: {by: 60%, against: {year: 2021, value: 45%}}, by: 2025}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:25: error: no value can move by "60%" from this base; \#
        correct one of them [target-impossible]
              - {increase: {by: 60%, against: {year: 2021, value: 45%}}, by: 2025}
                                ^
        """#),
    OfficeCase(
      "a change of a share below nothing",
      .change(
        .plan, "{above: 90%, every: year, from: 2022, to: 2029}",
        "{decrease: {by: 46%, against: {year: 2021, value: 45%}}, by: 2025}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:25: error: no value can move by "46%" from this base; \#
        correct one of them [target-impossible]
              - {decrease: {by: 46%, against: {year: 2021, value: 45%}}, by: 2025}
                                ^
        """#),
  ]

  @Test(arguments: cases) func prints(_ office: OfficeCase) { office.check() }

  /// What is good: the same at other times, of other sums, of units and of the whole, or inside a range.
  @Test(arguments: [
    "{at_least: 90%, every: year, to: 2024}\n      - {at_most: 80%, by: 2025}",
    "{at_least: 80%, by: 2025}\n      - {at_least: 80%, by: 2030}",
    "{milestones: [{year: 2025, at_least: 80%}, {year: 2030, at_least: 80%}]}",
    "{about: 30%, tolerance: 2%, by: 2025, base: {year: 2021, value: 60%}}",
    "{increase: {against: previous_period}, every: quarter}",
    "{decrease: {by: 2%, against: {year: 2021, value: 45%}}, over: term}",
    "{at_most: 10%, by: 2025}\n      - {at_most: 5%, by: 2030}",
  ])
  func saysNothing(targets: String) {
    let office = OfficeCase(
      "good", .change(.plan, "{above: 90%, every: year, from: 2022, to: 2029}", targets))
    office.check()
  }
}
