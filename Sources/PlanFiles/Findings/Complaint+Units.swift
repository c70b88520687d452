internal import PlanModel
internal import VietnameseText

/// What can be wrong with the register of units and with references to it.
extension Complaint {
  static func bodyUnknown(_ code: String, among codes: [String]) -> Complaint {
    let near = suggestion(
      nearest(code, among: codes),
      else: "add it to \"bodies\" there", "Bổ sung vào mục bodies của organisation.yaml.")
    return Complaint(
      code: .bodyUnknown, value: code,
      message: "\(quoted(code)) is neither a unit of the register nor a body of organisation.yaml; "
        + near.english,
      problem: "\(quoted(code)) không có trong danh sách đơn vị và mục bodies.",
      remedy: near.vietnamese)
  }

  static func unitUnknown(_ code: String, among codes: [String]) -> Complaint {
    let near = suggestion(
      nearest(code, among: codes),
      else: "correct the code or add the unit", "Sửa mã hoặc bổ sung đơn vị.")
    return Complaint(
      code: .unitUnknown, value: code,
      message: "units.csv has no unit \(quoted(code)); \(near.english)",
      problem: "Không có đơn vị \(quoted(code)) trong units.csv.",
      remedy: near.vietnamese)
  }

  static func kindUnknown(_ kind: String, among kinds: [String]) -> Complaint {
    let near = suggestion(for: kind, among: kinds)
    return Complaint(
      code: .kindUnknown, value: kind,
      message: "no unit in units.csv is of the kind \(quoted(kind))" + near.english,
      problem: "Không có đơn vị nào thuộc loại \(quoted(kind)).", remedy: near.vietnamese)
  }

  static func unitOverlap(_ code: String, from: String, line: Int, to: String?) -> Complaint {
    let end = to.map { "until \($0)" } ?? "without end"
    let vietnamese = to.map { "đến \($0)" } ?? "không có ngày kết thúc"
    return Complaint(
      code: .unitOverlap, value: code,
      message:
        "the unit \(quoted(code)) begins on \(from), but on line \(line) it is valid \(end); "
        + "end the earlier row the day before",
      problem: "Đơn vị \(quoted(code)) trùng thời gian với dòng \(line) (\(vietnamese)).",
      remedy: "Ghi ngày kết thúc của dòng trước sớm hơn.")
  }

  static func unitRowRepeated(_ code: String, line: Int) -> Complaint {
    Complaint(
      code: .codeDuplicate, value: code,
      message:
        "the unit \(quoted(code)) with the same dates is already on line \(line); rows of one "
        + "unit must each name another successor",
      problem: "Đơn vị \(quoted(code)) đã có ở dòng \(line) với cùng ngày.",
      remedy: "Mỗi dòng của một đơn vị phải ghi một đơn vị kế thừa khác nhau.")
  }

  static func unitRowsDisagree(_ code: String, column: String, line: Int) -> Complaint {
    Complaint(
      code: .unitRowsDisagree, value: code,
      message:
        "the rows of the unit \(quoted(code)) differ in \(quoted(column)) from line \(line); rows "
        + "with the same dates may differ in successor and share only",
      problem: "Các dòng của đơn vị \(quoted(code)) khác nhau ở cột \(quoted(column)).",
      remedy: "Ghi giống dòng \(line); chỉ cột successor và share được khác.")
  }

  static func unitRing(_ codes: [String]) -> Complaint {
    let ring = (codes + codes.prefix(1)).map { quoted($0) }.joined(separator: " < ")
    return Complaint(
      code: .unitRing, value: codes.first,
      message: "the parents form a ring: \(ring); one of them must stand under another unit",
      problem: "Đơn vị cấp trên tạo thành vòng: \(ring).", remedy: "Sửa lại đơn vị cấp trên.")
  }

  static func unitTooDeep(_ code: String, most: Int) -> Complaint {
    Complaint(
      code: .unitTooDeep, value: code,
      message:
        "\(quoted(code)) stands below more than \(most) units, one above the other; no organisation "
        + "has so many levels: correct the parents",
      problem: "\(quoted(code)) ở dưới hơn \(most) cấp.", remedy: "Sửa lại đơn vị cấp trên.")
  }

  static let rootMissing = Complaint(
    code: .rootMissing,
    message: "every unit has a parent; the organisation's own committee must have none",
    problem: "Không có đơn vị cấp cao nhất.", remedy: "Để trống cột parent của cấp ủy chủ quản.")

  static func rootSeveral(_ code: String, first: String, line: Int) -> Complaint {
    Complaint(
      code: .rootSeveral, value: code,
      message: "\(quoted(code)) has no parent, nor has \(quoted(first)) on line \(line); only the "
        + "organisation's own committee may have none",
      problem: "Có hơn một đơn vị không ghi cấp trên: \(quoted(first)), \(quoted(code)).",
      remedy: "Ghi đơn vị cấp trên cho các đơn vị còn lại.")
  }

  static func rootUnknown(_ code: String, root: String) -> Complaint {
    Complaint(
      code: .rootUnknown, value: code,
      message:
        "\(quoted(code)) is not the unit without parent in units.csv, which is \(quoted(root))",
      problem: "\(quoted(code)) không phải là đơn vị cấp cao nhất trong units.csv.",
      remedy: "Ghi \(quoted(root)).")
  }

  static let successorWithoutEnd = Complaint(
    code: .successionIncomplete,
    message: "a successor is named, but the unit does not end; fill in valid_to",
    problem: "Có đơn vị kế thừa nhưng không có ngày kết thúc.", remedy: "Ghi cột valid_to.")

  static let shareWithoutSuccessor = Complaint(
    code: .successionIncomplete,
    message: "a share is given, but nobody to whom it goes; fill in successor",
    problem: "Có phần chuyển giao nhưng không có đơn vị kế thừa.", remedy: "Ghi cột successor.")

  static func successorAbsent(_ code: String, on day: String) -> Complaint {
    Complaint(
      code: .successorAbsent, severity: .explain, value: code,
      message:
        "the unit \(quoted(code)) is not there on \(day), the day after, so it takes nothing over; "
        + "correct the dates of one of the two",
      problem: "Đơn vị kế thừa \(quoted(code)) chưa có hoặc không còn vào ngày \(day).",
      remedy: "Sửa ngày kết thúc của đơn vị cũ hoặc ngày bắt đầu của đơn vị kế thừa.")
  }

  static func sharesTooLarge(_ code: String, _ sum: String) -> Complaint {
    Complaint(
      code: .sharesTooLarge, value: code,
      message: "the shares of the unit \(quoted(code)) add up to \(sum); they may reach 1 at most",
      problem: "Các phần của đơn vị \(quoted(code)) cộng lại là \(sum).",
      remedy: "Sửa để tổng không quá 1.")
  }

  static func sharesTooSmall(_ code: String, _ sum: String) -> Complaint {
    Complaint(
      code: .sharesTooSmall, severity: .explain, value: code,
      message: "the shares of the unit \(quoted(code)) add up to \(sum) only, so the rest of its "
        + "figures goes to nobody; correct them to reach 1, or add a row for who takes the rest",
      problem: "Các phần của đơn vị \(quoted(code)) cộng lại chỉ là \(sum).",
      remedy: "Sửa để tổng bằng 1, hoặc thêm dòng cho đơn vị nhận phần còn lại.")
  }
}
