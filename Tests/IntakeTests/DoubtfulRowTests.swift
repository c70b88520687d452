import PlanModel
import Testing

@testable import Intake

/// Rows that might be part of the header, of what stands around the table, or of the table itself.
@Suite("What is a header, and what a row")
struct DoubtfulRowTests {
  private static func figures(_ content: SubmissionContent) -> [String] {
    content.figures.map { figure in
      let below = figure.denominator.value.map { "/\($0.plainText)" } ?? ""
      return "\(figure.indicator) \(figure.numerator.value?.plainText ?? "-")\(below)"
    }
  }

  @Test("the first row of figures is no second line of the header, whatever words it has")
  func firstRow() {
    let figures = SampleOffice.read(
      """
      Mã kế hoạch;Mã chỉ tiêu;Phân loại;Tử số;Ghi chú
      NQ21;CT03;Tổng số;5;
      NQ21;CT06;;2;
      """)
    #expect(Self.figures(figures) == ["CT03 5", "CT06 2"])
    #expect(SampleOffice.found(figures) == ["1:C column-unknown"])
    let tasks = SampleOffice.read(
      """
      Mã kế hoạch;Mã nhiệm vụ;Tình trạng;Hình thức;Ghi chú
      NQ21;NV01;Tạm dừng;Thực hiện;
      """)
    #expect(tasks.taskReports.map(\.status) == [.suspended])
  }

  /// Excel shows a file of semicolons in one column where the comma separates, and saves a line with quotes
  /// or commas in it as one quoted cell.
  @Test(
    "a row that stands in one cell is no text around the table, and its figure is not missing besides",
    arguments: [
      #""NQ21;CT03;2;;có 02 hộ, đã kiểm tra""#, #""NQ21;CT03;2;;có ""hộ"" mới";;;;"#,
      #"" nq21; ct03 ;2;;";;"#, #""x;NQ21;CT03;2;;""#,
    ])
  func rowInOneCell(row: String) {
    let content = SampleOffice.read(
      "Mã kế hoạch;Mã chỉ tiêu;Tử số;Mẫu số;Ghi chú\nNQ21;CT01;72;76;\n\(row)\nNQ21;CT06;2;;\n")
    #expect(SampleOffice.found(content) == ["3:- row-too-narrow"])
    #expect(Self.figures(content) == ["CT01 72/76", "CT06 2"])
    #expect(content.rowsInError == 1)
    #expect(!content.findings.contains { $0.subject == "CT03" })
  }

  @Test(
    "a row that names a code without its plan is no text around the table",
    arguments: [
      (";CT 03;khoảng 2;;đang rà soát", "3:A code-missing"),
      (";;CT03;Chủ doanh nghiệp;2", "3:A code-missing"),
      ("kế hoạch 21;CT 03;khoảng 2;;", "3:A plan-unknown"),
    ])
  func codeWithoutPlan(row: String, finding: String) {
    let content = SampleOffice.read(
      "Mã kế hoạch;Mã chỉ tiêu;Tử số;Mẫu số;Ghi chú\nNQ21;CT01;72;76;\n\(row)\n")
    #expect(SampleOffice.found(content).contains(finding), "\(SampleOffice.found(content))")
    #expect(content.rowsInError == 1)
    let task = SampleOffice.read(
      "Mã kế hoạch;Mã nhiệm vụ;Tình trạng\nNQ21;NV01;Tạm dừng\n;NV 02;đang làm\n")
    #expect(SampleOffice.found(task).contains("3:A code-missing"))
  }

  @Test(
    "words around the table are left out, also with separators and numbers in them",
    arguments: [
      "Ghi chú: CT03 tạm tính; chốt sau;;;;", #""Số liệu NQ21; CT03 tạm tính; 2""#,
      ";;;;CT03 tạm tính",
      "NGƯỜI LẬP BIỂU;;;THỦ TRƯỞNG;",
      "Họ và tên:;;Điện thoại:;;", "(Ký, ghi rõ họ tên);;(Ký, ghi rõ họ và tên);;",
      #""Biểu 01; quý 3; năm 2024""#,
    ])
  func wordsAround(row: String) {
    let content = SampleOffice.read(
      "Mã kế hoạch;Mã chỉ tiêu;Tử số;Mẫu số;Ghi chú\nNQ21;CT01;72;76;\n\(row)\n")
    #expect(SampleOffice.found(content) == ["3:- row-left-out"], "\(SampleOffice.found(content))")
  }

