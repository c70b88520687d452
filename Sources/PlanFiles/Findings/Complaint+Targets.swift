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
