import Glibc

/// An organisation of three levels: the root, groups, and units that report.
struct Inputs {
  static let indicators = 60

  let folder: String
  let units: Int
  let groups: Int
  /// Quarters, the last of them 2024-Q4.
  let periods: Int

  func write() throws {
    try makeFolder("\(folder)/plans")
    try save(organisation, to: "\(folder)/organisation.yaml")
    try save(plan, to: "\(folder)/plans/KH60.yaml")
    try save(register, to: "\(folder)/units.csv")
    for index in (1 - periods)...0 { try writePeriod(index: index) }
  }

  private var years: (first: Int, quarter: Int) {
    let quarters = 2024 * 4 + 3 - (periods - 1)
    return (quarters / 4, quarters % 4 + 1)
  }

  // MARK: the office

  private var organisation: String {
    """
    organisation: \(folder.split(separator: "/").last ?? "bench")
    root: TU
    name: Đơn vị giả định
    issuer: Ban Tổ chức
    letterhead: {superior: ĐƠN VỊ GIẢ ĐỊNH, issuer: BAN TỔ CHỨC}
    place: Giả định
    numbers: {report: -BC/GD, letter: -CV/GD}
    draft: Dự thảo lần 1
    signature: {authority: K/T TRƯỞNG BAN, office: PHÓ TRƯỞNG BAN, name: "[Họ và tên]"}
    recipients:
      report: [Ban Thường vụ (để báo cáo)]
      letter: [Thường trực (để báo cáo)]
    archive: Lưu
    committee: Ban Thường vụ
    committees: đảng bộ trực thuộc
    contact: đồng chí [họ và tên], điện thoại [số]
    notice: SỐ LIỆU MINH HỌA
    period: 2024-Q4
    as_of: 2025-01-10
    calendar:
      utc_offset: "+07:00"
      closing: {day: 14}
      due: {working_days: 2, time: "17:00"}
      mend: {working_days: 2}
      holidays: [2025-01-01]
      exceptions: []
    thresholds: {denominator_change: 10%}

    """
  }

  private var plan: String {
    var text = """
      plan: KH60
      number: 60-KH/GD
      title: thực hiện các chỉ tiêu giả định
      issued_on: 2020-01-02
      issued_by: Ban Chấp hành
      basis: thực hiện nghị quyết giả định
      term: {from: \(years.first), to: 2030}
      reporting: {by: TU, to: [TU], every: quarter, from: \(years.first)-Q\(years.quarter)}
      indicators:

      """
    for index in 1...Self.indicators {
      text += """
          - code: CT\(digits(index, 2))
            clause: II.\(index)
            name: Chỉ tiêu giả định số \(index)
            unit_of_measure: tổ chức
            over_units: sum
            reported_by: {kinds: [dang-uy-xa]}
        \(Kind.of(index).keys.map { "    \($0)\n" }.joined())
        """
    }
    return text + "tasks: []\n"
  }

  private var register: String {
    var text = "code,name,kind,parent,valid_from,valid_to,successor,share,members\n"
    text += "TU,Đơn vị giả định,tinh-uy,,2000-01-01,,,,\n"
    for group in 0..<groups {
      text += "G\(digits(group, 4)),Cụm số \(group),cum,TU,2000-01-01,,,,\n"
    }
    for unit in 0..<units {
      text +=
        "\(code(unit)),Đảng ủy xã số \(unit),dang-uy-xa,G\(digits(unit % groups, 4)),2000-01-01,,,,"
        + "\(300 + unit % 700)\n"
    }
    return text
  }

  private func code(_ unit: Int) -> String { "X\(digits(unit, 5))" }

  // MARK: submissions

  private func writePeriod(index: Int) throws {
    let quarter = 2024 * 4 + 3 + index
    let name = "\(quarter / 4)-Q\(quarter % 4 + 1)"
    // the fifteenth of the quarter's last month, in time
    let days = daysSince1970(year: quarter / 4, month: quarter % 4 * 3 + 3, day: 15)
    for unit in 0..<units {
      let folder = "\(folder)/submissions/\(name)/\(code(unit))"
      try makeFolder(folder)
      let time = days * 86_400 + 3 * 3_600 + unit % 3_600
      try save(
        submission(unit, quarter, version: 1), to: "\(folder)/bieu01.csv", modified: time)
      var lot = Lot(unit, quarter, 1)
      if lot.below(50) == 0 {
        try save(
          submission(unit, quarter, version: 2), to: "\(folder)/bieu01.v2.csv",
          modified: time + 86_400)
      }
    }
  }

