import Assessment
import PlanModel
import Testing

@testable import Documents

/// The forms of documents: of the Party by two instructions, of State bodies, and the two spellings.
@Suite struct FormProfileTests {
  private static let party = [
    "superior": "TỈNH ỦY NINH KHÁNH", "issuer": "BAN TỔ CHỨC", "report": "-BC/BTCTU",
    "archive": "Lưu Ban Tổ chức Tỉnh ủy",
  ]
  private static let state = [
    "superior": "ỦY BAN NHÂN DÂN", "issuer": "TỈNH NINH KHÁNH", "report": "/BC-UBND",
    "archive": "Lưu: VT, VP",
  ]

  private func document(
    _ profile: Organisation.Form.Profile, _ words: [String: String], signature: [String]
  ) -> String {
    let form = Organisation.Form(
      superior: words["superior"] ?? "", issuerLine: words["issuer"] ?? "", place: "Ninh Khánh",
      reportSign: words["report"] ?? "", letterSign: "", draft: "Dự thảo lần 1",
      signature: signature, reportRecipients: [], letterRecipients: [],
      archive: words["archive"] ?? "", contact: "", notice: nil, profile: profile)
    let organisation = Organisation(
      code: "o", name: "", issuer: "", committee: "", unitsNoun: "", form: form,
      calendar: ReportingCalendar(), denominatorChangeLimit: .zero, period: nil, asOf: nil)
    let stationery = Stationery(organisation: organisation)
    let document = TextDocument([
      stationery.letterhead(
        year: 2024, month: 10, day: nil,
        below: [Stationery.number(form.reportSign), "về việc đôn đốc", form.draft]),
      .blank, .heading("I- ĐÁNH GIÁ CHUNG"), .item("Trong 02 chỉ tiêu: 02 đạt."), .blank,
      stationery.signature(["Ban Thường vụ Tỉnh ủy (để báo cáo)", "Sở Nội vụ"]),
    ])
    return printed(HouseStyle(profile, .moi).applied(to: document))
  }

