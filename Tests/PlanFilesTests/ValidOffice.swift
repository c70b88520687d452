/// A small organisation without faults: nine rows of units, one plan of two indicators and four tasks.
enum ValidOffice {
  static let organisation = """
    organisation: nam-son
    root: TU
    name: Tỉnh ủy Nam Sơn
    issuer: Ban Tổ chức Tỉnh ủy
    letterhead: {superior: TỈNH ỦY NAM SƠN, issuer: BAN TỔ CHỨC}
    place: Nam Sơn
    numbers: {report: -BC/BTCTU, letter: -CV/BTCTU}
    draft: Dự thảo lần 1
    signature: {authority: K/T TRƯỞNG BAN, office: PHÓ TRƯỞNG BAN, name: "[Họ và tên]"}
    recipients:
      report: [Ban Thường vụ Tỉnh ủy (để báo cáo), Văn phòng Tỉnh ủy]
      letter: [Thường trực Tỉnh ủy (để báo cáo)]
    archive: Lưu Ban Tổ chức Tỉnh ủy
    committee: Ban Thường vụ Tỉnh ủy
    committees: đảng bộ trực thuộc
    contact: Phòng Tổ chức đảng, điện thoại [số]
    notice: SỐ LIỆU MINH HỌA
    period: 2024-Q3
    as_of: 2024-10-05
    calendar:
      utc_offset: "+07:00"
      closing: {day: 14}
      due: {working_days: 3, time: "16:30"}
      mend: {working_days: 4}
      holidays: [2024-01-01, 2024-09-02]
      exceptions:
        - {period: 2023-Q4, closing: 2023-12-14, due: 2023-12-18T17:00}
    thresholds: {denominator_change: 12.5%}

    """

  static let units = """
    code,name,kind,parent,valid_from,valid_to,successor,share,members
    TU,Tỉnh ủy Nam Sơn,tinh-uy,,2020-01-01,,,,
    BTC,Ban Tổ chức Tỉnh ủy,ban-dang,TU,2020-01-01,,,,
    VP,Văn phòng Tỉnh ủy,ban-dang,TU,2020-01-01,,,,
    HU01,Huyện ủy Sông Gianh,huyen-uy,TU,2020-01-01,2023-12-31,HU03,0.4,1200
    HU01,Huyện ủy Sông Gianh,huyen-uy,TU,2020-01-01,2023-12-31,HU02,60%,
    HU02,"Huyện ủy Đồi Chè, Ao Sen",huyen-uy,TU,2020-01-01,,,,900
    HU03,Huyện ủy Cầu Đá,huyen-uy,TU,2020-01-01,,,,700
    DU01,Đảng ủy Công an tỉnh,dang-uy,TU,2020-01-01,2022-06-30,DU01,,300
    DU01,Đảng ủy Công an và Biên phòng tỉnh,dang-uy,TU,2022-07-01,,,,450

    """

  static let plan = """
    # two indicators, four tasks
    plan: KH01
    number: 15-KH/TU
    title: thực hiện Nghị quyết về tổ chức cơ sở đảng
    # as the document's own head has it
    issued_on: 2022-03-04
    issued_by: Ban Chấp hành Đảng bộ tỉnh
    basis: thực hiện nghị quyết của Trung ương
    term: {from: 2022, to: 2030}
    reporting: {by: BTC, to: [BTV, BCH], every: quarter}
    indicators:
      - code: CT01
        clause: II.1
        name: Tỉ lệ tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên
        short: TCCSĐ HTTNV trở lên
        measure: share
        numerator: số tổ chức được xếp loại tốt trở lên
        denominator: tổng số tổ chức được xếp loại
        unit_of_measure: tổ chức
        decimals: 2
        kind: stock
        over_units: sum
        collected: year
        carry_forward: true
        reported_by: {kinds: [huyen-uy], units: [DU01]}
        targets:
          - {above: 90%, every: year, from: 2022, to: 2029}
      - code: CT02
        clause: II.2
        name: Kết nạp chủ doanh nghiệp
        measure: count
        numerator: số chủ doanh nghiệp được kết nạp
        kind: flow
        over_units: units_meeting
        reported_by: {kinds: [huyen-uy]}
        targets:
          - {at_least: 1, per: unit, over: term}
    checks:
      - rule: "CT01.numerator + CT02.numerator <= CT01.denominator"
        severity: explain
        message: Kiểm tra lại số tổ chức.
    events:
      - {code: TW-HD, name: Trung ương hướng dẫn thi đua}
    tasks:
      - code: V.1-01
        clause: V.1
        lead: [BTC]
        with: [VP]
        summary: hướng dẫn mô hình chi bộ tốt
        product: hướng dẫn
        due: {quarter: 2022-Q4}
      - code: V.1-02
        clause: V.1
        lead: [VP, BTC]
        with: []
        summary: quy chế phối hợp
        due: {after: {event: TW-HD, within: 3 months}}
      - code: V.2-01
        clause: V.2
        lead: {kinds: [huyen-uy], units: [DU01]}
        summary: củng cố tổ chức cơ sở
        due: continuous
      - code: V.2-02
        clause: V.2
        lead: {kinds: [huyen-uy]}
        summary: đánh giá, xếp loại cuối năm
        product: kết quả xếp loại
        due: {year: 2022, then: yearly}

    """

  static let events = """
    event,occurred_on,document,note
    TW-HD,2023-11-20,96-HD/BTCTW,

    """

  static let explanations = """
    unit,period,indicator,code,explanation
    hu02,2024-Q3,ct02,denominator-jump,"Tiếp nhận một đảng bộ, theo sắp xếp"

    """
}
