import Foundation
import TestSupport
import Testing

@testable import Stages

/// A file that may hold data of persons: it is returned, and nobody keeps it.
@Suite("A file with a personal column")
struct PersonalFileTests {
  private let office: SmallOffice
  private static let number = "001099012345"

  init() throws {
    office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A", "B"])
    try office.write(
      "plan;indicator;numerator;denominator;Số CCCD\nKH1;CT02;40;100;\(Self.number)\n",
      "submissions/2025-Q3/A/bieu01.csv")
    try office.write(
      "plan;indicator;numerator;denominator\nKH1;CT02;40;100\n",
      "submissions/2025-Q3/B/bieu01.csv")
  }

  @Test("nothing that is written holds what stood in it")
  func nowhere() throws {
    let taken = office.run(IngestStage.run)
    #expect(taken.text.contains("(1 accepted, 1 returned)"), "\(taken.text)")
    for stage in [AggregateStage.run, WorkbookStage.run, { BriefingStage.run($0, $1) }] {
      #expect(office.run(stage).status != .failed)
    }
    let folder = URL(fileURLWithPath: office.folder.path("outputs"))
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    #expect(names.contains("o/2025-Q3/phan-hoi/A.txt"))
    for name in names {
      guard let bytes = try? Data(contentsOf: folder.appendingPathComponent(name)) else { continue }
      #expect(bytes.range(of: Data(Self.number.utf8)) == nil, "\(name)")
    }
  }

  @Test(
    "where the header cannot be read, or a second one follows, such words are looked for",
    arguments: [
      "STT;Họ và tên;Số CCCD;Ngày sinh\n1;A;\(number);1/1/1990\n",
      "plan;indicator;numerator;denominator\nKH1;CT02;40;100\nplan;indicator;numerator;CCCD\n"
        + "KH1;CT01;12;\(number)\n",
      "plan;indicator;numerator;denominator\nKH1;CT02;40;100\nplan;task;status;Họ tên\n"
        + "KH1;V-01;done;\(number)\n",
      "plan;indicator;numerator;denominator;\"Số CCCD\nKH1;CT02;40;100;\(number)\n",
      "plan;indicator;numerator;denominator;CCCD;note\nKH1;CT02;40;100;\(number);\u{0}\n",
    ])
  func unread(text: String) throws {
    try office.write(text, "submissions/2025-Q3/A/bieu01.csv")
    #expect(office.run(IngestStage.run).text.contains("[column-personal]"))
    for name in ["ledger.sqlite", "ledger.sqlite-wal"] {
      guard let bytes = try? Data(contentsOf: office.output(name)) else { continue }
      #expect(bytes.range(of: Data(Self.number.utf8)) == nil)
    }
    let verified = office.run { LedgerStage.verify($0, $1) }
    #expect(verified.text.contains("sound; 1 originals as received, 1 not kept (personal data)"))
  }

  /// A list whose columns fall under those of the form, so that its rows are text around the table or rows
  /// with an error, and in a file of Excel's line ends.
  @Test(
    "a list above or below the form's table is known by its header, and none of its rows is quoted",
    arguments: [
      (["STT;plan;indicator;name;numerator;denominator", "1;KH1;CT02;x;40;100"] + persons, 3),
      (persons + ["STT;plan;indicator;name;numerator;denominator", "1;KH1;CT02;x;40;100"], 1),
      (["plan;indicator;name;numerator", "KH1;CT02;\"a", "b\";40", "KH1;CT99;x;4"] + persons, 4),
      (["sep=;", "plan;indicator;numerator;denominator", "KH1;CT99;4;5"] + persons, 3),
    ])
  func list(lines: [String], row: Int) throws {
    try office.write(
      lines.joined(separator: "\r\n") + "\r\n", "submissions/2025-Q3/A/bieu01.csv")
    let taken = office.run(IngestStage.run)
    #expect(taken.text.contains("(1 accepted, 1 returned)"), "\(taken.text)")
    for stage in [AggregateStage.run, WorkbookStage.run, { BriefingStage.run($0, $1) }] {
      #expect(office.run(stage).status != .failed)
    }
    let folder = URL(fileURLWithPath: office.folder.path("outputs"))
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      guard let bytes = try? Data(contentsOf: folder.appendingPathComponent(name)) else { continue }
      for word in [Self.number, "Hoàng Văn Thử"] {
        #expect(bytes.range(of: Data(word.utf8)) == nil, "\(name)")
      }
    }
    let slip = try String(contentsOf: office.output("2025-Q3/phan-hoi/A.txt"), encoding: .utf8)
    #expect(slip.contains("Dòng \(row), cột B"), "\(slip)")
    #expect(!(taken.text + slip).contains("Hoàng"))
  }

  private static let persons = [
    "STT;Họ và tên;Chức vụ;Số CCCD", "1;Hoàng Văn Thử;Bí thư chi bộ;\(number)",
    "2;Hoàng Văn Thử;Phó;\(number)",
  ]

  @Test("a note that says a person's number leaves nothing behind either")
  func note() throws {
    try office.write(
      "plan;indicator;numerator;denominator;note\nKH1;CT02;40;100;đ/c A, CCCD \(Self.number)\n",
      "submissions/2025-Q3/A/bieu01.csv")
    try nowhere()
    let verified = office.run { LedgerStage.verify($0, $1) }
    #expect(verified.text.contains("sound; 1 originals as received, 1 not kept (personal data)"))
    let slip = try String(contentsOf: office.output("2025-Q3/phan-hoi/A.txt"), encoding: .utf8)
    #expect(slip.contains("Dòng 2, cột E"), "\(slip)")
    let rebuilt = office.run { LedgerStage.rebuild($0, to: nil, $1) }
    #expect(rebuilt.text.contains("1 editions, 0 differences"), "\(rebuilt.text)")
  }

  @Test("a place for signatures below a form that is returned announces nothing")
  func signatures() throws {
    for header in ["plan;indicator;numerator;denominator", "plan;chỉ;tiêu"] {
      try office.write(
        "\(header)\nKH1;CT99;40;100\nNgười lập biểu;Thủ trưởng\n"
          + "(Ký, ghi rõ họ tên);(Ký, ghi rõ họ và tên)\n",
        "submissions/2025-Q3/A/bieu01.csv")
      let taken = office.run(IngestStage.run)
      #expect(taken.text.contains("1 returned"))
      #expect(!taken.text.contains("[column-personal]"))
    }
  }

  @Test("it is known again, and a ledger made anew has it as it was")
  func known() {
    office.run(IngestStage.run)
    #expect(office.run(IngestStage.run).text.contains("took 0 new files"))
    let verified = office.run { LedgerStage.verify($0, $1) }
    #expect(verified.status == .clean, "\(verified.text)")
    let rebuilt = office.run { LedgerStage.rebuild($0, to: nil, $1) }
    #expect(rebuilt.text.contains("2 receipts, 0 editions, 0 differences"), "\(rebuilt.text)")
  }
}
