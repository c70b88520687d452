import PlanModel
import Testing

/// Values from their plain notation; a test with a wrong notation fails at its own line.
func day(_ text: String, _ place: SourceLocation = #_sourceLocation) throws -> CalendarDate {
  try #require(CalendarDate.parse(text), sourceLocation: place)
}

func period(_ text: String, _ place: SourceLocation = #_sourceLocation) throws -> Period {
  try #require(Period.parse(text), sourceLocation: place)
}

func number(_ text: String, _ place: SourceLocation = #_sourceLocation) throws -> FixedDecimal {
  try #require(FixedDecimal.parse(text), sourceLocation: place)
}

func unit(
  _ code: String, _ kind: String = "xa", under parent: String? = "T", from: String = "2020-01-01",
  to: String? = nil
) throws -> Unit {
  Unit(
    code: code, name: "Đảng ủy " + code, kind: kind, parent: parent, validFrom: try day(from),
    validTo: try to.map { try day($0) })
}
