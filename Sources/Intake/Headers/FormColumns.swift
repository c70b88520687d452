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
  /// What a blank form says of a row by itself; of a day, how the spreadsheet has understood it.
  case check = "Kiểm tra"

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
    case .check: rawValue
    }
  }

  /// Whether nothing of the column is taken.
  var isReadPast: Bool { [.name, .measure, .ordinal, .shown, .check].contains(self) }

  /// Whether a row may end before this column.
  var isOptional: Bool {
    switch self {
    case .plan, .indicator, .task, .numerator, .denominator, .status: false
    default: true
    }
  }

  /// Whether the column belongs to one of the forms by its meaning, and not only beside it.
  var isTelling: Bool {
    switch self {
    case .note, .unit, .period: false
    default: !isReadPast
    }
  }

  /// Whether it belongs to the other form alone: nothing of it is read in this one.
  func isForeign(to form: Form?) -> Bool {
    switch form {
    case .indicator: [.status, .percent, .completedOn, .documentNumber].contains(self)
    case .task: [.numerator, .denominator].contains(self)
    case nil: false
    }
  }

  /// Headers that name it, folded without diacritics: both names and aliases, in any case.
  private static let names: [String: Column] = {
    var names: [String: Column] = [:]
    for column in Column.allCases {
      names[folded(column.rawValue)] = column
      names[folded(column.vietnameseName)] = column
    }
    let aliases: [(Column, [String])] = [
      (.numerator, ["Thực hiện", "Giá trị"]),
      (.denominator, ["Tổng số"]),
      (.percent, ["Tỷ lệ hoàn thành"]),
      (.name, ["Tên chỉ tiêu", "Tên nhiệm vụ", "Chỉ tiêu", "Nhiệm vụ"]),
      (.measure, ["ĐVT"]),
      (.ordinal, ["TT", "Số TT", "Số thứ tự", "No", "No."]),
      (.shown, ["Tử số kỳ trước", "Mẫu số kỳ trước", "Thời hạn"]),
      (.unit, ["Mã ĐV"]),
      (.documentNumber, ["Số, ký hiệu văn bản"]),
    ]
    for (column, words) in aliases {
      for word in words { names[folded(word)] = column }
    }
    names[""] = nil
    return names
  }()

  /// `document_no` and `Document No` are one header.
  private static func folded(_ header: String) -> String {
    PlainKey(String(header.map { $0 == "_" ? " " : $0 })).text
  }

  /// Whether a header says the name of the column and then something more: `Tử số (người)`.
  func begins(_ header: String) -> Bool {
    guard header.utf8.count <= Self.longestHeader else { return false }
    let words = Self.folded(header)
    return Self.names.contains { $0.value == self && words.hasPrefix($0.key + " ") }
  }

  /// No name of a column is longer; what is need not be folded.
  private static let longestHeader = 80

  /// The column a header names; nil for any other words.
  init?(header: String) {
    guard header.utf8.count <= Self.longestHeader,
      let column = Self.names[Self.folded(header)]
    else { return nil }
    self = column
  }
}
