import Testing

/// What can be wrong with the files of an organisation together.
///
/// Each case is the valid office with one change, and all that is printed then.
@Suite struct OfficeFindings {
  static let cases: [OfficeCase] = [
    OfficeCase(
      "no units, no organisation",
      .without(.units),
      .without(.organisation),
      prints: #"""
        nam-son/organisation.yaml: error: the file is missing; an organisation cannot be read \#
        without it [file-missing]
        nam-son/units.csv: error: the file is missing; an organisation cannot be read without \#
        it [file-missing]
        """#),
    OfficeCase(
      "no plan",
      .without(.plan),
      prints: #"""
        nam-son/plans: error: there is no plan: at least one file plans/<code>.yaml was \#
        expected [file-missing]
        """#),
    OfficeCase(
      "no references are checked without a register of units",
      .without(.units),
      .change(.plan, "lead: [BTC]", "lead: [BTX]"),
      prints: #"""
        nam-son/units.csv: error: the file is missing; an organisation cannot be read without \#
        it [file-missing]
        """#),
  ]

  @Test(arguments: cases) func prints(_ office: OfficeCase) { office.check() }
}
