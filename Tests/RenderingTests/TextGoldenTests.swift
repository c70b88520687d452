import Documents
import PlanModel
import Testing

/// One small report, and every document of it to the letter.
@Suite struct TextGoldenTests {
  private let builder = ReportBuilder.small

  private func check(_ document: TextDocument?, _ expected: String) throws {
    #expect(printed(try #require(document)) == expected + "\n")
  }

  private func reminder(_ name: String) -> TextDocument? {
    builder.letters.first { $0.name == name }?.document
  }

  @Test func briefing() throws {
    try check(
      Briefing.document(ReportContents(builder.report)),
      """
                                  *** SỐ LIỆU MINH HỌA ***

                  TỈNH ỦY MẪU                        ĐẢNG CỘNG SẢN VIỆT NAM
                  BAN TỔ CHỨC                        ----------------------
                       *                        Mẫu, ngày      tháng 10 năm 2024
               Số      -BC/BTCTU
                 Dự thảo lần 1

                                          BÁO CÁO
                           kết quả thực hiện Kế hoạch số 10-KH/TU
                                      quý III năm 2024
                                           -----

         Thực hiện Kế hoạch số 10-KH/TU, ngày 20/10/2022 của Ban Chấp hành Đảng bộ
      tỉnh về xây dựng tổ chức cơ sở đảng, Ban Tổ chức Tỉnh ủy báo cáo kết quả quý III
      năm 2024 như sau:

      I- ĐÁNH GIÁ CHUNG
      - Trong 03 chỉ tiêu: 01 đạt (TT 1); 01 chưa đạt (TT 2); 01 chậm tiến độ (TT 3).
      - Trong 03 nhiệm vụ: 01 quá hạn; 01 thường xuyên; 01 chưa đến điều kiện thực
        hiện. Đã hoàn thành 0/1 nhiệm vụ đến hạn (0,0%).
      - Đã nhận 2/3 biểu hợp lệ (66,7%), gồm Biểu số 01 (số liệu chỉ tiêu): 2/2 đơn
        vị, chiếm 100,0% số đảng viên; Biểu số 02 (tình hình nhiệm vụ): 0/1 đơn vị.

      II- KẾT QUẢ THỰC HIỆN CHỈ TIÊU (chốt số liệu đến hết ngày 14/9/2024)
      TT|Chỉ tiêu                    |Kế hoạch|Thực hiện|So với KH|So kỳ tr.|Đánh giá
      --+----------------------------+--------+---------+---------+---------+---------
       1|Thôn có đảng viên (40/40;   |   100% |  100,0% |  0,0 đ% |  0,0 đ% |Đạt
        |SL 2/2)                     |        |         |         |         |
       2|Thôn có chi bộ (38/40;      |   100% |   95,0% | -5,0 đ% |  0,0 đ% |Chưa đạt
        |SL 2/2)                     |        |         |         |         |
       3|Kết nạp đảng viên           |     90 |      63 |   70,0% |       - |Chậm
        |(63/3.000; SL 2/2)          |        |         |         |         |tiến độ
      Ghi chú: SL: số đơn vị có đủ số liệu trên số đơn vị phải báo cáo; đ%: điểm %.
      So kỳ trước: TT 1, 2 với quý II năm 2024.
      Kế hoạch tính theo mức tối thiểu: TT 3: 3% của 3.000.
      - TT 2 (Thôn có chi bộ): đạt 95,0% (38/40), thấp hơn 5,0 điểm % so với chỉ tiêu
        (còn 02 thôn): Huyện ủy Suối Cát 02.
      - TT 3 (Kết nạp đảng viên): lũy kế 9 tháng năm 2024 đạt 63/90 đảng viên, bằng
        70,0% mức phải đạt cả năm, chậm 05 đảng viên so với tiến độ 9/12 tháng (68);
        riêng quý III năm 2024: 21 đảng viên; quý IV năm 2024 phải thực hiện ít nhất
        27 đảng viên, nhiều hơn 06 so với quý III năm 2024; 01 đơn vị chậm tiến độ, số
        còn thiếu so với mức phải đạt cả năm: Huyện ủy Suối Cát 27.

      Khả năng hoàn thành nếu không có thay đổi (ước tính theo bình quân các kỳ đã
      qua, chỉ để tham khảo):
      - TT 3 (Kết nạp đảng viên): 03 quý đã qua, bình quân mỗi quý 21 đảng viên; quý
        còn lại cần 27 đảng viên; ước cả năm đạt 84/90 đảng viên, không đạt chỉ tiêu.

      III- KẾT QUẢ THỰC HIỆN NHIỆM VỤ (tính đến hết ngày 05/10/2024)
      Tình trạng                        |Số nhiệm vụ
      ----------------------------------+------------
      Quá hạn                           |           1
      Thường xuyên                      |           1
      Chưa đến điều kiện thực hiện      |           1
      Cộng                              |           3

      Nhiệm vụ quá hạn:
      TT|Nhiệm vụ (mã)                         |Chủ trì            |Hạn     |Quá hạn
      --+--------------------------------------+-------------------+--------+---------
       1|Hướng dẫn sinh hoạt chi bộ (V.1-01)   |Ban Dân vận        |31/8/24 |35 ngày
        |                                      |Tỉnh ủy            |        |
      Chưa có báo cáo nào về: V.1-01 (Ban Dân vận Tỉnh ủy).

      Nhiệm vụ thường xuyên, định kỳ chưa có báo cáo trong kỳ:
      - Quản lý dữ liệu đảng viên (V.1-03): Ban Dân vận Tỉnh ủy.

      Nhiệm vụ chưa đến điều kiện thực hiện, theo việc còn phải chờ:
      - Trung ương ban hành hướng dẫn: nhiệm vụ V.1-02.

      IV- CHẾ ĐỘ BÁO CÁO (hạn gửi: trước 17 giờ 00 ngày 17/9/2024)
      - Trong 03 biểu phải gửi của 03 đơn vị: 02 đúng hạn; 01 trả lại, chưa chỉnh lý.
      - Trả lại, chưa chỉnh lý: Ban Dân vận Tỉnh ủy (Biểu số 02: 01 lỗi, quý thứ 3
        liên tiếp chưa có biểu hợp lệ).
      - Qua kiểm tra biểu và số liệu của Kế hoạch số 10-KH/TU, đã lập 01 phiếu yêu cầu
        chỉnh lý số liệu: 01 lỗi phải sửa, 01 nội dung cần giải trình.

      V- HẠN CHẾ, NGUYÊN NHÂN (theo ghi chú của các đơn vị)
      - TT 2 (Thôn có chi bộ): 01 đơn vị chưa đạt; Huyện ủy Suối Cát ghi "02 thôn sinh
        hoạt ghép".

      VI- ĐỀ NGHỊ BAN THƯỜNG VỤ TỈNH ỦY
      1. Chỉ đạo Ban Dân vận Tỉnh ủy hoàn thành biểu số liệu quý III năm 2024 trước
      17 giờ 00 ngày 08/10/2024 (thứ Ba); yêu cầu Ban Dân vận Tỉnh ủy giải trình việc
      03 quý liên tiếp chưa có Biểu số 02 hợp lệ.
      2. Chỉ đạo Huyện ủy Suối Cát hoàn thành phần còn thiếu (02 thôn) của chỉ tiêu
      TT 2 (Thôn có chi bộ) trong quý IV năm 2024.
      3. Giao Huyện ủy Đá Bạc, Huyện ủy Suối Cát thực hiện phần còn thiếu của chỉ tiêu
      TT 3 (Kết nạp đảng viên): trong quý IV năm 2024 không dưới 27 đảng viên; yêu cầu
      Huyện ủy Suối Cát có biện pháp khắc phục việc chậm tiến độ.
      4. Yêu cầu hoàn thành 01 nhiệm vụ quá hạn trong quý IV năm 2024: Ban Dân vận
      Tỉnh ủy (V.1-01).

      Nơi nhận:                                                TRƯỞNG BAN
      - Ban Thường vụ Tỉnh ủy (để báo cáo);
      - Lưu Ban Tổ chức Tỉnh ủy.

                                                              [Họ và tên]
      """)
  }

