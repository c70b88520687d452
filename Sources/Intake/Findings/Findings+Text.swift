import DelimitedText
import PlanModel

/// Findings about the text of a file: its encoding, quotes and size.
extension FindingCode {
  private static let saveAgain =
    "Mở tệp gốc, chọn Lưu thành (Save As), kiểu \"CSV UTF-8 (Comma delimited)\", rồi gửi lại."

  static func from(_ problem: DecodingProblem) -> Finding {
    switch problem {
    case .foreignFormat(let format):
      notATable.finding(
        value: format.rawValue,
        "this is a file of kind \(format.rawValue) under the name of a .csv: save it as CSV UTF-8",
        problem: "Đây là tệp \(format.rawValue) được đổi đuôi thành .csv, không phải tệp CSV.",
        remedy: saveAgain)
    case .legacyEncoding(let encoding):
      encodingLegacy.finding(
        value: encoding.rawValue,
        "the text is written in the old encoding \(encoding.rawValue): convert it to Unicode and "
          + "save as CSV UTF-8",
        problem: "Chữ trong tệp dùng bảng mã cũ \(encoding.rawValue), không phải Unicode.",
        remedy: "Chuyển sang bảng mã Unicode (ví dụ bằng UniKey), lưu dạng CSV UTF-8 rồi gửi lại.")
    case .mojibake(let place):
      encodingMojibake.finding(
        at: Finding.Place(line: place.line),
        "the text was opened in a wrong encoding and saved again, so its letters are broken: save "
          + "the original as CSV UTF-8",
        problem: "Chữ có dấu đã hỏng do tệp được mở sai bảng mã rồi lưu lại.", remedy: saveAgain)
    case .lostLetters(let place): lostLetters(at: Finding.Place(line: place.line), value: nil)
    case .truncatedUTF8(let place):
      fileTruncated.finding(
        at: Finding.Place(line: place.line),
        "the file ends in the middle of a character: it was cut while being copied; send it again",
        problem: "Tệp bị cắt cụt ở dòng \(place.line).", remedy: "Chép và gửi lại tệp đầy đủ.")
    case .oddByteCount:
      fileTruncated.finding(
        "the UTF-16 file has an odd number of bytes: it was cut while being copied; send it again",
        problem: "Tệp UTF-16 bị cắt cụt.", remedy: "Chép và gửi lại tệp đầy đủ.")
    case .utf16WithoutMark(let little):
      encodingUnknown.finding(
        "this looks like UTF-16\(little ? "LE" : "BE") without its mark: save as CSV UTF-8",
        problem: "Tệp có vẻ dùng UTF-16 nhưng thiếu dấu nhận biết bảng mã.", remedy: saveAgain)
    case .loneSurrogate(let place):
      encodingUnknown.finding(
        at: Finding.Place(line: place.line),
        "the UTF-16 text is broken (\(problem)): save it again",
        problem: "Tệp UTF-16 bị hỏng ở dòng \(place.line).", remedy: saveAgain)
    case .nul(let place):
      encodingUnknown.finding(
        at: Finding.Place(line: place.line), "\(problem): save as CSV UTF-8",
        problem: "Dòng \(place.line) có ký tự rỗng (NUL): tệp bị hỏng hoặc không phải văn bản.",
        remedy: saveAgain)
    case .invalidUTF8(let place):
      encodingUnknown.finding(
        at: Finding.Place(line: place.line),
        "the encoding is not UTF-8 and no other can be told for certain (\(problem)): save as "
          + "CSV UTF-8",
        problem: "Không xác định được bảng mã của tệp: từ dòng \(place.line) có ký tự không thuộc "
          + "UTF-8.", remedy: saveAgain)
    }
  }

  static func lostLetters(at place: Finding.Place, value: String?) -> Finding {
    encodingUnknown.finding(
      at: place, value: value,
      "letters were lost when the file was saved, question marks stand for them: save the original as "
        + "CSV UTF-8",
      problem:
        "Chữ có dấu đã mất, thay bằng dấu hỏi (?): tệp được lưu kiểu CSV thường, không phải CSV "
        + "UTF-8.", remedy: saveAgain)
  }

