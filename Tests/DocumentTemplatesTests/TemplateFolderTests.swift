import DocumentTemplates
import PlanModel
import TestSupport
import Testing

/// What is wrong with a template is found in one pass, each with its place.
@Suite struct TemplateFolderTests {
  static let names = [
    TemplateName("ky", "kỳ"), TemplateName("co_quan", "cơ quan"),
    TemplateName("bang", .blocks, "bảng"), TemplateName("y", .texts, "các ý"),
    TemplateName("han", "hạn"),
    TemplateName(
      "bieu", .list([TemplateName("ten", "tên"), TemplateName("loi", .texts, "lỗi")]), "các biểu"),
    TemplateName("muc", .part([TemplateName("so", "số"), TemplateName("y", .texts, "ý")]), "mục"),
  ]

  static func folder(_ files: [String: String]) -> TemplateFolder {
    TemplateFolder(
      files: files.map { ($0.key, Array($0.value.utf8)) },
      documents: [("thu", names), ("phieu", names)])
  }

  /// The findings of one template as `line:column code value`, lines and columns from 1.
  static func found(_ text: String, _ others: [String: String] = [:]) -> [String] {
    folder(others.merging(["thu": text]) { $1 }).findings.map { finding in
      let place = finding.finding.place
      let head = finding.template == "thu" ? "" : "\(finding.template) "
      return head + "\(place.line ?? 0):\((place.column ?? -1) + 1) \(finding.finding.code)"
        + (finding.finding.value.map { " \($0)" } ?? "")
    }
  }

  @Test(arguments: [
    ("{{#bieu}}\n- {{ten}}\n", ["1:1 template-section bieu"]),
    ("a\n{{/bieu}}\n", ["2:1 template-section bieu"]),
    ("{{#muc}}{{#y}}{{/muc}}", ["1:15 template-section muc"]),
    ("ngày {{ky\nhết", ["1:6 template-syntax"]),
    ("{{{bang}}\n", ["1:1 template-syntax"]),
    ("ky}} {{}}", ["1:3 template-syntax", "1:6 template-syntax"]),
    ("{{! chưa đóng\nhết\n", ["3:1 template-syntax"]),
    ("{{=<% %>=}}", ["1:1 template-feature ="]),
    ("{{<thu}}{{/thu}}", ["1:1 template-feature <", "1:9 template-section thu"]),
    ("{{uppercased(ky)}}", ["1:1 template-feature x()"]),
    ("{{%CONTENT_TYPE:HTML}}", ["1:1 template-feature %"]),
    ("{{ten}}", ["1:1 template-name ten"]),
    ("Đến {{kỳ}}", ["1:5 template-name kỳ"]),
    ("{{#bieux}}{{ten}}{{#loi}}{{.}}{{/loi}}{{/bieux}}", ["1:1 template-name bieux"]),
    ("{{.}}", ["1:1 template-use ."]),
    ("{{bieu}}", ["1:1 template-use bieu"]),
    ("Bảng: {{{bang}}}", ["1:7 template-use bang"]),
    ("{{{bang}}} {{ky}}", ["1:1 template-use bang"]),
    ("{{#y}}{{#y}}{{.}}{{/y}}{{/y}}", ["1:7 template-section y"]),
    ("{{#bieu}}{{#y}}{{.}}{{/y}}{{/bieu}}", ["1:10 template-section y"]),
    ("{{#bieu}}{{#muc}}{{so}}{{/muc}}{{/bieu}}", ["1:10 template-section muc"]),
    ("{{> ../units}}", ["1:1 template-partial ../units"]),
    ("{{> /etc/passwd}}", ["1:1 template-partial /etc/passwd"]),
    ("{{> phieu}}", ["1:1 template-partial phieu"]),
    ("{{> thu}}", ["1:1 template-partial thu"]),
    ("a\u{0}b", ["1:2 template-text \u{0}"]),
    ("a\nb\u{2}0\u{3}", ["2:2 template-text \u{2}"]),
    ("a\u{202E}b", ["1:2 template-text \u{202E}"]),
  ])
  func errors(text: String, expected: [String]) {
    #expect(Self.found(text) == expected)
    #expect(Self.folder(["thu": text]).templates["thu"] == nil)
  }

