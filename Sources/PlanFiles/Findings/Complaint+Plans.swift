internal import PlanModel
internal import VietnameseText

/// What can be wrong with the indicators, targets, tasks and rules of a plan.
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

  static func moreOftenThanReported(_ cadence: String, reported: String) -> Complaint {
    Complaint(
      code: .targetConflict, value: cadence,
      message: "\(quoted(cadence)) is more often than figures come in, which is every \(reported); "
        + "choose \(quoted(reported)) or longer",
      problem: "Nhịp \(quoted(cadence)) dày hơn kỳ thu số liệu (\(reported)).",
      remedy: "Chọn \(quoted(reported)) hoặc dài hơn.")
  }

  static let unreported = Complaint(
    code: .indicatorUnreported,
    message: "nobody reports this indicator: no such unit exists during the plan's term; "
      + "correct the kinds and codes",
    problem: "Không có đơn vị nào báo cáo chỉ tiêu này trong thời hạn kế hoạch.",
    remedy: "Sửa loại hoặc mã đơn vị báo cáo.")

  static let nothingToMeet = Complaint(
    code: .targetConflict, value: "units_meeting",
    message:
      "\"units_meeting\" counts the units that meet an obligation of each, but no target says "
      + "\"per: unit\"; add it to the target",
    problem: "Cách tổng hợp units_meeting cần mức phấn đấu của từng đơn vị.",
    remedy: "Ghi \"per: unit\" ở mức phấn đấu.")

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

  static let perUnitAdded = Complaint(
    code: .targetConflict, value: "unit",
    message:
      "a target \"per: unit\" is for indicators with \"over_units: units_meeting\"; add that to "
      + "the indicator or remove \"per\"",
    problem: "Mức phấn đấu của từng đơn vị cần \"over_units: units_meeting\".",
    remedy: "Bổ sung vào chỉ tiêu, hoặc bỏ \"per\".")

  static func twoBounds(_ count: Int) -> Complaint {
    Complaint(
      code: .typeWrong,
      message: "\"between\" has \(count) bounds; write two, as in [3%, 4%]",
      problem: "\"between\" phải có hai giá trị.", remedy: "Ghi như [3%, 4%].")
  }

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

  static func outsideTerm(_ year: Int, _ term: ClosedRange<Int>) -> Complaint {
    Complaint(
      code: .outsideTerm, value: "\(year)",
      message: "\(year) lies outside the plan's term \(term.lowerBound) to \(term.upperBound); "
        + "correct the year or the term",
      problem: "Năm \(year) nằm ngoài thời hạn kế hoạch.",
      remedy: "Ghi từ \(term.lowerBound) đến \(term.upperBound).")
  }

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

  static func monthsInvalid(_ text: String) -> Complaint {
    Complaint(
      code: .numberInvalid, value: text,
      message: "\(quoted(text)) is not a number of months; write 3 months, from 1 to 120",
      problem: "\(quoted(text)) không phải là số tháng.", remedy: "Ghi như 3 months, từ 1 đến 120.")
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