  @Test func summary() throws {
    try check(
      Summary.onOnePage(builder.report),
      """
                                  *** SỐ LIỆU MINH HỌA ***

                  TỈNH ỦY MẪU                        ĐẢNG CỘNG SẢN VIỆT NAM
                  BAN TỔ CHỨC                        ----------------------
                       *                        Mẫu, ngày      tháng 10 năm 2024

                                          TÓM TẮT
                  kết quả thực hiện Kế hoạch số 10-KH/TU quý III năm 2024
                            (kèm theo Báo cáo số      -BC/BTCTU)
                                           -----

      I- ĐÁNH GIÁ CHUNG
      - Trong 03 chỉ tiêu: 01 đạt (TT 1); 01 chưa đạt (TT 2); 01 chậm tiến độ (TT 3).
      - Trong 03 nhiệm vụ: 01 quá hạn; 01 chưa đến điều kiện thực hiện. Đã hoàn thành
        0/1 nhiệm vụ đến hạn (0,0%).
      - Đã nhận 2/3 biểu hợp lệ (66,7%), gồm Biểu số 01: 2/2 đơn vị, chiếm 100,0% số
        đảng viên; Biểu số 02: 0/1 đơn vị.

      II- CHỈ TIÊU
      TT|Chỉ tiêu                    |Kế hoạch|Thực hiện|So với KH|So kỳ tr.|Đánh giá
      --+----------------------------+--------+---------+---------+---------+---------
       1|Thôn có đảng viên (40/40;   |   100% |  100,0% |  0,0 đ% |  0,0 đ% |Đạt
        |SL 2/2)                     |        |         |         |         |
       2|Thôn có chi bộ (38/40;      |   100% |   95,0% | -5,0 đ% |  0,0 đ% |Chưa đạt
        |SL 2/2)                     |        |         |         |         |
       3|Kết nạp đảng viên           |     90 |      63 |   70,0% |       - |Chậm
        |(63/3.000; SL 2/2)          |        |         |         |         |tiến độ
      Ghi chú: SL: đơn vị có đủ số liệu/phải báo cáo; đ%: điểm %.
      - TT 2: đạt 95,0% (38/40), thấp hơn 5,0 điểm % so với chỉ tiêu (còn 02 thôn):
        Huyện ủy Suối Cát 02.
      - TT 3: lũy kế 9 tháng năm 2024 đạt 63/90 đảng viên, bằng 70,0% mức phải đạt cả
        năm, chậm 05 đảng viên so với tiến độ 9/12 tháng (68); quý IV năm 2024 phải
        thực hiện ít nhất 27 đảng viên.

      III- ĐƠN VỊ CẦN ĐÔN ĐỐC
      - Trả lại, chưa chỉnh lý: Ban Dân vận Tỉnh ủy (Biểu số 02: 01 lỗi, quý thứ 3
        liên tiếp chưa có biểu hợp lệ).

      IV- NHIỆM VỤ QUÁ HẠN
      - Hướng dẫn sinh hoạt chi bộ (V.1-01, Ban Dân vận Tỉnh ủy): quá hạn 35 ngày.

      V- NGUYÊN NHÂN (theo ghi chú của các đơn vị)
      - TT 2 (Thôn có chi bộ): 01 đơn vị chưa đạt; Huyện ủy Suối Cát ghi "02 thôn sinh
        hoạt ghép".

      VI- ĐỀ NGHỊ BAN THƯỜNG VỤ TỈNH ỦY
      1. Chỉ đạo Ban Dân vận Tỉnh ủy hoàn thành biểu số liệu quý III năm 2024 trước
      17 giờ 00 ngày 08/10/2024 (thứ Ba); yêu cầu Ban Dân vận Tỉnh ủy giải trình việc
      03 quý liên tiếp chưa có Biểu số 02 hợp lệ.
      2. Chỉ đạo Huyện ủy Suối Cát hoàn thành phần còn thiếu (02 thôn) của chỉ tiêu
      TT 2 (Thôn có chi bộ) trong quý IV năm 2024.
      3. Giao Huyện ủy Đá Bạc, Huyện ủy Suối Cát thực hiện phần còn thiếu của chỉ tiêu
      TT 3 (Kết nạp đảng viên): trong quý IV năm 2024 không dưới 27 đảng viên.
      4. Yêu cầu hoàn thành 01 nhiệm vụ quá hạn trong quý IV năm 2024: Ban Dân vận
      Tỉnh ủy (V.1-01).
      """)
  }

