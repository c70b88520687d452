/// Checks the office's own files and prints what the plans hold (`tonghop-plan`).
public enum PlanStage {
  /// Runs for every organisation asked for; `isList` prints every indicator and task.
  public static func run(_ request: StageRequest, isList: Bool, _ console: Console) -> ExitStatus {
    var request = request
    request.showsRemarks = true
    request.checksTemplates = true
    return OrganisationRun.all(request, console) { run in
      for plan in try run.plans() {
        let listing = PlanListing(plan: plan, office: run.office)
        if request.isJSON {
          console.output(PlanData(plan: plan, organisation: run.code).text)
        } else if isList {
          listing.lines.forEach(console.output)
        } else if !request.isQuiet {
          console.output(listing.head)
        }
      }
      return .clean
    }
  }
}
