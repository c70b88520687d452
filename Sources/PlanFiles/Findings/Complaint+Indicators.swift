internal import PlanModel
internal import VietnameseText

/// What can be wrong with an indicator: what it counts, of whom, and how that is added up.
extension Complaint {
  static let noDenominator = Complaint(
    code: .measureConflict,
    message: "an indicator measured as \"count\" has no denominator; remove it here "
      + "or choose the measure \"share\" or \"ratio\"",
    problem: "Chỉ tiêu loại \"count\" không có mẫu số.",
    remedy: "Bỏ mẫu số hoặc chọn loại share, ratio.")

  static let denominatorAbsent = Complaint(
    code: .measureConflict,
    message: "the indicator has no denominator; remove it here, or say what it counts",
    problem: "Chỉ tiêu này không có mẫu số.", remedy: "Bỏ mẫu số hoặc ghi rõ mẫu số là gì.")

  static let flowCarried = Complaint(
    code: .measureConflict, severity: .explain, value: "carry_forward",
    message:
      "only a stock is carried forward, so this has no effect; leave \"carry_forward\" out, or make "
      + "the kind \"stock\"",
    problem: "Chỉ số liệu thời điểm mới được dùng tiếp cho kỳ sau.",
    remedy: "Bỏ carry_forward hoặc ghi kind: stock.")

  static let denominatorTimeNeedless = Complaint(
    code: .measureConflict, value: "denominator_at",
    message: "\"denominator_at\" is for a flow over a stock only; remove it",
    problem: "Khóa \"denominator_at\" chỉ dùng khi tử số là flow, mẫu số là stock.",
    remedy: "Bỏ khóa này.")

  static let flowsOfFlow = Complaint(
    code: .measureConflict, value: "flows",
    message: "only a stock is moved by flows; leave \"flows\" out, or make the kind \"stock\"",
    problem: "Chỉ số liệu thời điểm mới có tăng, giảm trong kỳ.",
    remedy: "Bỏ flows hoặc ghi kind: stock.")

  static func notAFlow(_ code: String) -> Complaint {
    Complaint(
      code: .measureConflict, value: code,
      message: "the indicator \(quoted(code)) is no flow; name one of the kind \"flow\"",
      problem: "Chỉ tiêu \(quoted(code)) không phải số phát sinh trong kỳ.",
      remedy: "Ghi mã chỉ tiêu có kind: flow.")
  }

  static let unreported = Complaint(
    code: .indicatorUnreported,
    message: "nobody reports this indicator: no such unit exists during the plan's term; "
      + "correct the kinds and codes",
    problem: "Không có đơn vị nào báo cáo chỉ tiêu này trong thời hạn kế hoạch.",
    remedy: "Sửa loại hoặc mã đơn vị báo cáo.")

  static func indicatorUnknown(_ code: String, among codes: [String]) -> Complaint {
    let near = suggestion(for: code, among: codes)
    return Complaint(
      code: .indicatorUnknown, value: code,
      message: "there is no indicator \(quoted(code))" + near.english,
      problem: "Không có chỉ tiêu \(quoted(code)).", remedy: near.vietnamese)
  }

  static func indicatorOfSeveral(_ code: String, plans: [String]) -> Complaint {
    let all = plans.map { "\($0)/\(code)" }
    return Complaint(
      code: .indicatorOfSeveral, severity: .info, value: code,
      message: "several plans have \(quoted(code)), and the row is about all of them; for one of "
        + "them write \(listed(all, "or"))",
      problem: "Nhiều kế hoạch có chỉ tiêu hoặc nhiệm vụ \(quoted(code)).",
      remedy: "Nếu chỉ giải trình cho một kế hoạch thì ghi \(listed(all, "hoặc")).")
  }
}
