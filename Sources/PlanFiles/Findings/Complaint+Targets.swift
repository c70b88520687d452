internal import PlanModel
internal import VietnameseText

/// What can be wrong with targets that change, come step by step, or contradict each other.
extension Complaint {
  static func startTooLate(_ year: Int, target: Int) -> Complaint {
    Complaint(
      code: .targetConflict, value: "\(year)",
      message:
        "the way to \(target) cannot begin at the end of \(year); give an earlier year as its base",
      problem: "Năm gốc (\(year)) không sớm hơn năm phải đạt (\(target)).",
      remedy: "Ghi năm gốc sớm hơn.")
  }

  static let baseMoves = Complaint(
    code: .targetConflict,
    message:
      "a number of steps from the year or period before is asked for every time; write \"every\", or "
      + "against: {year: 2020, value: 45%} for what is to be reached once",
    problem: "Mức tăng, giảm so với năm trước hoặc kỳ trước phải đi với \"every\".",
    remedy: "Ghi every, hoặc against: {year: 2020, value: 45%}.")

  static func changeNotForward(_ text: String) -> Complaint {
    Complaint(
      code: .numberOutOfRange, value: text,
      message:
        "\(quoted(text)) is no step; write a number above 0, and \"increase\" or \"decrease\" "
        + "for its direction",
      problem: "Mức tăng, giảm phải lớn hơn 0.", remedy: "Dùng increase hoặc decrease cho chiều.")
  }

  static func changeTooFar(_ text: String) -> Complaint {
    Complaint(
      code: .targetImpossible, value: text,
      message: "no value can move by \(quoted(text)) from this base; correct one of them",
      problem: "Không giá trị nào thay đổi được \(quoted(text)) so với mức gốc này.",
      remedy: "Sửa mức thay đổi hoặc mức gốc.")
  }

