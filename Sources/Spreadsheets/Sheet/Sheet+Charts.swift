internal import CLibXLSXWriter

/// Cells that a chart draws, and the library's place for their values.
@safe struct ChartRange {
  let library: UnsafeMutablePointer<lxw_series_range>
  let source: Chart.Source
  /// Whether only numbers are drawn; a text among them is a gap.
  let isNumeric: Bool
}

extension Sheet {
  /// Puts a chart with its upper left corner on a cell. Throws for a chart without series, sources of
  /// several rows and columns, texts that are too long. That the sheets exist is checked by `close()`.
  public func insert(_ chart: Chart, row: Int, column: Int) throws {
    let sheet = try unsafe open("insert chart")
    let book = try unsafe workbook.open("insert chart")
    let (libraryRow, libraryColumn) = try place(row, column, "insert chart")
    try validate(chart)
    let library = try unsafe made(
      workbook_add_chart(book, chart.kind.library), "workbook_add_chart")
    let strings = CStrings()
    try unsafe setTexts(of: chart, in: library, strings)
    if let minimum = chart.valueMinimum {
      unsafe chart_axis_set_min(valueAxis(of: library), minimum)
    }
    for series in chart.series { try unsafe add(series, of: chart, to: library) }
    unsafe chart_legend_set_position(library, chart.legend.rawValue)

    var options = unsafe lxw_chart_options()
    unsafe options.x_scale = Double(chart.width) / Self.libraryWidth
    unsafe options.y_scale = Double(chart.height) / Self.libraryHeight
    if !chart.altText.isEmpty {
      unsafe options.description = unsafe strings.copy(
        try CellText.clean(chart.altText, limit: 255, "insert chart"))
    }
    try unsafe check(
      worksheet_insert_chart_opt(sheet, libraryRow, libraryColumn, library, &options),
      "worksheet_insert_chart_opt")
    withExtendedLifetime(strings) {}
  }

  /// Bars lie along the first axis, columns stand along the second.
  private func valueAxis(
    of chart: UnsafeMutablePointer<lxw_chart>
  ) -> UnsafeMutablePointer<lxw_chart_axis> {
    let isFirst = unsafe chart.pointee.x_axis.pointee.is_value != 0
    return unsafe isFirst ? chart.pointee.x_axis : chart.pointee.y_axis
  }

  private static let libraryWidth = 480.0
  private static let libraryHeight = 288.0
  private static let textLimit = 255

  private func validate(_ chart: Chart) throws {
    func require(_ holds: Bool, _ found: @autoclosure () -> String) throws {
      try self.require(holds, "insert chart", found())
    }
    try require((1...255).contains(chart.series.count), "\(chart.series.count) series")
    for size in [chart.width, chart.height] {
      try require((50...4_000).contains(size), "\(size) pixels")
    }
    try require(chart.valueMinimum?.isFinite ?? true, "an axis that begins nowhere")
    for size in [chart.titleSize, chart.textSize] {
      try require((6...72).contains(size), "letters of \(size) points")
    }
    for source in chart.series.flatMap({ [$0.categories, $0.values] }) {
      let range = source.range
      try require(range.rowCount == 1 || range.columnCount == 1, "source \(range.a1)")
      try require(range.rowCount * range.columnCount <= 32_000, "source \(range.a1)")
    }
  }

  private func setTexts(
    of chart: Chart, in library: UnsafeMutablePointer<lxw_chart>, _ strings: CStrings
  ) throws {
    var font = unsafe lxw_chart_font()
    unsafe font.name = unsafe strings.copy("Times New Roman")
    unsafe font.size = Double(chart.titleSize)
    unsafe font.bold = 1
    if chart.title.isEmpty {
      unsafe chart_title_off(library)
    } else {
      // stored directly: the library makes a formula of a title that begins with "="
      unsafe library.pointee.title.name = unsafe try copy(chart.title)
      unsafe chart_title_set_name_font(library, &font)
    }
    unsafe font.size = Double(chart.textSize)
    unsafe font.bold = 0
    unsafe chart_axis_set_num_font(library.pointee.x_axis, &font)
    unsafe chart_axis_set_num_font(library.pointee.y_axis, &font)
    if !chart.valueFormat.isEmpty {
      let format = try CellText.clean(chart.valueFormat, limit: 127, "insert chart")
      unsafe chart_axis_set_num_format(library.pointee.y_axis, format)
    }
    unsafe chart_legend_set_font(library, &font)
  }

