import DelimitedText
import VietnameseText

/// Counts what was read in another spelling without a question, for part C of the slip.
struct Normalisations {
  private struct Group {
    var count = 0
    var example = ""
  }

  private var numbers = Group()
  private var dates = Group()
  private var headers: [String] = []
  private var encoding: SourceEncoding?

  mutating func number(_ typed: String, readAs number: String) {
    numbers.count += 1
    if numbers.example.isEmpty { numbers.example = "\(quoted(typed)) hiểu là \(number)" }
  }

  mutating func date(_ typed: String, readAs date: String) {
    dates.count += 1
    if dates.example.isEmpty { dates.example = "\(quoted(typed)) hiểu là \(date)" }
  }

  mutating func header(_ typed: String, readAs column: Column) {
    let names = [column.rawValue, column.vietnameseName]
    // read past, so of no interest how they are called
    guard !names.contains(typed), !column.isReadPast else { return }
    headers.append("\(quoted(typed)) hiểu là \"\(column.vietnameseName)\"")
  }

  mutating func encoding(_ encoding: SourceEncoding) {
    if encoding != .utf8, encoding != .utf8BOM { self.encoding = encoding }
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
    if numbers.count > 0 {
      sentences.append("Số viết cách khác: \(numbers.example) (\(cells(numbers.count))).")
    }
    if dates.count > 0 {
      sentences.append("Ngày viết cách khác: \(dates.example) (\(cells(dates.count))).")
    }
    return sentences
  }

  private func cells(_ count: Int) -> String { "\(counted(Int128(count))) ô" }
}
