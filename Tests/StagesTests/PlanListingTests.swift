import Foundation
import TestSupport
import Testing

@testable import Stages

/// `tonghop-plan` on a plan with every kind of target and deadline.
@Suite("What a plan holds")
struct PlanListingTests {
  private static let organisation = """
    organisation: nam-son
    root: TU
    name: Tỉnh ủy Nam Sơn
    issuer: Ban Tổ chức Tỉnh ủy
    letterhead: {superior: TỈNH ỦY NAM SƠN, issuer: BAN TỔ CHỨC}
    place: Nam Sơn
    numbers: {report: -BC/BTCTU, letter: -CV/BTCTU}
    signature: {office: TRƯỞNG BAN, name: "[Họ và tên]"}
    recipients: {report: [Văn phòng Tỉnh ủy], letter: [Thường trực Tỉnh ủy]}
    archive: Lưu Ban Tổ chức Tỉnh ủy
    committee: Ban Thường vụ Tỉnh ủy
    committees: đảng bộ trực thuộc
    contact: Phòng Tổ chức đảng
    bodies: {BTV: Ban Thường vụ Tỉnh ủy}
    as_of: 2024-10-05

    """

  private static let units = """
    code,name,kind,parent,valid_from
    TU,Tỉnh ủy Nam Sơn,tinh-uy,,2020-01-01
    BTC,Ban Tổ chức Tỉnh ủy,ban-dang,TU,2020-01-01
    VP,Văn phòng Tỉnh ủy,ban-dang,TU,2020-01-01
    HU01,Huyện ủy Sông Gianh,huyen-uy,TU,2020-01-01
    HU02,Huyện ủy Đồi Chè,huyen-uy,TU,2020-01-01

    """

  private static let plan = """
    plan: KH01
    number: 15-KH/TU
    title: thực hiện Nghị quyết về cán bộ
    issued_on: 2022-03-04
    issued_by: Ban Thường vụ Tỉnh ủy
    term: {from: 2022, to: 2030}
    reporting: {by: BTC, to: [BTV], every: quarter, from: 2023-Q4}
    duties:
      - {clause: VI.2, by: {kinds: [huyen-uy]}, to: [BTC], every: on_request, matter: cán bộ trẻ}
    indicators:
      - code: CT01
        clause: II.1
        name: Tỉ lệ cán bộ trẻ
        measure: share
        numerator: số cán bộ dưới 40 tuổi
        denominator: tổng số cán bộ
        kind: stock
        collected: year
        reported_by: {kinds: [huyen-uy]}
        targets:
          - milestones: [{year: 2025, at_least: 10%}, {year: 2030, between: [20%, 30%]}]
            path: linear
            base: {year: 2021, value: 5%}
      - code: CT02
        clause: II.2
        name: Số đơn vị có cán bộ nữ
        measure: count
        unit_of_measure: cán bộ
        numerator: số cán bộ nữ
        kind: stock
        over_units: units_meeting
        reported_by: {kinds: [huyen-uy]}
        targets:
          - {exists: true, per: unit, by: 2025}
      - code: CT03
        clause: II.1
        name: Tỉ lệ cán bộ nữ
        measure: share
        numerator: số cán bộ nữ
        denominator: tổng số cán bộ
        kind: stock
        reported_by: {kinds: [huyen-uy], units: [VP]}
        targets:
          - {increase: {against: previous_year}, every: year}
    events:
      - {code: TW, name: hướng dẫn của Trung ương}
      - {code: TU-QC, name: Ban Thường vụ Tỉnh ủy ban hành quy chế, caused_by: V.1-01}
    tasks:
      - code: V.1-01
        clause: V.1
        lead: [BTC]
        with: [VP]
        summary: quy chế đánh giá cán bộ
        product: quy chế
        due: {after: {event: TW, within: 3 months}}
      - code: V.2-01
        clause: V.2
        lead: {kinds: [huyen-uy]}
        summary: áp dụng quy chế
        due: {after: {event: TU-QC}}
      - code: V.1-02
        clause: V.1
        lead: [BTC]
        summary: kiểm tra việc thực hiện
        due: periodic

    """

