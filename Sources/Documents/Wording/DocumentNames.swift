import DocumentTemplates

extension TemplatedDocument {
  /// The names that the template of this document may use.
  var names: [TemplateName] {
    switch self {
    case .briefing: Self.common + Self.ofReport + Self.ofBriefing
    case .summary: Self.common + Self.ofReport + Self.ofSummary
    case .letter: Self.common + Self.ofReminders + Self.ofLetter
    case .reminder: Self.common + Self.ofReminders + Self.ofUnit + Self.ofReminder
    case .feedback: Self.common + Self.ofUnit + Self.ofFeedback
    case .correction: Self.common + Self.ofCorrection
    }
  }

  private static let common = [
    TemplateName("phan_dau", .blocks, "phần đầu: cơ quan ban hành, tiêu đề của Đảng, nơi và ngày"),
    TemplateName("ky", "kỳ báo cáo: quý III năm 2024"),
    TemplateName("co_quan", "cơ quan ban hành: Ban Tổ chức Tỉnh ủy"),
    TemplateName("cap_uy", "nơi nhận báo cáo: Ban Thường vụ Tỉnh ủy"),
    TemplateName("cap_uy_in_hoa", "như cap_uy, chữ in hoa"),
    TemplateName("lien_he", "người và số điện thoại liên hệ"),
  ]

  private static let items = [TemplateName("y", .texts, "các ý, mỗi ý một câu")]
  private static let number = TemplateName("muc", "số mục, tự đánh theo thứ tự: I, II, III")
  private static let table = TemplateName("bang", .blocks, "bảng")
  private static let proposals = TemplateName(
    "y", .list([TemplateName("so", "số thứ tự"), TemplateName("noi_dung", "đề nghị")]),
    "các đề nghị")

  private static func section(
    _ name: String, _ meaning: String, _ names: [TemplateName] = items
  ) -> TemplateName {
    TemplateName(name, .part([number] + names), meaning)
  }

  private static func list(_ name: String, _ meaning: String) -> TemplateName {
    TemplateName(name, .part(items), meaning)
  }

  // MARK: documents on a plan

  private static let plan = TemplateName("ke_hoach", "kế hoạch: Kế hoạch số 167-KH/TU")
  private static let asOf = TemplateName("tinh_den", "thời điểm tính")
  private static let signature = TemplateName("phan_ky", .blocks, "nơi nhận và chữ ký")

  private static let ofReport = [
    plan, asOf,
    TemplateName("ke_hoach_day_du", "kế hoạch với ngày ban hành và trích yếu"),
    TemplateName("co_cau", "ngày của cơ cấu tổ chức được chọn; thường không có"),
    section("danh_gia", "đánh giá chung"),
  ]

  private static let ofBriefing = [
    signature,
    section(
      "chi_tieu", "kết quả thực hiện chỉ tiêu",
      [TemplateName("ngay_chot", "ngày chốt số liệu"), table]
        + [TemplateName("ghi_chu", .texts, "các ghi chú của bảng")] + items
        + [
          list("kha_nang", "khả năng hoàn thành nếu không có thay đổi, là số ước tính"),
          list("can_kiem_tra", "nội dung cần kiểm tra tính xác thực của số liệu"),
        ]),
    section(
      "nhiem_vu", "kết quả thực hiện nhiệm vụ",
      [
        table, TemplateName("ghi_chu", "ghi chú của bảng; có thể không có"),
        TemplateName(
          "qua_han",
          .part([
            table, TemplateName("chua_bao_cao", "nhiệm vụ chưa có báo cáo nào; có thể không có"),
          ]),
          "nhiệm vụ quá hạn"),
        list("hoan_thanh_cham", "nhiệm vụ hoàn thành chậm hạn"),
        list("chua_xong_lan_dau", "nhiệm vụ hằng năm chưa hoàn thành lần đầu"),
        list("thuong_xuyen", "nhiệm vụ thường xuyên, định kỳ chưa có báo cáo trong kỳ"),
        list("cho_dieu_kien", "nhiệm vụ chưa đến điều kiện thực hiện"),
        list("tam_dung", "nhiệm vụ tạm dừng"),
        list("chu_tri_ket_thuc", "nhiệm vụ có đơn vị chủ trì đã kết thúc hoạt động"),
      ]),
    section(
      "che_do", "chế độ báo cáo",
      [
        TemplateName("han", "hạn gửi; có thể không có"),
        TemplateName(
          "da_don_doc",
          "đơn vị đã được đôn đốc mà chưa hoàn thành, số lần và ngày; có thể không có"),
        TemplateName(
          "phieu",
          .part([
            TemplateName("bieu", "biểu đã kiểm tra, của một hay của nhiều kế hoạch"),
            TemplateName("so", "số phiếu yêu cầu chỉnh lý"),
            TemplateName("noi_dung", "số lỗi và số nội dung cần giải trình"),
          ]), "phiếu yêu cầu chỉnh lý đã lập"),
      ] + items),
    section("nguyen_nhan", "hạn chế, nguyên nhân"),
    section("de_nghi", "đề nghị", [proposals]),
  ]