  @Test func aTypoNamesTheNearestName() throws {
    let finding = try #require(Self.folder(["thu": "Kính gửi {{co_quam}}"]).findings.first)
    #expect(
      finding.finding.message == "there is no name \"co_quam\" here; did you mean \"co_quan\"?")
    #expect(finding.finding.remedy == "Có phải là co_quan?")
    #expect(finding.excerpt == "Kính gửi {{co_quam}}")
  }

  @Test func bytesThatAreNoText() {
    let read = { (bytes: [UInt8]) in
      TemplateFolder(files: [("thu", bytes)], documents: [("thu", Self.names)]).findings
    }
    #expect(read([0x61, 0x0A, 0xFF]).map(\.finding.place.line) == [2])
    #expect(read([0x61, 0x0A, 0xFF]).map(\.finding.code) == ["template-text"])
    let huge = [UInt8](repeating: 0x61, count: (64 << 10) + 1)
    #expect(read(huge).map(\.finding.code) == ["template-too-large"])
    #expect(read(Array(huge.dropLast())).isEmpty)
  }

  @Test func sectionsInSections() {
    let nested = { (depth: Int) in
      String(repeating: "{{#ky}}", count: depth) + String(repeating: "{{/ky}}", count: depth)
    }
    #expect(Self.found(nested(8)).isEmpty)
    #expect(Self.found(nested(4000)).first == "1:71 template-deep")
  }

  @Test func partialsThatMultiply() {
    let tenfold = { (name: String) in String(repeating: "{{> \(name)}}", count: 10) }
    let found = Self.found(
      tenfold("a"),
      [
        "a": tenfold("b"), "b": tenfold("c"), "c": tenfold("d"), "d": tenfold("e"),
        "e": "{{ky}}",
      ])
    #expect(found.contains { $0.hasSuffix("template-too-large") })
  }

  @Test func partials() {
    #expect(Self.found("{{> chung}}\n", ["chung": "Kỳ {{ky}}\n"]).isEmpty)
    #expect(Self.found("{{> chung}}", ["chung": "a\n {{kyy}}"]) == ["chung 2:2 template-name kyy"])
    #expect(
      Self.found("{{> a}}", ["a": "{{> b}}", "b": "{{> a}}"]) == ["b 1:1 template-partial a"])
    #expect(Self.found("{{> chunh}}", ["chung": "{{ky}}"]).contains("1:1 template-partial chunh"))
  }

  @Test func aNameNoDocumentHas() throws {
    let finding = try #require(Self.folder(["thuu": "a"]).findings.first)
    #expect(finding.finding.code == "template-unknown")
    #expect(finding.finding.message.hasSuffix("did you mean \"thu\"?"))
  }

  @Test func oneWrongTemplateLeavesTheOthers() {
    let folder = Self.folder(["thu": "{{x}}", "phieu": "{{ky}}"])
    #expect(folder.templates.keys.sorted() == ["phieu"])
  }

  @Test func manyErrorsAreCutShort() {
    let found = Self.found(String(repeating: "{{sai_ten}}\n", count: 500))
    #expect(found.count == 20)
    #expect(found.last == "20:1 template-name sai_ten")
  }
}

