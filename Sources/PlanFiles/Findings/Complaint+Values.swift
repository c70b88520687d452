internal import PlanModel
internal import VietnameseText

/// What can be wrong with single values, in YAML and CSV files alike.
extension Complaint {
  static func valueMissing(_ name: String) -> Complaint {
    Complaint(
      code: .valueMissing, message: "\(quoted(name)) has no value; fill it in",
      problem: "\(quoted(name)) chưa có giá trị.", remedy: "Điền giá trị.")
  }

  static let valueEmpty = Complaint(
    code: .valueMissing, message: "the text is empty; fill it in or remove it",
    problem: "Nội dung trống.", remedy: "Điền nội dung hoặc bỏ đi.")

  static func valueUnknown(_ text: String, among words: [String]) -> Complaint {
    let near = suggestion(for: text, among: words)
    return Complaint(
      code: .valueUnknown, value: text, message: "\(quoted(text)) is not known here" + near.english,
      problem: "Giá trị \(quoted(text)) không có trong danh mục.", remedy: near.vietnamese)
  }

  static func valueRepeated(_ text: String) -> Complaint {
    Complaint(
      code: .valueRepeated, value: text,
      message: "\(quoted(text)) is already given; remove one of them",
      problem: "\(quoted(text)) ghi hai lần.", remedy: "Chỉ giữ lại một.")
  }

  static let noWorkingDay = Complaint(
    code: .numberOutOfRange, message: "a week needs a working day; leave one of the seven out",
    problem: "Tuần không còn ngày làm việc nào.", remedy: "Bỏ bớt một ngày.")

  static func numberInvalid(_ text: String) -> Complaint {
    Complaint(
      code: .numberInvalid, value: text,
      message:
        "\(quoted(text)) is not a number; write 12, 0.9 or 90%, with a point as decimal mark "
        + "and without grouping, at most 18 digits, 6 of them behind the point",
      problem: "\(quoted(text)) không phải là số.", remedy: "Ghi như 12, 0.9 hoặc 90%.")
  }

  static func notWhole(_ text: String) -> Complaint {
    Complaint(
      code: .numberInvalid, value: text,
      message: "\(quoted(text)) is not a whole number; write digits only, as in 12",
      problem: "\(quoted(text)) không phải là số nguyên.", remedy: "Chỉ ghi chữ số, như 12.")
  }

  static func outOfRange(_ text: String, _ low: String, _ high: String) -> Complaint {
    Complaint(
      code: .numberOutOfRange, value: text,
      message: "\(quoted(text)) is out of range; \(low) to \(high) was expected",
      problem: "\(quoted(text)) nằm ngoài giới hạn.", remedy: "Ghi từ \(low) đến \(high).")
  }

  static func notAShare(_ text: String) -> Complaint {
    Complaint(
      code: .numberOutOfRange, value: text,
      message: "\(quoted(text)) is not a part of a whole; write a number above 0 and up to 1, "
        + "such as 0.4 or 40%",
      problem: "\(quoted(text)) không phải là một phần.",
      remedy: "Ghi số lớn hơn 0 và không quá 1, như 0.4 hoặc 40%.")
  }

  static func dateInvalid(_ text: String) -> Complaint {
    Complaint(
      code: .dateInvalid, value: text,
      message:
        "\(quoted(text)) is not a day of the calendar; write year-month-day, as in 2024-09-30",
      problem: "\(quoted(text)) không phải là ngày.", remedy: "Ghi năm-tháng-ngày, như 2024-09-30.")
  }

  static func momentInvalid(_ text: String) -> Complaint {
    Complaint(
      code: .dateInvalid, value: text,
      message:
        "\(quoted(text)) is not a moment; write 2024-09-16T15:42, or 2024-09-16 for the end of "
        + "that day",
      problem: "\(quoted(text)) không phải là thời điểm.",
      remedy: "Ghi như 2024-09-16T15:42, hoặc 2024-09-16 là hết ngày đó.")
  }

  static func momentBeforePeriod(_ text: String, _ period: Period) -> Complaint {
    Complaint(
      code: .dateInvalid, value: text,
      message:
        "\(quoted(text)) lies before \(period) begins on \(period.span.first); correct the day or the "
        + "year",
      problem: "\(quoted(text)) là trước khi kỳ báo cáo bắt đầu.",
      remedy: "Kiểm tra lại ngày và năm nhận.")
  }

