import Foundation
import TestSupport
import Testing

@testable import Spreadsheets

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct PackageCheckTests {
  /// A good package, kept, and what it should hold.
  private func package(in folder: WorkingFolder) throws -> (String, PackageExpectation) {
    let path = folder.path("good.xlsx")
    let workbook = try Workbook(path: path, created: created)
    let sheet = try workbook.addSheet("A")
    for row in 0..<50 {
      try sheet.text(row, 0, "  dòng <\(row)> & ")
      try sheet.number(row, 1, Double(row))
    }
    try workbook.close()
    // 10 digits in the first 10 rows, 2 after that; 4 + 3 + 4 extra for &lt; &gt; &amp;
    let texts = (0..<50).map { "  dòng <\($0)> & ".utf8.count + 10 }
    let around = "<si><t xml:space=\"preserve\"></t></si>".utf8.count
    let bytes = texts.reduce(0) { $0 + $1 + around }
    return (
      path,
      PackageExpectation(
        sheets: [.init(cells: 100, rowBytes: nil)], strings: 50, stringBytes: bytes)
    )
  }

  private func isDamaged(_ path: String, _ expected: PackageExpectation) -> Bool {
    do {
      try PackageCheck.verify(path: path, against: expected)
      return false
    } catch let error as SpreadsheetError {
      return error.code == .damaged
    } catch {
      return false
    }
  }

  @Test func aGoodPackagePasses() throws {
    let folder = try WorkingFolder()
    let (path, expected) = try package(in: folder)
    try PackageCheck.verify(path: path, against: expected)
  }

  @Test func missingCellsTextsAndSheetsAreSeen() throws {
    let folder = try WorkingFolder()
    let (path, good) = try package(in: folder)
    let sheet = good.sheets[0]
    for bad in [
      PackageExpectation(
        sheets: [.init(cells: 101, rowBytes: nil)], strings: 50, stringBytes: good.stringBytes),
      PackageExpectation(
        sheets: [.init(cells: 100, rowBytes: 1)], strings: 50, stringBytes: good.stringBytes),
      PackageExpectation(sheets: [sheet], strings: 51, stringBytes: good.stringBytes),
      PackageExpectation(sheets: [sheet], strings: 50, stringBytes: good.stringBytes + 1),
      PackageExpectation(sheets: [sheet, sheet], strings: 50, stringBytes: good.stringBytes),
    ] {
      #expect(isDamaged(path, bad))
    }
  }

  @Test func everyCutIsSeen() throws {
    let folder = try WorkingFolder()
    let (path, expected) = try package(in: folder)
    let bytes = Array(try ClosingTests.bytes(path))
    for length in stride(from: 0, to: bytes.count, by: 37) {
      let cut = try folder.write("cut.xlsx", bytes.prefix(length))
      #expect(isDamaged(cut, expected), "\(length) of \(bytes.count) bytes")
    }
  }

  /// Flips a bit in every packed part and in every field of the directory that matters.
  @Test func everyFlippedPartIsSeen() throws {
    let folder = try WorkingFolder()
    let (path, expected) = try package(in: folder)
    let bytes = Array(try ClosingTests.bytes(path))
    for entry in try PackageReader(path: path).entries {
      var flipped = bytes
      flipped[entry.header + 30 + entry.name.utf8.count + entry.packedSize / 2] ^= 0x10
      let bad = try folder.write("flipped.xlsx", flipped)
      #expect(isDamaged(bad, expected), "\(entry.name)")
    }
  }

  @Test func aRandomFileDoesNotEndTheProcess() throws {
    let folder = try WorkingFolder()
    let (path, expected) = try package(in: folder)
    let bytes = Array(try ClosingTests.bytes(path))
    var state: UInt64 = 42
    for _ in 0..<300 {
      var broken = bytes
      for _ in 0..<4 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        // mostly in the directory
        let back = Int(state >> 33) % min(broken.count, 1_500)
        broken[broken.count - 1 - back] = UInt8(truncatingIfNeeded: state >> 24)
      }
      // some changes are harmless (times, versions); it must only come back
      _ = isDamaged(try folder.write("broken.xlsx", broken), expected)
    }
  }

  /// In a process of its own, no file may grow over a limit: the library's writes fail as on a full
  /// disk, and it reports success.
  @Test(arguments: [false, true], [4_096, 40_000, 150_000])
  func aFullDiskKeepsTheOldFile(_ constantMemory: Bool, _ limit: Int) async throws {
    await #expect(processExitsWith: .success) { [constantMemory, limit] in
      let folder = try WorkingFolder()
      try folder.write("book.xlsx", text: "cũ")
      _ = signal(SIGXFSZ, SIG_IGN)
      var bound = rlimit(rlim_cur: rlim_t(limit), rlim_max: rlim_t(limit))
      _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &bound)
      let workbook = try Workbook(
        path: folder.path("book.xlsx"), created: created, constantMemory: constantMemory)
      let error = #expect(throws: SpreadsheetError.self) {
        let sheet = try workbook.addSheet("Lớn")
        for row in 0..<20_000 {
          try sheet.text(row, 0, "Đơn vị số \(row * 7_919)")
          try sheet.number(row, 1, Double(row * row))
        }
        try workbook.close()
      }
      print("full disk:", error.map(\.description) ?? "no error")
      #expect(try ClosingTests.bytes(folder.path("book.xlsx")) == Data("cũ".utf8))
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
      #expect(names == ["book.xlsx"])
    }
  }
}
