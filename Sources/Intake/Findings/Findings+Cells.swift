import PlanModel
import VietnameseText

/// Findings about the words of one cell: numbers, dates, states.
extension FindingCode {
  static func ambiguous(
    _ value: String, whole: FixedDecimal, fraction: FixedDecimal, allowsFraction: Bool,
    at place: Finding.Place, subject: String
  ) -> Finding {
    // one more zero than a group has: then only one reading is left
    let exact = fraction.text(fractionDigits: 4)
    let exactText = DecimalText(
      significand: fraction.significand(withFractionDigits: 4), fractionDigits: 4
    ).text(minimum: 4)
    return numberAmbiguous.finding(
      at: place, subject: subject, value: value,
      "\(quoted(value)) can be read as \(whole) and as \(fraction): write \(whole)"
        + (allowsFraction ? " for the first, \(exact) for the second" : ", or correct it"),
      problem: "Không xác định được là số nguyên \(whole.inPrint) hay số thập phân "
        + "\(fraction.inPrint)." + (allowsFraction ? "" : " Chỉ tiêu này phải là số nguyên."),
      remedy: allowsFraction
        ? "Ghi \(whole) nếu là số nguyên; ghi \(exactText) nếu là số thập phân."
        : "Ghi \(whole) hoặc \(whole.inPrint) nếu đúng là số đó; nếu gõ nhầm thì sửa lại.")
  }

  static func unreadable(
    _ defect: NumberDefect, _ value: String, at place: Finding.Place, subject: String
  ) -> Finding {
    let texts = Self.texts(of: defect)
    return texts.code.finding(
      at: place, subject: subject, value: value, "\(quoted(value)): \(texts.message)",
      problem: texts.problem, remedy: texts.remedy)
  }

  private struct Texts {
    let code: FindingCode
    let message: String
    let problem: String
    // not 1.412: an indicator with fractions would ask which of two numbers it is
    var remedy = "Ghi một số, ví dụ 1412; chưa có số liệu thì để trống."
  }

  private static func texts(of defect: NumberDefect) -> Texts {
    switch defect {
    case .negative:
      Texts(
        code: numberNegative, message: "a figure cannot be negative",
        problem: "Số liệu không được âm.", remedy: "Ghi số từ 0 trở lên.")
    case .scientific:
      Texts(
        code: numberScientific, message: "write all digits instead of an exponent",
        problem: "Số viết dạng lũy thừa (ví dụ 1E3), thường do Excel rút gọn.",
        remedy: "Ghi đủ các chữ số.")
    case .hexadecimal:
      Texts(
        code: numberHexadecimal, message: "not a decimal number",
        problem: "Không phải số thập phân.")
    case .notFinite:
      Texts(code: numberNotFinite, message: "not a number", problem: "Không phải số.")
    case .spreadsheetError:
      Texts(
        code: numberSpreadsheetError, message: "an error of the spreadsheet, not a figure",
        problem: "Ô chứa lỗi công thức của Excel, không có số liệu.",
        remedy: "Sửa công thức trong tệp gốc, rồi lưu lại.")
    case .hiddenBySpreadsheet:
      Texts(
        code: numberHidden, message: "the column was too narrow, so no figure was saved",
        problem: "Cột quá hẹp nên Excel chỉ lưu dấu #, không có số liệu.",
        remedy: "Kéo rộng cột trong tệp gốc, rồi lưu lại.")
    case .dateLike:
      Texts(
        code: numberDateLike, message: "a date or a fraction where one number belongs",
        problem: "Ô ghi dạng ngày tháng hoặc phân số, trong khi phải là một số.",
        remedy: "Ghi một số, ví dụ 1412; nếu Excel đã tự đổi số thành ngày thì gõ lại số đó.")
    case .letterInDigits:
      Texts(
        code: numberLetters, message: "a letter stands among the digits (O for 0, l for 1)",
        problem: "Có chữ cái lẫn trong chữ số (chữ O thay số 0, chữ l thay số 1).",
        remedy: "Gõ lại bằng chữ số.")
    case .apostrophe:
      Texts(
        code: numberApostrophe, message: "an apostrophe stands in the number",
        problem: "Có dấu nháy trong số.", remedy: "Bỏ dấu nháy, ghi ví dụ 1412.")
    case .grouping:
      Texts(
        code: numberGrouping, message: "the marks do not group the digits by three",
        problem: "Dấu chấm, dấu phẩy hoặc khoảng trắng đặt sai chỗ nên không đọc được số.")
    case .tooLong:
      Texts(
        code: numberTooLong,
        message: "more than \(FixedDecimal.maximumDigits) digits, or "
          + "\(FixedDecimal.maximumFractionDigits) behind the mark",
        problem: "Số có quá \(FixedDecimal.maximumDigits) chữ số, hoặc quá "
          + "\(FixedDecimal.maximumFractionDigits) chữ số sau dấu phẩy.",
        remedy: "Kiểm tra lại số liệu, ghi số đã làm tròn.")
    case .text:
      Texts(
        code: numberText, message: "not a number",
        problem: "Ô phải là số, không ghi chữ.",
        remedy: "Ghi một số; lời giải thích ghi vào cột Ghi chú; chưa có số liệu thì để trống.")
    }
  }

  static func notWhole(_ value: String, at place: Finding.Place, subject: String) -> Finding {
    numberNotWhole.finding(
      at: place, subject: subject, value: value, "\(quoted(value)): expected a whole number",
      problem: "Phải là số nguyên.", remedy: "Ghi số đếm, không ghi số lẻ.")
  }

