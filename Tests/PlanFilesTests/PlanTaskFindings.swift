import Testing

/// What can be wrong in the tasks and events of a plan.
///
/// Each case is the valid office with one change, and all that is printed then.
@Suite struct PlanTaskFindings {
  static let cases: [OfficeCase] = [
    OfficeCase(
      "an event's code twice",
      .change(.plan, "đua}", "đua}\n  - {code: tw-hd, name: Việc khác}"),
      prints: #"""
        nam-son/plans/KH01.yaml:44:12: error: the code "tw-hd" is already taken on line 43; \#
        capitals do not tell codes apart, so choose another [code-duplicate]
          - {code: tw-hd, name: Việc khác}
                   ^
        """#),
    OfficeCase(
      "a task's code twice",
      .change(.plan, "code: V.2-02", "code: V.2-01"),
      prints: #"""
        nam-son/plans/KH01.yaml:63:11: error: the code "V.2-01" is already taken on line 58; \#
        capitals do not tell codes apart, so choose another [code-duplicate]
          - code: V.2-01
                  ^
        """#),
    OfficeCase(
      "a task without a lead",
      .change(.plan, "    lead: [BTC]\n", ""),
      .change(.plan, "lead: [VP, BTC]", "lead: []"),
      prints: #"""
        nam-son/plans/KH01.yaml:45:5: error: the task has no lead; write lead: [CODE], or \#
        lead: {kinds: [...]} for a task of each committee [lead-missing]
          - code: V.1-01
            ^
        nam-son/plans/KH01.yaml:53:11: error: the task has no lead; write lead: [CODE], or \#
        lead: {kinds: [...]} for a task of each committee [lead-missing]
            lead: []
                  ^
        """#),
    OfficeCase(
      "a lead and a helper that are not known",
      .change(.plan, "lead: [BTC]", "lead: [BTCC]"),
      .change(.plan, "with: [VP]", "with: [QWERTY]"),
      prints: #"""
        nam-son/plans/KH01.yaml:47:12: error: units.csv has no unit "BTCC"; did you mean \#
        "BTC"? [unit-unknown]
            lead: [BTCC]
                   ^
        nam-son/plans/KH01.yaml:48:12: error: units.csv has no unit "QWERTY"; correct the code \#
        or add the unit [unit-unknown]
            with: [QWERTY]
                   ^
        """#),
    OfficeCase(
      "a lead twice, and helping himself",
      .change(.plan, "lead: [VP, BTC]", "lead: [VP, BTC, vp]"),
      .change(.plan, "with: []", "with: [BTC]"),
      prints: #"""
        nam-son/plans/KH01.yaml:54:21: error: "VP" is already given; remove one of them \#
        [value-repeated]
            lead: [VP, BTC, vp]
                            ^
        nam-son/plans/KH01.yaml:55:11: error: "BTC" leads this task and co-operates in it; \#
        remove it from "with" [value-repeated]
            with: [BTC]
                  ^
        """#),
    OfficeCase(
      "a lead of a kind that no unit has",
      .change(.plan, "lead: {kinds: [huyen-uy]}", "lead: {kinds: [thanh-uy]}"),
      prints: #"""
        nam-son/plans/KH01.yaml:65:20: error: no unit in units.csv is of the kind "thanh-uy"; \#
        did you mean "tinh-uy"? [kind-unknown]
            lead: {kinds: [thanh-uy]}
                           ^
        """#),
    OfficeCase(
      "a lead that finds nobody in the plan's years",
      .change(.plan, "lead: {kinds: [huyen-uy], units: [DU01]}", "lead: {kinds: [khoi]}"),
      .change(
        .units, "DU01,Đảng ủy Công an và Biên phòng tỉnh,dang-uy,TU,2022-07-01,,,,450",
        "DU01,Đảng ủy Công an và Biên phòng tỉnh,dang-uy,TU,2022-07-01,,,,450\nK1,Khối,khoi,TU,2010-01-01,2015-12-31,,,"
      ),
      prints: #"""
        nam-son/plans/KH01.yaml:60:11: error: no unit of the register that leads this task \#
        exists during the plan's years; correct the lead or the register [lead-unfound]
            lead: {kinds: [khoi]}
                  ^
        """#),
    OfficeCase(
      "an event that nobody awaits",
      .change(.plan, "due: {after: {event: TW-HD, within: 3 months}}", "due: unstated"),
      prints: #"""
        nam-son/plans/KH01.yaml:43:12: info: no task waits for the event "TW-HD" \#
        [event-unawaited]
          - {code: TW-HD, name: Trung ương hướng dẫn thi đua}
                   ^
        """#),
    OfficeCase(
      "an event caused by a task that is not there",
      .change(
        .plan, "name: Trung ương hướng dẫn thi đua}",
        "name: Trung ương hướng dẫn thi đua, caused_by: V.1-09}"),
      prints: #"""
        nam-son/plans/KH01.yaml:43:66: error: there is no task "V.1-09"; did you mean \#
        "V.1-01"? [task-unknown]
          - {code: TW-HD, name: Trung ương hướng dẫn thi đua, caused_by: V.1-09}
                                                                         ^
        """#),
    OfficeCase(
      "an event caused by the task that waits for it",
      .change(
        .plan, "name: Trung ương hướng dẫn thi đua}",
        "name: Trung ương hướng dẫn thi đua, caused_by: v.1-02}"),
      prints: #"""
        nam-son/plans/KH01.yaml:43:66: error: the task that causes "TW-HD" waits, directly or \#
        through others, for "TW-HD" itself; correct "caused_by" or a deadline [event-ring]
          - {code: TW-HD, name: Trung ương hướng dẫn thi đua, caused_by: v.1-02}
                                                                         ^
        """#),
    OfficeCase(
      "duties with faults",
      .change(
        .plan, "indicators:\n",
        "duties:\n  - {clause: VI.2, by: [VP], to: [BTX], every: year}\n  - {by: [VP], every: sometimes}\nindicators:\n"
      ),
      .change(
        .organisation, "notice: SỐ LIỆU MINH HỌA\n",
        "notice: SỐ LIỆU MINH HỌA\nbodies: {BTV: Ban Thường vụ Tỉnh ủy, BCH: Ban Chấp hành Đảng bộ tỉnh}\n"
      ),
      prints: #"""
        nam-son/plans/KH01.yaml:12:35: error: "BTX" is neither a unit of the register nor a \#
        body of organisation.yaml; did you mean "BTV"? [body-unknown]
          - {clause: VI.2, by: [VP], to: [BTX], every: year}
                                          ^
        nam-son/plans/KH01.yaml:13:5: error: a duty lacks the key "clause"; add it [key-missing]
          - {by: [VP], every: sometimes}
            ^
        nam-son/plans/KH01.yaml:13:5: error: a duty lacks the key "to"; add it [key-missing]
          - {by: [VP], every: sometimes}
            ^
        nam-son/plans/KH01.yaml:13:23: error: "sometimes" is not known here; possible here: \#
        "month", "quarter", "half", "year", "periodic" or "on_request" [value-unknown]
          - {by: [VP], every: sometimes}
                              ^
        """#),
  ]

  @Test(arguments: cases) func prints(_ office: OfficeCase) { office.check() }
}
