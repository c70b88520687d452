internal import PlanModel
internal import VietnameseText

/// What can be wrong with a task: who leads it, by when, and after what event.
extension Complaint {
  static let leadMissing = Complaint(
    code: .leadMissing,
    message: "the task has no lead; write lead: [CODE], or lead: {kinds: [...]} for a task of each "
      + "committee",
    problem: "Nhiệm vụ chưa có cơ quan chủ trì.",
    remedy: "Ghi lead: [MÃ] hoặc lead: {kinds: [...]}.")

  static func leadCooperates(_ code: String) -> Complaint {
    Complaint(
      code: .valueRepeated, value: code,
      message: "\(quoted(code)) leads this task and co-operates in it; remove it from \"with\"",
      problem: "\(quoted(code)) vừa chủ trì vừa phối hợp.", remedy: "Bỏ khỏi \"with\".")
  }

  static let leadUnfound = Complaint(
    code: .leadUnfound,
    message:
      "no unit of the register that leads this task exists during the plan's years; correct the "
      + "lead or the register",
    problem: "Không đơn vị chủ trì nào tồn tại trong thời gian của kế hoạch.",
    remedy: "Sửa lead hoặc danh sách đơn vị.")

  static func taskUnknown(_ code: String, among codes: [String]) -> Complaint {
    let near = suggestion(for: code, among: codes)
    return Complaint(
      code: .taskUnknown, value: code, message: "there is no task \(quoted(code))" + near.english,
      problem: "Không có nhiệm vụ \(quoted(code)).", remedy: near.vietnamese)
  }

  static func deadlineWord(_ text: String, example: String?, words: [String]) -> Complaint {
    if let example {
      return Complaint(
        code: .valueUnknown, value: text,
        message: "a date alone is not a deadline; write \(example)",
        problem: "Thời hạn ghi chưa đúng mẫu.", remedy: "Ghi \(example).")
    }
    let all = words + ["{quarter: 2022-Q4}"]
    let near = suggestion(for: text, among: all)
    return Complaint(
      code: .valueUnknown, value: text,
      message: "\(quoted(text)) is not a deadline" + near.english,
      problem: "\(quoted(text)) không phải là thời hạn.", remedy: near.vietnamese)
  }

  static func thenWithoutDate(_ rule: String) -> Complaint {
    Complaint(
      code: .keyConflict, value: "then",
      message: "\"then\" follows a first date, but \(quoted(rule)) sets none; remove it",
      problem: "\"then\" không dùng cùng với \(quoted(rule)).", remedy: "Bỏ khóa này.")
  }

  static func deadlineBeforePlan(_ year: Int, first: Int) -> Complaint {
    Complaint(
      code: .deadlineBeforePlan, value: "\(year)",
      message:
        "the deadline lies in \(year), before the plan's first year \(first); correct one of them",
      problem: "Thời hạn (\(year)) sớm hơn năm đầu của kế hoạch (\(first)).",
      remedy: "Sửa thời hạn hoặc thời gian của kế hoạch.")
  }

  static func deadlineBeforeIssue(_ day: CalendarDate, issued: CalendarDate) -> Complaint {
    Complaint(
      code: .deadlineBeforeIssue, severity: .info, value: "\(day)",
      message:
        "the deadline ends on \(day), before the plan was issued on \(issued); check that the plan "
        + "says so",
      problem: "Thời hạn (\(day)) sớm hơn ngày ban hành kế hoạch (\(issued)).", remedy: "")
  }

  static func deadlineAfterPlan(_ year: Int, last: Int) -> Complaint {
    Complaint(
      code: .deadlineAfterPlan, severity: .info, value: "\(year)",
      message: "the deadline lies in \(year), after the plan's last year \(last)",
      problem: "Thời hạn (\(year)) muộn hơn năm cuối của kế hoạch (\(last)).", remedy: "")
  }

  static func monthsInvalid(_ text: String) -> Complaint {
    Complaint(
      code: .numberInvalid, value: text,
      message: "\(quoted(text)) is not a number of months; write 3 months, from 1 to 120",
      problem: "\(quoted(text)) không phải là số tháng.", remedy: "Ghi như 3 months, từ 1 đến 120.")
  }

  static func eventRing(_ code: String) -> Complaint {
    Complaint(
      code: .eventRing, value: code,
      message: "the task that causes \(quoted(code)) waits, directly or through others, for "
        + "\(quoted(code)) itself; correct \"caused_by\" or a deadline",
      problem: "Nhiệm vụ tạo ra sự kiện \(quoted(code)) lại đợi chính sự kiện đó.",
      remedy: "Sửa caused_by hoặc thời hạn.")
  }

  static func eventUnawaited(_ code: String) -> Complaint {
    Complaint(
      code: .eventUnawaited, severity: .info, value: code,
      message: "no task waits for the event \(quoted(code))",
      problem: "Không nhiệm vụ nào đợi sự kiện \(quoted(code)).", remedy: "")
  }

  static func eventUndeclared(_ code: String, among codes: [String]) -> Complaint {
    let near = suggestion(
      nearest(code, among: codes), else: "add it under events", "Bổ sung vào mục events.")
    return Complaint(
      code: .eventUnknown, value: code,
      message: "the plan declares no event \(quoted(code)); \(near.english)",
      problem: "Kế hoạch không khai báo sự kiện \(quoted(code)).",
      remedy: near.vietnamese)
  }

  static func eventUnknown(_ code: String, among codes: [String]) -> Complaint {
    let near = suggestion(
      nearest(code, among: codes),
      else: "correct the code or add it to the plan", "Sửa mã hoặc bổ sung vào kế hoạch.")
    return Complaint(
      code: .eventUnknown, value: code,
      message: "no plan declares an event \(quoted(code)); \(near.english)",
      problem: "Không kế hoạch nào khai báo sự kiện \(quoted(code)).",
      remedy: near.vietnamese)
  }
}