  @Test func letter() throws {
    try check(
      reminder(Reminders.letterName),
      """
                                  *** SỐ LIỆU MINH HỌA ***

                  TỈNH ỦY MẪU                        ĐẢNG CỘNG SẢN VIỆT NAM
                  BAN TỔ CHỨC                        ----------------------
                       *                        Mẫu, ngày      tháng 10 năm 2024
               Số      -CV/BTCTU
          về việc đôn đốc gửi báo cáo
         thực hiện Kế hoạch số 10-KH/TU
                quý III năm 2024

                       Kính gửi: Ban Dân vận Tỉnh ủy.

         Thực hiện Kế hoạch số 10-KH/TU, các đơn vị phải gửi biểu số liệu quý III
      năm 2024 về Ban Tổ chức Tỉnh ủy trước 17 giờ 00 ngày 17/9/2024.

         Đến hết ngày 05/10/2024, Ban Tổ chức Tỉnh ủy đã nhận được 2/3 biểu hợp lệ của
      03 đơn vị. Còn 01 đơn vị chưa hoàn thành, cụ thể:

      TT|Đơn vị                |Biểu số|Tình trạng    |Quá hạn |Ghi chú
      --+----------------------+-------+--------------+--------+----------------------
       1|Ban Dân vận Tỉnh ủy   |02     |Trả lại,      |18 ngày |Phiếu số 01; 01 lỗi;
        |                      |       |chưa chỉnh lý |        |quý thứ 3 liên tiếp

         Để kịp tổng hợp, báo cáo Ban Thường vụ Tỉnh ủy, Ban Tổ chức Tỉnh ủy đề nghị
      đơn vị nêu trên:

         1. Chỉnh lý số liệu theo Phiếu yêu cầu chỉnh lý (đơn vị TT 1), gửi về Ban Tổ
      chức Tỉnh ủy trước 17 giờ 00 ngày 08/10/2024 (thứ Ba).

         2. Gửi đúng biểu mẫu, không thêm, bớt hoặc đổi tên cột; nội dung không phát
      sinh ghi số 0, nội dung chưa có số liệu để trống và nêu lý do tại cột "Ghi chú".

         3. Nêu rõ nguyên nhân nhiều kỳ liên tiếp chưa có biểu hợp lệ và trách nhiệm
      của tập thể, cá nhân có liên quan: Ban Dân vận Tỉnh ủy (Biểu số 02: 03 quý).

         Sau thời hạn trên, Ban Tổ chức Tỉnh ủy tổng hợp danh sách các đơn vị chưa
      thực hiện, báo cáo Ban Thường vụ Tỉnh ủy. Trường hợp đã gửi trước khi nhận được
      văn bản này, đề nghị thông tin lại thời điểm gửi để đối chiếu.

         Quá trình thực hiện, nếu có vướng mắc, liên hệ đồng chí [họ và tên].

      Nơi nhận:                                                TRƯỞNG BAN
      - Như trên;
      - Thường trực Tỉnh ủy (để báo cáo);
      - Lưu Ban Tổ chức Tỉnh ủy.
                                                              [Họ và tên]
      """)
  }

