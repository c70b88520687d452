import Foundation
import TestSupport
import Testing

@testable import VietnameseText

@Suite struct CollationKeyTests {
  @Test func vectorsComeInOrder() throws {
    for vector in try Vector.of(kind: "sort") {
      let names = vector.left.components(separatedBy: " < ")
      #expect(names.count > 20)
      for seed in UInt64(1)...5 {
        var random = SeededDice(seed: seed)
        let sorted = names.shuffled(using: &random).sorted { CollationKey($0) < CollationKey($1) }
        #expect(sorted == names)
      }
    }
  }

  @Test func lettersOfTheWholeNameComeBeforeTones() {
    #expect(CollationKey("Hạ Long") < CollationKey("Hà Nội"))
    #expect(CollationKey("Tân Thành") < CollationKey("Tân Thạnh"))
    #expect(CollationKey("Hà") < CollationKey("Hạ Long"))
    #expect(CollationKey("hoà") < CollationKey("hòa"))
  }

  @Test func digitsCountAsNumbers() {
    let names = ["Chi bộ 2", "Chi bộ 10", "Chi bộ 010a", "Chi bộ 99999999999999999999999"]
    #expect(names.reversed().sorted { CollationKey($0) < CollationKey($1) } == names)
    #expect(CollationKey("Khu phố 3") < CollationKey("Khu phố 3A"))
    #expect(CollationKey("1") != CollationKey("01"))
  }

  @Test func foreignLettersStandWithTheirBareLetter() {
    #expect(CollationKey("Đăk Kan") < CollationKey("Đăk Kŏn"))
    #expect(CollationKey("Đăk Kŏn") < CollationKey("Đăk Ky"))
    #expect(CollationKey("z") < CollationKey("中"))
  }

  @Test func formsAreEqualAndMarksAloneDoNotTrap() {
    #expect(CollationKey("Ti\u{309}nh") == CollationKey("Tỉnh"))
    #expect(CollationKey("\u{309}") != CollationKey(""))
    #expect(CollationKey("") < CollationKey("a"))
  }

  /// Foundation calls these two equal one way round, so they cannot be compared with its order.
  @Test func hornDoesNotMeetTheNextLetter() {
    #expect(CollationKey("tuỳ") < CollationKey("tư"))
    #expect(CollationKey("tuỳ") < CollationKey("từ"))
  }

  @Test func orderIsThatOfICU() {
    let vietnamese = Locale(identifier: "vi")
    let mine = names.map { (name: $0, key: CollationKey($0)) }
    var differences: [String] = []
    for (index, one) in mine.enumerated() {
      for other in mine.dropFirst(index + 1) where one.name != other.name {
        let order = one.name.compare(
          other.name, options: [.numeric], range: nil, locale: vietnamese)
        if (order == .orderedAscending) != (one.key < other.key) {
          differences.append(one.name + " : " + other.name)
        }
      }
    }
    #expect(mine.count > 300)
    #expect(differences.isEmpty)
  }
}

/// Words and names as reports have them.
private let names = """
  Ban Chấp, Ban Nội, Ban Tổ, Bí, BẮC, Bắc Giang, CHỨC, CTr TU, Chiến, Chú, Chấp, Chủ, CÁC, Các
  Các Sở, Có, Công, CỘNG, CỤ, Cụ, Củng, GIẢI, Giao Ban, Gắn, HOẠCH, HĐ, Hồ Chí, Hội, Không
  Khắc, Khối Cơ, Kiên, Kiểm, LĐVP, Lưu VT, Minh Quy, Mặt, Nghị, Ngọc, Nhiệm, Nhà, Nhân, Nâng
  PHÓ, QUÁN, Quyết, Quá, Quân, Quý I, Quý IV, Quản, QĐ, Rà, Siết, Sơ, Số, Số KH, Sở Nội, Sửa
  Triển, Trên, Trưởng Chính, Tạo, Tỉ, Tổng, VIỆT, VỊ, XUYÊN, Xây, YÊU, biết, biểu, bác, bám
  báo, bệnh, bổ, bộ, chiếu, chiều, chuyển, chuẩn, chéo, chăm, chương, chạy, chấp, chất, chậm
  chế, chọn, chồng, chờ, các, cách, có, công, cũng, cư, cường, cải, cấu, cầm, cốt, cộng, cục
  của, củng, cứu, diện, dám, dân, dõi, dấu, dắt, dễ, dịch, dựa, giá, giác, giải, giảm, giới
  giữa, gây, gương, gọi, gọn, gỡ, hiệp, hiệu, hoàn, huyện, huống, hà, hút, hưởng, hạn, hết
  hợp, khiếu, khâu, khích, không, khỏi, kiên, kiện, kịp, kỷ, kỹ, liệt, loại, luyện, luật, làm
  lãnh, lùi, lược, lượng, lạm, lấy, lần, lập, lắng, lọt, lời, mà, mô, mại, mạnh, mật, mắc, mẽ
  mềm, mối, mỗi, mục, mức, nghiêm, nghĩ, nghệ, nguyên, ngăn, ngạch, ngộ, ngữ, nhà, nhóm, nhập
  nhật, nhắc, nhằm, nhở, niên, này, nêu, năng, nơi, nước, nại, nếp, nếu, nền, nể, nộp, nữ
  phiếu, phòng, phần, phẩm, phố, phối, phụ, phục, phức, quá, quán, quả, quản, quần, rà, ràng
  rõ, rút, rộng, sáng, sánh, sâu, sót, sút, sản, sắp, sống, sớm, sở, sử, sự, thiết, thiểu
  thoái, thoại, thuẫn, thuận, tháo, thân, thì, thí, thù, thường, thấp, thế, thể, thời, thủ
  thực, tiêu, truyền, trào, trách, trên, trình, trí, trò, trùng, trương, trại, trạng, trả
  trật, trọng, trở, tuyên, tuyệt, tuân, tuổi, tùy, tác, tâm, tình, tích, tín, tính, tùng, tú
  túc, tăng, tại, tạm, tạo, tảng, tấm, tỉnh, tốt, tổng, tục, từ, từng, tỷ, viên, viết, và
  vàng, vùng, vướng, vấn, vận, với, vụ, vững, vực, xuyên, xuất, xét, xúc, xếp, yếu, ích, Điều
  Đôn, Đảng, Đảng Nhà, Địa, ĐỐI, Đối, Đổi, đa, đang, đi, điều, điểm, điển, đua, đánh, đáp
  đình, đôi, đông, đăng, đơn, đưa, đương, đạo, đạt, đảng, đầy, đẩy, đến, địa, địch, định, đốc
  đổi, độ, đỡ, đức, đứng, Ưu, ở, ủy, ứng
  Tân Thạnh, Tân Thành, Ba Tô, Ba Tơ, Sơn Hà, Sơn Hạ, Văn Lang, Văn Lăng, Thạnh An, Thanh An
  xã Đá Bạc, xã Suối Cát, phường Bình An, xã Hòa Điền, xã Hoà Điền, đặc khu Phú Quý, Tổ 2, Tổ 10
  """.split(whereSeparator: { $0 == "," || $0 == "\n" })
  .map { $0.trimmingCharacters(in: .whitespaces) }
