import DocumentTemplates

/// The marks and names of a template, for the head of the text that an officer edits.
enum TemplateHelp {
  static func lines(_ document: TemplatedDocument) -> [String] {
    [
      "Mẫu văn bản \(document.rawValue). Phần chú thích này không in ra.", "",
      "Dấu ở đầu dòng:",
    ] + marks.map { "  \($0)  \($1)" } + [
      "Mỗi dòng là một đoạn; chương trình tự xuống dòng ở cột 80.", "",
      "Tên dùng được ([..] là một phần, mở bằng dấu #, đóng bằng dấu /):",
    ] + names(document.names, indent: 1)
  }

  /// The marks of lines, each with what it makes of its line.
  static let marks = [
    ("= ", "dòng tên văn bản, căn giữa"), ("# ", "tiêu đề của mục"), ("- ", "gạch đầu dòng"),
    ("@ Nhãn: nội dung", "dòng có nhãn"), ("(ba dấu cách)", "đoạn văn, lùi đầu dòng"),
    ("(không có dấu)", "dòng thường, không lùi"), ("---", "nét kẻ ngắn"), ("===", "nét kẻ dài"),
  ]

  private static func names(_ names: [TemplateName], indent: Int) -> [String] {
    names.flatMap { name -> [String] in
      let margin = String(repeating: "  ", count: indent)
      return ["\(margin)\(form(name)): \(name.meaning)"]
        + self.names(name.inner, indent: indent + 1)
    }
  }

  private static func form(_ name: TemplateName) -> String {
    switch name.kind {
    case .text: name.name
    case .blocks: "\(name.name) (đứng riêng một dòng)"
    case .texts, .list: "[\(name.name)] (lặp lại)"
    case .part: "[\(name.name)]"
    }
  }
}
