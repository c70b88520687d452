import Foundation
import TestSupport

@testable import Stages

/// A district of two communes that writes its submission into the folder of the province.
struct District {
  let province: SmallOffice
  let office: SmallOffice

  /// `change` mends the plan of both.
  init(_ folder: WorkingFolder, _ change: (String) -> String = { $0 }) throws {
    province = try SmallOffice(folder, code: "tinh", root: "T", units: ["HA", "HB"])
    office = try SmallOffice(folder, code: "ha", root: "HA", units: ["X1", "X2"])
    for level in [province, office] {
      try level.write(change(SmallOffice.plan(level.root)), "plans/KH1.yaml")
    }
  }

  /// A commune sends rows of a form; nothing at all where there are none.
  func send(
    _ rows: String?, of unit: String, _ columns: String, _ name: String,
    in period: String = "2025-Q3"
  ) throws {
    guard let rows else { return }
    try office.write("plan,\(columns)\n\(rows)\n", "submissions/\(period)/\(unit)/\(name).csv")
  }

  /// Takes what the communes sent, and writes the submission.
  @discardableResult
  func export(
    _ change: (inout StageRequest) -> Void = { _ in }
  ) -> (status: Stages.ExitStatus, text: String) {
    office.run(IngestStage.run) { $0.period = "all" }
    return office.run(AggregateStage.run) {
      $0.exportFolder = "\(province.inputs)/tinh/submissions"
      change(&$0)
    }
  }

  /// Sends all periods up, and lets the province take and assess them; what its intake prints.
  @discardableResult
  func sendUp() -> String {
    export { $0.period = "all" }
    let taken = province.run(IngestStage.run) { $0.period = "all" }
    province.run(AggregateStage.run) { $0.period = "all" }
    return taken.text
  }

  func path(_ name: String, in period: String = "2025-Q3") -> String {
    "\(province.inputs)/tinh/submissions/\(period)/HA/\(name).csv"
  }

  func rows(_ name: String, in period: String = "2025-Q3") throws -> [[String: String]] {
    try Table.rows(of: URL(fileURLWithPath: path(name, in: period)))
  }
}
