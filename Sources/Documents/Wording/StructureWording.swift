import Assessment

extension AssessmentInput {
  /// That tables are in the structure of a chosen day; nil when they are in that of their own time.
  var structureText: String? {
    structure.map { "số liệu theo cơ cấu tổ chức tại ngày \($0.shortText)" }
  }
}

extension IndicatorCell {
  /// What a reorganisation did to the figures; nil when none did anything.
  func breakMark(_ name: (String) -> String) -> String? {
    if isBroken { return "không so sánh được do sắp xếp tổ chức" }
    guard !convertedFrom.isEmpty else { return nil }
    return "gồm số liệu quy đổi của \(convertedFrom.map(name).joined(separator: ", "))"
      + " (sắp xếp tổ chức)"
  }

  /// The coverage by members in percent; nil when complete or not known.
  var memberShareText: String? {
    members.flatMap { $0.counted < $0.expected ? share($0.counted, of: $0.expected) : nil }
  }
}
