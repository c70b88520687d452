import PlanModel
import Testing

@testable import Intake

/// A unit's own words that say something of one person return the file, which nobody keeps.
@Suite("Notes that say something of a person")
struct PersonalNoteTests {
  private static let number = "058190001234"

  @Test(
    "an identity number beside its word",
    arguments: [
      "CCCD 058190001234", "đ/c A, sinh 12/3/1990, số CCCD: 058190001234",
      "cccd số 058 190 001 234",
      "CMND 191234567", "CMND số: 191 234 567", "căn cước công dân số 058190001234",
      "Căn Cước 058.190.001.234", "THẺ CĂN CƯỚC GẮN CHIP 058190001234", "can cuoc 058190001234",
      "số định danh cá nhân 058190001234", "chứng minh nhân dân (191234567)",
      "CCCD của đ/c Nguyễn Văn A: 058190001234", "058190001234 (CCCD)",
      "ca\u{306}n cu\u{31B}o\u{31B}\u{301}c 058190001234",
    ])
  func identity(note: String) { #expect(PersonalNote.find(in: note.nfc) == .identity, "\(note)") }

  @Test(
    "the number of a party card",
    arguments: [
      "thẻ đảng 58012345", "Số thẻ đảng viên: 58.012345", "số thẻ 58 012345", "Thẻ ĐV 58-012345",
      "so the dang 58012345", "thẻ đảng viên số 058190001234", "Thẻ đảng mã số 580123456",
    ])
  func card(note: String) { #expect(PersonalNote.find(in: note) == .card, "\(note)") }

  @Test(
    "when a person was born",
    arguments: [
      "đ/c Nguyễn Văn A, sinh ngày 12/3/1990", "đồng chí A (sinh năm 1990)",
      "Ông Nguyễn Văn Nam sinh năm 1958 xin ra khỏi Đảng", "bà B, sinh ngày 02 tháng 9 năm 1961",
      "đ/c A, ngày sinh: 12-3-1990", "đ/c A, sinh 12/3/1990", "Đ/C A năm sinh 1990",
      "d/c Nguyen Van A sinh nam 1990", "dong chi A, sinh ngay 12/3/1990",
      "1. Ông A sinh năm 1958; 2. bà B sinh năm 1961",
    ])
  func birth(note: String) { #expect(PersonalNote.find(in: note) == .birth, "\(note)") }

  @Test(
    "ordinary notes",
    arguments: [
      "", "kinh phí 150.000.000 đồng", "150000000 đồng mua máy đọc thẻ CCCD",
      "làm thẻ đảng 150.000.000 đồng", "đổi thẻ đảng: 12.345 thẻ",
      "Đã trao thẻ đảng ngày 05/7/2024",
      "đã cấp 123.456.789 CCCD", "cấp CCCD 150 000 000 đồng", "đã cấp CCCD cho 12.345 người",
      "CCCD theo Luật số 26/2023/QH15 ngày 27/11/2023", "thẻ đảng theo Hướng dẫn 12-HD/BTCTW 2022",
      "Kế hoạch số 167-KH/TU ngày 12/3/2022, Quyết định 1234/QĐ-UBND", "ĐT văn phòng 0203 3835 678",
      "điện thoại 0912345678", "sinh hoạt chi bộ ngày 05/7/2024, đ/c Bí thư chủ trì",
      "đồng chí Bí thư dự khai giảng, 25 học sinh năm 2024", "ông bà, phát sinh năm 2024: 12 vụ",
      "đồng chí chủ tịch dự lễ tuyển sinh ngày 05/9/2024",
      "Sinh viên năm 2024: 120, đ/c A phụ trách",
      "đ/c A nói chuyện nhân kỷ niệm 120 năm ngày sinh 19/5/1890", "tỉ lệ sinh năm 2024: 1,2%",
      "Thẻ BHYT 12345678 người", "số thẻ đã cấp: 12.345.678", "minh họa 2024, 058190001234",
      "danh sách 12/2024", "đ/c A sinh hoạt năm 2024", "ba chi bộ, học sinh năm 2024",
      "02 đồng chí sinh năm 1995 được kết nạp", "5 đ/c sinh năm 2000 trở lên",
      "các đồng chí sinh năm 1965 nghỉ hưu theo chế độ",
    ])
  func ordinary(note: String) { #expect(PersonalNote.find(in: note) == nil, "\(note)") }

  private static func figures(_ note: String, code: String = "CT03") -> String {
    "Mã kế hoạch;Mã chỉ tiêu;Tử số;Mẫu số;Ghi chú\nNQ21;CT01;72;76;đủ\nNQ21;\(code);2;;\(note)\n"
  }

  @Test(
    "it returns the file, says where and how to mend it, and repeats nothing",
    arguments: [
      (figures("đ/c A, CCCD \(number)"), "3:E note-personal"),
      (figures("CCCD \(number)", code: "CT99"), "3:E note-personal"),
      (
        "Mã kế hoạch;Mã nhiệm vụ;Tình trạng;Số văn bản\nNQ21;NV01;Tạm dừng;CCCD \(number)\n",
        "2:D note-personal"
      ),
    ])
  func returned(text: String, place: String) throws {
    let content = SampleOffice.read(text)
    #expect(SampleOffice.found(content).contains(place), "\(SampleOffice.found(content))")
    #expect(content.isReturned && content.isPersonal)
    #expect(content.rowsInError == 1)
    for finding in content.findings {
      let texts = [finding.value ?? "", finding.message, finding.problem, finding.remedy]
      #expect(!texts.contains { $0.contains(Self.number) }, "\(finding)")
    }
    let finding = try #require(content.findings.first { $0.code == "note-personal" })
    #expect(finding.problem.contains("số căn cước (CCCD, CMND) của một người"))
  }

  @Test("nor is it lost among hundreds of other errors")
  func many() {
    let rows = (1...400).map { "NQ21;CT01;x\($0);76;" }.joined(separator: "\n")
    let content = SampleOffice.read(
      "Mã kế hoạch;Mã chỉ tiêu;Tử số;Mẫu số;Ghi chú\n\(rows)\nNQ21;CT03;2;;CCCD \(Self.number)\n")
    #expect(content.isPersonal)
  }
}

extension String {
  /// As the reader has composed it before it looks.
  fileprivate var nfc: String { NoteText(self).readable }
}
