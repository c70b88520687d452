internal import PlanModel
internal import VietnameseText

/// What can be wrong with what a target asks: its number, and of whom.
extension Complaint {
  static func shareTooLarge(_ text: String) -> Complaint {
    Complaint(
      code: .targetImpossible, value: text,
      message:
        "\(quoted(text)) is over 100%, which no share of a whole can reach; write \"90%\" or "
        + "\"0.9\" for ninety percent",
      problem: "\(quoted(text)) vượt quá 100%.", remedy: "Ghi \"90%\" hoặc \"0.9\".")
  }

  static func shareImpossible(_ comparison: String, _ text: String) -> Complaint {
    Complaint(
      code: .targetImpossible, value: text,
      message:
        "no value can be \(comparison) \(quoted(text)); correct the number or the comparison",
      problem: "Không giá trị nào đạt được mức này.", remedy: "Sửa số hoặc cách so sánh.")
  }

  static func percentMisplaced(_ text: String, measure: String) -> Complaint {
    Complaint(
      code: .measureConflict, value: text,
      message:
        "\(quoted(text)) is a percentage, but the indicator is measured as \(quoted(measure)); "
        + "write a plain number",
      problem: "Chỉ tiêu loại \(quoted(measure)) không dùng phần trăm.", remedy: "Ghi số thường.")
  }

  static func negative(_ text: String) -> Complaint {
    Complaint(
      code: .numberOutOfRange, value: text,
      message: "\(quoted(text)) is below zero; write a number from 0 up",
      problem: "\(quoted(text)) nhỏ hơn 0.", remedy: "Ghi số từ 0 trở lên.")
  }

  static func twoBounds(_ count: Int) -> Complaint {
    Complaint(
      code: .typeWrong,
      message: "\"between\" has \(count) bounds; write two, as in [3%, 4%]",
      problem: "\"between\" phải có hai giá trị.", remedy: "Ghi như [3%, 4%].")
  }

  static func targetEmpty(_ comparison: String, _ text: String) -> Complaint {
    Complaint(
      code: .targetEmpty, severity: .explain, value: text,
      message:
        "every value meets \(quoted("\(comparison): \(text)")), so it is always reported as met; correct "
        + "the number or the comparison, or remove the target",
      problem: "Giá trị nào cũng đạt mức \(quoted("\(comparison): \(text)")).",
      remedy: "Sửa số hoặc cách so sánh, hoặc bỏ mức này.")
  }

  static func rangeEmpty(_ upper: String) -> Complaint {
    Complaint(
      code: .targetEmpty, severity: .explain, value: "0",
      message:
        "a range is met from its lower end on, which every value reaches, and what is over \(upper) is "
        + "reported as exceeding the plan; for a ceiling write at_most: \(upper)",
      problem:
        "Khoảng tính đạt từ mức thấp; giá trị nào cũng đạt, và trên \(upper) là vượt kế hoạch.",
      remedy: "Nếu không được vượt quá thì ghi at_most: \(upper).")
  }

  static func existsUncounted(measure: String) -> Complaint {
    Complaint(
      code: .measureConflict, value: "exists",
      message:
        "\"exists\" means at least one, but the indicator is measured as \(quoted(measure)); measure it "
        + "as \"count\", or write at_least: 100%",
      problem: "\"exists\" chỉ dùng cho chỉ tiêu loại \"count\".",
      remedy: "Đổi measure thành count, hoặc ghi at_least: 100%.")
  }

  static let nothingToMeet = Complaint(
    code: .targetConflict, value: "units_meeting",
    message:
      "\"units_meeting\" counts the units that meet an obligation of each, but no target says "
      + "\"per: unit\"; add it to the target",
    problem: "Cách tổng hợp units_meeting cần mức phấn đấu của từng đơn vị.",
    remedy: "Ghi \"per: unit\" ở mức phấn đấu.")

  static let perUnitAdded = Complaint(
    code: .targetConflict, value: "unit",
    message:
      "a target \"per: unit\" is for indicators with \"over_units: units_meeting\"; add that to "
      + "the indicator or remove \"per\"",
    problem: "Mức phấn đấu của từng đơn vị cần \"over_units: units_meeting\".",
    remedy: "Bổ sung vào chỉ tiêu, hoặc bỏ \"per\".")

  static let sumUncounted = Complaint(
    code: .targetConflict,
    message:
      "the indicator counts the units that meet what each owes, so there is no sum to hold against this "
      + "target; add per: unit, or set it on an indicator of its own with over_units: sum",
    problem:
      "Chỉ tiêu này đếm số đơn vị đạt, không cộng số liệu, nên không có tổng để so với mức này.",
    remedy: "Ghi per: unit, hoặc tách thành chỉ tiêu riêng có over_units: sum.")

  static let directionOfEach = Complaint(
    code: .targetConflict,
    message:
      "a direction without a number is nothing that a unit meets or misses; add by: to the change, or "
      + "remove per: unit and over_units: units_meeting",
    problem: "Chỉ nêu chiều tăng, giảm mà không có số thì không xác định được đơn vị nào đạt.",
    remedy: "Ghi thêm by, hoặc bỏ per: unit và over_units: units_meeting.")

  static var targetUnjudged: Complaint {
    Complaint(
      code: .targetUnjudged, severity: .info,
      message: "it is never judged: a sum over several years has no single stock under it; set it"
        + " for every year, or count without a denominator",
      problem: "Mức phấn đấu này không đánh giá được: số cộng dồn nhiều năm không có mẫu số thời"
        + " điểm nào tương ứng.",
      remedy: "Đặt mức cho từng năm, hoặc theo dõi bằng số tuyệt đối.")
  }
}
