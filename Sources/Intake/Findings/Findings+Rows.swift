import PlanModel
import VietnameseText

/// Findings about rows as such: their width, codes and repetitions.
extension FindingCode {
  static func noRows(at row: Int) -> Finding {
    rowsMissing.finding(
      at: Finding.Place(row: row), "no row of figures stands below the header",
      problem: "Dưới dòng tiêu đề không có dòng số liệu nào.",
      remedy: "Điền số liệu vào mẫu rồi gửi lại; nội dung không phát sinh ghi số 0.")
  }

  /// Why a row was recognised as none of figures.
  enum LeftOut {
    case title, header, columnNumbers, total, text
    /// A row of the blank form, for other units.
    case notAsked
    /// Named by a finding of its own.
    case repeated

    var vietnamese: String {
      switch self {
      case .title: "dòng tên biểu phía trên tiêu đề"
      case .header: "dòng tiêu đề lặp lại"
      case .columnNumbers: "dòng đánh số cột"
      case .total: "dòng cộng"
      case .text: "dòng chữ ngoài bảng (nơi ký, ghi chú)"
      case .notAsked: "dòng không có số liệu của chỉ tiêu, nhiệm vụ không giao cho đơn vị"
      case .repeated: "dòng trùng hoàn toàn với dòng trước"
      }
    }

    var english: String {
      switch self {
      case .title: "a title above the header"
      case .header: "the header once more"
      case .columnNumbers: "numbers of columns"
      case .total: "a totals row; totals are made here"
      case .text: "text outside the table"
      case .notAsked: "a row without a figure, of what is not asked of this unit"
      case .repeated: "the same as a row above"
      }
    }
  }

  static func leftOut(_ reason: LeftOut, at place: Finding.Place, value: String) -> Finding {
    rowLeftOut.finding(
      at: place, value: value, "left out: \(reason.english)",
      problem: "Không tính \(reason.vietnamese).")
  }

  static func aboveHeader(_ header: Int, at place: Finding.Place, value: String) -> Finding {
    rowAboveHeader.finding(
      at: place, value: value,
      "a row of figures above the header in row \(header): its columns cannot be told",
      problem: "Dòng số liệu nằm phía trên dòng tiêu đề (dòng \(header)) nên không đọc được.",
      remedy: "Chuyển dòng này xuống dưới dòng tiêu đề.")
  }

  static func numberAmongWords(
    _ header: String, hasMeasure: Bool = false, at place: Finding.Place, value: String
  ) -> Finding {
    noteIsNumber.finding(
      at: place, value: value,
      "the cell under \(quoted(header)) is only a number\(hasMeasure ? " with its measure" : ""): "
        + "was a decimal comma taken for a separator? Quote numbers with a comma, or write in words what belongs there",
      problem:
        "Ô \(quoted(header)) chỉ có một số\(hasMeasure ? " và đơn vị tính" : ""): có thể dấu phẩy trong số liệu đã bị hiểu là dấu phân cách, các "
        + "ô bị lệch cột.",
      remedy:
        "Kiểm tra lại các ô của dòng; số có dấu phẩy để trong ngoặc kép, ví dụ \"68,8\"; ô \(quoted(header)) "
        + "viết bằng chữ.")
  }

  static func tooWide(
    _ found: Int, header: Int, cut: (String, String)?, at place: Finding.Place, value: String
  ) -> Finding {
    let parts = cut.map { (quoted($0.0), quoted($0.1), quoted("\($0.0),\($0.1)")) }
    return rowTooWide.finding(
      at: place, value: value,
      "\(found) cells where the header has \(header): a separator too many, or a decimal comma "
        + "that was taken for one"
        + (parts.map { "; \($0) and \($1) may be one number: \($2)" } ?? ""),
      problem: "Dòng có \(found) ô, nhiều hơn \(header) cột của tiêu đề"
        + (parts.map { "; có thể \($0) và \($1) là một số bị dấu phẩy tách làm hai: \($2)" } ?? "")
        + ".",
      remedy: "Xóa ô (dấu phân cách) thừa; số có dấu phẩy phải để trong ngoặc kép khi tệp dùng dấu "
        + "phẩy làm dấu phân cách.")
  }

