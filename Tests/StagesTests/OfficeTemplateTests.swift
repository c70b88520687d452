import Documents
import Foundation
import TestSupport
import Testing

@testable import Stages

/// Wording belongs to the office: its templates, their errors, and editions of earlier wording.
@Suite("Templates of the office")
struct OfficeTemplateTests {
  let office: SmallOffice

  init() throws {
    office = try SmallOffice(WorkingFolder(), code: "nam-son", root: "TU", units: ["DV1", "DV2"])
  }

  private func template(_ document: String, _ text: String) throws {
    try office.write(text, "templates/\(document).mustache")
  }

  private func issue() -> (status: Stages.ExitStatus, text: String) {
    office.run(AggregateStage.run)
    return office.run(BriefingStage.run)
  }

  private func read(_ name: String) throws -> String {
    try String(contentsOf: office.output("2025-Q3/\(name)"), encoding: .utf8)
  }

  private func standard(_ document: TemplatedDocument) -> String { document.standardText }

  @Test("a sentence of the office stands in the document, and a long one is wrapped")
  func override() throws {
    let long = String(repeating: "đề nghị các đơn vị quan tâm thực hiện ", count: 8)
    try template(
      "bao-cao",
      standard(.briefing).replacing("ĐÁNH GIÁ CHUNG", with: "NHẬN XÉT CHUNG")
        .replacing("như sau:", with: "như sau & <\(long)>:"))
    let (status, text) = issue()
    #expect(status == .clean, "\(text)")
    let report = try read("KH1/bao-cao.txt")
    #expect(report.contains("I- NHẬN XÉT CHUNG"))
    #expect(report.contains("& <đề nghị"))
    #expect(report.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(!report.contains("ĐÁNH GIÁ CHUNG"))
    #expect(try read("KH1/tom-tat.txt").contains("I- ĐÁNH GIÁ CHUNG"))
  }

