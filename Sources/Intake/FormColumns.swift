import PlanModel
import VietnameseText

/// The columns of the two forms.
enum Column: String, CaseIterable, Hashable {
  case plan, indicator, numerator, denominator, note
  case task, status, percent, completedOn = "completed_on", documentNumber = "document_no"
  case unit, period, name, measure
  /// A running number of rows ("STT"), read past.
  case ordinal
  /// What the office has put on a blank form for the eye only, such as last period's figures.
  case shown

  /// The name that slips use.
  var vietnameseName: String {
    switch self {
    case .plan: "Mã kế hoạch"
    case .indicator: "Mã chỉ tiêu"
    case .numerator: "Tử số"
    case .denominator: "Mẫu số"
    case .note: "Ghi chú"
    case .task: "Mã nhiệm vụ"
    case .status: "Tình trạng"
    case .percent: "Tỉ lệ hoàn thành"
    case .completedOn: "Ngày hoàn thành"
    case .documentNumber: "Số văn bản"
    case .unit: "Mã đơn vị"
    case .period: "Kỳ báo cáo"
    case .name: "Tên"
    case .measure: "Đơn vị tính"
    case .ordinal: "STT"
    case .shown: "Kỳ trước"
    }
  }

  /// Whether nothing of the column is read.
  var isReadPast: Bool { [.name, .measure, .ordinal, .shown].contains(self) }

  /// Whether a row may end before this column.
  var isOptional: Bool {
    switch self {
    case .plan, .indicator, .task, .numerator, .denominator, .status: false
    default: true
    }
  }

  /// Headers that name it, folded without diacritics (DESIGN 3: both names, aliases, any case).
  private static let names: [String: Column] = {
    var names: [String: Column] = [:]
    for column in Column.allCases {
      names[PlainKey(column.rawValue).text] = column
      names[PlainKey(column.vietnameseName).text] = column
    }
    let aliases: [(Column, [String])] = [
      (.numerator, ["Thực hiện", "Giá trị"]),
      (.denominator, ["Tổng số"]),
      (.percent, ["Tỷ lệ hoàn thành"]),
      (.name, ["Tên chỉ tiêu", "Tên nhiệm vụ", "Chỉ tiêu", "Nhiệm vụ"]),
      (.measure, ["ĐVT"]),
      (.ordinal, ["TT", "Số TT", "Số thứ tự", "No", "No."]),
      (.shown, ["Tử số kỳ trước", "Mẫu số kỳ trước", "Thời hạn", "Kiểm tra"]),
      (.unit, ["Mã ĐV"]),
      (.documentNumber, ["Số, ký hiệu văn bản"]),
    ]
    for (column, words) in aliases {
      for word in words { names[PlainKey(word).text] = column }
    }
    names[""] = nil
    return names
  }()

  /// The column a header names; nil for any other words.
  init?(header: String) {
    guard let column = Self.names[PlainKey(header).text] else { return nil }
    self = column
  }
}

/// Headers that announce personal data, which the system must not hold.
enum PersonalData {
  private static let words = [
    "cccd", "cmnd", "can cuoc", "chung minh", "ngay sinh", "nam sinh", "so the dang", "ho va ten",
    "ho ten", "dien thoai", "so dt", "email", "dia chi", "que quan", "gioi tinh", "dan toc",
    "ton giao", "passport", "ho chieu", "ma so thue", "so the", "date of birth", "phone", "address",
  ]

  /// Whether a header looks as if its column held personal data.
  static func isAnnounced(by header: String) -> Bool {
    let key = " " + PlainKey(header).text + " "
    return words.contains { key.contains(" \($0) ") || key.contains(" \($0)_") }
  }
}
