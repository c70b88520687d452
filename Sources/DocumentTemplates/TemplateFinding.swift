public import PlanModel
internal import VietnameseText

/// What is wrong with a template, and where.
public struct TemplateFinding: Hashable, Sendable {
  /// The name of the file without its ending: `bao-cao`.
  public let template: String
  /// The finding; lines from 1, columns from 0.
  public let finding: Finding
  /// The line it is about.
  public let excerpt: String?

  init(
    _ template: String, _ problem: TemplateProblem, at place: Finding.Place = Finding.Place(),
    excerpt: String? = nil
  ) {
    self.template = template
    finding = Finding(
      code: problem.code, severity: .error, place: place, value: problem.value,
      message: problem.message, problem: problem.problem, remedy: problem.remedy)
    self.excerpt = excerpt
  }
}

/// The texts of what can be wrong with a template.
struct TemplateProblem {
  let code: String
  var value: String?
  let message: String
  let problem: String
  let remedy: String

  // MARK: the file

  static func tooLarge(_ bytes: Int, _ limit: Int) -> TemplateProblem {
    TemplateProblem(
      code: "template-too-large",
      message: "the template has \(bytes) bytes; \(limit) are the most",
      problem: "Mẫu quá lớn: \(bytes) byte.", remedy: "Rút gọn; giới hạn là \(limit) byte.")
  }

  static let notUTF8 = TemplateProblem(
    code: "template-text", message: "these bytes are not UTF-8 text; save the file as UTF-8",
    problem: "Mẫu không phải văn bản UTF-8.", remedy: "Lưu lại tệp với bảng mã UTF-8.")

  static func hidden(_ scalar: String) -> TemplateProblem {
    TemplateProblem(
      code: "template-text", value: scalar,
      message: "an invisible or control character stands here (\(visible(scalar))); "
        + "delete it or type the text anew",
      problem: "Có ký tự điều khiển hoặc ký tự ẩn.", remedy: "Xóa ký tự đó hoặc gõ lại.")
  }

  static func unknownDocument(_ name: String, _ known: [String]) -> TemplateProblem {
    let near = nearest(name, among: known)
    return TemplateProblem(
      code: "template-unknown", value: name,
      message: "no document is called \(quoted(name)), and no template takes this one in"
        + (near.map { "; did you mean \(quoted($0))?" }
          ?? "; there are \(known.joined(separator: ", "))"),
      problem: "Không có văn bản nào dùng mẫu \(quoted(name)).",
      remedy: near.map { "Có phải là \($0)?" } ?? "Các mẫu: \(known.joined(separator: ", ")).")
  }

  // MARK: tags

  static func unclosedTag(_ closing: String) -> TemplateProblem {
    TemplateProblem(
      code: "template-syntax",
      message: "this tag is not closed: \(closing) was expected on the same line",
      problem: "Thẻ chưa đóng.", remedy: "Thêm \(closing) ở cuối thẻ, trên cùng dòng.")
  }

  static let strayClosing = TemplateProblem(
    code: "template-syntax", message: "}} closes no tag; delete it or write {{ before the name",
    problem: "Dấu }} không đóng thẻ nào.", remedy: "Xóa }} hoặc thêm {{ trước tên.")

  static let emptyName = TemplateProblem(
    code: "template-syntax", message: "this tag has no name; write one between {{ and }}",
    problem: "Thẻ không có tên.", remedy: "Ghi tên vào giữa {{ và }}.")

  static func feature(_ sign: String) -> TemplateProblem {
    TemplateProblem(
      code: "template-feature", value: sign,
      message: "tags such as {{\(visible(sign)) ...}} are not used here; "
        + "there are {{x}}, {{{x}}}, {{#x}}, {{^x}}, {{/x}}, {{>x}} and {{! remark}}",
      problem: "Không dùng loại thẻ {{\(visible(sign)) ...}}.",
      remedy: "Chỉ dùng {{x}}, {{{x}}}, {{#x}}, {{^x}}, {{/x}}, {{>x}} và {{! ghi chú}}.")
  }

  static func library(_ reason: String) -> TemplateProblem {
    TemplateProblem(
      code: "template-syntax", message: "the template cannot be read from here on: \(reason)",
      problem: "Không đọc được mẫu từ chỗ này.", remedy: "Kiểm tra các thẻ ở chỗ này.")
  }

  // MARK: sections

  static func unclosedSection(_ name: String) -> TemplateProblem {
    TemplateProblem(
      code: "template-section", value: name,
      message: "this section is never closed: {{/\(name)}} was expected",
      problem: "Phần \(name) chưa đóng.", remedy: "Thêm {{/\(name)}} ở cuối phần.")
  }