  static func from(_ problem: RecordProblem, header: String? = nil) -> Finding {
    let isOfCell = problem.kind.isOfCell
    let place = Finding.Place(
      row: problem.row, line: problem.line, column: isOfCell ? problem.column - 1 : nil,
      header: isOfCell ? header : nil)
    switch problem.kind {
    case .textAfterQuote(let closed) where closed > problem.line:
      return openQuote(problem, at: place)
    case .strayQuote, .textAfterQuote, .refused:
      return quoteStray.finding(
        at: place,
        "a stray quotation mark: \(problem); remove it, or put the whole cell into quotation marks and "
          + "double those inside",
        problem: "Dấu ngoặc kép (\") đặt sai ở dòng \(problem.line) của tệp.",
        remedy: "Bỏ dấu ngoặc kép trong ô, hoặc lưu lại tệp từ Excel.")
    case .unterminatedQuote, .swallowedRow:
      return openQuote(problem, at: place)
    case .fieldTooLong(let bytes, let limit):
      return fieldTooLong.finding(
        at: place, "a cell of \(bytes) bytes; the limit is \(limit) bytes (field size)",
        problem: "Ô có \(bytes) byte, vượt giới hạn \(limit) byte của một ô.",
        remedy: "Rút gọn nội dung ô.")
    case .tooManyColumns(let found, let limit):
      return tooManyColumns.finding(
        at: place, "\(found) columns; the limit is \(limit) columns",
        problem: "Dòng có \(found) cột, vượt giới hạn \(limit) cột.",
        remedy: "Xóa các cột thừa, gửi đúng mẫu biểu.")
    case .tooManyRows(let found, let limit):
      return tooManyRows.finding(
        at: place, "\(found) rows; the limit is \(limit) rows",
        problem: "Tệp có \(found) dòng, vượt giới hạn \(limit) dòng.",
        remedy: "Xóa các dòng thừa, gửi đúng mẫu biểu.")
    case .tooManyBytes(let found, let limit):
      return fileTooLarge.finding(
        "\(found) bytes; the limit is \(limit) bytes (file size)",
        problem: "Tệp có \(found) byte, vượt giới hạn \(limit) byte.",
        remedy: "Chỉ gửi đúng biểu số liệu.")
    }
  }

  private static func openQuote(_ problem: RecordProblem, at place: Finding.Place) -> Finding {
    quoteUnterminated.finding(
      at: place, "\(problem): close it, or remove it",
      problem: "Dấu ngoặc kép (\") mở ở dòng \(problem.line) của tệp không được đóng đúng chỗ, "
        + "nên các dòng sau bị gộp vào một ô.",
      remedy: "Đóng hoặc bỏ dấu ngoặc kép đó (kể cả dấu \" dùng thay chữ \"như trên\").")
  }

  static func more(_ count: Int, limit: Int, severity: Severity) -> Finding {
    moreFindings.finding(
      "\(count) more findings of this kind are not listed; the limit is \(limit)",
      problem: "Còn \(count) nội dung cùng loại chưa liệt kê (mỗi tệp liệt kê tối đa \(limit)).",
      remedy: "Sửa các lỗi đã nêu trước, rồi gửi lại.", severity: severity)
  }

  static func empty() -> Finding {
    fileEmpty.finding(
      "the file is empty: expected a header and at least one row",
      problem: "Tệp rỗng.", remedy: "Gửi lại tệp có tiêu đề cột và các dòng số liệu.")
  }
}

extension RecordProblem.Kind {
  /// Whether it can be seen in one cell.
  fileprivate var isOfCell: Bool {
    switch self {
    case .strayQuote, .textAfterQuote, .unterminatedQuote, .swallowedRow, .fieldTooLong: true
    case .tooManyColumns, .tooManyRows, .tooManyBytes, .refused: false
    }
  }
}