  private func submission(_ unit: Int, _ quarter: Int, version: Int) -> String {
    let isSemicolon = unit % 2 == 1
    let sheet = Sheet(separator: isSemicolon ? ";" : ",", mark: isSemicolon ? "," : ".")
    // one file in two hundred goes back, one in two hundred leaves a question
    var lot = Lot(unit, quarter, version, 2)
    let fate = lot.below(200)
    var text = isSemicolon ? "\u{FEFF}" : ""
    text += sheet.line("Mã kế hoạch", "Mã chỉ tiêu", "Thực hiện", "Tổng số", "Ghi chú")
    for index in 1...Self.indicators {
      var (above, below) = Kind.of(index).figures(unit, quarter, index, version, mark: sheet.mark)
      var note = Note.drawn(unit, quarter, index)
      if fate == 0, index == 1 { above = String((Int(below) ?? 0) + 1) }
      if fate == 1, index == 2 {
        above = ""
        note = ""
      }
      text += sheet.line("KH60", "CT\(digits(index, 2))", above, below, note)
    }
    return text
  }
}

/// How one file is written.
private struct Sheet {
  let separator: String
  let mark: String

  func line(_ cells: String...) -> String {
    cells.map { cell in
      cell.contains(",") || cell.contains(";") || cell.contains("\"")
        ? "\""
          + cell.split(separator: "\"", omittingEmptySubsequences: false)
          .joined(separator: "\"\"") + "\"" : cell
    }.joined(separator: separator) + "\r\n"
  }
}

/// The four kinds of indicators, in turn.
private enum Kind {
  case stockShare, flowCount, flowOverStock, stockCount, flowAmount

  static func of(_ index: Int) -> Kind {
    [.stockShare, .flowCount, .flowOverStock, .stockShare, .stockCount, .flowAmount][
      (index - 1) % 6]
  }

  /// What the plan file says of it.
  var keys: [String] {
    switch self {
    case .stockShare:
      [
        "measure: share", "numerator: số đạt", "denominator: tổng số", "kind: stock",
        "targets: [{at_least: 90%, every: quarter}]",
      ]
    case .flowCount:
      [
        "measure: count", "numerator: số mới", "kind: flow",
        "targets: [{at_least: 1000, every: year}]",
      ]
    case .flowOverStock:
      [
        "measure: share", "numerator: số mới", "denominator: tổng số",
        "kind: {numerator: flow, denominator: stock, denominator_at: latest}",
        "targets: [{between: [3%, 4%], every: year}]",
      ]
    case .stockCount:
      ["measure: count", "numerator: số hiện có", "kind: stock", "targets: []"]
    case .flowAmount:
      ["measure: amount", "numerator: số tiền", "kind: flow", "targets: []"]
    }
  }

  func figures(
    _ unit: Int, _ quarter: Int, _ index: Int, _ version: Int, mark: String
  ) -> (String, String) {
    var lot = Lot(unit, quarter, index, version)
    var own = Lot(unit, index)
    let size = 200 + own.below(4_000)
    let whole = size + lot.below(size / 50 + 1)
    switch self {
    case .stockShare: return (String(whole * (80 + lot.below(20)) / 100), String(whole))
    case .flowCount: return (String(lot.below(50)), "")
    case .flowOverStock: return (String(lot.below(whole / 40 + 1)), String(whole))
    case .stockCount: return (String(whole), "")
    case .flowAmount: return ("\(lot.below(5_000))\(mark)\(1 + lot.below(9))", "")
    }
  }
}

/// What a committee writes beside its figures.
private enum Note {
  static func drawn(_ unit: Int, _ quarter: Int, _ index: Int) -> String {
    var lot = Lot(unit, quarter, index, 99)
    let kind = lot.below(14)
    if kind < 3 { return "" }
    let words = plain[lot.below(plain.count)]
    return kind < 12 ? words : "\(words); chi tiết: \(lot.below(40)) thôn, \(lot.below(9)) khu phố"
  }

  private static let plain = [
    "theo báo cáo của đảng ủy", "đã rà soát", "tăng so với kỳ trước", "số liệu chốt ngày 14",
    "còn hai chi bộ chưa họp", "có biên bản kèm theo", "giảm do chuyển sinh hoạt đảng",
    "đang thẩm tra hồ sơ", "hoàn thành trước hạn", "vướng nguồn ở vùng sâu, vùng xa",
  ]
}
