import Foundation
import PlanModel
import TestSupport
import Testing

@testable import PlanFiles

/// `docs/plan-file.md` and `docs/office-files.md` against the readers.
@Suite("What is documented of the office's files")
struct DocumentedKeysTests {
  private static let plan = DocumentationPage("plan-file.md")
  private static let office = DocumentationPage("office-files.md")

  @Test("the pages have every key of every map, and no other")
  func keys() {
    let documented = (Self.plan.tables + Self.office.tables).filter { $0.head.hasPrefix("key of ") }
    var keys: [String: [String]] = [:]
    for table in documented {
      for what in table.subjects { keys[what, default: []] += table.names }
    }
    for map in YAMLKeys.allCases {
      #expect(keys.removeValue(forKey: map.what)?.sorted() == map.known.sorted(), "\(map.what)")
    }
    #expect(keys.isEmpty, "no such maps")
  }

  @Test(
    "the pages have every column of the CSV files, and no other",
    arguments: [
      ("units.csv", UnitsFile.columns), ("events.csv", EventsFile.columns),
      ("explanations.csv", ExplanationsFile.columns), ("register.csv", Register.columns),
    ])
  func columns(_ file: String, _ columns: [TableColumn]) throws {
    let table = try #require(Self.office.tables.first { $0.head == "column of \(file)" })
    #expect(table.names == columns.map(\.name))
    for (row, column) in zip(table.rows, columns) {
      let says = try #require(row.dropFirst().first)
      #expect(says.contains("must") == column.isRequired, "\(file) \(column.name): \(says)")
    }
  }

  @Test("the pages have every word that a key may have as its value")
  func words() {
    let ofPlans = [
      Cadence.allCases.map(\.rawValue), Indicator.Measure.allCases.map(\.rawValue),
      Indicator.Accumulation.allCases.map(\.rawValue),
      Indicator.DenominatorTime.allCases.map(\.rawValue),
      Indicator.Combination.allCases.map(\.rawValue), Target.Path.allCases.map(\.rawValue),
      Deadline.Continuation.allCases.map(\.rawValue), Severity.allCases.map(\.rawValue),
      CrossCheck.Relation.allCases.map(\.rawValue), PlanReader.words,
    ].joined()
    for word in ofPlans { #expect(Self.plan.text.contains("`\(word)`"), "\(word)") }
    let ofOffices = [
      Organisation.Form.Profile.allCases.map(\.rawValue),
      Organisation.Form.TonePlacement.allCases.map(\.rawValue),
      ReportingCalendar.RestRule.allCases.map(\.rawValue),
    ].joined()
    for word in ofOffices { #expect(Self.office.text.contains("`\(word)`"), "\(word)") }
  }

  @Test("the example of a key stands in the example that is read")
  func examples() {
    for page in [Self.plan, Self.office] {
      let whole = page.blocks(of: "yaml")
      for table in page.tables where table.head.hasPrefix("key of ") {
        for row in table.rows {
          let example = row.last ?? ""
          #expect(row.count == 5, "\(row)")
          #expect(whole.contains(example.dropFirst().dropLast()), "\(table.head): \(example)")
        }
      }
    }
  }

  @Test("the examples are read without a finding, one below the other")
  func examplesAreRead() throws {
    var sources = [
      OfficeSource(name: "organisation.yaml", bytes: Array(Self.office.blocks(of: "yaml").utf8)),
      OfficeSource(name: "plans/KH15.yaml", bytes: Array(Self.plan.blocks(of: "yaml").utf8)),
    ]
    for name in ["units.csv", "events.csv", "explanations.csv"] {
      let text = Self.office.blocks(of: "csv \(name)")
      #expect(!text.isEmpty, "\(name)")
      sources.append(OfficeSource(name: name, bytes: Array(text.utf8)))
    }
    let loaded = OfficeFiles.load(
      sources: sources, organisation: "nam-son", explainable: ["denominator-jump"])
    #expect(loaded.findings.flatMap(\.terminalLines) == [])
    let office = try #require(loaded.office)
    #expect(office.plans.map(\.indicators.count) == [12])
    let period = try #require(Period.parse("2024-Q3"))
    let register = Register.read(
      Array(Self.office.blocks(of: "csv submissions/2024-Q3/register.csv").utf8),
      path: "register.csv", period: period, registry: office.registry,
      utcOffsetMinutes: office.organisation.calendar.utcOffsetMinutes)
    #expect(register.findings.flatMap(\.terminalLines) == [])
    #expect(register.entries.count == 1)
  }

  @Test("what the pages say holds where a key is left out, holds")
  func defaults() throws {
    let limits = PlausibilityLimits()
    let calendar = ReportingCalendar()
    let said = [
      "deviations": "\(limits.deviations)", "fewest_peers": "\(limits.fewestPeers)",
      "fewest_periods": "\(limits.fewestPeriods)", "growth": "\(limits.growth)",
      "least_growth": "\(limits.leastGrowth)", "full_units": "\(limits.fullUnits)",
      "heap_units": "\(limits.heapUnits)", "working_days": "\(calendar.dueWorkingDays)",
    ]
    for table in Self.office.tables {
      for row in table.rows {
        guard let name = row.first?.trimmingCharacters(in: ["`"]), let value = said[name] else {
          continue
        }
        #expect(row[1] == "else \(value)", "\(name)")
      }
    }
    #expect(calendar.mendWorkingDays == calendar.dueWorkingDays)
    #expect(calendar.dueSecondOfDay == 17 * 3600)
    #expect(calendar.closing == .periodEnd)
    #expect(limits.heapWidth == FixedDecimal(5, fractionDigits: 3))
    #expect(limits.heapShare == FixedDecimal(5, fractionDigits: 1))
  }
}
