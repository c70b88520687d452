import Foundation
import PlanFiles
import PlanModel
import TestSupport
import Testing

/// What is read from a disk, and what is refused.
@Suite struct OfficeFolderTests {
  let folder: WorkingFolder
  let inputs: String

  init() throws {
    folder = try WorkingFolder()
    inputs = folder.path("inputs")
    for file in OfficeFile.allCases { try write(file.rawValue, file.validText) }
  }

  private func write(_ name: String, _ text: String) throws {
    try folder.write("inputs/nam-son/" + name, text: text)
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: inputs + "/" + name, withDestinationPath: target)
  }

  private func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: inputs + "/" + name)
  }

  /// What is printed, with the folder of this test as `I`.
  private func printed(_ organisation: String = "nam-son") -> [String] {
    OfficeFiles.load(inputs: inputs, organisation: organisation).findings.flatMap(\.terminalLines)
      .map { $0.replacing(inputs, with: "I") }
  }

  @Test func aFolderAndItsBytesMakeTheSameOffice() throws {
    let read = OfficeFiles.load(inputs: inputs, organisation: "nam-son")
    #expect(read.findings.isEmpty)
    #expect(
      read.sources.map(\.name) == [
        "events.csv", "explanations.csv", "organisation.yaml", "plans/KH01.yaml", "units.csv",
      ])
    #expect(read.sources[4].bytes == Array(ValidOffice.units.utf8))
    let again = OfficeFiles.load(sources: read.sources, organisation: "nam-son")
    #expect(again.office?.organisation == read.office?.organisation)
    #expect(again.office?.plans.first?.indicators == read.office?.plans.first?.indicators)
  }

  @Test func pathsOfFindingsLeadToTheFile() throws {
    try write("plans/KH01.yaml", ValidOffice.plan.replacing("II.1", with: "\"\""))
    #expect(
      printed() == [
        "I/nam-son/plans/KH01.yaml:13:13: error: the text is empty; fill it in or remove it "
          + "[value-missing]",
        "    clause: \"\"", "            ^",
      ])
  }

  @Test func anOrganisationThatIsNotThere() {
    #expect(
      printed("nam-sn") == [
        "I: error: no organisation \"nam-sn\" here: a folder of that name with an "
          + "organisation.yaml was expected; did you mean \"nam-son\"? [organisation-unknown]"
      ])
  }

  @Test(arguments: ["", ".", "..", "../inputs/nam-son", "/etc", "nam-son/plans"])
  func namesThatAreNoFolderOfInputs(_ name: String) {
    let read = OfficeFiles.load(inputs: inputs, organisation: name)
    #expect(read.office == nil)
    #expect(read.sources.isEmpty)
    #expect(read.findings.map(\.finding.code) == ["organisation-unknown"])
  }

  @Test func noInputsAtAll() {
    let read = OfficeFiles.load(inputs: inputs + "/none", organisation: "nam-son")
    #expect(read.findings.map(\.finding.code) == ["organisation-unknown"])
    #expect(OfficeFolder.organisations(inputs: inputs + "/none").isEmpty)
  }

  @Test func anEmptyFolder() throws {
    try FileManager.default.createDirectory(
      atPath: inputs + "/empty", withIntermediateDirectories: true)
    #expect(
      printed("empty") == [
        "I/empty/organisation.yaml: error: the file is missing; an organisation cannot be read "
          + "without it [file-missing]",
        "I/empty/units.csv: error: the file is missing; an organisation cannot be read without it "
          + "[file-missing]",
        "I/empty/plans: error: there is no plan: at least one file plans/<code>.yaml was expected "
          + "[file-missing]",
      ])
  }

  @Test func linksAreNotFollowed() throws {
    try remove("nam-son/events.csv")
    try link("nam-son/events.csv", to: "/etc/hostname")
    try link("nam-son/plans/KH02.yaml", to: "KH01.yaml")
    let sentence =
      "error: this is a symbolic link, which is never followed; put the file or folder itself here "
      + "[file-refused]"
    #expect(
      printed() == [
        "I/nam-son/events.csv: " + sentence, "I/nam-son/plans/KH02.yaml: " + sentence,
      ])
    #expect(OfficeFiles.load(inputs: inputs, organisation: "nam-son").office == nil)
  }

  @Test func aFolderOfPlansThatIsALink() throws {
    try FileManager.default.moveItem(
      atPath: inputs + "/nam-son/plans", toPath: folder.path("elsewhere"))
    try link("nam-son/plans", to: folder.path("elsewhere"))
    #expect(
      printed() == [
        "I/nam-son/plans: error: this is a symbolic link, which is never followed; put the file "
          + "or folder itself here [file-refused]"
      ])
  }

  @Test func anOrganisationThatIsALink() throws {
    try link("bac-son", to: "nam-son")
    #expect(OfficeFolder.organisations(inputs: inputs) == ["nam-son"])
    #expect(
      printed("bac-son") == [
        "I/bac-son: error: this is a symbolic link, which is never followed; put the file or "
          + "folder itself here [file-refused]"
      ])
  }

  @Test func aFolderInPlaceOfAFile() throws {
    try remove("nam-son/units.csv")
    try FileManager.default.createDirectory(
      atPath: inputs + "/nam-son/units.csv", withIntermediateDirectories: false)
    #expect(
      printed() == [
        "I/nam-son/units.csv: error: this is not a regular file; remove it or put a file in its "
          + "place [file-refused]"
      ])
  }

  @Test func aFileInPlaceOfAFolder() throws {
    try remove("nam-son/plans")
    try write("plans", "")
    #expect(
      printed() == [
        "I/nam-son/plans: error: this is not a folder; a folder was expected here [file-refused]"
      ])
  }

  /// A folder that nobody may list, while something is done.
  private func closed(_ name: String, _ body: () throws -> Void) throws {
    let path = folder.path(name)
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    try body()
  }

  /// Other words, or none of the plans, are not what the office has laid down.
  @Test(
    .enabled(if: geteuid() != 0, "root may read everything"), arguments: ["plans", "templates"])
  func aFolderThatMayNotBeRead(_ name: String) throws {
    try write("templates/bao-cao.mustache", "x")
    try closed("inputs/nam-son/" + name) {
      #expect(
        printed() == [
          "I/nam-son/\(name): error: the folder cannot be read: Permission denied [file-unreadable]"
        ])
      #expect(OfficeFiles.load(inputs: inputs, organisation: "nam-son").office == nil)
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func foldersAboveThatMayNotBeRead() throws {
    try closed("inputs/nam-son") {
      #expect(
        printed() == [
          "I/nam-son: error: the folder cannot be read: Permission denied [file-unreadable]"
        ])
    }
    #expect(OfficeFolder.unreadable(inputs: inputs) == nil)
    #expect(OfficeFolder.unreadable(inputs: inputs + "/none") == nil)
    try closed("inputs") {
      let lines = ["I: error: the folder cannot be read: Permission denied [file-unreadable]"]
      #expect(printed() == lines)
      let finding = try #require(OfficeFolder.unreadable(inputs: inputs))
      #expect(finding.terminalLines.map { $0.replacing(inputs, with: "I") } == lines)
    }
  }

  @Test func aFileThatIsTooLarge() throws {
    try folder.write(
      "inputs/nam-son/events.csv", [UInt8](repeating: 10, count: OfficeFiles.largestFile + 1))
    #expect(
      printed() == [
        "I/nam-son/events.csv: error: the file has 4194305 bytes; files of the office may have "
          + "4194304 at most [file-too-large]"
      ])
  }

  @Test func whatLiesAmongPlans() throws {
    try write("plans/KH02.yml", "plan: KH02")
    try write("plans/.KH01.yaml.swp", "x")
    try write("plans/KH01.yaml~", "x")
    #expect(
      printed() == [
        "I/nam-son/plans/KH02.yml: info: left aside: only files named <code>.yaml are read as "
          + "plans [file-ignored]"
      ])
    #expect(OfficeFiles.load(inputs: inputs, organisation: "nam-son").office != nil)
  }

  @Test func organisations() throws {
    try folder.write("inputs/an-binh/organisation.yaml", text: "")
    try folder.write("inputs/.hidden/organisation.yaml", text: "")
    try folder.write("inputs/no-yaml/units.csv", text: "")
    try folder.write("inputs/README.md", text: "")
    #expect(OfficeFolder.organisations(inputs: inputs) == ["an-binh", "nam-son"])
  }
}