  private func run(_ arguments: [String]) throws -> Executable.Outcome {
    let folder = try WorkingFolder()
    let office = folder.url.appendingPathComponent("inputs/nam-son")
    try FileManager.default.createDirectory(
      at: office.appendingPathComponent("plans"), withIntermediateDirectories: true)
    for (name, text) in [
      ("organisation.yaml", Self.organisation), ("units.csv", Self.units),
      ("plans/KH01.yaml", Self.plan),
      ("events.csv", "event,occurred_on\nTW,2023-11-20\n"),
    ] {
      try Data(text.utf8).write(to: office.appendingPathComponent(name))
    }
    return try Executable("tonghop-plan").run(arguments, in: folder.url)
  }

  @Test("an officer reads it by clause, with who reports, who leads, by when")
  func list() throws {
    let outcome = try run(["--list"])
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(
      outcome.output == """
        KH01: Kế hoạch số 15-KH/TU thực hiện Nghị quyết về cán bộ (2022-2030): 3 chỉ
          tiêu, 3 nhiệm vụ
        Ban hành: ngày 04/3/2022, do Ban Thường vụ Tỉnh ủy.
        Theo dõi, báo cáo: Ban Tổ chức Tỉnh ủy, hằng quý từ quý IV năm 2023; gửi Ban
          Thường vụ Tỉnh ủy.
        Báo cáo (mục VI.2): từng đơn vị (Huyện ủy Sông Gianh, Huyện ủy Đồi Chè), khi có
          yêu cầu; gửi Ban Tổ chức Tỉnh ủy; nội dung: cán bộ trẻ.

        CHỈ TIÊU
        Mục II.1
        CT01 Tỉ lệ cán bộ trẻ: từ 10% trở lên đến hết năm 2025, từ 20% đến 30% đến hết
            năm 2030 (đều đặn giữa các mốc) (cuối năm 2021 là 5%). Đơn vị báo cáo hằng
            năm: Huyện ủy Sông Gianh, Huyện ủy Đồi Chè.
        CT03 Tỉ lệ cán bộ nữ: tăng so với cùng kỳ năm trước (không đặt mức), hằng năm.
            Đơn vị báo cáo: Văn phòng Tỉnh ủy, Huyện ủy Sông Gianh, Huyện ủy Đồi Chè.
        Mục II.2
        CT02 Số đơn vị có cán bộ nữ: có ít nhất 01 cán bộ đến hết năm 2025, tính cho
            từng đơn vị. Đơn vị báo cáo: Huyện ủy Sông Gianh, Huyện ủy Đồi Chè.

        NHIỆM VỤ
        Mục V.1
        V.1-01 quy chế đánh giá cán bộ. Chủ trì: Ban Tổ chức Tỉnh ủy. Phối hợp: Văn
            phòng Tỉnh ủy. Hạn: trong 03 tháng kể từ khi có hướng dẫn của Trung ương.
            Sản phẩm: quy chế.
        V.1-02 kiểm tra việc thực hiện. Chủ trì: Ban Tổ chức Tỉnh ủy. Hạn: định kỳ.
        Mục V.2
        V.2-01 áp dụng quy chế. Chủ trì: từng đơn vị (Huyện ủy Sông Gianh, Huyện ủy Đồi
            Chè). Hạn: khi Ban Thường vụ Tỉnh ủy ban hành quy chế.

        VIỆC NHIỆM VỤ PHẢI ĐỢI
        TW hướng dẫn của Trung ương: nhiệm vụ V.1-01; đã có ngày 20/11/2023.
        TU-QC Ban Thường vụ Tỉnh ủy ban hành quy chế: nhiệm vụ V.2-01; do nhiệm vụ
            V.1-01 tạo ra.


        """)
  }

  @Test("other programs read every field, the same twice")
  func json() throws {
    let outcome = try run(["--json"])
    #expect(outcome.status == 0)
    #expect(try run(["--json"]).output == outcome.output)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let plan = try #require(object as? NSDictionary)
    let expected = try JSONSerialization.jsonObject(with: Data(Self.data.utf8))
    #expect(plan == expected as? NSDictionary)
  }

  @Test("what moves a stock, and that it never falls, is among the fields")
  func movements() throws {
    let office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A"])
    let plan = try String(contentsOfFile: "\(office.inputs)/o/plans/KH1.yaml", encoding: .utf8)
    try office.write(
      plan.replacing(
        "    kind: stock\n", with: "    kind: stock\n    never_falls: true\n    flows: {in: CT01}\n"
      ),
      "plans/KH1.yaml")
    let outcome = office.run({ PlanStage.run($0, isList: false, $1) }) { $0.isJSON = true }
    #expect(outcome.text.contains(#""flows":{"in":"CT01","out":null}"#), "\(outcome.text)")
    #expect(outcome.text.contains(#""never_falls":true"#))
    #expect(outcome.text.contains(#""organisation":"o""#))
  }

