import PlanModel
import VietnameseText

/// The parts that all documents of an office share.
struct Stationery {
  let organisation: Organisation

  private var form: Organisation.Form { organisation.form }

  /// The marking that stands above everything else, when there is one.
  var notice: [TextDocument.Block] {
    form.notice.map { [.notice($0), .blank] } ?? []
  }

  /// Superior, issuer and star at the left, the Party's title, place and date at the right.
  ///
  /// Without a day the clerk's blank is left; `below` goes under the star.
  func letterhead(year: Int, month: Int, day: Int?, below: [String]) -> TextDocument.Block {
    .letterhead(
      left: [form.superior, form.issuerLine, "*"] + below,
      right: [
        "ĐẢNG CỘNG SẢN VIỆT NAM", "----------------------",
        "\(form.place), \(DateText.long(year: year, month: month, day: day))",
      ])
  }

  /// The number of a document with its blank: `Số      -BC/BTCTU`.
  static func number(_ sign: String) -> String { "Số      \(sign)" }

  /// Recipients and signature.
  func signature(_ recipients: [String]) -> TextDocument.Block {
    let listed = recipients.map { "- \($0);" } + ["- \(form.archive)."]
    let hasName = form.signature.count > 1
    return .signature(
      TextDocument.Signature(
        label: "Nơi nhận:", recipients: listed,
        authority: hasName ? form.signature.dropLast() : form.signature,
        name: hasName ? form.signature.last ?? "" : ""))
  }
}
