import PlanFiles
import PlanModel
import Testing

/// What becomes of a folder without faults.
@Suite struct OfficeFilesTests {
  static let valid = OfficeCase("valid")

  private func office() throws -> Office { try #require(Self.valid.loaded.office) }

  @Test func noFindings() {
    #expect(Self.valid.printed == "")
    #expect(
      Self.valid.loaded.sources.map(\.name) == [
        "events.csv", "explanations.csv", "organisation.yaml", "plans/KH01.yaml", "units.csv",
      ])
  }

  @Test func organisation() throws {
    let calendar = ReportingCalendar(
      utcOffsetMinutes: 420, closing: .day(14), dueWorkingDays: 3, dueSecondOfDay: 59_400,
      mendWorkingDays: 4, holidays: [day(2024, 1, 1), day(2024, 9, 2)],
      exceptions: [
        try #require(Period(.quarter, year: 2023, ordinal: 4)): .init(
          closing: day(2023, 12, 14), due: CivilTime(day(2023, 12, 18), secondOfDay: 61_200))
      ])
    let form = Organisation.Form(
      superior: "TỈNH ỦY NAM SƠN", issuerLine: "BAN TỔ CHỨC", place: "Nam Sơn",
      reportSign: "-BC/BTCTU", letterSign: "-CV/BTCTU", draft: "Dự thảo lần 1",
      signature: ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "[Họ và tên]"],
      reportRecipients: ["Ban Thường vụ Tỉnh ủy (để báo cáo)", "Văn phòng Tỉnh ủy"],
      letterRecipients: ["Thường trực Tỉnh ủy (để báo cáo)"], archive: "Lưu Ban Tổ chức Tỉnh ủy",
      contact: "Phòng Tổ chức đảng, điện thoại [số]", notice: "SỐ LIỆU MINH HỌA")
    let expected = Organisation(
      code: "nam-son", name: "Tỉnh ủy Nam Sơn", issuer: "Ban Tổ chức Tỉnh ủy",
      committee: "Ban Thường vụ Tỉnh ủy", unitsNoun: "đảng bộ trực thuộc", form: form,
      calendar: calendar, denominatorChangeLimit: FixedDecimal(125, fractionDigits: 3),
      period: Period(.quarter, year: 2024, ordinal: 3), asOf: CivilTime.end(of: day(2024, 10, 5)))
    #expect(try office().organisation == expected)
  }

  @Test func theWeekendIsConfigured() throws {
    let text = ValidOffice.organisation.replacing(
      "  holidays: [2024-01-01",
      with: "  weekend: {days: [sunday], worked: [2024-09-15], closing: after}\n"
        + "  holidays: [2024-01-01")
    let calendar = try #require(
      OfficeCase("weekend", .whole(.organisation, text)).loaded.office?.organisation.calendar)
    #expect(calendar.weekend == [7])
    #expect(calendar.workedDays == [day(2024, 9, 15)])
    #expect(calendar.closingOnRest == .after)
    let wrong = OfficeCase(
      "weekend", .whole(.organisation, text.replacing("[sunday]", with: "[domingo]")))
    #expect(wrong.printed.contains("domingo"))
  }

  @Test func optionalPartsOfTheOrganisationMayBeLeftOut() throws {
    let texts = [
      "draft: Dự thảo lần 1\n", "notice: SỐ LIỆU MINH HỌA\n", "period: 2024-Q3\n",
      "as_of: 2024-10-05\n", "authority: K/T TRƯỞNG BAN, ",
    ]
    var text = ValidOffice.organisation
    for part in texts { text.replace(part, with: "") }
    let calendar = try #require(text.firstRange(of: "calendar:"))
    text.removeSubrange(calendar.lowerBound...)
    let read = try #require(
      OfficeCase("short", .whole(.organisation, text)).loaded.office?.organisation)
    #expect(read.form.draft.isEmpty)
    #expect(read.form.notice == nil)
    #expect(read.form.signature == ["PHÓ TRƯỞNG BAN", "[Họ và tên]"])
    #expect(read.period == nil)
    #expect(read.asOf == nil)
    #expect(read.calendar == ReportingCalendar())
    #expect(read.denominatorChangeLimit == FixedDecimal(1, fractionDigits: 1))
  }

  @Test func closingAtThePeriodsEnd() throws {
    let changed = OfficeCase("end", .change(.organisation, "{day: 14}", "period_end"))
    #expect(changed.loaded.office?.organisation.calendar.closing == .periodEnd)
  }

  @Test func units() throws {
    let registry = try office().registry
    #expect(registry.root == "TU")
    #expect(
      registry.units.map(\.code) == ["TU", "BTC", "VP", "HU01", "HU02", "HU03", "DU01", "DU01"])
    let split = Unit(
      code: "HU01", name: "Huyện ủy Sông Gianh", kind: "huyen-uy", parent: "TU",
      validFrom: day(2020, 1, 1), validTo: day(2023, 12, 31),
      successors: [
        .init(unit: "HU03", share: FixedDecimal(4, fractionDigits: 1)),
        .init(unit: "HU02", share: FixedDecimal(6, fractionDigits: 1)),
      ], members: 1200)
    #expect(registry.units[3] == split)
    #expect(registry.units[4].name == "Huyện ủy Đồi Chè, Ao Sen")
    #expect(registry.units[0].parent == nil)
    #expect(registry.units[0].members == nil)
    // one successor without a share takes over the whole
    #expect(registry.units[6].successors == [.init(unit: "DU01", share: FixedDecimal(1))])
    #expect(registry.unit("DU01", on: day(2022, 7, 1))?.members == 450)
  }

  @Test func aSplitWithoutSharesIsNotDeclared() throws {
    let split = OfficeCase(
      "split", .change(.units, "HU03,0.4,", "HU03,,"), .change(.units, "HU02,60%", "HU02,"))
    let unit = split.loaded.office?.registry.unit("HU01")
    #expect(
      unit?.successors == [.init(unit: "HU03", share: nil), .init(unit: "HU02", share: nil)])
  }

  @Test func columnsInAnyOrderAndOptionalOnesLeftOut() throws {
    let text =
      "kind,CODE,parent,name,valid_from\nk,TU,,Tỉnh ủy,2020-01-01\n\nk,A,tu,Xã,2020-01-01\n"
    let read = OfficeCase("order", .whole(.units, text), .without(.plan)).loaded
    #expect(!read.findings.contains { $0.path == "nam-son/units.csv" })
  }

  @Test func eventsAndExplanations() throws {
    let office = try office()
    let event = Occurrence(
      event: "TW-HD", occurredOn: day(2023, 11, 20), document: "96-HD/BTCTW")
    #expect(office.occurrences == [event])
    // codes come out as units.csv and the plan write them
    let explanation = Explanation(
      unit: "HU02", period: try #require(Period(.quarter, year: 2024, ordinal: 3)),
      plan: "KH01", indicator: "CT02", code: "denominator-jump",
      text: "Tiếp nhận một đảng bộ, theo sắp xếp")
    #expect(office.explanations == [explanation])
  }

  @Test func anExplanationNamesItsPlanOrIsAboutAllThatHaveTheCode() throws {
    let header = "unit,period,indicator,code,explanation\n"
    let rows = "HU02,2024-Q3,kh01/ct02,late,Chậm\nHU02,2024-Q2,ct02,late,Chậm\n"
    let read = OfficeCase("two", .whole(.explanations, header + rows), .secondPlan("KH02"))
    let office = try #require(read.loaded.office)
    #expect(office.explanations.map(\.plan) == ["KH01", nil])
    #expect(office.explanations.map(\.qualifiedCode) == ["KH01/CT02", "CT02"])
  }

  @Test func theFormOfStateBodiesIsAsked() throws {
    let office = try #require(
      OfficeCase(
        "state",
        .change(
          .organisation, "signature: {authority: K/T TRƯỞNG BAN, office: PHÓ TRƯỞNG BAN,",
          "profile: nd30\ntone: cu\nmembers: viên chức\n"
            + "signature: {authority: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH], office: PHÓ CHỦ TỊCH,")
      ).loaded.office)
    #expect(office.organisation.form.profile == .nd30)
    #expect(office.organisation.form.tone == .cu)
    #expect(office.organisation.membersNoun == "viên chức")
    #expect(
      office.organisation.form.signature == [
        "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "[Họ và tên]",
      ])
    let party = try self.office().organisation
    #expect(party.form.profile == .hd05)
    #expect(party.form.tone == .moi)
    #expect(party.membersNoun == "đảng viên")
  }

  @Test func eventsAndExplanationsMayBeMissing() {
    let office = OfficeCase("few", .without(.events), .without(.explanations)).loaded.office
    #expect(office?.occurrences == [])
    #expect(office?.explanations == [])
  }

  @Test func anExplanationMayBeAboutATaskOrAWholeFile() {
    let header = "unit,period,indicator,code,explanation\n"
    let rows = "HU02,2024-Q3,v.1-01,late,Chậm\nHU02,2024-Q3,,copied,Giống kỳ trước\n"
    let read = OfficeCase("explained", .whole(.explanations, header + rows)).loaded.office
    #expect(read?.explanations.map(\.indicator) == ["V.1-01", ""])
  }

  @Test func decomposedTextComesOutComposed() throws {
    let decomposed = "Ti\u{309}nh u\u{309}y Nam So\u{31B}n"
    let name = try #require(
      OfficeCase(
        "decomposed", .change(.organisation, "name: Tỉnh ủy Nam Sơn", "name: " + decomposed),
        .change(.units, "TU,Tỉnh ủy Nam Sơn", "TU," + decomposed)
      ).loaded.office)
    let composed = Array("Tỉnh ủy Nam Sơn".utf8)
    #expect(Array(name.organisation.name.utf8) == composed)
    #expect(Array(name.registry.name("TU").utf8) == composed)
  }

  @Test func byteOrderMarksAndWindowsLineEndsAreTaken() {
    let dressed = { (text: String) in
      "\u{FEFF}"
        + text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\r\n")
    }
    let changes = OfficeCase(
      "windows", .whole(.plan, dressed(ValidOffice.plan)),
      .whole(.organisation, dressed(ValidOffice.organisation)),
      .whole(.units, dressed(ValidOffice.units)))
    #expect(changes.printed == "")
    #expect(changes.loaded.office?.organisation == Self.valid.loaded.office?.organisation)
    #expect(changes.loaded.office?.registry.units == Self.valid.loaded.office?.registry.units)
  }

  @Test func sourcesMakeTheSameOfficeInAnyOrder() throws {
    let again = OfficeFiles.load(
      sources: Self.valid.loaded.sources.reversed(), organisation: "nam-son")
    #expect(again.sources == Self.valid.loaded.sources)
    #expect(again.office?.organisation == Self.valid.loaded.office?.organisation)
    #expect(again.office?.plans.first?.tasks == Self.valid.loaded.office?.plans.first?.tasks)
  }

  @Test func plansComeSortedByCode() throws {
    var sources = Self.valid.sources
    for code in ["B2", "A1"] {
      let text = ValidOffice.plan.replacing("plan: KH01", with: "plan: \(code)")
      sources.append(OfficeSource(name: "plans/\(code).yaml", bytes: Array(text.utf8)))
    }
    let read = OfficeFiles.load(sources: sources, organisation: "nam-son")
    #expect(read.office?.plans.map(\.code) == ["A1", "B2", "KH01"])
  }

  @Test func plansWhoseCodesDifferInCapitalsOnly() throws {
    let text = ValidOffice.plan.replacing("plan: KH01", with: "plan: kh01")
    let read = OfficeFiles.load(
      sources: Self.valid.sources + [
        OfficeSource(name: "plans/kh01.yaml", bytes: Array(text.utf8))
      ],
      organisation: "nam-son")
    #expect(read.office == nil)
    #expect(
      read.findings.flatMap(\.terminalLines) == [
        "nam-son/plans/kh01.yaml:2:7: error: the code \"kh01\" is already taken; "
          + "capitals do not tell codes apart, so choose another [code-duplicate]",
        "plan: kh01", "      ^",
      ])
  }
}

/// A day that the test knows to exist.
func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
  CalendarDate.first(ofMonth: month, year: year).adding(days: day - 1)
}