  @Test(
    "a header with the names of columns that cannot be split says so",
    arguments: [
      #""Mã kế hoạch;Mã chỉ tiêu;Tử số;Mẫu số""#, "plan|indicator|numerator|denominator",
      "sep=,\nplan;indicator;numerator;denominator", "'plan';'indicator';'numerator'",
    ])
  func unsplitHeader(header: String) {
    let content = SampleOffice.read("\(header)\nNQ21;CT01;72;76\n")
    #expect(content.findings.map(\.code) == ["header-missing"])
    #expect(content.findings.allSatisfy { $0.problem.contains("không tách được") })
    let other = SampleOffice.read("một;hai;ba\nNQ21;CT01;72;76\n")
    #expect(other.findings.allSatisfy { !$0.problem.contains("không tách được") })
  }

  @Test("both columns of figures that are missing are named at once, with what was meant for them")
  func bothColumns() {
    let content = SampleOffice.read(
      "plan;indicator;Tử số (người);Mẫu số quý III\nNQ21;CT01;72;76\n")
    let missing = content.findings.filter { $0.code == "column-missing" }
    #expect(missing.map(\.value) == ["Tử số (người)", "Mẫu số quý III"])
    #expect(missing.map(\.place.row) == [1, 1])
    // to be renamed, and not taken out
    #expect(!content.findings.contains { $0.code == "column-unknown" })
    #expect(content.normalisations.isEmpty)
    let task = SampleOffice.read("plan;task;note\nNQ21;NV01;x\n")
    #expect(task.findings.count { $0.code == "column-missing" } == 1)
  }

  @Test(
    "a header of two lines, with and without a title",
    arguments: [
      "Mã kế hoạch;Mã chỉ tiêu;Thực hiện;;Ghi chú\n;;Tử số;Mẫu số;\nNQ21;CT01;72;76;ok\n",
      "BIỂU SỐ LIỆU;;;;\nMã kế hoạch;Mã chỉ tiêu;Thực hiện;;Ghi chú\n;;Tử số;Mẫu số;\n"
        + "NQ21;CT01;72;76;ok\n",
      "STT;Mã số;;Số liệu;;Ghi chú\n;Mã kế hoạch;Mã chỉ tiêu;Tử số;Mẫu số;\n1;NQ21;CT01;72;76;ok\n",
      "Mã kế hoạch;Mã chỉ tiêu;Tử số;Mẫu số;Ghi chú\n(1);(2);(3);(4);(5)\nNQ21;CT01;72;76;ok\n",
    ])
  func twoLines(text: String) {
    let content = SampleOffice.read(text)
    #expect(!content.isReturned, "\(SampleOffice.found(content))")
    #expect(Self.figures(content) == ["CT01 72/76"])
    #expect(content.figures.map(\.note) == ["ok"])
  }

  @Test(
    "the second line of a header is looked for in each file, also when the first lines are equal")
  func eachFile() {
    let reader = SubmissionReader()
    let header = "Mã kế hoạch;Mã chỉ tiêu;Thực hiện;;Ghi chú\n"
    let context = SampleOffice.context()
    let one = reader.read(Array((header + "NQ21;CT03;2;;\n").utf8), in: context)
    let two = reader.read(
      Array((header + ";;Tử số;Mẫu số;\nNQ21;CT01;72;76;\n").utf8), in: context)
    #expect(Self.figures(one) == ["CT03 2"])
    #expect(Self.figures(two) == ["CT01 72/76"])
  }

