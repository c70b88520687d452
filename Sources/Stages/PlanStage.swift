import PlanModel

/// Checks the office's own files and prints what the plans hold (`tonghop-plan`).
public enum PlanStage {
  /// Runs for every organisation asked for; `isList` prints every indicator and task.
  public static func run(_ request: StageRequest, isList: Bool, _ console: Console) -> ExitStatus {
    OrganisationRun.all(request, console) { run in
      for plan in try run.plans() {
        if request.isJSON {
          console.output(PlanListing.json(plan, office: run.office))
        } else {
          PlanListing.lines(plan, office: run.office, isList: isList).forEach(console.output)
        }
      }
      return .clean
    }
  }
}
