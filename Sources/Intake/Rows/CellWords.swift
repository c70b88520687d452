import PlanModel
import VietnameseText

/// The closed vocabularies of cells: they also match when typed without diacritics.
enum CellWords {
  /// `-`, `x`, `không áp dụng`: not applicable.
  static func isNotApplicable(_ scalars: [Unicode.Scalar]) -> Bool {
    if scalars.count == 1 {
      return "-xX\u{2013}\u{2014}\u{2212}".unicodeScalars.contains(scalars[0])
    }
    guard scalars.count > 8 else { return false }
    return PlainKey(String(String.UnicodeScalarView(scalars))).text == "khong ap dung"
  }

  private static let statuses: [String: TaskStatus] = [
    "hoan thanh": .done, "da hoan thanh": .done, "done": .done,
    "dang thuc hien": .inProgress, "in_progress": .inProgress, "in progress": .inProgress,
    "chua thuc hien": .notStarted, "chua bat dau": .notStarted, "not_started": .notStarted,
    "not started": .notStarted,
    "chua den dieu kien thuc hien": .waiting, "waiting": .waiting,
    "tam dung": .suspended, "suspended": .suspended,
  ]

  /// The state a cell names; nil for any other words.
  static func status(_ text: String) -> TaskStatus? { statuses[PlainKey(text).text] }

  /// The states as a form offers them.
  static let statusNames =
    "Hoàn thành; Đang thực hiện; Chưa thực hiện; Chưa đến điều kiện thực hiện; Tạm dừng"
}