  @Test(
    "rows of figures above the header are errors, their codes known or not",
    arguments: ["NQ21;CT33;5;6;", "NQ22;CT01;5;6;", "NQ21;CT01;5;6;"])
  func above(row: String) {
    let content = SampleOffice.read(
      "\(row)\nMã kế hoạch;Mã chỉ tiêu;Tử số;Mẫu số;Ghi chú\nNQ21;CT03;2;;\n")
    #expect(SampleOffice.found(content) == ["1:- row-above-header"])
  }

  @Test(
    "a row that says what it is about is never left out as text around the table",
    arguments: [
      ("NQ 21;CT 06;không có;;", "3:A plan-unknown"),
      (";;chưa có;;;Tỉ lệ thôn có chi bộ", "3:A code-missing"),
    ])
  func meant(row: String, finding: String) {
    let content = SampleOffice.read(
      "Mã kế hoạch;Mã chỉ tiêu;Tử số;Mẫu số;Ghi chú;Tên chỉ tiêu\nNQ21;CT03;2;;;\n\(row)\n")
    #expect(SampleOffice.found(content).contains(finding), "\(SampleOffice.found(content))")
    #expect(content.rowsLeftOut == 0)
  }

  @Test(
    "a task's row without codes is seen by its date or document number, whatever its state says",
    arguments: [";;Xong;;31/8/24;", ";;Xong;;;12-BC/HU", ";;Xong;;45535;"])
  func taskRow(row: String) {
    let content = SampleOffice.read(
      "Mã kế hoạch;Mã nhiệm vụ;Tình trạng;Tỉ lệ hoàn thành;Ngày hoàn thành;Số văn bản\n\(row)\n")
    #expect(content.rowsInError == 1 && content.isReturned, "\(SampleOffice.found(content))")
  }

  @Test("the lines of a signature stay outside the table")
  func signature() {
    let content = SampleOffice.read(
      """
      Mã kế hoạch;Mã chỉ tiêu;Tử số;Mẫu số;Ghi chú
      NQ21;CT03;2;;
      ;;Đá Bạc, ngày 05 tháng 10 năm 2024;;
      ;;T/M BAN THƯỜNG VỤ;;
      ;;(Ký, ghi rõ họ tên);;
      """)
    #expect(!content.isReturned && content.rowsLeftOut == 3)
  }

  @Test("columns of the other form are named: nothing of them is read")
  func otherForm() {
    let figures = SampleOffice.read(
      "Mã kế hoạch;Mã chỉ tiêu;Tử số;Tỉ lệ hoàn thành;Ghi chú\nNQ21;CT03;2;75;\n"
        + "Mã kế hoạch;Mã chỉ tiêu;Tử số;Tỉ lệ hoàn thành;Ghi chú\n")
    #expect(SampleOffice.found(figures) == ["1:D column-unknown", "3:- row-left-out"])
    let tasks = SampleOffice.read(
      "Mã kế hoạch;Mã nhiệm vụ;Tình trạng;Thực hiện;Tổng số\nNQ21;NV01;Đang thực hiện;35;40\n")
    #expect(SampleOffice.found(tasks) == ["1:D column-unknown", "1:E column-unknown"])
    #expect(tasks.taskReports.count == 1)
  }

  @Test("of two columns of names the second is named as not read")
  func twoNames() {
    let content = SampleOffice.read(
      "Mã kế hoạch;Mã chỉ tiêu;Tên chỉ tiêu;Chỉ tiêu;Tử số\nNQ21;CT03;a;b;2\n")
    #expect(SampleOffice.found(content) == ["1:D column-unknown"])
  }

