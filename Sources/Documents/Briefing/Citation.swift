import PlanModel

extension Plan {
  /// The plan as later mentions name it: `Kế hoạch số 167-KH/TU`.
  var citation: String { "\(documentType) số \(number)" }

  /// The plan as its first mention names it, with its day, its issuer and what it is about.
  var fullCitation: String {
    var text = citation
    if let issuedOn { text += ", ngày \(issuedOn.shortText)" }
    if let issuedBy { text += " của \(issuedBy)" }
    let matter = basis ?? title
    return matter.isEmpty ? text : "\(text) \(matter)"
  }

  /// The type of document that the sign in its number stands for; plans of other types are rare, and
  /// whatever sign is not known is taken for one.
  private var documentType: String {
    let types = [
      "KH": "Kế hoạch", "CTR": "Chương trình", "NQ": "Nghị quyết", "CT": "Chỉ thị",
      "KL": "Kết luận", "QĐ": "Quyết định", "HD": "Hướng dẫn", "ĐA": "Đề án", "TB": "Thông báo",
    ]
    let signs = number.uppercased().split { !$0.isLetter }
    return signs.lazy.compactMap { types[String($0)] }.first ?? "Kế hoạch"
  }
}
