import Assessment
import PlanModel

// What the words of the workbook mean, for the sheet "Chú giải" and for comments.
extension WorkbookWords {
  /// How the value of an indicator is made of what units report.
  static func making(of indicator: Indicator) -> String {
    if indicator.combination == .unitsMeeting {
      return "Số đơn vị đạt mức của từng đơn vị, trên số đơn vị phải đạt"
    }
    let kind =
      indicator.numeratorKind == .stock
      ? "số mới nhất của kỳ" : "cộng các kỳ trong thời kỳ tính"
    guard indicator.isQuotient else { return "Tổng các đơn vị; mỗi đơn vị: \(kind)" }
    return
      "Tổng tử số chia tổng mẫu số của các đơn vị, không lấy trung bình các tỉ lệ; tử số: \(kind)"
      + "; mẫu số: " + denominatorRule(indicator)
  }

  private static func denominatorRule(_ indicator: Indicator) -> String {
    switch (indicator.denominatorKind, indicator.numeratorKind, indicator.denominatorTime) {
    case (.flow, _, _): "cộng các kỳ trong thời kỳ tính"
    case (.stock, .flow, .yearStart): "số đầu năm"
    case (.stock, _, _): "số mới nhất của kỳ"
    }
  }

  static func meaning(of verdict: Verdict) -> String {
    switch verdict {
    case .exceeded: "Đã đến hạn, cao hơn mức trên của kế hoạch."
    case .met: "Đạt mức kế hoạch đặt ra cho thời điểm này."
    case .notMet: "Đã đến hạn, chưa đạt mức kế hoạch."
    case .onTrack: "Chưa đến hạn, kết quả không chậm hơn phần thời gian đã qua."
    case .behind: "Chưa đến hạn, kết quả chậm hơn phần thời gian đã qua."
    case .inProgress: "Mức phấn đấu của cả nhiệm kỳ hoặc đến một năm về sau, chưa đến lúc đánh giá."
    case .noData: "Chưa đơn vị nào có số liệu, hoặc mẫu số bằng 0 nên không tính được tỉ lệ."
    case .noVerdict:
      "Kế hoạch không đặt mức bằng số cho thời kỳ này, hoặc đặt theo phần trăm của số gốc bằng 0."
    case .insufficient: "Số liệu còn thiếu có thể làm thay đổi đánh giá."
    }
  }

  static func meaning(of state: TaskState) -> String {
    switch state {
    case .doneOnTime: "Hoàn thành, ngày hoàn thành không quá hạn cuối."
    case .doneLate: "Hoàn thành sau hạn cuối."
    case .notDue: "Chưa hoàn thành, chưa qua hạn cuối."
    case .overdue: "Chưa hoàn thành, đã qua hạn cuối."
    case .continuous: "Việc làm thường xuyên, không có hạn cuối."
    case .waiting: "Đợi một việc bên ngoài xảy ra rồi mới tính hạn."
    case .unstated: "Kế hoạch không nêu thời hạn, chưa hoàn thành."
    }
  }

  static func meaning(of state: SubmissionClass) -> String {
    switch state {
    case .onTime: "Bản hợp lệ đầu tiên đến không muộn hơn hạn gửi."
    case .late: "Bản hợp lệ đầu tiên đến sau hạn gửi."
    case .returned: "Đã gửi nhưng mọi bản đều có lỗi, số liệu không được tính."
    case .missing: "Chưa nhận được bản nào."
    }
  }

  static func meaning(of severity: Severity) -> String {
    switch severity {
    case .error: "Cả tệp bị trả lại, số liệu của tệp không được tính."
    case .explain: "Số liệu được tính, đơn vị phải giải trình."
    case .info: "Chỉ để biết."
    }
  }
}