  @Test("a denominator beside no numerator of a count is asked about")
  func denominatorAlone() {
    let content = SampleOffice.read(
      "Mã kế hoạch;Mã chỉ tiêu;Tử số;Mẫu số;Ghi chú\nNQ21;CT03;;412;xem báo cáo\nNQ21;CT06;-;7;\n")
    #expect(
      SampleOffice.found(content) == ["2:D denominator-unexpected", "3:D denominator-unexpected"])
  }

  @Test("of a share over nothing it is the zero that is wrong")
  func zero() {
    let content = SampleOffice.read("Mã kế hoạch;Mã chỉ tiêu;Tử số;Mẫu số\nNQ21;CT01;3;0\n")
    #expect(SampleOffice.found(content) == ["2:D denominator-zero"])
  }

  @Test(
    "a note of several lines is no row, however many commas it has; a row in it is found",
    arguments: [
      ("\"Gồm các xã:\nA,B,C,D,E\"", true), ("\"Gồm: A, B\nC, D, E, F, G\"", true),
      ("\"chưa rõ\nNQ21,CT06,5,,\"", false), ("\"chưa rõ\n2,NQ21,CT06,5,\"", false),
    ])
  func notes(note: String, isNote: Bool) {
    let content = SampleOffice.read(
      "plan,indicator,numerator,denominator,note\nNQ21,CT03,2,,\(note)\n")
    #expect(content.isReturned != isNote, "\(SampleOffice.found(content))")
    if !isNote { #expect(SampleOffice.found(content).contains("2:E quote-unterminated")) }
  }
}

@Suite("Columns of personal data")
struct PersonalColumnTests {
  private static let head = "Mã kế hoạch;Mã chỉ tiêu;Tử số;Mẫu số"

  @Test(
    "wherever its header stands it returns the file",
    arguments: [
      "Mã kế hoạch;Mã chỉ tiêu;Kết quả;;Ngày sinh\n;;Tử số;Mẫu số;(ngày/tháng/năm)\n"
        + "NQ21;CT01;72;76;01/02/1980\n",
      "Biểu;;;;Số CCCD\n\(Self.head);Số\nNQ21;CT01;72;76;001080012345\n",
      "\(Self.head);Thông tin\n;;;;Số CCCD\nNQ21;CT01;72;76;001080012345\n",
      "\(Self.head);Khác\nNQ21;CT01;72;76;\n\(Self.head);Số CCCD\nNQ21;CT03;2;;001080012345\n",
      "\(Self.head);;Ghi chú\nNQ21;CT01;72;76;;\n;;;;Họ và tên;\n",
    ])
  func placed(text: String) {
    let content = SubmissionReader().read(Array(text.utf8), in: SampleOffice.context())
    #expect(content.findings.map(\.code).contains("column-personal"))
  }

  @Test(
    "names of such columns",
    arguments: [
      "Số CMTND", "Mã số đảng viên", "Số hiệu đảng viên", "SHĐV", "Thẻ ĐV", "Số sổ BHXH", "Mã BHXH",
      "Điện thoại liên hệ", "phone number", "Email cá nhân", "Nguyên quán", "HKTT", "Thường trú",
      "Nơi cư trú", "Nơi ở hiện nay", "Ngày kết nạp Đảng", "citizen id", "Họ va tên", "Ngay sinh",
    ])
  func announced(header: String) { #expect(PersonalData.isAnnounced(by: header)) }

  @Test(
    "words of other columns",
    arguments: [
      "Nơi sinh hoạt", "Ngày sinh hoạt chi bộ", "Số học sinh nam", "Số đảng viên là nữ",
      "Tỉ lệ kết nạp đảng viên", "Ngày kết nạp của đợt 1",
    ])
  func harmless(header: String) { #expect(!PersonalData.isAnnounced(by: header)) }
}

@Suite("Notes in old fonts")
struct DamagedNoteTests {
  @Test(arguments: ["®· bæ sung", "nh©n d©n", "®ang rµ so¸t", "bá»\u{FFFD} sung"])
  func damaged(note: String) { #expect(NoteText(note).damage != nil) }

  @Test(
    "signs that stand for themselves are no damage",
    arguments: [
      "phong trào «Dân vận khéo»", "Excel® ½ §2 ±5° m²", "© Ban Tổ chức", "3 · 4",
      "theo điểm 2.3 §1",
    ])
  func sound(note: String) { #expect(NoteText(note).damage == nil) }
}