  @Test func reminderOfOneUnit() throws {
    try check(
      reminder("BTC"),
      """
                                  *** SỐ LIỆU MINH HỌA ***

                  TỈNH ỦY MẪU                        ĐẢNG CỘNG SẢN VIỆT NAM
                  BAN TỔ CHỨC                        ----------------------
                       *                        Mẫu, ngày      tháng 10 năm 2024

                                 PHIẾU ĐÔN ĐỐC GỬI BÁO CÁO
                            (tình hình đến hết ngày 05/10/2024)
                                           -----

      Đơn vị:      Ban Dân vận Tỉnh ủy (mã đơn vị: BTC)
      Nội dung:    Kế hoạch số 10-KH/TU, số liệu quý III năm 2024
      Hạn gửi:     trước 17 giờ 00 ngày 17/9/2024
      Biểu số 02:  trả lại, chưa chỉnh lý (tệp nhận ngày 17/9/2024); quá hạn 18 ngày;
                   Phiếu số 01; 01 lỗi; quý thứ 3 liên tiếp chưa có biểu hợp lệ
      Cần làm:     Chỉnh lý và gửi lại TOÀN BỘ tệp bị trả lại trước 17 giờ 00
                   ngày 08/10/2024 (thứ Ba); nêu rõ nguyên nhân 03 quý liên tiếp chưa
                   có Biểu số 02 hợp lệ.

         Trường hợp đã gửi trước khi nhận được văn bản này, đề nghị thông tin lại thời
      điểm gửi để đối chiếu.

      Liên hệ: đồng chí [họ và tên].
      """)
  }