  private func add(
    _ series: Chart.Series, of chart: Chart, to library: UnsafeMutablePointer<lxw_chart>
  ) throws {
    let added = try unsafe made(chart_add_series(library, nil, nil), "chart_add_series")
    try unsafe set(series.categories, of: added.pointee.categories)
    try unsafe set(series.values, of: added.pointee.values, isNumeric: true)
    unsafe added.pointee.title.name = unsafe try copy(series.name)
    if chart.kind == .line {
      unsafe chart_series_set_marker_type(added, UInt8(LXW_CHART_MARKER_AUTOMATIC.rawValue))
    }
    if let colour = series.colour?.library {
      if chart.kind == .line {
        var line = lxw_chart_line()
        line.color = colour
        line.width = 2.25
        unsafe chart_series_set_line(added, &line)
      } else {
        var fill = lxw_chart_fill()
        fill.color = colour
        unsafe chart_series_set_fill(added, &fill)
      }
    }
    if series.showsValues {
      unsafe chart_series_set_labels(added)
      var font = unsafe lxw_chart_font()
      let strings = CStrings()
      unsafe font.name = unsafe strings.copy("Times New Roman")
      unsafe font.size = Double(chart.textSize)
      // the library keeps a copy of the font and its name
      unsafe chart_series_set_labels_font(added, &font)
      withExtendedLifetime(strings) {}
      if !series.valueFormat.isEmpty {
        unsafe chart_series_set_labels_num_format(
          added, try CellText.clean(series.valueFormat, limit: 127, "insert chart"))
      }
    }
  }

  /// Points a library range at cells. The library's own call would quote the sheet's name by its own
  /// rule, which leaves `NQ21` bare.
  private func set(
    _ source: Chart.Source, of range: UnsafeMutablePointer<lxw_series_range>?,
    isNumeric: Bool = false
  ) throws {
    let range = try unsafe made(range, "chart_add_series")
    let (top, left, bottom, right) = source.range.corners
    unsafe (range.pointee.first_row, range.pointee.first_col) = (top, left)
    unsafe (range.pointee.last_row, range.pointee.last_col) = (bottom, right)
    unsafe range.pointee.sheetname = unsafe try copy(source.sheet)
    unsafe range.pointee.formula = unsafe try copy(source.range.absolute(on: source.sheet))
    workbook.reference(to: source.sheet, "insert chart")
    unsafe workbook.chartRanges.append(
      ChartRange(library: range, source: source, isNumeric: isNumeric))
  }

  /// A copy that the library frees.
  private func copy(_ text: String) throws -> UnsafeMutablePointer<CChar> {
    let clean = try CellText.clean(text, limit: Self.textLimit, "insert chart")
    guard let copy = unsafe strdup(clean) else { throw SpreadsheetError.system("strdup", clean) }
    return unsafe copy
  }
}

extension Chart.Kind {
  var library: UInt8 {
    let type =
      switch self {
      case .column: LXW_CHART_COLUMN
      case .columnStacked: LXW_CHART_COLUMN_STACKED
      case .bar: LXW_CHART_BAR
      case .line: LXW_CHART_LINE
      }
    return UInt8(type.rawValue)
  }
}

extension Workbook {
  /// Stores with each chart the values it draws. The library would store 0 for every formula, and
  /// readers that do not calculate would draw that.
  func fillChartCaches() throws {
    // rows that were written already cannot be looked up
    guard !isConstantMemory else { return }
    for range in chartRanges {
      guard let sheet = sheets.first(where: { $0.name == range.source.sheet }) else { continue }
      let (top, left, bottom, right) = range.source.range.corners
      for row in top...bottom {
        let libraryRow = unsafe lxw_worksheet_find_row(sheet.pointer, row)
        for column in left...right {
          let cell = unsafe lxw_worksheet_find_cell_in_row(libraryRow, column)
          guard unsafe append(cell, to: range) != 0 else {
            throw SpreadsheetError.system("calloc", "chart cache")
          }
        }
      }
    }
  }

  private func append(_ cell: UnsafeMutablePointer<lxw_cell>?, to range: ChartRange) -> Int32 {
    var number: Double?
    var text: UnsafeMutablePointer<CChar>?
    switch unsafe cell?.pointee.type {
    case NUMBER_CELL: number = unsafe cell?.pointee.u.number
    case STRING_CELL: unsafe text = unsafe cell?.pointee.sst_string
    case FORMULA_CELL:
      unsafe text = unsafe cell?.pointee.user_data2
      if unsafe text == nil { number = unsafe cell?.pointee.formula_result }
    default: break
    }
    if range.isNumeric { unsafe text = nil }
    let isMissing = unsafe number == nil && text == nil
    return unsafe spreadsheet_append_point(range.library, number ?? 0, text, isMissing ? 1 : 0)
  }
}
