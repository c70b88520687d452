extension FindingCode {
  private static let useForm = "Ghi đúng mã như trong mẫu biểu."
  private static let dayFirst = "Ghi ngày/tháng/năm, ví dụ 30/9/2024."
  private static let digits = "Ghi một số, ví dụ 1412."

  /// Of codes about rows as such; nil for others.
  var rowSummary: FindingSummary? {
    switch self {
    case .rowsMissing:
      .init("A header and no figures.", "Không có dòng số liệu nào.", "Điền số liệu rồi gửi lại.")
    case .rowLeftOut:
      .init(
        "A title, repeated header, total, signature or blank row for others; not counted.",
        "Dòng tên biểu, tiêu đề lặp lại, dòng cộng, nơi ký, dòng để trống; không tính.")
    case .rowAboveHeader:
      .init(
        "Figures above the header.", "Dòng số liệu nằm trên dòng tiêu đề.",
        "Chuyển xuống dưới dòng tiêu đề.")
    case .rowTooWide:
      .init(
        "More cells than the header.", "Dòng có nhiều ô hơn tiêu đề.", "Xóa dấu phân cách thừa.")
    case .rowTooNarrow:
      .init(
        "A needed cell is missing, or the whole row stands in one cell.",
        "Dòng thiếu ô, hoặc cả dòng nằm trong một ô.", "Bổ sung đủ các ô theo tiêu đề.")
    case .cellWithoutHeader:
      .init(
        "A value in a column without a header.", "Ô có nội dung nhưng cột không có tiêu đề.",
        "Ghi tiêu đề cho cột, hoặc xóa nội dung ô.")
    case .codeMissing: .init("A code is missing.", "Thiếu mã.", Self.useForm)
    case .planUnknown: .init("No such plan.", "Không có kế hoạch mang mã này.", Self.useForm)
    case .planNotCollected:
      .init(
        "The plan is not reported on in this period.", "Kế hoạch không thu số liệu trong kỳ này.",
        "Kiểm tra thư mục của kỳ báo cáo.")
    case .indicatorUnknown:
      .init("No such indicator.", "Không có chỉ tiêu mang mã này.", Self.useForm)
    case .indicatorNotOwed:
      .init(
        "The indicator is not asked of this unit.", "Đơn vị không phải báo cáo chỉ tiêu này.",
        "Xóa dòng.")
    case .taskUnknown: .init("No such task.", "Không có nhiệm vụ mang mã này.", Self.useForm)
    case .taskNotOwed:
      .init(
        "The task is not this unit's.", "Đơn vị không phải báo cáo nhiệm vụ này.", "Xóa dòng.")
    case .duplicateRow:
      .init(
        "Given twice with different values.", "Đã có ở dòng khác với số liệu khác.",
        "Chỉ giữ một dòng với số liệu đúng.")
    case .duplicateRowSame:
      .init("Given twice with the same values; taken once.", "Trùng hoàn toàn, chỉ tính một lần.")
    case .unitMismatch:
      .init(
        "The row names another unit than the folder.", "Mã đơn vị không khớp đơn vị gửi.",
        "Ghi đúng mã, hoặc gửi lại đúng tệp.")
    case .periodMismatch:
      .init(
        "The row names another period than the folder.", "Kỳ báo cáo không khớp kỳ của tệp.",
        "Ghi đúng kỳ, hoặc gửi lại đúng tệp.")
    case .noteDamaged:
      .init(
        "Broken characters, an old font or a wrong encoding in words; kept readable.",
        "Chữ trong ô có ký tự hỏng hoặc sai bảng mã.", "Gõ lại nội dung ô bằng Unicode.")
    case .noteTooLong:
      .init("Longer than documents show.", "Nội dung ô quá dài.", "Rút gọn nội dung.")
    case .noteIsNumber:
      .init(
        "Only a number where words belong, in a file of commas: the cells may be shifted.",
        "Ô ghi chữ chỉ có một số: các ô có thể bị lệch cột.",
        "Số có dấu phẩy để trong ngoặc kép; ô đó viết bằng chữ.")
    case .notePersonal:
      .init(
        "A note says the identity number, the card number or the birth of one person; nobody keeps the file.",
        "Ô ghi chữ có số giấy tờ hoặc ngày, năm sinh của một người; tệp không được lưu.",
        "Xóa thông tin cá nhân trong ô rồi gửi lại.")
    default: nil
    }
  }

  /// Of codes about the words of one cell; nil for others.
  var cellSummary: FindingSummary? {
    switch self {
    case .numberAmbiguous:
      .init(
        "Two readings are possible: 1,012.", "Có thể đọc thành hai số khác nhau.",
        "Ghi 1012 nếu là số nguyên; 1,0120 nếu là số thập phân.")
    case .numberNegative: .init("Negative.", "Số âm.", "Ghi số từ 0 trở lên.")
    case .numberNotWhole:
      .init("A fraction where a whole number belongs.", "Phải là số nguyên.", "Ghi số đếm.")
    case .numberPercentSign:
      .init(
        "A rate where a count belongs.", "Phải là số đếm, không phải tỉ lệ.",
        "Ghi số lượng; tỉ lệ do hệ thống tính.")
    case .numberScientific:
      .init("An exponent: 1E3.", "Số viết dạng lũy thừa.", "Ghi đủ các chữ số.")
    case .numberHexadecimal: .init("Hexadecimal: 0x4C.", "Không phải số thập phân.", Self.digits)
    case .numberNotFinite: .init("NaN or infinity.", "Không phải số.", Self.digits)
    case .numberSpreadsheetError:
      .init(
        "An error of the spreadsheet: #REF!.", "Lỗi công thức của Excel.",
        "Sửa công thức trong tệp gốc, rồi lưu lại.")
    case .numberHidden:
      .init(
        "########: the column was too narrow.", "Cột quá hẹp nên không có số liệu.",
        "Kéo rộng cột trong tệp gốc, rồi lưu lại.")
    case .numberDateLike:
      .init("A date or fraction: 31/8.", "Ô ghi dạng ngày tháng hoặc phân số.", Self.digits)
    case .numberLetters:
      .init("O or l among digits.", "Có chữ cái lẫn trong chữ số.", "Gõ lại bằng chữ số.")
    case .numberApostrophe:
      .init("An apostrophe in the number.", "Có dấu nháy trong số.", "Bỏ dấu nháy.")
    case .numberGrouping:
      .init("Marks that do not group by three.", "Dấu chấm, dấu phẩy đặt sai chỗ.", Self.digits)
    case .numberTooLong: .init("Too many digits.", "Số có quá nhiều chữ số.", "Kiểm tra lại.")
    case .numberText:
      .init("Words where a number belongs.", "Ô phải là số.", "Lời giải thích ghi vào cột Ghi chú.")
    case .dateImpossible:
      .init("No such day, or no such year can be meant.", "Ngày không có thật.", Self.dayFirst)
    case .dateMonthFirst:
      .init(
        "The month stands before the day.", "Ngày phải đứng trước tháng.", Self.dayFirst)
    case .dateTwoDigitYear:
      .init("A year of two digits.", "Năm chỉ có hai chữ số.", Self.dayFirst)
    case .dateSerial:
      .init(
        "A spreadsheet's serial number.", "Ô chứa số thứ tự ngày của Excel.", Self.dayFirst)
    case .dateText: .init("Not a date.", "Không đọc được ngày.", Self.dayFirst)
    case .dateInFuture:
      .init("A day that has not come yet.", "Ngày chưa đến.", "Ghi ngày đã hoàn thành.")
    case .statusMissing:
      .init("The state is missing.", "Thiếu tình trạng.", "Chọn một tình trạng của mẫu.")
    case .statusUnknown:
      .init(
        "No state of the form.", "Tình trạng không có trong mẫu.", "Chọn một tình trạng của mẫu.")
    case .percentOutOfRange:
      .init("Not from 0 to 100.", "Tỉ lệ không từ 0 đến 100.", "Ghi số phần trăm từ 0 đến 100.")
    case .percentAgainstStatus:
      .init(
        "A rate of completion that the state contradicts.",
        "Tỉ lệ hoàn thành trái với tình trạng.", "Sửa tình trạng, hoặc sửa tỉ lệ hoàn thành.")
    case .doneWithoutDate:
      .init(
        "Done, but without a date.", "Hoàn thành nhưng không ghi ngày.",
        "Ghi ngày hoàn thành và số văn bản.")
    case .dateWithoutDone:
      .init(
        "A date for a task that is not done.", "Có ngày nhưng chưa hoàn thành.",
        "Sửa tình trạng, hoặc xóa ngày.")
    default: nil
    }
  }

  /// Of codes about figures against each other, the plan and the past.
  var figureSummary: FindingSummary {
    switch self {
    case .numeratorOverDenominator:
      .init(
        "A part larger than its whole.", "Tử số lớn hơn mẫu số.", "Kiểm tra lại hai số.")
    case .denominatorZero:
      .init(
        "The denominator is zero.", "Mẫu số bằng 0.",
        "Không có đối tượng thì ghi \"không áp dụng\" ở cả hai ô.")
    case .denominatorBlank:
      .init("The denominator is missing.", "Thiếu mẫu số.", "Ghi mẫu số.")
    case .denominatorUnexpected:
      .init("A denominator for a count.", "Chỉ tiêu không có mẫu số.", "Để trống ô mẫu số.")
    case .checkFailed:
      .init(
        "A check of the plan does not hold.", "Không thỏa điều kiện của kế hoạch.",
        "Kiểm tra lại các số liên quan.")
    case .figureBlank:
      .init(
        "No figure and no reason.", "Chưa có số liệu và không nêu lý do.",
        "Ghi số liệu, hoặc nêu lý do ở cột Ghi chú.")
    case .indicatorMissing:
      .init("No row for an indicator asked of the unit.", "Thiếu dòng chỉ tiêu.", "Bổ sung dòng.")
    case .taskMissing:
      .init("No row for a task of the unit.", "Thiếu dòng nhiệm vụ.", "Bổ sung dòng.")
    case .denominatorJump:
      .init(
        "The denominator moved by more than the office's threshold.",
        "Mẫu số tăng, giảm quá mức so với kỳ trước.", "Nêu lý do, hoặc sửa lại số.")
    case .figureFell:
      .init(
        "A count of what has been done so far is lower than it was.",
        "Số lũy kế nhỏ hơn số đã báo cáo.", "Nêu lý do, hoặc sửa lại số.")
    case .figureCumulative:
      .init(
        "The total since January may have been typed for the period's figure.",
        "Có thể đã ghi số lũy kế thay cho số trong kỳ.", "Chỉ ghi số phát sinh trong kỳ.")
    default: .init("", "")
    }
  }
}