  @Test func feedbackSlip() throws {
    let slips = builder.slips
    #expect(slips.map(\.name) == ["BTC"])
    try check(
      slips.first?.document,
      """
                                  *** SỐ LIỆU MINH HỌA ***

                  TỈNH ỦY MẪU                        ĐẢNG CỘNG SẢN VIỆT NAM
                  BAN TỔ CHỨC                        ----------------------
                       *                         Mẫu, ngày 17 tháng 9 năm 2024
                  Phiếu số 01

                               PHIẾU YÊU CẦU CHỈNH LÝ SỐ LIỆU
                      báo cáo quý III năm 2024, Biểu số 02 (lần gửi 1)
                                           -----

      Đơn vị gửi:  Ban Dân vận Tỉnh ủy (mã đơn vị: BTC)
      Tệp nhận:    bieu02.csv, 17/9/2024 10:12, 04 dòng số liệu
      Kết quả:     TRẢ LẠI: 01 lỗi phải sửa; 01 nội dung cần giải trình; 02 dòng không
                   có lỗi. Số liệu của biểu này chưa được tổng hợp.
      Cần làm:     Sửa 01 lỗi, ghi giải trình vào cột "Ghi chú", gửi lại TOÀN BỘ tệp
                   trước 17 giờ 00 ngày 19/9/2024 (thứ Năm).

      A- LỖI PHẢI SỬA (Dòng: số dòng khi mở bằng Excel, dòng tiêu đề là dòng 1)

      1. Dòng 4, cột F "Ngày hoàn thành": nhiệm vụ V.1-01
         Đã ghi:   "31/9/2024"
         Lỗi:      Ngày không có trong lịch (tháng 9 có 30 ngày).
         Cách sửa: Ghi theo dạng ngày/tháng/năm, ví dụ 30/9/2024.

      B- NỘI DUNG CẦN GIẢI TRÌNH (không chặn; nếu đúng, ghi lý do vào cột "Ghi chú")

      1. Dòng 5, cột E "Tỉ lệ": nhiệm vụ V.1-03, đã ghi "40": Nhỏ hơn kỳ trước (60%).
         Nêu lý do ở cột Ghi chú.

      C- ĐÃ TỰ ĐỘNG QUY CHUẨN, ĐƠN VỊ KHÔNG PHẢI SỬA

      - Bỏ khoảng trắng thừa (02 ô).

      Liên hệ: đồng chí [họ và tên].
      """)
  }
}
