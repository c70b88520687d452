import Foundation
import TestSupport
import Testing

/// The briefing of the sample's third quarter of 2025, when districts had given way to communes.
@Suite("Briefing after a reorganisation")
struct ReorganisedBriefingTests {
  @Test(
    "nothing is asked of a unit that has ended, and no figure of it is counted beside those that are"
  )
  func ended() throws {
    let office = try SampleOffice()
    let own = ["--organisation", "ninh-khanh"]
    #expect([0, 2].contains(try office.run("ingest", own + ["--period", "all"]).status))
    for stage in ["aggregate", "briefing"] {
      let outcome = try office.run(
        stage, own + ["--period", "2025-Q3", "--as-of", "2025-10-05", "--plan", "NQ21"])
      #expect([0, 2].contains(outcome.status), "\(outcome.errors)")
    }
    let text = try String(
      contentsOf: office.outputs.appendingPathComponent("2025-Q3/NQ21/bao-cao.txt"),
      encoding: .utf8
    ).split { $0.isWhitespace }.joined(separator: " ")
    let demands = text.suffix(from: try #require(text.range(of: "- ĐỀ NGHỊ ")).upperBound)
    #expect(demands.contains("TT 17 (ĐV có kế hoạch rèn luyện)"))
    // what districts sent is carried, and one of them fell short; it ended on 30 June, and is named only
    // behind those that took over
    #expect(demands.contains("(kế thừa Huyện ủy Đá Bạc)"))
    #expect(!demands.replacing(/\(kế thừa [^)]*\)/, with: "").contains("Huyện ủy"), "\(demands)")
    #expect(text.contains("so sánh tính trên các đơn vị có đủ số liệu ở cả hai kỳ"))
  }
}