  static func percentSign(_ value: String, at place: Finding.Place, subject: String) -> Finding {
    numberPercentSign.finding(
      at: place, subject: subject, value: value,
      "\(quoted(value)): write the count, not the rate; rates are made here",
      problem: "Ô phải là số đếm, không phải tỉ lệ phần trăm.",
      remedy: "Ghi số lượng; tỉ lệ do hệ thống tự tính.")
  }

  static func unreadable(
    _ defect: DateDefect, _ value: String, at place: Finding.Place, subject: String
  ) -> Finding {
    let example = "Ghi theo dạng ngày/tháng/năm, ví dụ 30/9/2024."
    switch defect {
    case .impossible(let day, let month, let year):
      return dateImpossible.finding(
        at: place, subject: subject, value: value,
        "\(quoted(value)): read as day \(day), month \(month), year \(year); there is no such day",
        problem:
          "Ngày không có trong lịch (đọc là \(DateText.long(year: year, month: month, day: day))).",
        remedy: example)
    case .monthFirst(let date):
      return dateMonthFirst.finding(
        at: place, subject: subject, value: value,
        "\(quoted(value)): the day comes first; did you mean \(date)?",
        problem: "Ngày phải đứng trước tháng; có phải ngày \(date.inPrint)?",
        remedy: example)
    case .yearOutOfRange(let day, let month, let year):
      return dateImpossible.finding(
        at: place, subject: subject, value: value,
        "\(quoted(value)): read as day \(day), month \(month), year \(year); no such year is meant",
        problem: "Năm không hợp lý (đọc là \(DateText.long(year: year, month: month, day: day))).",
        remedy: example)
    case .twoDigitYear:
      return dateTwoDigitYear.finding(
        at: place, subject: subject, value: value, "\(quoted(value)): write the year in full",
        problem: "Năm chỉ có hai chữ số.", remedy: example)
    case .serial(let date):
      return dateSerial.finding(
        at: place, subject: subject, value: value,
        "\(quoted(value)): a serial number of a spreadsheet, perhaps \(date); write the date",
        problem: "Ô chứa số thứ tự ngày của Excel (có thể là "
          + "\(date.inPrint)).", remedy: example)
    case .text:
      return dateText.finding(
        at: place, subject: subject, value: value, "\(quoted(value)): not a date",
        problem: "Không đọc được ngày.", remedy: example)
    }
  }

  /// A day that the check of the office's form in the same row has understood as another.
  static func otherOrder(
    _ date: CalendarDate, _ value: String, at place: Finding.Place, subject: String
  ) -> Finding {
    dateMonthFirst.finding(
      at: place, subject: subject, value: value,
      "\(quoted(value)): the day comes first, but the form's own check read it as \(date)",
      problem: "Ngày, tháng ngược với cột Kiểm tra của dòng này (ngày \(date.inPrint)).",
      remedy:
        "Ghi ngày/tháng/năm; lưu bằng LibreOffice thì giữ dấu chọn Save cell content as shown.")
  }

  static func future(
    _ date: CalendarDate, _ value: String, at place: Finding.Place, subject: String
  ) -> Finding {
    dateInFuture.finding(
      at: place, subject: subject, value: value,
      "\(quoted(value)): read as \(date), which has not come yet",
      problem: "Ngày hoàn thành \(date.inPrint) chưa đến.",
      remedy: "Ghi ngày đã hoàn thành; chưa hoàn thành thì để trống.")
  }

  static func missingStatus(at place: Finding.Place, subject: String) -> Finding {
    statusMissing.finding(
      at: place, subject: subject, "the state is missing; expected one of the form's",
      problem: "Thiếu tình trạng thực hiện.",
      remedy: "Chọn một trong các giá trị: \(CellWords.statusNames).")
  }

  static func unknownStatus(_ value: String, at place: Finding.Place, subject: String) -> Finding {
    statusUnknown.finding(
      at: place, subject: subject, value: value, "\(quoted(value)) is no state of the form",
      problem: "Tình trạng \(quoted(value)) không có trong mẫu.",
      remedy: "Chọn một trong các giá trị: \(CellWords.statusNames).")
  }

  static func percentRange(_ value: String, at place: Finding.Place, subject: String) -> Finding {
    percentOutOfRange.finding(
      at: place, subject: subject, value: value, "\(quoted(value)): expected 0 to 100",
      problem: "Tỉ lệ hoàn thành phải từ 0 đến 100.", remedy: "Ghi số phần trăm từ 0 đến 100.")
  }

  /// Done but not whole, or not begun and yet a part of it done.
  static func rate(
    _ value: String, against status: String, at place: Finding.Place, subject: String
  ) -> Finding {
    percentAgainstStatus.finding(
      at: place, subject: subject, value: value,
      "\(quoted(value)): the rate of completion does not go with the state \(quoted(status))",
      problem: "Tỉ lệ hoàn thành trái với tình trạng \(quoted(status)).",
      remedy: "Sửa tình trạng, hoặc sửa tỉ lệ hoàn thành.")
  }

  static func noDate(at place: Finding.Place, subject: String) -> Finding {
    doneWithoutDate.finding(
      at: place, subject: subject,
      "done, but without a date: whether in time is judged by the day of receipt",
      problem: "Báo cáo hoàn thành nhưng không ghi ngày hoàn thành.",
      remedy: "Ghi ngày hoàn thành và số văn bản.")
  }

  static func notDone(at place: Finding.Place, subject: String, value: String) -> Finding {
    dateWithoutDone.finding(
      at: place, subject: subject, value: value, "a date of completion for a task that is not done",
      problem: "Có ngày hoàn thành nhưng tình trạng chưa hoàn thành.",
      remedy: "Sửa tình trạng, hoặc xóa ngày hoàn thành.")
  }
}