  static func momentAhead(_ text: String, _ today: CalendarDate) -> Complaint {
    Complaint(
      code: .dateAhead, severity: .explain, value: text,
      message:
        "\(quoted(text)) is still to come: today is \(today), and until then the file does not count; "
        + "correct the day or the year",
      problem: "\(quoted(text)) là ngày chưa đến; trước ngày đó tệp chưa được tính.",
      remedy: "Kiểm tra lại ngày và năm nhận.")
  }

  static func periodUncollected(_ period: Period, instead: Period) -> Complaint {
    Complaint(
      code: .periodUncollected, severity: .explain, value: period.description,
      message:
        "no plan has units report on \(quoted(period.description)), so its days hold for nothing; write "
        + "a period that they report on, such as \(instead), or remove the row",
      problem: "Không kế hoạch nào thu báo cáo của kỳ \(quoted(period.description)).",
      remedy: "Ghi kỳ các đơn vị phải báo cáo, như \(instead), hoặc bỏ dòng này.")
  }

  static func clockInvalid(_ text: String, example: String) -> Complaint {
    Complaint(
      code: .dateInvalid, value: text,
      message: "\(quoted(text)) is not a time of the clock; write it as in \(quoted(example))",
      problem: "\(quoted(text)) không phải là giờ.", remedy: "Ghi như \(quoted(example)).")
  }

  static func periodInvalid(_ text: String, example: String) -> Complaint {
    Complaint(
      code: .periodInvalid, value: text,
      message: "\(quoted(text)) is not such a period; write it as in \(example)",
      problem: "\(quoted(text)) không phải là kỳ hợp lệ.", remedy: "Ghi như \(example).")
  }

  static func textTooLong(_ text: String, limit: Int) -> Complaint {
    Complaint(
      code: .textTooLong, value: text,
      message: "\(quoted(text)) has \(text.count) characters; \(limit) at most fit, so shorten it",
      problem: "Nội dung dài \(text.count) ký tự.", remedy: "Rút gọn, không quá \(limit) ký tự.")
  }

  static func codeInvalid(_ text: String, _ rule: CodeRule) -> Complaint {
    let isTaken = rule == .path && CodeRule.taken.contains(text.lowercased())
    let isFileName = rule == .path && CodeRule.isFileName(text)
    let letters = rule == .path ? "letters without diacritics" : "letters"
    let vietnamese = rule == .path ? "chữ không dấu" : "chữ"
    return Complaint(
      code: .codeInvalid, value: text,
      message: "\(quoted(text)) cannot be a code; use \(letters), digits, and between them - _ . "
        + "(at most \(CodeRule.limit))"
        + (isTaken ? ", and none of \(CodeRule.taken.joined(separator: ", "))" : "")
        + (isFileName ? ", and no ending \(listed(CodeRule.endings, "or"))" : ""),
      problem: "\(quoted(text)) không dùng làm mã được.",
      remedy:
        "Dùng \(vietnamese), chữ số, và các dấu - _ . ở giữa, không quá \(CodeRule.limit) ký tự"
        + (isTaken ? "; trừ \(CodeRule.taken.joined(separator: ", "))" : "")
        + (isFileName ? "; không kết thúc bằng \(listed(CodeRule.endings, "hoặc"))." : ".")
    )
  }

  static func codeDuplicate(_ text: String, firstLine: Int?) -> Complaint {
    Complaint(
      code: .codeDuplicate, value: text,
      message: "the code \(quoted(text)) is already taken"
        + (firstLine.map { " on line \($0)" } ?? "")
        + "; capitals do not tell codes apart, so choose another",
      problem: "Mã \(quoted(text)) đã dùng.",
      remedy: "Đặt mã khác; chữ hoa, chữ thường coi như một.")
  }

  static func rangeReversed(_ low: String, _ high: String) -> Complaint {
    Complaint(
      code: .rangeReversed, value: high,
      message: "the range ends at \(high), before it begins at \(low); turn it round",
      problem: "Khoảng từ \(low) đến \(high) bị ngược.", remedy: "Ghi giá trị nhỏ trước.")
  }

  static func codeMismatch(_ code: String, name: String) -> Complaint {
    Complaint(
      code: .codeMismatch, value: code,
      message:
        "the code \(quoted(code)) differs from the name \(quoted(name)) under which it is kept; "
        + "make them the same",
      problem: "Mã \(quoted(code)) khác tên tệp hoặc thư mục \(quoted(name)).",
      remedy: "Sửa mã hoặc đổi tên cho khớp.")
  }
}