/// What comes out of a template that is right.
@Suite struct TemplateFillingTests {
  private func lines(
    _ text: String, _ values: [String: TemplateValue<String>], partials: [String: String] = [:]
  ) throws -> [String] {
    let folder = TemplateFolderTests.folder(partials.merging(["thu": text]) { $1 })
    #expect(folder.findings.isEmpty, "\(folder.findings.map(\.finding.message))")
    return try #require(folder.templates["thu"]).lines(values).map { line in
      line.map {
        switch $0 {
        case .fixed(let text): text
        case .content(let value): "<\(value)>"
        }
      }.joined()
    }
  }

  @Test func valuesAreNeverRead() throws {
    for hostile in [
      "{{co_quan}}", "{{#y}}", "{{> thu}}", "# a", "- a", "a\n# b\n", "<b>&\"'", "\u{2}1\u{3}",
      "\u{1B}[2J", "{{=<% %>=}}", "}}", "%s%n",
    ] {
      #expect(
        try lines("A {{ky}} B\n{{{ky}}}", ["ky": .content(hostile), "co_quan": .content("x")])
          == ["A <\(hostile)> B", "<\(hostile)>"])
    }
  }

  @Test func listsAndParts() throws {
    let text = """
      {{#bieu}}
      - {{ten}} {{ky}}
      {{#loi}}
      -- {{.}}
      {{/loi}}
      {{^loi}}
      -- không
      {{/loi}}
      {{/bieu}}
      {{^han}}
      chưa có hạn
      {{/han}}
      hết
      """
    let values: [String: TemplateValue<String>] = [
      "ky": .content("Q3"),
      "bieu": .list([
        .part(["ten": .content("01"), "loi": .list([.content("a"), .content("b")])]),
        .part(["ten": .content("02")]),
      ]),
    ]
    #expect(
      try lines(text, values) == [
        "- <01> <Q3>", "-- <a>", "-- <b>", "- <02> <Q3>", "-- không", "chưa có hạn", "hết",
      ])
  }

  /// Values of a shape that was filled in before stand where the library would have put them.
  @Test func shapesThatComeAgain() throws {
    let text = """
      {{ky}}{{#han}} đến {{.}}{{/han}}
      {{#bieu}}
      - {{ten}}{{#loi}}, {{.}}{{/loi}}{{^loi}} {{co_quan}}{{/loi}}
      {{/bieu}}
      {{#muc}}
      {{so}}{{#y}}: {{.}}{{/y}}
      {{/muc}}
      {{^y}}không{{/y}}{{#y}}
      + {{.}}
      {{/y}}
      """
    let folder = { TemplateFolderTests.folder(["thu": text]) }
    let known = try #require(folder().templates["thu"])
    var dice = SeededDice(seed: 5)
    func some<Value>(_ value: () -> Value) -> Value? { Bool.random(using: &dice) ? value() : nil }
    func content() -> TemplateValue<String> { .content(String(dice.next())) }
    func list(_ of: () -> TemplateValue<String>) -> TemplateValue<String> {
      .list((0..<Int.random(in: 0...2, using: &dice)).map { _ in of() })
    }
    func part(_ values: [String: TemplateValue<String>?]) -> TemplateValue<String> {
      .part(values.compactMapValues(\.self))
    }
    for _ in 0..<400 {
      let parts: [String: TemplateValue<String>?] = [
        "ky": some(content), "han": some(content), "co_quan": some(content),
        "y": some { list(content) },
        "muc": some { part(["so": some(content), "y": some { list(content) }]) },
        "bieu": some { list { part(["ten": some(content), "loi": some { list(content) }]) } },
      ]
      let values = parts.compactMapValues(\.self)
      let fresh = try #require(folder().templates["thu"])
      #expect("\(known.lines(values))" == "\(fresh.lines(values))")
    }
  }

  /// Inside a part without items of its own, the items of the whole document are not taken instead.
  @Test func whatIsMissingIsNotSoughtFurtherOut() throws {
    let values: [String: TemplateValue<String>] = [
      "y": .list([.content("ngoài")]), "muc": .part(["so": .content("1")]),
    ]
    #expect(
      try lines("{{#muc}}{{so}}:{{#y}}{{.}}{{/y}}{{/muc}}|{{#y}}{{.}}{{/y}}", values)
        == ["<1>:|<ngoài>"])
  }

  @Test func spellingAndLineEnds() throws {
    let decomposed = "\u{FEFF}Ky\u{300} {{ky}}\r\nhết\r\n"
    let made = try lines(decomposed, ["ky": .content("3")])
    #expect(made.map { Array($0.utf8) } == ["Kỳ <3>", "hết", ""].map { Array($0.utf8) })
  }

  @Test func partialsAreNoHTML() throws {
    #expect(
      try lines(
        "{{> chung}}\n{{> chung}}!", ["ky": .content("a & b")],
        partials: ["chung": "Q&A <{{ky}}>"]) == ["Q&A <<a & b>>Q&A <<a & b>>!"])
  }

  @Test func remarksArePrintedNowhere() throws {
    #expect(try lines("{{! một\nhai {{ky\n}}\nA{{! x }}B", [:]) == ["AB"])
  }

  /// Anything may stand in a file: it is read or it is a finding, and the program goes on.
  @Test(arguments: 0..<40) func randomTemplates(seed: UInt64) {
    var dice = SeededDice(seed: seed)
    let parts = [
      "{{", "}}", "{{{", "}}}", "{{#y}}", "{{/y}}", "{{^han}}", "{{/han}}", "{{ky}}", "{{.}}",
      "{{> a}}", "{{!", "\n", " ", "\t", "é", "e\u{301}", "\u{301}", "{", "}", "# ", "- ",
      "{{#bieu}}",
      "{{/bieu}}", "{{ten}}", "\r\n", "{{{bang}}}", "{{&ky}}", "\r",
    ]
    for _ in 0..<200 {
      let text = (0..<Int.random(in: 1...12, using: &dice))
        .map { _ in parts[Int.random(in: 0..<parts.count, using: &dice)] }.joined()
      let folder = TemplateFolderTests.folder(["thu": text, "a": "{{ky}}"])
      let isUnread = folder.findings.contains { $0.template == "thu" }
      #expect((folder.templates["thu"] == nil) == isUnread, "\(text.debugDescription)")
      let lines = folder.templates["thu"]?.lines([
        "ky": .content("K"), "y": .list([.content("Y")]), "bang": .content("B"),
        "bieu": .list([.part(["ten": .content("T")])]),
      ])
      for case .fixed(let fixed) in (lines ?? []).joined() {
        #expect(!fixed.contains("{{"), "\(text.debugDescription)")
      }
    }
  }
}