  @Test("the marking of invented figures stays, whatever a template says")
  func notice() throws {
    try template("bao-cao", "Chỉ một dòng.\n")
    #expect(issue().status == .clean)
    #expect(
      try read("KH1/bao-cao.txt").split(separator: "\n").map { $0.drop { $0 == " " } }.map(
        String.init)
        == ["*** SỐ LIỆU MINH HỌA ***", "Chỉ một dòng."])
  }

  @Test("every document can be reworded")
  func everyDocument() throws {
    for document in TemplatedDocument.allCases where document != .correction {
      try template(document.rawValue, standard(document) + "\nDòng thêm của cơ quan.\n")
    }
    try office.write(
      "plan,indicator,numerator,denominator\nKH1,CT99,1,2\n",
      "submissions/2025-Q3/DV1/bieu01.csv")
    office.run({ IngestStage.run($0, $1) }) { $0.period = "2025-Q3" }
    #expect(issue().status == .clean)
    for name in [
      "KH1/bao-cao.txt", "KH1/tom-tat.txt", "don-doc/cong-van.txt", "don-doc/DV2.txt",
      "phan-hoi/DV1.txt",
    ] { #expect(try read(name).hasSuffix("Dòng thêm của cơ quan.\n"), "\(name)") }
  }

  @Test("an error is printed with its place, and the program's wording is used")
  func errors() throws {
    #expect(issue().status == .clean)
    let before = try read("KH1/bao-cao.txt")
    try template("bao-cao", "= BÁO CÁO\n{{#danh_gia}}\n- {{kyy}}\n")
    try template("baocao", "x")
    let (status, text) = issue()
    #expect(status == .findings)
    let lines = text.split(separator: "\n").map {
      $0.replacing("\(office.inputs)/", with: "")
    }
    #expect(
      lines.contains(
        "nam-son/templates/bao-cao.mustache:3:3: error: there is no name \"kyy\" here; did you mean "
          + "\"ky\"? [template-name]"), "\(text)")
    #expect(
      lines.contains(
        "nam-son/templates/bao-cao.mustache:2:1: error: this section is never closed: "
          + "{{/danh_gia}} was expected [template-section]"))
    #expect(
      lines.contains {
        $0.hasPrefix("nam-son/templates/baocao.mustache: error:")
          && $0.hasSuffix("[template-unknown]")
      })
    #expect(try read("KH1/bao-cao.txt") == before)
    #expect(office.run { PlanStage.run($0, isList: false, $1) }.status == .findings)
  }

  @Test("links, huge files and bytes that are no text are refused, and the work is done")
  func refused() throws {
    let folder = "\(office.inputs)/nam-son/templates"
    try office.folder.write("inputs/nam-son/templates/tom-tat.mustache", [0x61, 0xFF])
    try office.folder.write(
      "inputs/nam-son/templates/don-doc.mustache", [UInt8](repeating: 0x61, count: (64 << 10) + 1))
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/bao-cao.mustache", withDestinationPath: "/etc/passwd")
    try office.write("đọc", "templates/ghi-chu.txt")
    let (status, text) = issue()
    #expect(status == .findings)
    #expect(text.contains("bao-cao.mustache: error: this is a symbolic link"))
    #expect(text.contains("don-doc.mustache: error: the file has 65537 bytes"))
    #expect(text.contains("tom-tat.mustache:1:1: error: these bytes are not UTF-8 text"))
    #expect(try read("KH1/bao-cao.txt").contains("ĐÁNH GIÁ CHUNG"))
    try FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createSymbolicLink(atPath: folder, withDestinationPath: "/etc")
    #expect(
      office.run(BriefingStage.run).text.contains("templates: error: this is a symbolic link"))
  }

  @Test("an edition keeps the wording it was issued with")
  func editions() throws {
    try template("bao-cao", standard(.briefing).replacing("ĐÁNH GIÁ CHUNG", with: "MỤC CŨ"))
    #expect(issue().status == .clean)
    let first = try read("KH1/bao-cao.txt")
    try template("bao-cao", standard(.briefing).replacing("ĐÁNH GIÁ CHUNG", with: "MỤC MỚI"))
    #expect(issue().status == .clean)
    #expect(try read("KH1/bao-cao.txt").contains("I- MỤC MỚI"))
    #expect(first.contains("I- MỤC CŨ"))
    try FileManager.default.removeItem(atPath: "\(office.inputs)/nam-son/templates")
    #expect(office.run(BriefingStage.run) { $0.edition = 1 }.status == .clean)
    #expect(try read("KH1/bao-cao.txt") == first)
  }

  @Test("an edition keeps the names of its own files, whatever they say since")
  func files() throws {
    #expect(issue().status == .clean)
    let first = try read("KH1/bao-cao.txt")
    let units = try String(contentsOfFile: "\(office.inputs)/nam-son/units.csv", encoding: .utf8)
    try office.write(units.replacing("Đơn vị DV1", with: "Đơn vị mới"), "units.csv")
    for name in ["bao-cao.txt", ".briefing.published"] {
      try FileManager.default.removeItem(at: office.output("2025-Q3/KH1/\(name)"))
    }
    #expect(office.run(BriefingStage.run).status == .clean)
    #expect(try read("KH1/bao-cao.txt") == first)
    #expect(!first.contains("Đơn vị mới"))
    #expect(issue().status == .clean)
    #expect(try read("KH1/bao-cao.txt").contains("Đơn vị mới"))
  }

  @Test("the standard text is printed with its names explained, and can be used as it is")
  func printing() throws {
    let (status, text) = office.run { BriefingStage.printTemplate("bao-cao", $1) }
    #expect(status == .clean)
    #expect(text.hasSuffix("{{{phan_ky}}}"))
    #expect(issue().status == .clean)
    let before = try read("KH1/bao-cao.txt")
    try template("bao-cao", text + "\n")
    #expect(issue().status == .clean)
    #expect(try read("KH1/bao-cao.txt") == before)
    let (wrong, message) = office.run { BriefingStage.printTemplate("bao-ca", $1) }
    #expect(wrong == .usage)
    #expect(message.hasSuffix("did you mean bao-cao?"))
  }
}