  static func tooNarrow(
    _ found: Int, header: Int, at place: Finding.Place, value: String
  ) -> Finding {
    rowTooNarrow.finding(
      at: place, value: value,
      "\(found) cells where the header has \(header): only optional cells at the end may be missing",
      problem: "Dòng chỉ có \(found) ô, ít hơn \(header) cột của tiêu đề.",
      remedy: "Bổ sung đủ các ô theo tiêu đề.")
  }

  static func inOneCell(at place: Finding.Place, value: String) -> Finding {
    rowTooNarrow.finding(
      at: place, value: value,
      "the whole row stands in one cell, its separators between quotation marks: open the file by its "
        + "separator, each column in a cell of its own, and save it again",
      problem:
        "Cả dòng nằm trong một ô (dấu phân cách ở trong dấu ngoặc kép) nên không tách được các ô.",
      remedy:
        "Mở tệp gốc bằng Excel, để mỗi cột một ô (Data > Text to Columns), lưu kiểu \"CSV UTF-8 (Comma "
        + "delimited)\" rồi gửi lại.")
  }

  static func missingCode(
    _ column: Column, likely: String?, at place: Finding.Place
  ) -> Finding {
    codeMissing.finding(
      at: place,
      "the code is missing: expected \(column.rawValue)" + didYouMean(likely.map { [$0] } ?? []),
      problem: "Thiếu \(column.vietnameseName.lowercased()).",
      remedy: write(likely.map { [$0] } ?? []))
  }

  static func unknownPlan(_ value: String, nearest: [String], at place: Finding.Place) -> Finding {
    planUnknown.finding(
      at: place, value: value,
      "no plan has the code \(quoted(value))" + didYouMean(nearest),
      problem: "Không có kế hoạch nào mang mã \(quoted(value)).", remedy: write(nearest))
  }

  static func unknownIndicator(
    _ value: String, plan: String, nearest: [String], at place: Finding.Place
  ) -> Finding {
    indicatorUnknown.finding(
      at: place, subject: value, value: value,
      "plan \(plan) has no indicator \(quoted(value))" + didYouMean(nearest),
      problem: "Kế hoạch \(plan) không có chỉ tiêu mang mã \(quoted(value)).",
      remedy: write(nearest))
  }

  static func unknownTask(
    _ value: String, plan: String, nearest: [String], at place: Finding.Place
  ) -> Finding {
    taskUnknown.finding(
      at: place, subject: value, value: value,
      "plan \(plan) has no task \(quoted(value))" + didYouMean(nearest),
      problem: "Kế hoạch \(plan) không có nhiệm vụ mang mã \(quoted(value)).",
      remedy: write(nearest))
  }

  /// More codes than these are no help: a question that names nine asks nothing.
  private static let mostSuggestions = 3

  private static func didYouMean(_ nearest: [String]) -> String {
    isHelpful(nearest)
      ? "; did you mean \(nearest.joined(separator: " or "))?" : "; use a code of the form"
  }

  private static func write(_ nearest: [String]) -> String {
    isHelpful(nearest)
      ? "Có phải \(nearest.joined(separator: " hoặc "))? Ghi đúng mã như trong mẫu biểu."
      : "Ghi đúng mã như trong mẫu biểu, hoặc xóa dòng này."
  }

  private static func isHelpful(_ nearest: [String]) -> Bool {
    (1...mostSuggestions).contains(nearest.count)
  }

  static func notCollected(_ plan: Plan, _ period: Period, at place: Finding.Place) -> Finding {
    let first = plan.firstPeriod
    let isEarly = first.map { period < $0 && plan.term.contains(period.span) } ?? false
    return planNotCollected.finding(
      at: place, value: plan.code,
      "plan \(plan.code) is not reported on in \(period): it is collected every "
        + "\(plan.cadence.rawValue), \(first?.description ?? "\(plan.firstYear)") to "
        + "\(plan.lastYear)",
      problem: "Kế hoạch \(plan.code) không thu số liệu trong kỳ \(period)"
        + (isEarly ? ", chỉ từ kỳ \(first?.description ?? "")." : "."),
      remedy: "Kiểm tra thư mục của kỳ báo cáo.")
  }

  static func notOwed(
    _ subject: String, isTask: Bool, unit: String, at place: Finding.Place
  ) -> Finding {
    (isTask ? taskNotOwed : indicatorNotOwed).finding(
      at: place, subject: subject, value: subject,
      "\(subject) is not asked of \(unit): remove the row, or check which unit it belongs to",
      problem: "Đơn vị không phải báo cáo \(isTask ? "nhiệm vụ" : "chỉ tiêu") \(subject).",
      remedy: "Xóa dòng này; nếu là số liệu của đơn vị khác, đơn vị đó phải tự gửi.")
  }

