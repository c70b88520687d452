import PlanFiles
import Testing

/// The codes themselves.
@Suite struct OfficeFindingCodeTests {
  @Test func codesAreInKebabCase() {
    for code in OfficeFindingCode.allCases {
      #expect(
        code.rawValue.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") })
    }
  }

  /// Every code but those of the disk, of a folder of submissions, and of what a file is too full of, is found
  /// by some case of the suites.
  @Test func everyCodeHasACase() {
    let cases =
      YAMLFindings.cases + OrganisationFindings.cases + UnitFindings.cases + PlanFindings.cases
      + IndicatorFindings.cases + PlanTaskFindings.cases
      + TargetFindings.cases + ChangeFindings.cases + EmptyTargetFindings.cases
      + DeadlineFindings.cases + CheckFindings.cases
      + EventAndExplanationFindings.cases + OfficeFindings.cases
    let printed = cases.map(\.expected).joined(separator: "\n")
    let disk: Set<OfficeFindingCode> = [
      .organisationUnknown, .fileRefused, .fileTooLarge, .fileUnreadable, .fileIgnored,
      .registerFileUnknown, .dateAhead, .tooManyFindings,
    ]
    for code in OfficeFindingCode.allCases where !disk.contains(code) {
      #expect(printed.contains("[\(code.rawValue)]"), "\(code.rawValue)")
    }
  }
}