  static func wrongEnd(_ name: String, open: String?) -> TemplateProblem {
    TemplateProblem(
      code: "template-section", value: name,
      message: "{{/\(visible(name))}} closes no open section"
        + (open.map { "; {{/\($0)}} was expected" } ?? ""),
      problem: "Thẻ đóng {{/\(visible(name))}} không đúng.",
      remedy: open.map { "Cần {{/\($0)}}." } ?? "Xóa thẻ này.")
  }

  static func tooDeep(_ limit: Int) -> TemplateProblem {
    TemplateProblem(
      code: "template-deep",
      message: "sections and partials stand in each other \(limit) deep here",
      problem: "Các phần lồng nhau quá \(limit) lớp.", remedy: "Giảm số lớp lồng nhau.")
  }

  static func tooManyTags(_ limit: Int) -> TemplateProblem {
    TemplateProblem(
      code: "template-too-large",
      message: "the template has more than \(limit) tags, partials included",
      problem: "Mẫu có quá \(limit) thẻ.", remedy: "Rút gọn mẫu.")
  }

  static func repeated(_ name: String) -> TemplateProblem {
    TemplateProblem(
      code: "template-section", value: name,
      message: "\(quoted(name)) cannot be opened inside itself or inside another list",
      problem: "Không mở phần \(name) bên trong chính nó hoặc trong một danh sách khác.",
      remedy: "Đặt phần này ra ngoài.")
  }

  // MARK: names

  static func unknownName(_ name: String, _ known: [String]) -> TemplateProblem {
    // two letters of a longer name: `i` and `y` are one letter to the comparison, but not in a name
    let near = nearest(name, among: known, limit: name.count > 2 ? max(2, name.count / 3) : 1)
    return TemplateProblem(
      code: "template-name", value: name,
      message: "there is no name \(quoted(name)) here"
        + (near.map { "; did you mean \(quoted($0))?" }
          ?? "; there are \(known.joined(separator: ", "))"),
      problem: "Không có tên \(quoted(name)) ở đây.",
      remedy: near.map { "Có phải là \($0)?" } ?? "Các tên: \(known.joined(separator: ", ")).")
  }

  static let noCurrent = TemplateProblem(
    code: "template-use", value: ".",
    message: "{{.}} stands for the text of a list and can only stand directly inside one",
    problem: "{{.}} chỉ dùng ngay bên trong danh sách câu.",
    remedy: "Đặt {{.}} vào giữa {{#y}} và {{/y}}.")

  static func isSection(_ name: String) -> TemplateProblem {
    TemplateProblem(
      code: "template-use", value: name,
      message: "\(quoted(name)) is a part, not a text: write {{#\(name)}} ... {{/\(name)}}",
      problem: "\(name) là một phần, không phải là câu chữ.",
      remedy: "Viết {{#\(name)}} ... {{/\(name)}}.")
  }

  static func notAlone(_ name: String) -> TemplateProblem {
    TemplateProblem(
      code: "template-use", value: name,
      message: "{{{\(name)}}} is a whole part of the document: it must stand alone on its line",
      problem: "{{{\(name)}}} phải đứng riêng một dòng.", remedy: "Đưa thẻ này sang dòng riêng.")
  }

  // MARK: partials

  static func partialName(_ name: String) -> TemplateProblem {
    TemplateProblem(
      code: "template-partial", value: name,
      message:
        "\(quoted(name)) is no name of a template: small letters, digits and - only, of a file "
        + "in the same folder, without its ending",
      problem: "Tên mẫu \(quoted(name)) không hợp lệ.",
      remedy: "Chỉ dùng chữ thường không dấu, chữ số và dấu -, không ghi đuôi tệp.")
  }

  static func partialMissing(_ name: String, _ known: [String]) -> TemplateProblem {
    let near = nearest(name, among: known)
    return TemplateProblem(
      code: "template-partial", value: name,
      message: "there is no file \(quoted(name + ".mustache")) in the folder of templates, "
        + "or it has errors" + (near.map { "; did you mean \(quoted($0))?" } ?? ""),
      problem: "Không có tệp \(name).mustache dùng được trong thư mục mẫu.",
      remedy: near.map { "Có phải là \($0)?" } ?? "Đặt tệp đó vào thư mục mẫu.")
  }

  static func partialRing(_ name: String) -> TemplateProblem {
    TemplateProblem(
      code: "template-partial", value: name,
      message: "\(quoted(name)) takes itself in", problem: "Mẫu \(name) chứa chính nó.",
      remedy: "Xóa thẻ này.")
  }
}
