internal import VietnameseText

/// What can be wrong with a rule across figures.
extension Complaint {
  static func ruleSyntax(_ english: String, _ vietnamese: String) -> Complaint {
    Complaint(
      code: .ruleSyntax, message: "the rule cannot be read: \(english)",
      problem: "Quy tắc sai: \(vietnamese).",
      remedy: "Ghi như CT01.numerator + CT02.numerator <= CT03.denominator.")
  }

  static let ruleOfNumbers = Complaint(
    code: .ruleConflict,
    message:
      "the rule names no indicator, so it holds or fails for everybody; write CODE.numerator "
      + "or CODE.denominator on one side",
    problem: "Quy tắc không nêu chỉ tiêu nào.",
    remedy: "Ghi ít nhất một tử số hoặc mẫu số, như CT01.numerator.")

  static func denominatorUnknown(_ code: String) -> Complaint {
    Complaint(
      code: .ruleConflict, value: code,
      message:
        "the indicator \(quoted(code)) has no denominator; use its numerator or remove the rule",
      problem: "Chỉ tiêu \(quoted(code)) không có mẫu số.", remedy: "Dùng tử số hoặc bỏ quy tắc.")
  }
}
