import DelimitedText
import PlanModel
import VietnameseText

/// Findings about the header: one each, not one per row.
extension FindingCode {
  /// Why no header was found in a file whose first line is `firstLine`; `declared`: a line above it
  /// names the separator.
  static func noHeader(firstLine: String, line: Int, declared: Bool) -> Finding {
    let place = Finding.Place(row: 1, line: line)
    if LostLetters.first(in: firstLine.utf8) != nil {
      return lostLetters(at: place, value: firstLine)
    }
    if HeaderSearch.namesColumns(firstLine) {
      return unsplitHeader(firstLine, declared: declared, at: place)
    }
    return headerMissing.finding(
      at: place, value: firstLine,
      "no header was found; expected a row with Mã kế hoạch, Mã chỉ tiêu, Tử số, Mẫu số "
        + "(or Mã kế hoạch, Mã nhiệm vụ, Tình trạng)",
      problem: "Không tìm thấy dòng tiêu đề cột.",
      remedy: "Giữ nguyên dòng tiêu đề của mẫu: Mã kế hoạch; Mã chỉ tiêu; Tử số; Mẫu số; Ghi chú "
        + "(Biểu số 01), hoặc Mã kế hoạch; Mã nhiệm vụ; Tình trạng (Biểu số 02).")
  }

  /// A line that has the names of columns, and yet is no header as it was split.
  static func unsplitHeader(_ line: String, declared: Bool, at place: Finding.Place) -> Finding {
    headerMissing.finding(
      at: place, value: line,
      "the header cannot be split into cells: "
        + (declared
          ? "its separator is not the one that the line sep= names"
          : "the whole line stands in one cell, or its separator is no comma, semicolon or tab"),
      problem: "Dòng tiêu đề có tên cột nhưng không tách được thành các ô: "
        + (declared
          ? "dấu phân cách không phải dấu mà dòng \"sep=\" đầu tệp khai báo."
          : "cả dòng nằm trong một ô, hoặc dấu phân cách không phải dấu phẩy, dấu chấm phẩy, tab."),
      remedy:
        "Mở tệp gốc bằng Excel, để mỗi cột một ô, lưu kiểu \"CSV UTF-8 (Comma delimited)\" rồi gửi "
        + "lại.")
  }

  static func bothForms(at row: Int, _ line: Int) -> Finding {
    formUnclear.finding(
      at: Finding.Place(row: row, line: line),
      "the header has columns of both forms: send indicators and tasks as two files",
      problem: "Tiêu đề có cả cột Mã chỉ tiêu và cột Mã nhiệm vụ.",
      remedy: "Gửi Biểu số 01 và Biểu số 02 thành hai tệp riêng.")
  }

  /// `meant`: a header that is none of the form's, and begins as this one does.
  static func missing(
    _ column: Column, meant: String?, at row: Int, _ line: Int
  ) -> Finding {
    let name = column.vietnameseName
    return columnMissing.finding(
      at: Finding.Place(row: row, line: line), value: meant,
      "the column \(column.rawValue) (\(name)) is missing from the header"
        + (meant.map { "; does \(quoted($0)) mean it?" } ?? ""),
      problem: "Thiếu cột \"\(name)\".",
      remedy: meant.map {
        "Nếu là cột \(quoted($0)) thì đổi tiêu đề thành \"\(name)\"; nếu không, bổ sung cột theo mẫu."
      }
        ?? "Bổ sung cột \"\(name)\" đúng theo mẫu.")
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

  /// `isOtherForm`: the second table is one of the other form, and no part of the first.
  static func changedHeader(at place: Finding.Place, value: String, isOtherForm: Bool) -> Finding {
    headerChanged.finding(
      at: place, value: value,
      "a second header with other columns; the rows below it were not read: "
        + (isOtherForm
          ? "send the second table as a file of its own"
          : "put them below the first header, in its columns"),
      problem: "Giữa tệp có một dòng tiêu đề khác với tiêu đề đầu tệp nên các dòng từ đó trở xuống "
        + "không đọc được.",
      remedy: isOtherForm
        ? "Mỗi tệp chỉ gửi một bảng theo đúng một mẫu; tách bảng thứ hai thành tệp riêng."
        : "Xóa dòng tiêu đề này, chép các dòng bên dưới vào bảng thứ nhất, đúng cột của tiêu đề đầu tệp."
    )
  }

  static func mixedSeparators(_ mix: SeparatorMix, in layout: HeaderLayout) -> Finding {
    separatorMixed.finding(
      at: mix.place, value: mix.value,
      "cells are separated by \(mix.separator.english) from here, by \(layout.separator.english) in "
        + "the header: save the whole file once more with one separator",
      problem:
        "Từ dòng này các ô ngăn cách bằng \(mix.separator.vietnamese), trong khi dòng tiêu đề "
        + "dùng \(layout.separator.vietnamese).",
      remedy:
        "Mở tệp gốc bằng Excel, lưu lại toàn bộ dạng CSV UTF-8, không ghép nối các tệp với nhau.")
  }
}

extension Separator {
  fileprivate var english: String {
    switch self {
    case .comma: "a comma"
    case .semicolon: "a semicolon"
    case .tab: "a tab"
    }
  }

  fileprivate var vietnamese: String {
    switch self {
    case .comma: "dấu phẩy"
    case .semicolon: "dấu chấm phẩy"
    case .tab: "dấu tab"
    }
  }
}