  static func partOfNothing(_ text: String) -> Complaint {
    Complaint(
      code: .targetImpossible, value: text,
      message:
        "the base is 0, and \(quoted(text)) of nothing is no number; write the change as a number, as in "
        + "by: 5, or what is to be reached, as in at_least: 5",
      problem: "Số gốc bằng 0 nên \(quoted(text)) của số gốc không xác định được mức nào.",
      remedy: "Ghi mức thay đổi bằng số, như by: 5, hoặc mức phải đạt, như at_least: 5.")
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

  static func startBeyond(
    _ start: FixedDecimal, _ bound: FixedDecimal, isFloor: Bool, isRate: Bool
  ) -> Complaint {
    func text(_ number: FixedDecimal) -> String {
      isRate
        ? "\(FixedDecimal(number.significand * 100, fractionDigits: number.fractionDigits))%"
        : "\(number)"
    }
    let (start, bound) = (text(start), text(bound))
    return Complaint(
      code: .targetConflict, value: start,
      message: isFloor
        ? "the base \(start) is above the \(bound) that is to be reached, so the way would lead down to "
          + "a floor; correct one of them, remove \"base\", or write at_most for a way down"
        : "the base \(start) is below the \(bound) that is not to be passed, so the way would lead up to "
          + "a ceiling; correct one of them, remove \"base\", or write at_least for a way up",
      problem: isFloor
        ? "Mức gốc \(start) đã cao hơn mức phải đạt \(bound)."
        : "Mức gốc \(start) còn thấp hơn mức không được vượt \(bound).",
      remedy: isFloor
        ? "Sửa một trong hai số, bỏ base, hoặc ghi at_most nếu phải giảm."
        : "Sửa một trong hai số, bỏ base, hoặc ghi at_least nếu phải tăng.")
  }

  static func startOutsideSum(_ year: Int, first: Int) -> Complaint {
    Complaint(
      code: .targetConflict, value: "\(year)",
      message:
        "the figures are summed up from \(first) on, so no way to that sum begins with what there was in "
        + "\(year); write {year: \(first - 1), value: 0}, or remove \"base\"",
      problem:
        "Số liệu cộng dồn từ năm \(first), nên mức gốc năm \(year) không nằm trong số cộng dồn.",
      remedy: "Ghi base: {year: \(first - 1), value: 0} hoặc bỏ base.")
  }

  static func maintainedOnTheWay(_ key: String) -> Complaint {
    Complaint(
      code: .keyConflict, value: "maintain",
      message:
        "what is maintained holds all the time, so no way leads to it; write \"at_least\", or remove "
        + quoted(key),
      problem: "\"maintain\" là mức phải giữ mọi lúc, không có lộ trình.",
      remedy: "Ghi at_least, hoặc bỏ \(quoted(key)).")
  }

  static func milestoneLeadsBack(_ year: Int, after earlier: Int) -> Complaint {
    Complaint(
      code: .targetConflict, value: "\(year)",
      message:
        "the way from the milestone of \(earlier) leads to that of \(year) from the side on which it is "
        + "met already; correct one of them, or leave \"path: linear\" out",
      problem: "Đường đi từ mốc \(earlier) đến mốc \(year) ngược với chiều phải đạt.",
      remedy: "Sửa một trong hai mốc, hoặc bỏ path: linear.")
  }

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

  static func existsUncounted(measure: String) -> Complaint {
    Complaint(
      code: .measureConflict, value: "exists",
      message:
        "\"exists\" means at least one, but the indicator is measured as \(quoted(measure)); measure it "
        + "as \"count\", or write at_least: 100%",
      problem: "\"exists\" chỉ dùng cho chỉ tiêu loại \"count\".",
      remedy: "Đổi measure thành count, hoặc ghi at_least: 100%.")
  }

  static let milestonesMissing = Complaint(
    code: .keyMissing,
    message:
      "there are no milestones; write {year: 2025, at_least: 80%} for each, or remove the key",
    problem: "Chưa có mốc nào.", remedy: "Ghi {year: 2025, at_least: 80%} cho từng mốc.")

  static func milestoneEarly(_ year: Int, after earlier: Int) -> Complaint {
    Complaint(
      code: .rangeReversed, value: "\(year)",
      message:
        "the milestone of \(year) stands after that of \(earlier); put them in order of years",
      problem: "Mốc \(year) ghi sau mốc \(earlier).", remedy: "Ghi các mốc theo thứ tự năm.")
  }

  static func keyNotWith(_ key: String, _ other: String, in what: String) -> Complaint {
    Complaint(
      code: .keyConflict, value: key,
      message: "\(quoted(key)) in \(what) does not go with \(quoted(other)); remove it",
      problem: "Khóa \(quoted(key)) không dùng cùng với \(quoted(other)).", remedy: "Bỏ khóa này.")
  }

  static func milestoneTurns(_ year: Int, after earlier: Int, isUp: Bool) -> Complaint {
    Complaint(
      code: .targetConflict, value: "\(year)",
      message:
        "the milestone of \(year) asks for \(isUp ? "less" : "more") than that of \(earlier); correct "
        + "one of them",
      problem: "Mốc \(year) \(isUp ? "thấp" : "cao") hơn mốc \(earlier).",
      remedy: "Sửa một trong hai mốc.")
  }

  static func targetFallsBack(line: Int?) -> Complaint {
    Complaint(
      code: .targetConflict,
      message: "the way from year to year turns back between this target and that"
        + at(line) + "; correct one of them",
      problem: "Mức phấn đấu của năm sau lùi so với năm trước.", remedy: "Sửa một trong hai mức.")
  }

  static func targetsExclusive(line: Int?, year: Int) -> Complaint {
    Complaint(
      code: .targetConflict, value: "\(year)",
      message: "no value can meet both this target and that" + at(line)
        + " at the end of \(year); correct one of them",
      problem: "Không giá trị nào đạt được cả hai mức ở năm \(year).",
      remedy: "Sửa một trong hai mức.")
  }

  static func rangeOutside(line: Int?, year: Int) -> Complaint {
    Complaint(
      code: .targetConflict, value: "\(year)",
      message: "the range lies partly outside what the target" + at(line)
        + " asks for at the end of \(year), or the other way round; correct one of them",
      problem: "Khoảng phấn đấu nằm ngoài mức khác của cùng chỉ tiêu ở năm \(year).",
      remedy: "Sửa một trong hai mức.")
  }

  static func targetHidden(line: Int?) -> Complaint {
    Complaint(
      code: .targetHidden, severity: .info,
      message: "at times the target" + at(line)
        + " applies too; each is judged by itself, and the worse verdict counts",
      problem: "Có thời điểm mức phấn đấu này áp dụng cùng mức khác; khi đó đánh giá theo từng mức,"
        + " kết quả thấp hơn là kết quả chung.", remedy: "")
  }

  static var targetUnjudged: Complaint {
    Complaint(
      code: .targetUnjudged, severity: .info,
      message: "it is never judged: a sum over several years has no single stock under it; set it"
        + " for every year, or count without a denominator",
      problem: "Mức phấn đấu này không đánh giá được: số cộng dồn nhiều năm không có mẫu số thời"
        + " điểm nào tương ứng.",
      remedy: "Đặt mức cho từng năm, hoặc theo dõi bằng số tuyệt đối.")
  }

  private static func at(_ line: Int?) -> String { line.map { " on line \($0)" } ?? "" }
}
