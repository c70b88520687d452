import PlanModel
import VietnameseText

/// The parts that all documents of an office share, in the form that its profile asks for.
struct Stationery {
  let organisation: Organisation

  private var form: Organisation.Form { organisation.form }
  private var isOfState: Bool { form.profile == .nd30 }

  /// The marking that stands above everything else, when there is one.
  var notice: [TextDocument.Block] {
    form.notice.map { [.notice($0), .blank] } ?? []
  }

  /// Who issues it at the left, the title of the Party or of the State at the right.
  ///
  /// A party body has a star under its name and the place and date beside it; a State body has a rule,
  /// and the place and date beside the number. Without a day the clerk's blank is left; `below` goes
  /// under the star or rule.
  func letterhead(year: Int, month: Int, day: Int?, below: [String]) -> TextDocument.Block {
    let date = "\(form.place), \(DateText.long(year: year, month: month, day: day))"
    guard isOfState else {
      return .letterhead(
        left: [form.superior, form.issuerLine, "*"] + below,
        right: ["ĐẢNG CỘNG SẢN VIỆT NAM", "----------------------", date])
    }
    return .letterhead(
      left: [form.superior, form.issuerLine, "-------"] + below.map(Self.ofState),
      right: [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "---------------------------", date,
      ])
  }

  /// The number of a document with its blank: `Số      -BC/BTCTU`; a letterhead of a State body puts its
  /// colon in.
  static func number(_ sign: String) -> String { numberWord + "      " + sign }

  private static let numberWord = "Số"
  private static let matterWords = "về việc "

  /// A line under the letterhead as State bodies write it: `Số:      /BC-SNV`, `V/v đôn đốc ...`.
  private static func ofState(_ line: String) -> String {
    if line.hasPrefix(numberWord + " ") {
      return numberWord + ":" + line.dropFirst(numberWord.count)
    }
    if line.hasPrefix(matterWords) { return "V/v " + line.dropFirst(matterWords.count) }
    return line
  }

  /// Recipients and signature.
  func signature(_ recipients: [String]) -> TextDocument.Block {
    // until 2026 the Party's lists had commas
    let mark = form.profile == .hd36 ? "," : ";"
    let listed = recipients.map { "- \($0)\(mark)" } + ["- \(form.archive)."]
    let hasName = form.signature.count > 1
    return .signature(
      TextDocument.Signature(
        label: "Nơi nhận:", recipients: listed,
        authority: hasName ? form.signature.dropLast() : form.signature,
        name: hasName ? form.signature.last ?? "" : ""))
  }
}
