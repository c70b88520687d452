import Testing

/// What can be wrong in the head, the indicators and the tasks of a plan.
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
      "a stock that is moved by a stock",
      .change(.plan, "    decimals: 2\n", "    decimals: 2\n    flows: {in: CT01}\n"),
      prints: #"""
        nam-son/plans/KH01.yaml:21:17: error: the indicator "CT01" is no flow; name one of the kind \#
        "flow" [measure-conflict]
            flows: {in: CT01}
                        ^
        """#),
    OfficeCase(
      "flows of a flow",
      .change(.plan, "    kind: flow\n", "    kind: flow\n    flows: {in: CT02}\n"),
      prints: #"""
        nam-son/plans/KH01.yaml:34:13: error: only a stock is moved by flows; leave "flows" out, or make \#
        the kind "stock" [measure-conflict]
            flows: {in: CT02}
                    ^
        """#),
    OfficeCase(
      "a stock moved by an indicator that is not there",
      .change(.plan, "    decimals: 2\n", "    decimals: 2\n    flows: {out: CT99}\n"),
      prints: #"""
        nam-son/plans/KH01.yaml:21:18: error: there is no indicator "CT99"; possible here: \#
        "CT01" or "CT02" [indicator-unknown]
            flows: {out: CT99}
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
      "a flow that is carried forward",
      .change(.plan, "    kind: flow\n", "    kind: flow\n    carry_forward: true\n"),
      prints: #"""
        nam-son/plans/KH01.yaml:34:20: explain: only a stock is carried forward, so this has no effect; \#
        leave "carry_forward" out, or make the kind "stock" [measure-conflict]
            carry_forward: true
                           ^
        """#),
    OfficeCase(
      "the kind of a denominator that is not there",
      .change(.plan, "measure: count", "measure: amount"),
      .change(
        .plan, "    kind: flow\n    over_units: units_meeting",
        "    kind: {numerator: flow, denominator: flow}\n    over_units: units_meeting"),
      prints: #"""
        nam-son/plans/KH01.yaml:33:11: error: the indicator has no denominator; remove it here, or \#
        say what it counts [measure-conflict]
            kind: {numerator: flow, denominator: flow}
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
      "an indicator's code twice, in other letters",
      .change(.plan, "code: CT02", "code: ct01"),
      prints: #"""
        nam-son/plans/KH01.yaml:28:11: error: the code "ct01" is already taken on line 12; \#
        capitals do not tell codes apart, so choose another [code-duplicate]
          - code: ct01
                  ^
        """#),
    OfficeCase(
      "a code with a space",
      .change(.plan, "code: CT02", "code: CT 02"),
      prints: #"""
        nam-son/plans/KH01.yaml:28:11: error: "CT 02" cannot be a code; use letters, digits, \#
        and between them - _ . (at most 40) [code-invalid]
          - code: CT 02
                  ^
        """#),
    OfficeCase(
      "a short name that is too long",
      .change(
        .plan, "short: TCCSĐ HTTNV trở lên", "short: Tổ chức cơ sở đảng hoàn thành tốt trở lên"),
      prints: #"""
        nam-son/plans/KH01.yaml:15:12: error: "Tổ chức cơ sở đảng hoàn thành tốt trở lên" has \#
        41 characters; 28 at most fit, so shorten it [text-too-long]
            short: Tổ chức cơ sở đảng hoàn thành tốt trở lên
                   ^
        """#),
    OfficeCase(
      "a measure that is not known",
      .change(.plan, "measure: share", "measure: percentage"),
      prints: #"""
        nam-son/plans/KH01.yaml:16:14: error: "percentage" is not known here; possible here: \#
        "share", "ratio", "count" or "amount" [value-unknown]
            measure: percentage
                     ^
        """#),
    OfficeCase(
      "a share without a denominator",
      .change(.plan, "    denominator: tổng số tổ chức được xếp loại\n", ""),
      prints: #"""
        nam-son/plans/KH01.yaml:12:5: error: an indicator lacks the key "denominator"; add it \#
        [key-missing]
          - code: CT01
            ^
        """#),
    OfficeCase(
      "a count with a denominator",
      .change(.plan, "    kind: flow", "    denominator: tổng số\n    kind: flow"),
      prints: #"""
        nam-son/plans/KH01.yaml:33:5: error: an indicator measured as "count" has no \#
        denominator; remove it here or choose the measure "share" or "ratio" [measure-conflict]
            denominator: tổng số
            ^
        """#),
    OfficeCase(
      "a count with a kind for its denominator",
      .change(.plan, "kind: flow", "kind: {numerator: flow, denominator: flow}"),
      prints: #"""
        nam-son/plans/KH01.yaml:33:11: error: an indicator measured as "count" has no \#
        denominator; remove it here or choose the measure "share" or "ratio" [measure-conflict]
            kind: {numerator: flow, denominator: flow}
                  ^
        """#),
    OfficeCase(
      "a flow over a stock that does not say which stock",
      .change(.plan, "kind: stock", "kind: {numerator: flow, denominator: stock}"),
      .change(.plan, "carry_forward: true", "carry_forward: false"),
      prints: #"""
        nam-son/plans/KH01.yaml:21:11: error: the kind lacks the key "denominator_at"; add it \#
        [key-missing]
            kind: {numerator: flow, denominator: stock}
                  ^
        """#),
    OfficeCase(
      "a time of the denominator where there is none to choose",
      .change(
        .plan, "kind: stock", "kind: {numerator: stock, denominator: stock, denominator_at: latest}"
      ),
      prints: #"""
        nam-son/plans/KH01.yaml:21:50: error: "denominator_at" is for a flow over a stock \#
        only; remove it [measure-conflict]
            kind: {numerator: stock, denominator: stock, denominator_at: latest}
                                                         ^
        """#),
    OfficeCase(
      "decimals out of range",
      .change(.plan, "decimals: 2", "decimals: 7"),
      prints: #"""
        nam-son/plans/KH01.yaml:20:15: error: "7" is out of range; 0 to 6 was expected \#
        [number-out-of-range]
            decimals: 7
                      ^
        """#),
    OfficeCase(
      "a yes that is not true",
      .change(.plan, "carry_forward: true", "carry_forward: yes"),
      prints: #"""
        nam-son/plans/KH01.yaml:24:20: error: "yes" is not known here; possible here: "true" \#
        or "false" [value-unknown]
            carry_forward: yes
                           ^
        """#),
    OfficeCase(
      "figures collected more often than reported",
      .change(.plan, "collected: year", "collected: month"),
      prints: #"""
        nam-son/plans/KH01.yaml:23:16: error: "month" is more often than figures come in, \#
        which is every quarter; choose "quarter" or longer [target-conflict]
            collected: month
                       ^
        """#),
    OfficeCase(
      "a kind that no unit has",
      .change(
        .plan, "reported_by: {kinds: [huyen-uy], units: [DU01]}",
        "reported_by: {kinds: [huyen-ủy, quan-uy], units: [DU01]}"),
      prints: #"""
        nam-son/plans/KH01.yaml:25:27: error: "huyen-ủy" cannot be a code; use letters without \#
        diacritics, digits, and between them - _ . (at most 40) [code-invalid]
            reported_by: {kinds: [huyen-ủy, quan-uy], units: [DU01]}
                                  ^
        nam-son/plans/KH01.yaml:25:37: error: no unit in units.csv is of the kind "quan-uy"; \#
        possible here: "ban-dang", "dang-uy", "huyen-uy" or "tinh-uy" [kind-unknown]
            reported_by: {kinds: [huyen-ủy, quan-uy], units: [DU01]}
                                            ^
        """#),
    OfficeCase(
      "kinds near to known ones, and unknown units",
      .change(
        .plan, "reported_by: {kinds: [huyen-uy], units: [DU01]}",
        "reported_by: {kinds: [huyenuy], units: [DU10]}"),
      prints: #"""
        nam-son/plans/KH01.yaml:25:27: error: no unit in units.csv is of the kind "huyenuy"; \#
        did you mean "huyen-uy"? [kind-unknown]
            reported_by: {kinds: [huyenuy], units: [DU10]}
                                  ^
        nam-son/plans/KH01.yaml:25:45: error: units.csv has no unit "DU10"; did you mean \#
        "DU01"? [unit-unknown]
            reported_by: {kinds: [huyenuy], units: [DU10]}
                                                    ^
        """#),
    OfficeCase(
      "an indicator that nobody is asked for",
      .change(.plan, "reported_by: {kinds: [huyen-uy], units: [DU01]}", "reported_by: {}"),
      prints: #"""
        nam-son/plans/KH01.yaml:25:18: error: reported_by needs one of "kinds" or "units"; add \#
        it [key-missing]
            reported_by: {}
                         ^
        """#),
    OfficeCase(
      "an indicator whose reporters are gone before the plan begins",
      .change(
        .plan, "reported_by: {kinds: [huyen-uy], units: [DU01]}", "reported_by: {units: [HU01]}"),
      .change(.plan, "{from: 2022, to: 2030}", "{from: 2024, to: 2030}"),
      .change(.plan, "from: 2022, to: 2029", "from: 2024, to: 2029"),
      .change(.plan, "{quarter: 2022-Q4}", "{quarter: 2024-Q4}"),
      .change(.plan, "{year: 2022,", "{year: 2024,"),
      prints: #"""
        nam-son/plans/KH01.yaml:25:18: error: nobody reports this indicator: no such unit \#
        exists during the plan's term; correct the kinds and codes [indicator-unreported]
            reported_by: {units: [HU01]}
                         ^
        """#),
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
