import DelimitedText
import PlanModel
import VietnameseText

/// Findings about the header: one each, not one per row.
extension FindingCode {
  static func noHeader(firstLine: String) -> Finding {
    headerMissing.finding(
      at: Finding.Place(row: 1, line: 1), value: firstLine,
      "no header was found; expected a row with Mã kế hoạch, Mã chỉ tiêu, Tử số, Mẫu số "
        + "(or Mã kế hoạch, Mã nhiệm vụ, Tình trạng)",
      problem: "Không tìm thấy dòng tiêu đề cột.",
      remedy: "Giữ nguyên dòng tiêu đề của mẫu: Mã kế hoạch; Mã chỉ tiêu; Tử số; Mẫu số; Ghi chú "
        + "(Biểu số 01), hoặc Mã kế hoạch; Mã nhiệm vụ; Tình trạng (Biểu số 02).")
  }

  static func bothForms(at row: Int, _ line: Int) -> Finding {
    formUnclear.finding(
      at: Finding.Place(row: row, line: line),
      "the header has columns of both forms: send indicators and tasks as two files",
      problem: "Tiêu đề có cả cột Mã chỉ tiêu và cột Mã nhiệm vụ.",
      remedy: "Gửi Biểu số 01 và Biểu số 02 thành hai tệp riêng.")
  }

  static func missing(_ column: Column, at row: Int, _ line: Int) -> Finding {
    columnMissing.finding(
      at: Finding.Place(row: row, line: line),
      "the column \(column.rawValue) (\(column.vietnameseName)) is missing from the header",
      problem: "Thiếu cột \"\(column.vietnameseName)\".",
      remedy: "Bổ sung cột \"\(column.vietnameseName)\" đúng theo mẫu.")
  }

  static func duplicate(_ column: Column, first: String, at place: Finding.Place) -> Finding {
    columnDuplicate.finding(
      at: place, value: place.header,
      "this column means \(column.rawValue), as the column \(quoted(first)) does already: keep one",
      problem: "Cột này trùng ý nghĩa với cột \"\(first)\" (cùng là \(column.vietnameseName)).",
      remedy: "Chỉ giữ một cột.")
  }

  static func unknown(_ header: String, at place: Finding.Place) -> Finding {
    columnUnknown.finding(
      at: place, value: header,
      "the column \(quoted(header)) is none of the form's and was not read",
      problem: "Cột \(quoted(header)) không có trong mẫu, không được tổng hợp.",
      remedy: "Bỏ cột này; nội dung cần nêu thì ghi vào cột Ghi chú.")
  }

  static func personal(_ header: String, at place: Finding.Place) -> Finding {
    columnPersonal.finding(
      at: place, value: header,
      "the column \(quoted(header)) looks personal; only aggregate figures may be sent: remove it",
      problem: "Cột \(quoted(header)) có vẻ chứa dữ liệu cá nhân; hệ thống không nhận dữ liệu này.",
      remedy: "Xóa cột đó, chỉ gửi số liệu tổng hợp.")
  }

  static func withoutHeader(at place: Finding.Place, value: String) -> Finding {
    cellWithoutHeader.finding(
      at: place, value: value,
      "a value in a column without a header: it cannot be told what it means",
      problem: "Ô có nội dung nhưng cột không có tiêu đề.",
      remedy: "Ghi tiêu đề cho cột theo mẫu, hoặc xóa nội dung ô.")
  }

  static func mixed(
    _ header: Separator, _ rows: Separator, rows count: Int, at place: Finding.Place
  ) -> Finding {
    separatorMixed.finding(
      at: place, value: "\(count)",
      "the header is divided by \(header), but \(count) rows by \(rows): save the file again, in one way",
      problem:
        "Tiêu đề dùng \(vietnamese(header)) nhưng \(count) dòng dùng \(vietnamese(rows)) để phân "
        + "cách các ô.",
      remedy: "Lưu lại cả tệp từ Excel với một kiểu dấu phân cách.")
  }

  private static func vietnamese(_ separator: Separator) -> String {
    switch separator {
    case .comma: "dấu phẩy"
    case .semicolon: "dấu chấm phẩy"
    case .tab: "dấu tab"
    }
  }
}
