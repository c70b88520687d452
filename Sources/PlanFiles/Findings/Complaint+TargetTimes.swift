internal import PlanModel
internal import VietnameseText

/// What can be wrong with targets over time: when they apply, what they change from, the steps of a way, and
/// what several of them ask together.
extension Complaint {
  static func moreOftenThanReported(_ cadence: String, reported: String) -> Complaint {
    Complaint(
      code: .targetConflict, value: cadence,
      message: "\(quoted(cadence)) is more often than figures come in, which is every \(reported); "
        + "choose \(quoted(reported)) or longer",
      problem: "Nhịp \(quoted(cadence)) dày hơn kỳ thu số liệu (\(reported)).",
      remedy: "Chọn \(quoted(reported)) hoặc dài hơn.")
  }

  static func outsideTerm(_ year: Int, _ term: ClosedRange<Int>) -> Complaint {
    Complaint(
      code: .outsideTerm, value: "\(year)",
      message: "\(year) lies outside the plan's term \(term.lowerBound) to \(term.upperBound); "
        + "correct the year or the term",
      problem: "Năm \(year) nằm ngoài thời hạn kế hoạch.",
      remedy: "Ghi từ \(term.lowerBound) đến \(term.upperBound).")
  }

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

  static func milestoneTurns(_ year: Int, after earlier: Int, isUp: Bool) -> Complaint {
    Complaint(
      code: .targetConflict, value: "\(year)",
      message:
        "the milestone of \(year) asks for \(isUp ? "less" : "more") than that of \(earlier); correct "
        + "one of them",
      problem: "Mốc \(year) \(isUp ? "thấp" : "cao") hơn mốc \(earlier).",
      remedy: "Sửa một trong hai mốc.")
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

  static func keyNotWith(_ key: String, _ other: String, in what: String) -> Complaint {
    Complaint(
      code: .keyConflict, value: key,
      message: "\(quoted(key)) in \(what) does not go with \(quoted(other)); remove it",
      problem: "Khóa \(quoted(key)) không dùng cùng với \(quoted(other)).", remedy: "Bỏ khóa này.")
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

  private static func at(_ line: Int?) -> String { line.map { " on line \($0)" } ?? "" }
}
