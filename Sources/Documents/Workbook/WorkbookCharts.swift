// The charts of the overview; their series stand on the sheet "Xu hướng".
extension WorkbookOverview {
  /// How many lines a reader can tell apart.
  private static let mostLines = 6
  /// How many bars stand side by side with their names.
  private static let mostBars = 24
  /// The rows that the charts cover.
  private static let height = 11

  mutating func addCharts() {
    let start = sheet.nextRow
    section("BIỂU ĐỒ")
    let top = sheet.nextRow
    for _ in 0..<Self.height { sheet.add([SheetCell(0, .blank, SheetStyle(.chart))]) }
    let made = [achieved(), trend(), submissions()].compactMap(\.self)
    // three parts of the width that are nearly equal
    let frames = made.count == 3 ? [0...2, 3...7, 8...13] : [0...4, 5...13]
    for (chart, columns) in zip(made, frames) {
      sheet.add(chart(SheetRange(top...(top + Self.height - 1), columns)))
    }
    sheet.keepTogether(start...(sheet.nextRow - 1))
    sheet.add()
  }

  private typealias Drawing = (SheetRange) -> SheetChart

  private func achieved() -> Drawing? {
    guard let group = series.againstPlan else { return tasks() }
    guard let first = group.rows.first, first.values.rows.count <= Self.mostBars else { return nil }
    return { frame in
      SheetChart(
        .columns, title: "Chỉ tiêu so với kế hoạch", series: Self.series(group), isPercent: true,
        description: "Mức thực hiện của từng chỉ tiêu so với mức kế hoạch, kế hoạch là 100%.",
        frame: frame)
    }
  }

  /// For a plan without numbers to reach: its tasks.
  private func tasks() -> Drawing? {
    guard let group = series.tasks else { return nil }
    return { frame in
      SheetChart(
        .bars, title: "Nhiệm vụ theo tình trạng", series: Self.series(group, showsValues: true),
        isPercent: false, description: "Số đầu việc theo từng tình trạng.", frame: frame)
    }
  }

  private func trend() -> Drawing? {
    let lines = series.lines.filter { $0.points > 1 }.prefix(Self.mostLines)
    guard let periods = series.periods, !lines.isEmpty else { return nil }
    return { frame in
      SheetChart(
        .lines, title: "Xu hướng: % kế hoạch qua các kỳ",
        series: lines.map { .init($0.name, categories: periods, values: $0.values) },
        isPercent: true,
        description: "Mức thực hiện so với kế hoạch của các chỉ tiêu chính qua các kỳ.",
        frame: frame)
    }
  }

  private func submissions() -> Drawing? {
    guard let group = series.submissions else { return nil }
    return { frame in
      SheetChart(
        .stackedColumns, title: "Báo cáo theo tình trạng gửi",
        series: Self.series(group, showsValues: true), isPercent: false,
        description: "Số báo cáo đúng hạn, chậm hạn, trả lại và chưa gửi qua các kỳ.", frame: frame)
    }
  }

  private static func series(
    _ group: WorkbookSeries.Group, showsValues: Bool = false
  ) -> [SheetChart.Series] {
    group.rows.map {
      .init(
        $0.name, categories: group.categories, values: $0.values, tone: $0.tone,
        showsValues: showsValues)
    }
  }
}