  private static let data = """
    {
      "basis": null,
      "checks": [],
      "duties": [
        {
          "by": {"kinds": ["huyen-uy"], "units": []},
          "clause": "VI.2",
          "every": "on_request",
          "matter": "cán bộ trẻ",
          "to": ["BTC"]
        }
      ],
      "events": [
        {"caused_by": null, "code": "TW", "name": "hướng dẫn của Trung ương"},
        {
          "caused_by": "V.1-01",
          "code": "TU-QC",
          "name": "Ban Thường vụ Tỉnh ủy ban hành quy chế"
        }
      ],
      "indicators": [
        {
          "carry_forward": false,
          "clause": "II.1",
          "code": "CT01",
          "collected": "year",
          "decimals": 1,
          "denominator": "tổng số cán bộ",
          "flows": null,
          "kind": {"denominator": "stock", "denominator_at": "latest", "numerator": "stock"},
          "measure": "share",
          "name": "Tỉ lệ cán bộ trẻ",
          "never_falls": false,
          "numerator": "số cán bộ dưới 40 tuổi",
          "over_units": "sum",
          "reported_by": {"kinds": ["huyen-uy"], "units": []},
          "short": "Tỉ lệ cán bộ trẻ",
          "targets": [
            {
              "base": {"value": "0.05", "year": 2021},
              "milestones": [{"at_least": "0.1", "year": 2025}, {"between": ["0.2", "0.3"], "year": 2030}],
              "path": "linear",
              "per": null
            }
          ],
          "unit_of_measure": ""
        },
        {
          "carry_forward": false,
          "clause": "II.2",
          "code": "CT02",
          "collected": "quarter",
          "decimals": 1,
          "denominator": null,
          "flows": null,
          "kind": {"denominator": "stock", "denominator_at": "latest", "numerator": "stock"},
          "measure": "count",
          "name": "Số đơn vị có cán bộ nữ",
          "never_falls": false,
          "numerator": "số cán bộ nữ",
          "over_units": "units_meeting",
          "reported_by": {"kinds": ["huyen-uy"], "units": []},
          "short": "Số đơn vị có cán bộ nữ",
          "targets": [{"base": null, "by": 2025, "exists": true, "per": "unit"}],
          "unit_of_measure": "cán bộ"
        },
        {
          "carry_forward": false,
          "clause": "II.1",
          "code": "CT03",
          "collected": "quarter",
          "decimals": 1,
          "denominator": "tổng số cán bộ",
          "flows": null,
          "kind": {"denominator": "stock", "denominator_at": "latest", "numerator": "stock"},
          "measure": "share",
          "name": "Tỉ lệ cán bộ nữ",
          "never_falls": false,
          "numerator": "số cán bộ nữ",
          "over_units": "sum",
          "reported_by": {"kinds": ["huyen-uy"], "units": ["VP"]},
          "short": "Tỉ lệ cán bộ nữ",
          "targets": [
            {
              "base": null,
              "every": "year",
              "from": 2022,
              "increase": {"against": "previous_year", "by": null},
              "per": null,
              "to": 2030
            }
          ],
          "unit_of_measure": ""
        }
      ],
      "issued_by": "Ban Thường vụ Tỉnh ủy",
      "issued_on": "2022-03-04",
      "number": "15-KH/TU",
      "organisation": "nam-son",
      "plan": "KH01",
      "reporting": {"by": "BTC", "every": "quarter", "from": "2023-Q4", "to": ["BTV"]},
      "tasks": [
        {
          "clause": "V.1",
          "code": "V.1-01",
          "deadline": "after:TW+3m",
          "lead": ["BTC"],
          "product": "quy chế",
          "summary": "quy chế đánh giá cán bộ",
          "with": ["VP"]
        },
        {
          "clause": "V.2",
          "code": "V.2-01",
          "deadline": "after:TU-QC",
          "lead": {"kinds": ["huyen-uy"], "units": []},
          "product": null,
          "summary": "áp dụng quy chế",
          "with": []
        },
        {
          "clause": "V.1",
          "code": "V.1-02",
          "deadline": "periodic",
          "lead": ["BTC"],
          "product": null,
          "summary": "kiểm tra việc thực hiện",
          "with": []
        }
      ],
      "term": {"from": 2022, "to": 2030},
      "title": "thực hiện Nghị quyết về cán bộ"
    }
    """
}
