import Testing

/// What can be wrong in the indicators of a plan.
///
/// Each case is the valid office with one change, and all that is printed then.
@Suite struct IndicatorFindings {
  static let cases: [OfficeCase] = [
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
  ]

  @Test(arguments: cases) func prints(_ office: OfficeCase) { office.check() }
}
