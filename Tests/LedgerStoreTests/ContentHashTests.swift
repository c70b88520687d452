import ContentHash
import Foundation
import TestSupport
import Testing

@Suite("Digests")
struct ContentHashTests {
  @Test(
    "of bytes are those of FIPS 180-4",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func ofBytes(text: String, expected: String) {
    #expect(SHA256Digest(of: Array(text.utf8)).hexadecimal == expected)
  }

  @Test("of a file are those of its bytes; a pipe is not waited for", .timeLimit(.minutes(1)))
  func ofFile() throws {
    let folder = try WorkingFolder()
    let file = try folder.write("file", text: "abc")
    #expect(try SHA256Digest(ofFile: file) == SHA256Digest(of: Array("abc".utf8)))
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    for name in ["pipe", "none", ""] {
      #expect(throws: (any Error).self) { try SHA256Digest(ofFile: folder.path(name)) }
    }
  }

  @Test("of fields tell where one field ends and the next begins")
  func ofFields() {
    let lists: [[String]] = [
      [], [""], ["", ""], ["abc"], ["ab", "c"], ["a", "bc"], ["", "abc"], ["abc", ""],
      ["\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}"],
    ]
    let digests = lists.map { list in
      var digest = FieldsDigest()
      for field in list { digest.add(field) }
      return digest.digest
    }
    #expect(Set(digests).count == lists.count)
  }

  @Test("of fields are SHA-256 of each length in eight bytes and the field")
  func layout() {
    var fields = FieldsDigest()
    fields.add("é")
    fields.add([UInt8](repeating: 7, count: 258))
    var bytes: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 2, 0xC3, 0xA9, 0, 0, 0, 0, 0, 0, 1, 2]
    bytes += [UInt8](repeating: 7, count: 258)
    #expect(fields.digest == SHA256Digest(of: bytes))
  }

  @Test("of fields may be asked for in between and tell NFC from NFD")
  func continued() {
    var fields = FieldsDigest()
    fields.add("e\u{301}")
    let first = fields.digest
    #expect(fields.digest == first)
    fields.add("x")
    #expect(fields.digest != first)
    var composed = FieldsDigest()
    composed.add("\u{E9}")
    #expect(composed.digest != first)
  }
}