  private static let ofSummary = [
    TemplateName("ky_hieu", "ký hiệu của báo cáo: -BC/BTCTU"),
    section(
      "chi_tieu", "chỉ tiêu",
      [table, TemplateName("con_lai", "số chỉ tiêu không nêu trong bảng; có thể không có")]
        + [TemplateName("ghi_chu", .texts, "các ghi chú của bảng")] + items),
    section("don_vi", "đơn vị cần đôn đốc"), section("qua_han", "nhiệm vụ quá hạn"),
    section("nguyen_nhan", "nguyên nhân"),
    section(
      "de_nghi", "đề nghị",
      [proposals, TemplateName("con_nua", .part([]), "khi còn đề nghị không nêu ở đây")]),
  ]

  private static let ofCorrection = [
    plan, asOf, signature,
    TemplateName("lan", "số thứ tự của lần phát hành này"),
    TemplateName("lan_truoc", "số thứ tự của lần phát hành trước"),
    TemplateName("tinh_den_truoc", "thời điểm tính của lần phát hành trước"),
    TemplateName("thay_doi", "số số liệu điều chỉnh, bổ sung, rút"),
    section(
      "so_lieu", "số liệu của đơn vị",
      [
        TemplateName("dieu_chinh", .part([table]), "số liệu điều chỉnh"),
        TemplateName("bo_sung", .part([table]), "số liệu bổ sung"),
        TemplateName("rut", .part([table]), "số liệu rút"),
      ]),
    section("tong_hop", "kết quả tổng hợp", [table]),
    section("so_sanh", "số liệu kỳ trước dùng để so sánh"),
    section(
      "don_vi", "đánh giá, thứ tự của đơn vị",
      [
        TemplateName("danh_gia", .part([table]), "đánh giá đã thay đổi"),
        list("thu_tu", "thứ tự đã thay đổi"),
      ]),
    section(
      "nhiem_vu", "nhiệm vụ",
      items + [TemplateName("so_chuyen", "số đầu việc chuyển tình trạng do thời điểm tính")]),
    section("che_do", "chế độ báo cáo"),
    section("phat_hanh_khac", "các lần phát hành khác cần xem lại"),
    section("tep", "tệp của cơ quan tổng hợp đã thay đổi"),
  ]

  // MARK: documents to units

  private static let ofUnit = [
    TemplateName("don_vi", "tên đơn vị"), TemplateName("ma_don_vi", "mã đơn vị"),
  ]

  private static let ofReminders = [
    TemplateName("ke_hoach", "kế hoạch phải báo cáo"), asOf,
    TemplateName("han", "hạn gửi của kỳ"), TemplateName("han_moi", "hạn mới, kèm thứ trong tuần"),
    TemplateName("viec_can_lam", "việc đơn vị phải làm"),
  ]

  private static let ofLetter = [
    signature,
    TemplateName("kinh_gui", .blocks, "kính gửi: các đơn vị"),
    TemplateName("da_nhan", "số biểu hợp lệ trên số biểu phải gửi: 20/24"),
    TemplateName("so_don_vi", "số đơn vị phải báo cáo"),
    TemplateName("khong_ke", "số biểu của chính cơ quan gửi, không tính ở trên; có thể không có"),
    TemplateName("so_chua_xong", "số đơn vị chưa hoàn thành"),
    TemplateName(
      "con_han", "trong đó số đơn vị bị trả lại, còn trong thời hạn chỉnh lý; có thể không có"),
    TemplateName("so_con_lai", "số đơn vị quá hạn, có tên trong bảng"), table,
    TemplateName("cac_don_vi", "các đơn vị; hoặc: đơn vị, khi chỉ có một"),
    TemplateName(
      "nhieu_ky", "đơn vị nhiều kỳ liên tiếp chưa có biểu hợp lệ; có thể không có"),
  ]

  private static let ofReminder = [
    TemplateName(
      "bieu",
      .list([
        TemplateName("ten", "tên biểu: Biểu số 01"), TemplateName("tinh_trang", "tình trạng"),
        TemplateName("so_ngay", "số ngày quá hạn"),
        TemplateName("them", "số phiếu, số lỗi, số kỳ liên tiếp; có thể không có"),
      ]), "các biểu còn thiếu hoặc bị trả lại"),
    TemplateName("da_don_doc", "những lần đã đôn đốc trước đây; có thể không có"),
    TemplateName("nhieu_ky", "số kỳ liên tiếp chưa có biểu hợp lệ; có thể không có"),
    TemplateName("bieu_nhieu_ky", "các biểu đó: Biểu số 01; có khi có nhieu_ky"),
  ]

  private static let ofFeedback = [
    TemplateName("bieu", "tên biểu: Biểu số 01"), TemplateName("lan_gui", "lần gửi"),
    TemplateName("tep", "tên tệp"), TemplateName("nhan_luc", "ngày, giờ nhận"),
    TemplateName("so_dong", "số dòng số liệu"), TemplateName("ket_qua", "kết quả tiếp nhận"),
    TemplateName("viec_can_lam", "việc đơn vị phải làm"),
    TemplateName("han_moi", "hạn gửi lại, kèm thứ trong tuần"),
    section("loi", "lỗi phải sửa", [TemplateName("danh_sach", .blocks, "các lỗi")]),
    section(
      "giai_trinh", "nội dung cần giải trình",
      [TemplateName("danh_sach", .blocks, "các nội dung")]),
    section("quy_chuan", "nội dung đã tự động quy chuẩn"),
  ]
}
