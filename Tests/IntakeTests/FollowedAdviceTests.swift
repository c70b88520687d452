import PlanModel
import Testing

@testable import Intake

/// What a finding tells a unit to do is done to the letter: then the finding is gone, and no other has come.
@Suite("Advice that is followed")
struct FollowedAdviceTests {
  private static let header = "Mã kế hoạch;Mã chỉ tiêu;Tử số;Mẫu số;Ghi chú\n"
  private static let tasks = "Mã kế hoạch;Mã nhiệm vụ;Tình trạng;Tỉ lệ hoàn thành;Ghi chú\n"

  private func findings(_ row: String, header: String = header) -> [Finding] {
    SampleOffice.read(header + row).findings.filter {
      !["indicator-missing", "task-missing"].contains($0.code)
    }
  }

  @Test(
    "a number given as an example is read everywhere, also where fractions are possible",
    arguments: ["0x4C", "nan", "1.23.4", "1'412", "31/8", "CT"])
  func example(typed: String) throws {
    for code in ["CT03", "CT04"] {
      let finding = try #require(findings("NQ21;\(code);\(typed);;").first)
      for words in finding.remedy.split(separator: "ví dụ ").dropFirst() {
        let example = String(words.prefix { !"; ".contains($0) }).trimmingSuffix(".")
        #expect(findings("NQ21;\(code);\(example);;").isEmpty, "\(finding.remedy)")
      }
      #expect(findings("NQ21;\(code);;;chưa rà soát xong").isEmpty)
    }
  }

  @Test("the table of findings gives no other example")
  func table() {
    for code in FindingCode.allCases where code.rawValue.hasPrefix("number-") {
      #expect(!code.summary.remedy.contains("1.412"), "\(code.rawValue)")
    }
  }

  @Test(
    "a quotation mark goes, or is doubled in a cell that is quoted: one without the other is none")
  func strayQuote() throws {
    func row(_ note: String) -> String { "NQ21;CT03;2;;\(note)" }
    let finding = try #require(findings(row(#"xã "A" mới"#)).first)
    #expect(finding.code == "quote-stray")
    #expect(
      finding.message.hasSuffix(
        "remove it, or put the whole cell into quotation marks and double those inside"),
      "\(finding.message)")
    #expect(findings(row("xã A mới")).isEmpty)
    #expect(findings(row(#""xã ""A"" mới""#)).isEmpty)
    for half in [#"xã ""A"" mới"#, #""xã "A" mới""#] {
      #expect(findings(row(half)).map(\.code) == ["quote-stray"], "\(half)")
    }
  }

  @Test(
    "what does not apply is said in both cells: in the denominator alone it leaves a number above it"
  )
  func notApplicable() throws {
    let zero = try #require(findings("NQ21;CT01;0;0;").first)
    #expect(zero.remedy.contains("ghi \"không áp dụng\" ở cả hai ô"), "\(zero.remedy)")
    #expect(findings("NQ21;CT01;không áp dụng;không áp dụng;").isEmpty)
    let half = try #require(findings("NQ21;CT01;0;không áp dụng;").first)
    #expect(half.code == "denominator-blank")
    #expect(half.remedy.contains("ghi \"không áp dụng\" ở cả hai ô"), "\(half.remedy)")
  }

  @Test("of one form the rows of a second table go into the first: as a file they would replace it")
  func secondTable() throws {
    let first = "NQ21;CT01;72;76;\n"
    let same = try #require(
      findings(first + "Mã kế hoạch;Mã chỉ tiêu;Mẫu số;Tử số\nNQ21;CT02;4310;47\n").first)
    #expect(same.code == "header-changed")
    #expect(same.remedy.contains("vào bảng thứ nhất") && !same.remedy.contains("tệp riêng"))
    let other = try #require(
      findings(first + "Mã kế hoạch;Mã nhiệm vụ;Tình trạng\nNQ21;NV01;Hoàn thành\n").first)
    #expect(other.code == "header-changed")
    #expect(other.remedy.contains("tách bảng thứ hai thành tệp riêng"))
  }

  @Test("who has given the reason in the note is not told to give it once more")
  func answered() throws {
    let past = SampleOffice.Past(
      quarter: 2, indicator: "CT01", numerator: FixedDecimal(58), denominator: FixedDecimal(60))
    func jump(_ note: String) throws -> Finding {
      let content = SubmissionReader().read(
        Array((Self.header + "NQ21;CT01;72;76;\(note)\n").utf8),
        in: SampleOffice.context(earlier: [past]))
      return try #require(content.findings.first { $0.code == "denominator-jump" })
    }
    let asked = try jump("")
    #expect(asked.remedy.contains("nêu lý do ở cột Ghi chú"))
    #expect(try jump("-").remedy == asked.remedy)
    let answered = try jump("thành lập 16 thôn mới")
    #expect(answered.severity == .explain && answered.remedy.isEmpty, "\(answered.remedy)")
    #expect(
      answered.problem == asked.problem
        + " Đơn vị đã ghi \"thành lập 16 thôn mới\": nếu đó là lý do thì không phải gửi lại.",
      "\(answered.problem)")
  }

  @Test("per cent of a task have one reading: of thousands of per cent nobody speaks")
  func percent() {
    for typed in ["62,125", "62.125"] {
      let content = SampleOffice.read(Self.tasks + "NQ21;NV01;Đang thực hiện;\(typed);")
      #expect(content.taskReports.first?.percent?.plainText == "62.125", "\(typed)")
    }
    #expect(
      findings("NQ21;NV01;Đang thực hiện;101,125;", header: Self.tasks).map(\.code)
        == ["percent-out-of-range"])
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
