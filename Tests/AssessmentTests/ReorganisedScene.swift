import Assessment
import PlanModel

/// A province whose units are reorganised: figures from the year before on.
func reorganised(_ units: [Unit], _ indicator: Indicator) throws -> Scene {
  var scene = Scene(units: [try unit("T", "tinh", under: nil)] + units, indicator)
  scene.years = 2024...2030
  return scene
}

/// Admissions of the year over the members at its beginning.
var admissions: Indicator {
  indicator([yearly(.atLeast(percent(3)))], measure: .ratio, .flow, over: .stock, at: .yearStart)
}