  static func duplicate(
    _ subject: String, firstRow: Int, at place: Finding.Place, isSame: Bool
  ) -> Finding {
    if isSame {
      return duplicateRowSame.finding(
        at: place, subject: subject, value: subject,
        "the same figures as in row \(firstRow); taken once",
        problem: "Trùng hoàn toàn với dòng \(firstRow), chỉ tính một lần.")
    }
    return duplicateRow.finding(
      at: place, subject: subject, value: subject,
      "\(subject) was given in row \(firstRow) already, with other values: keep one row",
      problem: "\(subject) đã có ở dòng \(firstRow) với số liệu khác.",
      remedy: "Chỉ giữ một dòng với số liệu đúng.")
  }

  static func mismatch(unit value: String, folder: Unit, at place: Finding.Place) -> Finding {
    unitMismatch.finding(
      at: place, value: value,
      "the row names \(quoted(value)), but the file was sent by \(folder.code) (\(folder.name)): a "
        + "unit speaks only for itself",
      problem: "Mã đơn vị ghi \(quoted(value)) không khớp đơn vị gửi \(folder.code) "
        + "(\(folder.name)).",
      remedy: "Ghi \(folder.code); nếu gửi nhầm tệp của đơn vị khác thì gửi lại đúng tệp.")
  }

  static func mismatch(period value: String, folder: Period, at place: Finding.Place) -> Finding {
    periodMismatch.finding(
      at: place, value: value,
      "the row names \(quoted(value)), but the file was sent for \(folder)",
      problem: "Kỳ báo cáo ghi \(quoted(value)) không khớp kỳ của tệp (\(folder)).",
      remedy: "Ghi \(folder); nếu gửi nhầm tệp của kỳ khác thì gửi lại đúng tệp.")
  }

  static func damagedNote(
    _ value: String, _ damage: NoteText.Damage, at place: Finding.Place
  ) -> Finding {
    let (message, problem) =
      switch damage {
      case .characters:
        (
          "the text holds broken or control characters; it is kept, with these made visible",
          "Chữ trong ô có ký tự hỏng hoặc ký tự điều khiển."
        )
      case .oldFont(let name):
        (
          "the text is written in a font of the old encoding \(name); it is kept as it came",
          "Chữ trong ô gõ bằng bảng mã cũ \(name), không phải Unicode."
        )
      case .wrongEncoding:
        (
          "the letters were spoilt by opening the text in a wrong encoding; it is kept as it came",
          "Chữ có dấu trong ô đã hỏng do sai bảng mã."
        )
      }
    return noteDamaged.finding(
      at: place, value: value, message, problem: problem,
      remedy: "Gõ lại nội dung ô bằng bảng mã Unicode.")
  }

  static func longNote(_ value: String, limit: Int, at place: Finding.Place) -> Finding {
    noteTooLong.finding(
      at: place, value: value,
      "the text has \(value.count) characters; documents show the first \(limit)",
      problem: "Nội dung ô có \(value.count) ký tự; biểu và báo cáo chỉ in \(limit) ký tự đầu.",
      remedy: "Rút gọn nội dung.")
  }

  /// Nothing of it is quoted: what was found is in no document.
  static func person(_ found: PersonalNote, at place: Finding.Place) -> Finding {
    notePersonal.finding(
      at: place,
      "this cell says \(found.english) (not quoted); no data of persons may be sent: take it out, "
        + "then send the file again",
      problem:
        "Ô này có \(found.vietnamese) của một người (không trích lại); hệ thống không nhận dữ liệu cá "
        + "nhân.",
      remedy: "Xóa thông tin đó, chỉ ghi nội dung chung, rồi gửi lại tệp.")
  }
}

extension PersonalNote {
  fileprivate var english: String {
    switch self {
    case .identity: "the identity number of a person"
    case .card: "the number of a person's party card"
    case .birth: "when a person was born"
    }
  }

  fileprivate var vietnamese: String {
    switch self {
    case .identity: "số căn cước (CCCD, CMND)"
    case .card: "số thẻ đảng viên"
    case .birth: "ngày hoặc năm sinh"
    }
  }
}