  @Test func partyOf2026() {
    #expect(
      document(.hd05, Self.party, signature: ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "[Họ và tên]"])
        == """
                 TỈNH ỦY NINH KHÁNH                    ĐẢNG CỘNG SẢN VIỆT NAM
                    BAN TỔ CHỨC                        ----------------------
                         *                    Ninh Khánh, ngày      tháng 10 năm 2024
                 Số      -BC/BTCTU
                  về việc đôn đốc
                   Dự thảo lần 1

        I- ĐÁNH GIÁ CHUNG
        - Trong 02 chỉ tiêu: 02 đạt.

        Nơi nhận:                                              K/T TRƯỞNG BAN
        - Ban Thường vụ Tỉnh ủy (để báo cáo);                  PHÓ TRƯỞNG BAN
        - Sở Nội vụ;
        - Lưu Ban Tổ chức Tỉnh ủy.

                                                                [Họ và tên]

        """)
  }

  @Test func partyUntil2026HasCommas() {
    let text = document(.hd36, Self.party, signature: ["TRƯỞNG BAN", "[Họ và tên]"])
    #expect(text.contains("- Ban Thường vụ Tỉnh ủy (để báo cáo),"))
    #expect(text.contains("- Lưu Ban Tổ chức Tỉnh ủy."))
    #expect(text.contains("ĐẢNG CỘNG SẢN VIỆT NAM"))
    #expect(text.contains("- Trong 02 chỉ tiêu: 02 đạt.\n"))
  }

  @Test func state() {
    #expect(
      document(
        .nd30, Self.state,
        signature: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "[Họ và tên]"])
          == """
                    ỦY BAN NHÂN DÂN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                    TỈNH NINH KHÁNH                   Độc lập - Tự do - Hạnh phúc
                        -------                       ---------------------------
                   Số:      /BC-UBND            Ninh Khánh, ngày      tháng 10 năm 2024
                      V/v đôn đốc
                     Dự thảo lần 1

          I. ĐÁNH GIÁ CHUNG
          - Trong 02 chỉ tiêu: 02 đạt./.

          Nơi nhận:                                           TM. ỦY BAN NHÂN DÂN
          - Ban Thường vụ Tỉnh ủy (để báo cáo);                   KT. CHỦ TỊCH
          - Sở Nội vụ;                                            PHÓ CHỦ TỊCH
          - Lưu: VT, VP.

                                                                  [Họ và tên]

          """)
  }

  @Test(arguments: [
    ("Tỉnh ủy Khánh Hòa, khóa XIII, thủy lợi", "Tỉnh uỷ Khánh Hoà, khoá XIII, thuỷ lợi"),
    // names of units as the register has them, the longest one that fits
    ("Đảng ủy xã Hòa Điền và cấp ủy", "Đảng ủy xã Hòa Điền và cấp uỷ"),
    ("Đảng ủy xã Hòa Tân", "Đảng uỷ xã Hoà Tân"),
    // what was typed
    ("ủy ghi \"khóa tủ, hòa\" và ủy", "uỷ ghi \"khóa tủ, hòa\" và uỷ"),
    ("ủy viên 5\" và ủy", "uỷ viên 5\" và uỷ"),
    // codes, and words that have but one spelling
    ("KH_ủy, HU-HÒA1, quý III, hoàn thành", "KH_ủy, HU-HÒA1, quý III, hoàn thành"),
  ])
  func toneMarksOfOld(text: String, expected: String) {
    let style = HouseStyle(.hd05, .cu, keeping: ["Đảng ủy xã Hòa Điền", "Đảng ủy xã"])
    let kept = text == "Đảng ủy xã Hòa Tân" ? HouseStyle(.hd05, .cu) : style
    #expect(kept.applied(to: TextDocument([.plain(text)])).blocks == [.plain(expected)])
    // and back again, but for the names
    let new = HouseStyle(.hd05, .moi).applied(to: TextDocument([.plain(expected)]))
    #expect(new.blocks == [.plain(text)])
  }

  @Test func everyBlockIsSpelt() {
    let document = TextDocument([
      .notice("ủy"), .letterhead(left: ["ủy"], right: ["ủy"]), .title(["ủy"]), .heading("ủy"),
      .paragraph("ủy"), .plain("ủy"), .item("ủy"), .numbered(1, "ủy"),
      .table(.init([.init("ủy", 9)], [["ủy"]])), .fields([.init("ủy", "ủy")], isNested: false),
      .addressees(label: "ủy", names: ["ủy"]),
      .signature(.init(label: "ủy", recipients: ["ủy"], authority: ["ủy"], name: "")), .rule,
      .separator, .blank,
    ])
    let text = printed(HouseStyle(.hd05, .cu).applied(to: document))
    #expect(!text.contains("ủy"))
    #expect(text.ranges(of: "uỷ").count == 18)
  }

  @Test func theWorkbookIsSpeltButNotTheRowsAsSent() {
    func sheet(_ name: String) -> SheetModel {
      SheetModel(
        name: name, columns: [10],
        rows: [
          SheetRow([SheetCell(0, .text("I- CẤP ỦY"), SheetStyle(.section))]),
          SheetRow([SheetCell(0, .text("cấp ủy"), SheetStyle(.body))]),
        ])
    }
    func texts(_ sheet: SheetModel) -> [SheetValue] { sheet.rows.flatMap { $0.cells.map(\.value) } }
    let sheets = HouseStyle(.nd30, .cu).applied(to: [sheet("Biểu 01"), sheet("Số liệu")])
    #expect(texts(sheets[0]) == [.text("I. CẤP UỶ"), .text("cấp uỷ")])
    #expect(texts(sheets[1]) == [.text("I- CẤP ỦY"), .text("cấp ủy")])
  }

  /// Formulas and marks look for these words in cells: both must go on being the same.
  @Test func noWordThatAFormulaLooksForHasTwoSpellings() {
    let style = HouseStyle(.hd05, .cu)
    for words in [
      WorkbookWords.verdictWords.map(\.0), WorkbookWords.stateWords.map(\.0),
      WorkbookWords.severityWords.map(\.0),
    ] {
      let document = TextDocument(words.map { .plain($0) })
      #expect(style.applied(to: document) == document)
    }
  }
}
