import Testing

/// What can be wrong in units.csv.
///
/// Each case is the valid office with one change, and all that is printed then.
@Suite struct UnitFindings {
  static let cases: [OfficeCase] = [
    OfficeCase(
      "of a row that cannot be read no plan is blamed",
      .change(
        .units, "BTC,Ban Tổ chức Tỉnh ủy,ban-dang,TU,2020-01-01",
        "BTC,Ban Tổ chức Tỉnh ủy,ban-dang,TU,01/01/2020"),
      prints: #"""
        nam-son/units.csv:3:5: error: "01/01/2020" is not a day of the calendar; write \#
        year-month-day, as in 2024-09-30 [date-invalid]
        """#),
    OfficeCase(
      "codes that are the names of files",
      .change(
        .units, "\nVP,",
        "\nVP.xlsx,a,ban-dang,TU,2020-01-01,,,,\nQ.CSV,b,ban-dang,TU,2020-01-01,,,,\nVP,"),
      prints: #"""
        nam-son/units.csv:4:1: error: "VP.xlsx" cannot be a code; use letters without diacritics, \#
        digits, and between them - _ . (at most 40), and no ending ".xlsx", ".txt", ".csv", ".sqlite" \#
        or ".jsonl" [code-invalid]
        nam-son/units.csv:5:1: error: "Q.CSV" cannot be a code; use letters without diacritics, digits, \#
        and between them - _ . (at most 40), and no ending ".xlsx", ".txt", ".csv", ".sqlite" or \#
        ".jsonl" [code-invalid]
        """#),
    OfficeCase(
      "an empty file",
      .whole(.units, ""),
      prints: #"""
        nam-son/units.csv: error: the file is empty; a header was expected: \#
        code,name,kind,parent,valid_from,valid_to,successor,share,members [table-unreadable]
        """#),
    OfficeCase(
      "a header with an unknown and a missing column",
      .change(.units, "valid_from,", "from,"),
      prints: #"""
        nam-son/units.csv:1: error: the header lacks the column "valid_from"; add it \#
        [column-missing]
        nam-son/units.csv:1:5: error: unknown column "from"; possible here: "code", "name", \#
        "kind", "parent", "valid_from", "valid_to", "successor", "share" or "members" \#
        [column-unknown]
        """#),
    OfficeCase(
      "a header with a column twice",
      .change(.units, "share,members", "share,share"),
      prints: #"""
        nam-son/units.csv:1:9: error: the column "share" is there twice; keep one of them \#
        [column-duplicate]
        """#),
    OfficeCase(
      "a row that is too short",
      .change(.units, "TU,Tỉnh ủy Nam Sơn,tinh-uy,,2020-01-01,,,,", "TU,Tỉnh ủy Nam Sơn,tinh-uy"),
      prints: #"""
        nam-son/units.csv:2: error: the row has 3 cells, the header 9; a comma is missing or \#
        too many, or a text with a comma lacks its quotes [row-width]
        """#),
    OfficeCase(
      "a row that is too long",
      .change(.units, "dang-uy,TU,2022-07-01,,,,450", "dang-uy,TU,2022-07-01,,,,450,"),
      prints: #"""
        nam-son/units.csv:10: error: the row has 10 cells, the header 9; a comma is missing or \#
        too many, or a text with a comma lacks its quotes [row-width]
        """#),
    OfficeCase(
      "a quote inside a value",
      .change(.units, "Huyện ủy Cầu Đá", "Huyện ủy \"Cầu\" Đá"),
      prints: #"""
        nam-son/units.csv:8:2: error: a quote stands inside a value; put the whole value into \#
        quotes and double the quotes in it [table-unreadable]
        """#),
    OfficeCase(
      "an encoding that is not UTF-8",
      .bytes(
        .units,
        [
          0x63, 0x6F, 0x64, 0x65, 0x2C, 0x6E, 0x61, 0x6D, 0x65, 0x0A, 0x54, 0x55, 0x2C, 0x54, 0xEC,
          0x6E, 0x68, 0x20, 0x81, 0x79, 0x0A,
        ]),
      prints: #"""
        nam-son/units.csv: error: line 2, byte 14: not UTF-8, and no other encoding beyond \#
        doubt; save the file as CSV UTF-8 [text-damaged]
        """#),
    OfficeCase(
      "cells that are empty and should not be",
      .change(.units, "VP,Văn phòng Tỉnh ủy,ban-dang,TU,2020-01-01", "VP,,,TU,"),
      prints: #"""
        nam-son/units.csv:4:2: error: "name" has no value; fill it in [value-missing]
        nam-son/units.csv:4:3: error: "kind" has no value; fill it in [value-missing]
        nam-son/units.csv:4:5: error: "valid_from" has no value; fill it in [value-missing]
        """#),
    OfficeCase(
      "a code that cannot name a folder",
      .change(.units, "HU03,Huyện ủy Cầu Đá", "HU/03,Huyện ủy Cầu Đá"),
      .change(.units, "HU03,0.4", "HU02,0.4"),
      .change(.units, "HU02,60%", "TU,60%"),
      prints: #"""
        nam-son/units.csv:8:1: error: "HU/03" cannot be a code; use letters without \#
        diacritics, digits, and between them - _ . (at most 40) [code-invalid]
        """#),
    OfficeCase(
      "a code in two spellings",
      .change(.units, "DU01,Đảng ủy Công an và", "du01,Đảng ủy Công an và"),
      prints: #"""
        nam-son/units.csv:10:1: error: the code "DU01" is already taken on line 9; capitals do \#
        not tell codes apart, so choose another [code-duplicate]
        """#),
    OfficeCase(
      "an unknown parent",
      .change(.units, "Huyện ủy Cầu Đá,huyen-uy,TU", "Huyện ủy Cầu Đá,huyen-uy,TUU"),
      prints: #"""
        nam-son/units.csv:8:4: error: units.csv has no unit "TUU"; did you mean "TU"? \#
        [unit-unknown]
        """#),
    OfficeCase(
      "a ring of parents",
      .change(.units, "Huyện ủy Cầu Đá,huyen-uy,TU", "Huyện ủy Cầu Đá,huyen-uy,HU02"),
      .change(.units, "Ao Sen\",huyen-uy,TU", "Ao Sen\",huyen-uy,HU03"),
      prints: #"""
        nam-son/units.csv:7:4: error: the parents form a ring: "HU02" < "HU03" < "HU02"; one \#
        of them must stand under another unit [unit-ring]
        """#),
    OfficeCase(
      "more levels than there are",
      .change(
        .units, "HU03,Huyện ủy Cầu Đá,huyen-uy,TU",
        (1...40).map { level in
          "Z\(level),Cấp \(level),huyen-uy,\(level == 1 ? "TU" : "Z\(level - 1)"),2020-01-01,,,,1\n"
        }.joined() + "HU03,Huyện ủy Cầu Đá,huyen-uy,TU"),
      prints: #"""
        nam-son/units.csv:38:4: error: "Z31" stands below more than 30 units, one above the \#
        other; no organisation has so many levels: correct the parents [unit-too-deep]
        """#),
    OfficeCase(
      "a unit above itself",
      .change(.units, "Huyện ủy Cầu Đá,huyen-uy,TU", "Huyện ủy Cầu Đá,huyen-uy,HU03"),
      prints: #"""
        nam-son/units.csv:8:4: error: the parents form a ring: "HU03" < "HU03"; one of them \#
        must stand under another unit [unit-ring]
        """#),
    OfficeCase(
      "no root",
      .change(.units, "tinh-uy,,2020", "tinh-uy,BTC,2020"),
      prints: #"""
        nam-son/units.csv: error: every unit has a parent; the organisation's own committee \#
        must have none [root-missing]
        nam-son/units.csv:2:4: error: the parents form a ring: "TU" < "BTC" < "TU"; one of \#
        them must stand under another unit [unit-ring]
        """#),
    OfficeCase(
      "two roots",
      .change(.units, "Huyện ủy Cầu Đá,huyen-uy,TU", "Huyện ủy Cầu Đá,huyen-uy,"),
      prints: #"""
        nam-son/units.csv:8:1: error: "HU03" has no parent, nor has "TU" on line 2; only the \#
        organisation's own committee may have none [root-several]
        """#),
    OfficeCase(
      "dates that are none",
      .change(.units, "2020-01-01,2022-06-30", "01/01/2020,2022-06-31"),
      prints: #"""
        nam-son/units.csv:9:5: error: "01/01/2020" is not a day of the calendar; write \#
        year-month-day, as in 2024-09-30 [date-invalid]
        nam-son/units.csv:9:6: error: "2022-06-31" is not a day of the calendar; write \#
        year-month-day, as in 2024-09-30 [date-invalid]
        """#),
    OfficeCase(
      "an end before the beginning",
      .change(.units, "2020-01-01,2022-06-30", "2020-01-01,2019-06-30"),
      prints: #"""
        nam-son/units.csv:9:6: error: the range ends at 2019-06-30, before it begins at \#
        2020-01-01; turn it round [range-reversed]
        """#),
    OfficeCase(
      "two units of one code at a time",
      .change(.units, "TU,2022-07-01", "TU,2022-06-30"),
      prints: #"""
        nam-son/units.csv:10: error: the unit "DU01" begins on 2022-06-30, but on line 9 it is \#
        valid until 2022-06-30; end the earlier row the day before [unit-overlap]
        """#),
    OfficeCase(
      "a second unit of a code that never ends",
      .change(.units, "2020-01-01,2022-06-30,DU01,", "2020-01-01,,,"),
      prints: #"""
        nam-son/units.csv:10: error: the unit "DU01" begins on 2022-07-01, but on line 9 it is \#
        valid without end; end the earlier row the day before [unit-overlap]
        """#),
    OfficeCase(
      "a row twice",
      .change(
        .units, "huyen-uy,TU,2020-01-01,,,,700",
        "huyen-uy,TU,2020-01-01,,,,700\nHU03,Huyện ủy Cầu Đá,huyen-uy,TU,2020-01-01,,,,700"),
      prints: #"""
        nam-son/units.csv:9: error: the unit "HU03" with the same dates is already on line 8; \#
        rows of one unit must each name another successor [code-duplicate]
        """#),
    OfficeCase(
      "rows of a split that contradict each other",
      .change(
        .units, "HU01,Huyện ủy Sông Gianh,huyen-uy,TU,2020-01-01,2023-12-31,HU02",
        "HU01,Huyện ủy Sông Giang,huyen-uy,TU,2020-01-01,2023-12-31,HU02"),
      prints: #"""
        nam-son/units.csv:6: error: the rows of the unit "HU01" differ in "name" from line 5; \#
        rows with the same dates may differ in successor and share only [unit-rows-disagree]
        """#),
    OfficeCase(
      "an unknown successor",
      .change(.units, "HU03,0.4", "HU30,0.4"),
      prints: #"""
        nam-son/units.csv:5:7: error: units.csv has no unit "HU30"; did you mean "HU03"? \#
        [unit-unknown]
        """#),
    OfficeCase(
      "a successor of a unit that goes on",
      .change(.units, "2020-01-01,2022-06-30,DU01", "2020-01-01,,DU01"),
      .change(.units, "DU01,Đảng ủy Công an và Biên phòng tỉnh,dang-uy,TU,2022-07-01,,,,450\n", ""),
      prints: #"""
        nam-son/units.csv:9:7: error: a successor is named, but the unit does not end; fill in \#
        valid_to [succession-incomplete]
        """#),
    OfficeCase(
      "a successor that begins later than the unit ends",
      .change(.units, "TU,2022-07-01,,,,450", "TU,2022-08-01,,,,450"),
      prints: #"""
        nam-son/units.csv:9:7: explain: the unit "DU01" is not there on 2022-07-01, the day after, \#
        so it takes nothing over; correct the dates of one of the two [successor-absent]
        """#),
    OfficeCase(
      "a share of nobody",
      .change(.units, "TU,2022-07-01,,,,450", "TU,2022-07-01,,,0.5,450"),
      prints: #"""
        nam-son/units.csv:10:8: error: a share is given, but nobody to whom it goes; fill in \#
        successor [succession-incomplete]
        """#),
    OfficeCase(
      "shares outside of 0 to 1",
      .change(.units, "HU03,0.4", "HU03,0"),
      .change(.units, "HU02,60%", "HU02,160%"),
      prints: #"""
        nam-son/units.csv:5:8: error: "0" is not a part of a whole; write a number above 0 and \#
        up to 1, such as 0.4 or 40% [number-out-of-range]
        nam-son/units.csv:6:8: error: "160%" is not a part of a whole; write a number above 0 \#
        and up to 1, such as 0.4 or 40% [number-out-of-range]
        """#),
    OfficeCase(
      "shares that add up to more than the whole",
      .change(.units, "HU02,60%", "HU02,60.5%"),
      prints: #"""
        nam-son/units.csv:5: error: the shares of the unit "HU01" add up to 1.005; they may \#
        reach 1 at most [shares-too-large]
        """#),
    OfficeCase(
      "shares that leave a part to nobody",
      .change(.units, "HU02,60%", "HU02,50%"),
      prints: #"""
        nam-son/units.csv:5: explain: the shares of the unit "HU01" add up to 0.9 only, so the \#
        rest of its figures goes to nobody; correct them to reach 1, or add a row for who takes \#
        the rest [shares-too-small]
        """#),
    OfficeCase(
      "members that are no number",
      .change(.units, ",700", ",700 đảng viên"),
      .change(.units, ",900", ",-1"),
      prints: #"""
        nam-son/units.csv:7:9: error: "-1" is out of range; 0 to 100000000 was expected \#
        [number-out-of-range]
        nam-son/units.csv:8:9: error: "700 đảng viên" is not a whole number; write digits \#
        only, as in 12 [number-invalid]
        """#),
    OfficeCase(
      "an invisible character in a name",
      .change(.units, "Huyện ủy Cầu Đá", "Huyện ủy Cầu\u{200B} Đá"),
      prints: #"""
        nam-son/units.csv:8:2: error: an invisible or control character stands here, as in \#
        "Huyện ủy Cầu\u{200B} Đá"; delete it or type the text anew [text-damaged]
        """#),
  ]

  @Test(arguments: cases) func prints(_ office: OfficeCase) { office.check() }
}
