/// One task of a plan: who leads it, what it yields, and by when.
public struct PlanTask: Hashable, Sendable {
  /// Who answers for a task.
  public enum Lead: Hashable, Sendable {
    /// These units together, tracked once, under the first.
    case units([String])
    /// Each unit of the selection by itself.
    case each(UnitSelection)
  }

  /// Its code, unique in the plan: `V.1-01`.
  public let code: String
  /// Where the plan sets it: `V.1`.
  public let clause: String
  /// Who answers for it.
  public let lead: Lead
  /// Who co-operates: codes of units, in the plan's order.
  public let cooperating: [String]
  /// The task in the office's own words.
  public let summary: String
  /// What it is to yield: `hướng dẫn`, `quy chế`; nil when the plan names nothing.
  public let product: String?
  /// By when.
  public let deadline: Deadline

  /// All parts, as read from the plan file.
  public init(
    code: String, clause: String, lead: Lead, cooperating: [String] = [], summary: String,
    product: String? = nil, deadline: Deadline
  ) {
    self.code = code
    self.clause = clause
    self.lead = lead
    self.cooperating = cooperating
    self.summary = summary
    self.product = product
    self.deadline = deadline
  }
}
