extension FindingCode {
  private static let saveAgain = "Lưu lại tệp gốc dạng CSV UTF-8 rồi gửi lại."

  /// Of codes about files, folders, text and header; nil for others.
  var fileSummary: FindingSummary? {
    switch self {
    case .notRegularFile:
      .init(
        "A link, pipe, device or folder under the name of a file; never followed.",
        "Không phải tệp số liệu (liên kết, thư mục, tệp đặc biệt).",
        "Chép chính tệp .csv vào thư mục.")
    case .fileNameUnreadable:
      .init(
        "The name is not UTF-8 or holds control characters.", "Tên tệp có ký tự không hợp lệ.",
        "Đổi tên tệp, ví dụ bieu01.csv.")
    case .fileNotCSV:
      .init("Not a .csv file; left alone.", "Không phải tệp .csv.", Self.saveAgain)
    case .fileTemporary:
      .init(
        "A lock, hidden or partial file; left alone.", "Tệp khóa, tệp ẩn hoặc tệp đang chép dở.",
        "Đóng tệp trong Excel, hoặc chờ chép xong.")
    case .fileMisplaced:
      .init(
        "Not in the folder of a unit.", "Tệp không nằm trong thư mục của đơn vị nào.",
        "Chuyển vào thư mục <kỳ>/<mã đơn vị>/.")
    case .fileUnreadable:
      .init("The system refuses to read it.", "Không đọc được tệp.", "Kiểm tra quyền đọc của tệp.")
    case .fileChanging:
      .init(
        "It changed while it was read; left for the next run.",
        "Tệp đang được ghi; sẽ đọc lại ở lần chạy sau.")
    case .fileTooLarge:
      .init(
        "Larger than the limit.", "Tệp vượt giới hạn dung lượng.", "Chỉ gửi đúng biểu số liệu.")
    case .periodUnknown:
      .init(
        "The folder's name is no period.", "Tên thư mục không phải kỳ báo cáo.",
        "Đặt tên theo kỳ, ví dụ 2024-Q3.")
    case .periodInFuture:
      .init("The period has not begun.", "Kỳ báo cáo chưa bắt đầu.", "Kiểm tra lại thư mục.")
    case .periodClosed:
      .init(
        "The office has closed the period.", "Kỳ báo cáo đã khóa sổ.",
        "Liên hệ cơ quan tổng hợp nếu cần sửa số liệu.")
    case .unitUnknown:
      .init(
        "The folder's name is no unit's code.", "Tên thư mục không phải mã đơn vị.",
        "Kiểm tra tên thư mục với units.csv.")
    case .unitNotValid:
      .init(
        "The unit does not exist at the end of the period.",
        "Đơn vị không hoạt động vào cuối kỳ báo cáo.", "Kiểm tra kỳ, hoặc ngày hiệu lực của đơn vị."
      )
    case .versionOverridden:
      .init("A later version is in force already.", "Đã có bản mới hơn; tệp này không thay thế.")
    case .registerUnreadable:
      .init(
        "The period's register cannot be read now; left for the next run.",
        "Không đọc được register.csv của kỳ; sẽ đọc ở lần chạy sau.",
        "Đóng register.csv trong Excel, kiểm tra quyền đọc và dòng tiêu đề, rồi chạy lại.")
    case .fileSuperseded:
      .init(
        "A copy of what a later revision replaced; nothing of it is taken.",
        "Bản sao của lần gửi đã được thay; không lấy số liệu.",
        "Xóa bản sao; muốn lấy lại số cũ thì đặt tên với số .vN cao hơn.")
    case .fileRestored:
      .init(
        "A higher version brings back what a later revision had replaced.",
        "Tệp giống hệt lần gửi đã được thay; số liệu cũ có hiệu lực trở lại.",
        "Nếu chỉ là bản sao để quên: gửi lại bản đúng với số .vN cao hơn, nêu lý do ở cột Ghi chú.")
    case .fileNotInForce:
      .init(
        "It came after a file of another name whose version is higher, and does not replace it.",
        "Tệp tên khác có số .vN cao hơn đang có hiệu lực; tệp này không thay thế.",
        "Nếu tệp này là bản sửa: đổi tên theo tệp đang có hiệu lực, với số .vN cao hơn.")
    case .fileTakenAgain:
      .init(
        "Known bytes, taken again: the office's files or the register say otherwise now.",
        "Tệp đã nhận, được xét lại vì tệp của cơ quan hoặc sổ đăng ký đã thay đổi.")
    case .fileReplaced:
      .init(
        "It replaces the whole of a file of another name.",
        "Tệp thay thế toàn bộ tệp tên khác đã gửi trước.",
        "Nếu không nhằm thay thế: gửi một tệp chung có đủ các dòng, giữ tên của tệp này.")
    case .fileEmpty: .init("Empty.", "Tệp rỗng.", "Gửi lại tệp có tiêu đề và số liệu.")
    case .notATable:
      .init(
        "A workbook, document, web page or archive under the name of a .csv.",
        "Tệp loại khác được đổi đuôi thành .csv.", Self.saveAgain)
    case .encodingUnknown:
      .init(
        "Not UTF-8, and no other encoding beyond doubt; or broken UTF-16, NUL characters, letters lost.",
        "Không xác định được bảng mã, hoặc chữ bị hỏng, bị mất.", Self.saveAgain)
    case .encodingLegacy:
      .init(
        "Written in TCVN3 (.Vn fonts) or VNI.", "Chữ dùng bảng mã cũ TCVN3 hoặc VNI.",
        "Chuyển sang Unicode (ví dụ bằng UniKey), lưu dạng CSV UTF-8.")
    case .encodingMojibake:
      .init(
        "UTF-8 that was opened in another encoding and saved again.",
        "Chữ có dấu đã hỏng do mở sai bảng mã rồi lưu lại.", Self.saveAgain)
    case .fileTruncated:
      .init("It ends inside a character.", "Tệp bị cắt cụt.", "Chép và gửi lại tệp đầy đủ.")
    case .quoteStray:
      .init(
        "A quotation mark inside an unquoted cell.", "Dấu ngoặc kép đặt sai chỗ.",
        "Bỏ dấu ngoặc kép trong ô, hoặc lưu lại từ Excel.")
    case .quoteUnterminated:
      .init(
        "A quotation mark takes in the rows after it.",
        "Dấu ngoặc kép mở nhưng không đóng đúng chỗ, gộp các dòng sau vào một ô.",
        "Đóng hoặc bỏ dấu ngoặc kép đó.")
    case .fieldTooLong:
      .init("A cell over the limit.", "Ô vượt giới hạn độ dài.", "Rút gọn nội dung ô.")
    case .tooManyColumns:
      .init("More columns than the limit.", "Số cột vượt giới hạn.", "Gửi đúng mẫu biểu.")
    case .tooManyRows:
      .init("More rows than the limit.", "Số dòng vượt giới hạn.", "Gửi đúng mẫu biểu.")
    case .moreFindings:
      .init(
        "More findings than are listed.", "Còn nội dung chưa liệt kê.",
        "Sửa các lỗi đã nêu trước, rồi gửi lại.")
    case .headerMissing:
      .init(
        "No row names the columns of a form, or it cannot be split into cells.",
        "Không tìm thấy dòng tiêu đề cột, hoặc dòng đó không tách được thành các ô.",
        "Giữ nguyên dòng tiêu đề của mẫu.")
    case .headerChanged:
      .init(
        "A second header with other columns.", "Giữa tệp có dòng tiêu đề khác.",
        "Cùng một biểu: gộp các dòng vào một bảng; khác biểu: tách thành tệp riêng.")
    case .separatorMixed:
      .init(
        "A row is separated otherwise than the header.", "Dấu phân cách khác với dòng tiêu đề.",
        "Lưu lại toàn bộ tệp từ Excel.")
    case .formUnclear:
      .init(
        "Columns of both forms.", "Có cột của cả hai biểu.", "Gửi hai biểu thành hai tệp riêng.")
    case .columnMissing:
      .init("A column that is needed is missing.", "Thiếu cột bắt buộc.", "Bổ sung cột theo mẫu.")
    case .columnDuplicate:
      .init("Two columns mean the same.", "Hai cột trùng ý nghĩa.", "Chỉ giữ một cột.")
    case .columnUnknown:
      .init(
        "A column that the form does not have; not read.",
        "Cột không có trong mẫu, không tổng hợp.",
        "Bỏ cột; nội dung cần nêu ghi vào cột Ghi chú.")
    case .columnPersonal:
      .init(
        "A column that looks personal.", "Cột có vẻ chứa dữ liệu cá nhân.",
        "Xóa cột đó, chỉ gửi số liệu tổng hợp.")
    default: nil
    }
  }
}
