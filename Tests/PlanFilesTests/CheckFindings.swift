import Testing

/// What can be wrong in the rules of checks.
///
/// Each case is the valid office with one change, and all that is printed then.
@Suite struct CheckFindings {
  static let cases: [OfficeCase] = [
    OfficeCase(
      "an unknown indicator",
      .change(
        .plan, "CT01.numerator + CT02.numerator <= CT01.denominator",
        "CT01.numerator <= CT10.denominator"),
      prints: #"""
        nam-son/plans/KH01.yaml:39:30: error: there is no indicator "CT10"; did you mean \#
        "CT01"? [indicator-unknown]
          - rule: "CT01.numerator <= CT10.denominator"
                                     ^
        """#),
    OfficeCase(
      "an unknown indicator on the left, without quotes",
      .change(
        .plan, "\"CT01.numerator + CT02.numerator <= CT01.denominator\"",
        "CT03.numerator <= CT01.denominator"),
      prints: #"""
        nam-son/plans/KH01.yaml:39:11: error: there is no indicator "CT03"; did you mean \#
        "CT01"? [indicator-unknown]
          - rule: CT03.numerator <= CT01.denominator
                  ^
        """#),
    OfficeCase(
      "the denominator of a count",
      .change(
        .plan, "CT01.numerator + CT02.numerator <= CT01.denominator",
        "CT01.numerator <= CT02.denominator"),
      prints: #"""
        nam-son/plans/KH01.yaml:39:30: error: the indicator "CT02" has no denominator; use its \#
        numerator or remove the rule [rule-conflict]
          - rule: "CT01.numerator <= CT02.denominator"
                                     ^
        """#),
    OfficeCase(
      "a relation that is none",
      .change(
        .plan, "CT01.numerator + CT02.numerator <= CT01.denominator",
        "CT01.numerator =< CT01.denominator"),
      prints: #"""
        nam-son/plans/KH01.yaml:39:27: error: the rule cannot be read: found "=<" where one of \#
        <= >= == < > is expected [rule-syntax]
          - rule: "CT01.numerator =< CT01.denominator"
                                  ^
        """#),
    OfficeCase(
      "a single sign of equality",
      .change(
        .plan, "CT01.numerator + CT02.numerator <= CT01.denominator",
        "CT01.numerator = CT01.denominator"),
      prints: #"""
        nam-son/plans/KH01.yaml:39:27: error: the rule cannot be read: found "=" where one of \#
        <= >= == < > is expected [rule-syntax]
          - rule: "CT01.numerator = CT01.denominator"
                                  ^
        """#),
    OfficeCase(
      "no relation",
      .change(.plan, "CT01.numerator + CT02.numerator <= CT01.denominator", "CT01.numerator"),
      prints: #"""
        nam-son/plans/KH01.yaml:39:26: error: the rule cannot be read: the rule ends before \#
        one of <= >= == < > [rule-syntax]
          - rule: "CT01.numerator"
                                 ^
        """#),
    OfficeCase(
      "two relations",
      .change(
        .plan, "CT01.numerator + CT02.numerator <= CT01.denominator", "0 < CT01.numerator < 10"),
      prints: #"""
        nam-son/plans/KH01.yaml:39:31: error: the rule cannot be read: "< 10" follows the \#
        rule, which has two sides and one relation [rule-syntax]
          - rule: "0 < CT01.numerator < 10"
                                      ^
        """#),
    OfficeCase(
      "no right side",
      .change(.plan, "CT01.numerator + CT02.numerator <= CT01.denominator", "CT01.numerator <="),
      prints: #"""
        nam-son/plans/KH01.yaml:39:29: error: the rule cannot be read: the rule ends where \#
        CODE.numerator, CODE.denominator or a number is expected [rule-syntax]
          - rule: "CT01.numerator <="
                                    ^
        """#),
    OfficeCase(
      "a sign that is no plus",
      .change(
        .plan, "CT01.numerator + CT02.numerator <= CT01.denominator", "CT01.numerator * 2 <= 10"),
      prints: #"""
        nam-son/plans/KH01.yaml:39:27: error: the rule cannot be read: found "* 2 <= 10" where \#
        one of <= >= == < > is expected [rule-syntax]
          - rule: "CT01.numerator * 2 <= 10"
                                  ^
        """#),
    OfficeCase(
      "a code without its part",
      .change(.plan, "CT01.numerator + CT02.numerator <= CT01.denominator", "CT01 <= 10"),
      prints: #"""
        nam-son/plans/KH01.yaml:39:12: error: the rule cannot be read: "CT01" is neither a \#
        number nor CODE.numerator or CODE.denominator [rule-syntax]
          - rule: "CT01 <= 10"
                   ^
        """#),
    OfficeCase(
      "a plus without a term",
      .change(
        .plan, "CT01.numerator + CT02.numerator <= CT01.denominator", "CT01.numerator + <= 10"),
      prints: #"""
        nam-son/plans/KH01.yaml:39:29: error: the rule cannot be read: found "<= 10" where \#
        CODE.numerator, CODE.denominator or a number is expected [rule-syntax]
          - rule: "CT01.numerator + <= 10"
                                    ^
        """#),
    OfficeCase(
      "a rule of numbers only",
      .change(.plan, "CT01.numerator + CT02.numerator <= CT01.denominator", "3 <= 2"),
      prints: #"""
        nam-son/plans/KH01.yaml:39:11: error: the rule names no indicator, so it holds or fails for \#
        everybody; write CODE.numerator or CODE.denominator on one side [rule-conflict]
          - rule: "3 <= 2"
                  ^
        """#),
    OfficeCase(
      "a rule of several lines is shown where it begins",
      .change(
        .plan, "\"CT01.numerator + CT02.numerator <= CT01.denominator\"",
        ">\n      CT01.numerator <=\n      CT09.numerator"),
      prints: #"""
        nam-son/plans/KH01.yaml:39:11: error: there is no indicator "CT09"; did you mean \#
        "CT01"? [indicator-unknown]
          - rule: >
                  ^
        """#),
    OfficeCase(
      "a severity that is not known",
      .change(.plan, "severity: explain", "severity: warning"),
      prints: #"""
        nam-son/plans/KH01.yaml:40:15: error: "warning" is not known here; possible here: \#
        "info", "explain" or "error" [value-unknown]
            severity: warning
                      ^
        """#),
    OfficeCase(
      "no rule",
      .change(
        .plan, "  - rule: \"CT01.numerator + CT02.numerator <= CT01.denominator\"\n    severity",
        "  - severity"),
      prints: #"""
        nam-son/plans/KH01.yaml:39:5: error: a check lacks the key "rule"; add it [key-missing]
          - severity: explain
            ^
        """#),
  ]

  @Test(arguments: cases) func prints(_ office: OfficeCase) { office.check() }
}
