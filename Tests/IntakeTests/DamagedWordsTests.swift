import PlanModel
import Testing

@testable import Intake

/// Words that came broken, in a file whose codes and figures are sound.
@Suite("Damaged words")
struct DamagedWordsTests {
  private static let headers = [
    "Mã kế hoạch;Mã chỉ tiêu;Tử số;Mẫu số;Ghi chú",
    "Ma ke hoach;Ma chi tieu;Tu so;Mau so;Ghi chu",
    "plan;indicator;numerator;denominator;note",
  ]
  private static let notes = [
    "Äáº£ng bá»™ xÃ£", "Uû ban nh©n d©n x· ch­a tæng hîp xong", "còn thi?u s? li?u",
  ]

  @Test(
    "a damaged note is kept and asked about, whatever the names of the columns", arguments: headers)
  func notes(header: String) {
    for note in Self.notes {
      let content = SampleOffice.read("\(header)\nNQ21;CT01;72;76;\(note)\nNQ21;CT03;2;;đúng hạn\n")
      #expect(SampleOffice.found(content) == ["2:E note-damaged"])
      #expect(content.figures.map(\.indicator) == ["CT01", "CT03"])
      #expect(content.rowsTaken == 2)
    }
  }

  @Test("a question is no damage, and neither is an address")
  func questions() {
    for note in [
      "đã rà soát chưa? Rồi, đủ", "https://vidu.vn/bieu?id=5", "bao giờ? ai?", "có không?có",
    ] {
      let content = SampleOffice.read(
        "plan;indicator;numerator;denominator;note\nNQ21;CT03;2;;\(note)\n")
      #expect(SampleOffice.found(content) == [])
      #expect(content.figures.map(\.note) == [note])
    }
  }

  @Test("a damaged state, code or figure returns the file, and each is named with its place")
  func cells() {
    let tasks = SampleOffice.read("plan;task;status;note\nNQ21;NV01;HoÃ n thÃ nh;xong cáº£\n")
    #expect(SampleOffice.found(tasks) == ["2:C status-unknown", "2:D note-damaged"])
    let figures = SampleOffice.read(
      "plan;indicator;numerator;denominator;note\nNQ21;CT01;Äáº£ng;76;chÆ°a Ä‘á»§\n")
    #expect(SampleOffice.found(figures).contains("2:C number-text"))
  }

  @Test("where the names of columns are damaged as well, all of the file is")
  func header() {
    let content = SampleOffice.read(
      "Mã kế hoạch;Mã chỉ tiêu;Tử số;Mẫu số;Ghi chÃº cá»§a Ä‘Æ¡n vá»‹\nNQ21;CT01;72;76;Äáº£ng bá»™ xÃ£\n"
    )
    #expect(SampleOffice.found(content) == ["-:- encoding-mojibake"])
  }
}
