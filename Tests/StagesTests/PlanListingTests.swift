import Foundation
import TestSupport
import Testing

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
        ?
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

  private static let data = """
    ?
    """
}
