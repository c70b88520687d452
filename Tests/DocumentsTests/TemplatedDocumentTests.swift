import DocumentTemplates
import Foundation
import PlanModel
import Testing
import VietnameseText

@testable import Documents

/// The templates that come with the program, and the marks of their lines.
@Suite struct TemplatedDocumentTests {
  @Test(arguments: TemplatedDocument.allCases)
  func theStandardOnesAreRight(document: TemplatedDocument) {
    for text in [document.standardText, document.standardTextExplained] {
      let findings = Templates(files: [(document.rawValue, Array(text.utf8))]).findings
      #expect(findings.isEmpty, "\(findings.map(\.finding.message))")
      // they are used as they stand, without what files of an office are freed of
      #expect(Array(text.utf8) == Array(toNFC(text).utf8))
      #expect(!text.utf8.contains(UInt8(ascii: "\r")) && text.utf8.first != 0xEF)
    }
  }

  @Test(arguments: TemplatedDocument.allCases)
  func everyNameIsExplained(document: TemplatedDocument) {
    func all(_ names: [TemplateName]) -> [String] {
      names.flatMap { [$0.name] + all($0.inner) }
    }
    let head = document.standardTextExplained.prefix { $0 != "}" }
    for name in all(document.names) { #expect(head.contains(name), "\(name)") }
    #expect(document.standardTextExplained.hasSuffix(document.standardText))
  }

  private func blocks(_ text: String, _ values: DocumentValues = [:]) -> [TextDocument.Block] {
    let templates = Templates(files: [("bao-cao", Array(text.utf8))])
    #expect(templates.findings.isEmpty, "\(templates.findings.map(\.finding.message))")
    return templates.layout(.briefing, values).blocks
  }

  @Test func marksOfLines() {
    #expect(
      blocks(
        "= A\n= B\n---\n\n   Đoạn {{ky}}\n# Mục\n- ý\n@ Nhãn: chữ: khác\n@ {{ky}}: x\n===\nthường",
        ["ky": .text("Q3")])
        == [
          .title(["A", "B"]), .rule, .blank, .paragraph("Đoạn Q3"), .heading("Mục"), .item("ý"),
          .fields([.init("Nhãn:", "chữ: khác"), .init("Q3:", "x")], isNested: false), .separator,
          .plain("thường"),
        ])
  }

  /// A mark counts only when the template itself has it.
  @Test func aValueMarksNothing() {
    for text in ["# a", "- a", "= a", "---", "@ a: b", "   a", "a\nb"] {
      #expect(
        blocks("{{ky}}", ["ky": .text(text)]) == [.plain(text.trimmingPrefix("   ").description)])
    }
    #expect(
      blocks(
        "@ {{ky}} {{co_quan}}: {{cap_uy}}",
        ["ky": .text("a: b"), "co_quan": .text("c"), "cap_uy": .text("d: e")])
        == [.fields([.init("a: b c:", "d: e")], isNested: false)])
  }

  @Test func sectionsAreNumberedWhereTheyStand() {
    let text = """
      {{#de_nghi}}
      # {{muc}}. ĐỀ NGHỊ
      {{/de_nghi}}
      {{#danh_gia}}
      # {{muc}}. ĐÁNH GIÁ
      Xem mục {{muc}}.
      {{/danh_gia}}
      """
    #expect(
      blocks(text, ["danh_gia": .section("danh_gia", [:]), "de_nghi": .section("de_nghi", [:])])
        == [.heading("I. ĐỀ NGHỊ"), .heading("II. ĐÁNH GIÁ"), .plain("Xem mục II."), .blank])
  }

  @Test func nothingStandsForAnEmptyItemOrHeading() {
    #expect(blocks("- {{ky}}\n# {{ky}}\na") == [.plain("a")])
  }

  @Test func whollyWrongTemplatesLeaveTheProgramsOwn() {
    let templates = Templates(files: [("bao-cao", Array("{{sai}}".utf8))])
    #expect(templates.findings.count == 1)
    let blocks = templates.layout(.briefing, ["ky": .text("quý III")]).blocks
    #expect(
      blocks.contains { if case .title(let lines) = $0 { lines[0] == "BÁO CÁO" } else { false } })
  }
}
