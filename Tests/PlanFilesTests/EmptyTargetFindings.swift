import Testing

/// What can be wrong in targets that mean nothing, or contradict the number they begin at.
///
/// Each case is the valid office with one change, and all that is printed then.
@Suite struct EmptyTargetFindings {
  private static let target = "{above: 90%, every: year, from: 2022, to: 2029}"

  static let cases: [OfficeCase] = [
    OfficeCase(
      "a floor below its base",
      .change(.plan, target, "{at_least: 55%, by: 2025, base: {year: 2021, value: 60.5%}}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:35: error: the base 60.5% is above the 55% that is to be \#
        reached, so the way would lead down to a floor; correct one of them, remove "base", or \#
        write at_most for a way down [target-conflict]
              - {at_least: 55%, by: 2025, base: {year: 2021, value: 60.5%}}
                                          ^
        """#),
    OfficeCase(
      "a ceiling above its base",
      .change(.plan, target, "{at_most: 70%, by: 2025, base: {year: 2021, value: 60%}}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:34: error: the base 60% is below the 70% that is not to be \#
        passed, so the way would lead up to a ceiling; correct one of them, remove "base", or \#
        write at_least for a way up [target-conflict]
              - {at_most: 70%, by: 2025, base: {year: 2021, value: 60%}}
                                         ^
        """#),
    OfficeCase(
      "a first milestone below its base",
      .change(
        .plan, target,
        "{milestones: [{year: 2025, at_least: 55%}], path: linear, base: {year: 2021, value: 60%}}"
      ),
      prints: #"""
        nam-son/plans/KH01.yaml:27:67: error: the base 60% is above the 55% that is to be \#
        reached, so the way would lead down to a floor; correct one of them, remove "base", or \#
        write at_most for a way down [target-conflict]
              - {milestones: [{year: 2025, at_least: 55%}], path: linear, base: {year: 2021, value: 60%}}
                                                                          ^
        """#),
    OfficeCase(
      "a straight way from a ceiling down to a floor",
      .change(
        .plan, target,
        "{milestones: [{year: 2025, at_most: 50%}, {year: 2030, at_least: 40%}], path: linear}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:9: error: the way from the milestone of 2025 leads to that \#
        of 2030 from the side on which it is met already; correct one of them, or leave "path: \#
        linear" out [target-conflict]
              - {milestones: [{year: 2025, at_most: 50%}, {year: 2030, at_least: 40%}], path: linear}
                ^
        """#),
    OfficeCase(
      "a way to what is maintained",
      .change(.plan, target, "{maintain: 90%, by: 2025, base: {year: 2021, value: 60%}}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:35: error: what is maintained holds all the time, so no way \#
        leads to it; write "at_least", or remove "base" [key-conflict]
              - {maintain: 90%, by: 2025, base: {year: 2021, value: 60%}}
                                          ^
        """#),
    OfficeCase(
      "a straight way between what is maintained",
      .change(
        .plan, target,
        "{milestones: [{year: 2025, maintain: 80%}, {year: 2030, maintain: 90%}], path: linear}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:82: error: what is maintained holds all the time, so no way \#
        leads to it; write "at_least", or remove "path: linear" [key-conflict]
              - {milestones: [{year: 2025, maintain: 80%}, {year: 2030, maintain: 90%}], path: linear}
                                                                                         ^
        """#),
    OfficeCase(
      "a part of nothing",
      .change(
        .plan, "{at_least: 1, per: unit, over: term}",
        "{increase: {by: 10%, against: {year: 2021, value: 0}}, per: unit, every: year}"),
      prints: #"""
        nam-son/plans/KH01.yaml:37:25: error: the base is 0, and "10%" of nothing is no \#
        number; write the change as a number, as in by: 5, or what is to be reached, as in \#
        at_least: 5 [target-impossible]
              - {increase: {by: 10%, against: {year: 2021, value: 0}}, per: unit, every: year}
                                ^
        """#),
    OfficeCase(
      "a fall by more than there is",
      .change(
        .plan, "{at_least: 1, per: unit, over: term}",
        "{decrease: {by: 150%, against: previous_year}, per: unit, every: year}"),
      prints: #"""
        nam-son/plans/KH01.yaml:37:25: error: no value can move by "150%" from this base; \#
        correct one of them [target-impossible]
              - {decrease: {by: 150%, against: previous_year}, per: unit, every: year}
                                ^
        """#),
    OfficeCase(
      "a sum that would begin before it is summed up",
      .change(.plan, "    over_units: units_meeting\n", ""),
      .change(
        .plan, "{at_least: 1, per: unit, over: term}",
        "{at_least: 100, by: 2025, base: {year: 2021, value: 50}}"),
      prints: #"""
        nam-son/plans/KH01.yaml:36:35: error: the figures are summed up from 2022 on, so no \#
        way to that sum begins with what there was in 2021; write {year: 2021, value: 0}, or \#
        remove "base" [target-conflict]
              - {at_least: 100, by: 2025, base: {year: 2021, value: 50}}
                                          ^
        """#),
    OfficeCase(
      "a sum where units are counted",
      .change(
        .plan, "{at_least: 1, per: unit, over: term}",
        "{at_least: 1, per: unit, over: term}\n      - {at_least: 30, every: year}"),
      prints: #"""
        nam-son/plans/KH01.yaml:38:9: error: the indicator counts the units that meet what \#
        each owes, so there is no sum to hold against this target; add per: unit, or set it on \#
        an indicator of its own with over_units: sum [target-conflict]
              - {at_least: 30, every: year}
                ^
        """#),
    OfficeCase(
      "a direction that each unit owes",
      .change(
        .plan, "{at_least: 1, per: unit, over: term}",
        "{increase: {against: previous_year}, per: unit, every: year}"),
      prints: #"""
        nam-son/plans/KH01.yaml:37:9: error: a direction without a number is nothing that a \#
        unit meets or misses; add by: to the change, or remove per: unit and over_units: \#
        units_meeting [target-conflict]
              - {increase: {against: previous_year}, per: unit, every: year}
                ^
        """#),
    OfficeCase(
      "a floor that every value reaches",
      .change(.plan, target, "{at_least: 0%, every: year}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:20: explain: every value meets "at_least: 0%", so it is \#
        always reported as met; correct the number or the comparison, or remove the target \#
        [target-empty]
              - {at_least: 0%, every: year}
                           ^
        """#),
    OfficeCase(
      "a ceiling that no share passes",
      .change(.plan, target, "{at_most: 100%, every: year}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:19: explain: every value meets "at_most: 100%", so it is \#
        always reported as met; correct the number or the comparison, or remove the target \#
        [target-empty]
              - {at_most: 100%, every: year}
                          ^
        """#),
    OfficeCase(
      "a range for a ceiling",
      .change(.plan, target, "{between: [0%, 5%], every: year}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:20: explain: a range is met from its lower end on, which \#
        every value reaches, and what is over 5% is reported as exceeding the plan; for a \#
        ceiling write at_most: 5% [target-empty]
              - {between: [0%, 5%], every: year}
                           ^
        """#),
  ]

  @Test(arguments: cases) func prints(_ office: OfficeCase) { office.check() }

  /// A base that is met already without a way back, a way to what is to be hit, a ceiling at nothing.
  @Test(arguments: [
    "{at_least: 60%, by: 2025, base: {year: 2021, value: 60%}}",
    "{at_most: 60%, by: 2025, base: {year: 2021, value: 60%}}",
    "{exactly: 30%, by: 2025, base: {year: 2021, value: 60%}}",
    "{at_most: 0%, every: year}", "{below: 100%, every: year}", "{exactly: 0%, every: year}",
    "{milestones: [{year: 2025, maintain: 80%}, {year: 2030, maintain: 90%}]}",
    "{milestones: [{year: 2025, at_most: 40%}, {year: 2030, at_least: 40%}], path: linear}",
  ])
  func saysNothing(targets: String) {
    OfficeCase("good", .change(.plan, Self.target, targets)).check()
  }

  /// A sum that is followed from the beginning of the term, or from a year of it.
  @Test(arguments: ["{year: 2021, value: 0}", "{year: 2023, value: 50}"])
  func saysNothingOfASum(base: String) {
    OfficeCase(
      "good", .change(.plan, "    over_units: units_meeting\n", ""),
      .change(
        .plan, "{at_least: 1, per: unit, over: term}", "{at_least: 100, by: 2025, base: \(base)}")
    ).check()
  }
}
