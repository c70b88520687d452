import DelimitedText
import PlanModel
import VietnameseText

/// Counts what was read in another spelling without a question, and what was left out, for the last
/// part of the slip.
struct Normalisations {
  private struct Group {
    var count = 0
    var example = ""
  }

  /// Rows of one reason that are named one by one; more are counted.
  private static let namedRows = 6

  private var numbers = Group()
  private var dates = Group()
  private var headers: [String] = []
  private var unknownHeaders: [String] = []
  private var encoding: SourceEncoding?
  private var leftOut: [(reason: FindingCode.LeftOut, rows: [Int], count: Int)] = []

  mutating func number(_ typed: @autoclosure () -> String, readAs number: FixedDecimal) {
    numbers.count += 1
    if numbers.example.isEmpty { numbers.example = "\(quoted(typed())) hiểu là \(number.inPrint)" }
  }

  mutating func date(_ typed: String, readAs date: String) {
    dates.count += 1
    if dates.example.isEmpty { dates.example = "\(quoted(typed)) hiểu là \(date)" }
  }

  mutating func header(_ typed: String, readAs column: Column) {
    let names = [column.rawValue, column.vietnameseName]
    // read past, so of no interest how they are called
    guard !names.contains(where: { PlainKey($0) == PlainKey(typed) }),
      !column.isReadPast
    else { return }
    headers.append("\(quoted(typed)) hiểu là \"\(column.vietnameseName)\"")
  }

  mutating func unknown(_ header: String) { unknownHeaders.append(quoted(header)) }

  mutating func encoding(_ encoding: SourceEncoding) {
    if encoding != .utf8, encoding != .utf8BOM { self.encoding = encoding }
  }

  mutating func leftOut(_ reason: FindingCode.LeftOut, row: Int) {
    guard let index = leftOut.firstIndex(where: { $0.reason == reason }) else {
      leftOut.append((reason, [row], 1))
      return
    }
    leftOut[index].count += 1
    if leftOut[index].rows.count < Self.namedRows { leftOut[index].rows.append(row) }
  }

  /// One sentence for each kind.
  var sentences: [String] {
    var sentences: [String] = []
    if let encoding {
      sentences.append("Tệp dùng bảng mã \(encoding.rawValue), đã chuyển sang UTF-8.")
    }
    if !headers.isEmpty {
      sentences.append("Tiêu đề cột \(headers.joined(separator: "; ")).")
    }
    if !unknownHeaders.isEmpty {
      let more = unknownHeaders.count - 5
      sentences.append(
        "Không tổng hợp cột ngoài mẫu: \(unknownHeaders.prefix(5).joined(separator: "; "))"
          + (more > 0 ? " và \(counted(Int128(more))) cột khác." : "."))
    }
    if numbers.count > 0 {
      sentences.append("Số viết cách khác: \(numbers.example) (\(cells(numbers.count))).")
    }
    if dates.count > 0 {
      sentences.append("Ngày viết cách khác: \(dates.example) (\(cells(dates.count))).")
    }
    for (reason, rows, count) in leftOut {
      let named = rows.map(String.init).joined(separator: ", ")
      let more = count - rows.count
      sentences.append(
        "Không tính \(reason.vietnamese): dòng \(named)"
          + (more > 0 ? " và \(counted(Int128(more))) dòng khác." : "."))
    }
    return sentences
  }

  private func cells(_ count: Int) -> String { "\(counted(Int128(count))) ô" }
}
