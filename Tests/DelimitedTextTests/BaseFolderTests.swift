import Foundation
import Glibc
import TestSupport
import Testing

@testable import DelimitedText

/// Files below a folder: what is read, and what is never followed or waited for.
@Suite struct BaseFolderTests {
  let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  /// What reading `path` comes to: the text, or the problem.
  func read(_ path: String, limit: Int = 1_000) throws -> Result<String, FileProblem> {
    let base = try BaseFolder(folder.url.path)
    do throws(FileProblem) {
      return .success(String(decoding: try base.read(path, limit: limit).bytes, as: UTF8.self))
    } catch {
      return .failure(error)
    }
  }

  @Test func aFileIsReadWithItsTime() throws {
    let path = try folder.write("a/b/c.csv", text: "x,y\n")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000.5)], ofItemAtPath: path)
    let base = try BaseFolder(folder.url.path)
    let contents = try base.read("a/b/c.csv", limit: 4)
    #expect(contents.bytes == Array("x,y\n".utf8))
    #expect(contents.modified == FileTime(seconds: 1_700_000_000, nanoseconds: 500_000_000))
    try folder.write("empty.csv", [])
    #expect(try read("empty.csv", limit: 0) == .success(""))
  }

  @Test(arguments: ["", "/etc/hosts", "../x", "a/../x", "./x", "a//x", "a/", ".", "..", "a\0b"])
  func pathsThatLeaveTheFolderAreRefused(path: String) throws {
    try folder.write("x", text: "x")
    #expect(try read(path) == .failure(.unsafePath))
  }

  @Test func linksAreNotFollowed() throws {
    let target = try folder.write("real/x.csv", text: "x")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.csv"), withDestinationPath: target)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("linked"), withDestinationPath: folder.path("real"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("nowhere"), withDestinationPath: folder.path("missing"))
    #expect(try read("link.csv") == .failure(.notRegular(.link)))
    #expect(try read("linked/x.csv") == .failure(.notRegular(.link)))
    #expect(try read("nowhere") == .failure(.notRegular(.link)))
    #expect(try read("real/x.csv") == .success("x"))
  }

  @Test func theFolderItselfMayBeReachedByALink() throws {
    try folder.write("real/x.csv", text: "x")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("linked"), withDestinationPath: folder.path("real"))
    let base = try BaseFolder(folder.path("linked"))
    #expect(try base.read("x.csv", limit: 10).bytes == [0x78])
  }

  @Test func whatIsNoFileIsNamed() throws {
    try folder.write("d.csv/inside", text: "x")
    #expect(unsafe mkfifo(folder.path("pipe.csv"), 0o600) == 0)
    #expect(try read("d.csv") == .failure(.notRegular(.directory)))
    #expect(try read("pipe.csv") == .failure(.notRegular(.fifo)))
    #expect(try read("d.csv/inside/x") == .failure(.notRegular(.file)))
    let devices = try BaseFolder("/dev")
    #expect(throws: FileProblem.notRegular(.device)) { try devices.read("null", limit: 10) }
  }

  @Test func socketsAreNamed() throws {
    let path = folder.path("s.csv")
    let made = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(made) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe withUnsafeMutableBytes(of: &pointer.pointee.sun_path) {
        unsafe $0.copyBytes(from: path.utf8)
      }
      return unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(made, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    #expect(bound == 0)
    #expect(try read("s.csv") == .failure(.notRegular(.socket)))
  }

  @Test func aFileWithTwoNamesIsRefused() throws {
    let path = try folder.write("x.csv", text: "x")
    try FileManager.default.linkItem(atPath: path, toPath: folder.path("y.csv"))
    #expect(try read("x.csv") == .failure(.hardLinked(links: 2)))
  }

  @Test func aHugeSparseFileIsRefusedAtOnce() throws {
    try folder.write("big.csv", [])
    #expect(unsafe truncate(folder.path("big.csv"), 20_000_000_000) == 0)
    #expect(
      try read("big.csv", limit: 1 << 26)
        == .failure(.tooLarge(size: 20_000_000_000, limit: 1 << 26)))
  }

  @Test func whatIsMissingHasVanished() throws {
    #expect(try read("x.csv") == .failure(.vanished))
    #expect(try read("no/x.csv") == .failure(.vanished))
    #expect(throws: FileProblem.vanished) { _ = try BaseFolder(folder.path("none")) }
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func whatMayNotBeReadSaysWhy() throws {
    let path = try folder.write("x.csv", text: "x")
    #expect(unsafe chmod(path, 0) == 0)
    #expect(try read("x.csv") == .failure(.unreadable(code: EACCES, text: "Permission denied")))
  }

  @Test func namesNeedNotBeUTF8() throws {
    let name: [UInt8] = [0x78, 0x0A, 0xFF]
    let base = try BaseFolder(folder.url.path)
    #expect(throws: FileProblem.vanished) { try base.read(name, limit: 10) }
    try folder.write("a", text: "found")
    var target = Array((folder.url.path + "/").utf8).map { CChar(bitPattern: $0) }
    target += name.map { CChar(bitPattern: $0) } + [0]
    let made = unsafe rename(folder.path("a"), target)
    #expect(made == 0)
    #expect(try base.read(name, limit: 10).bytes == Array("found".utf8))
  }

  @Test(arguments: ["longer text", "x", "same"])
  func aFileThatChangesMeanwhileIsLeft(text: String) throws {
    let path = try folder.write("x.csv", text: "text")
    let base = try BaseFolder(folder.url.path)
    #expect(throws: FileProblem.changedWhileReading) {
      try base.read(Array("x.csv".utf8), limit: 100) {
        try? Data(text.utf8).write(to: URL(fileURLWithPath: path))
      }
    }
    #expect(try read("x.csv") == .success(text))
  }

  @Test func settingTheTimeBackDoesNotHideAChange() throws {
    let path = try folder.write("x.csv", text: "text")
    let time: [FileAttributeKey: Any] = [.modificationDate: Date(timeIntervalSince1970: 1_000)]
    try FileManager.default.setAttributes(time, ofItemAtPath: path)
    let base = try BaseFolder(folder.url.path)
    #expect(throws: FileProblem.changedWhileReading) {
      try base.read(Array("x.csv".utf8), limit: 100) {
        try? Data("TEXT".utf8).write(to: URL(fileURLWithPath: path))
        try? FileManager.default.setAttributes(time, ofItemAtPath: path)
      }
    }
  }

  @Test func manyReadingsLeaveNoFileOpen() throws {
    try folder.write("a/x.csv", text: "x")
    func openFiles() throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }
    let base = try BaseFolder(folder.url.path)
    for _ in 0..<2_000 {
      #expect(try base.read("a/x.csv", limit: 10).bytes.count == 1)
      #expect(throws: FileProblem.vanished) { try base.read("a/y.csv", limit: 10) }
    }
    #expect(try openFiles() < 500, "other tests run beside this one")
  }
}
