import Testing

/// What keeps a YAML file from being read, or from being understood.
///
/// Each case is the valid office with one change, and all that is printed then.
@Suite struct YAMLFindings {
  static let cases: [OfficeCase] = [
    OfficeCase(
      "a text that begins with a star",
      .change(.organisation, "notice: SỐ LIỆU MINH HỌA", "notice: *SỐ LIỆU*"),
      prints: #"""
        nam-son/organisation.yaml:17:11: error: not valid YAML: a value that begins with * or & \#
        must stand in quotes [yaml-syntax]
        notice: *SỐ LIỆU*
                  ^
        """#),
    OfficeCase(
      "a bracket that is never closed",
      .change(
        .plan, "targets:\n      - {above: 90%, every: year, from: 2022, to: 2029}",
        "targets: [\n      - {above: 90%, every: year, from: 2022, to: 2029}"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:7: error: not valid YAML: a value is expected here; a list \#
        with dashes cannot stand inside brackets [yaml-syntax]
              - {above: 90%, every: year, from: 2022, to: 2029}
              ^
        """#),
    OfficeCase(
      "a quote that is never closed",
      .change(.organisation, "name: \"[Họ và tên]\"}", "name: \"[Họ và tên]}"),
      prints: #"""
        nam-son/organisation.yaml:21:16: error: not valid YAML: a { is not closed, or a comma \#
        is missing inside it; a value with a comma needs quotes; it begins on line 9 [yaml-syntax]
          utc_offset: "+07:00"
                       ^
        """#),
    OfficeCase(
      "text with a colon and no quotes",
      .change(.plan, "title: thực", "title: Kế hoạch: thực"),
      prints: #"""
        nam-son/plans/KH01.yaml:4:16: error: not valid YAML: a colon with a space stands where \#
        none is expected; put text that holds ": " into quotes, and check the indentation of \#
        this line [yaml-syntax]
        title: Kế hoạch: thực hiện Nghị quyết về tổ chức cơ sở đảng
                       ^
        """#),
    OfficeCase(
      "a tab in the indentation",
      .change(.plan, "    clause: II.1", "\tclause: II.1"),
      prints: #"""
        nam-son/plans/KH01.yaml:13:1: error: not valid YAML: a tab stands in the indentation; \#
        use spaces [yaml-syntax]
        \u{09}clause: II.1
        ^
        """#),
    OfficeCase(
      "a line that is not indented like its neighbours",
      .change(.plan, "    clause: II.1", "   clause: II.1"),
      prints: #"""
        nam-son/plans/KH01.yaml:13:4: error: not valid YAML: the line does not continue the \#
        list above it; check its indentation [yaml-syntax]
           clause: II.1
           ^
        """#),
    OfficeCase(
      "a key without its colon",
      .change(.plan, "number: 15-KH/TU", "number 15-KH/TU"),
      prints: #"""
        nam-son/plans/KH01.yaml:4:1: error: not valid YAML: a key without its colon, or a line \#
        that is not indented as far as the text it continues [yaml-syntax]
        title: thực hiện Nghị quyết về tổ chức cơ sở đảng
        ^
        """#),
    OfficeCase(
      "a second document",
      .change(.plan, "checks:", "---\nchecks:"),
      prints: #"""
        nam-son/plans/KH01.yaml:38:1: error: not valid YAML: a second document begins here; a \#
        file holds one, so remove the line of --- [yaml-syntax]
        ---
        ^
        """#),
    OfficeCase(
      "an anchor and its alias",
      .change(.plan, "lead: [BTC]", "lead: &lead [BTC]"),
      .change(.plan, "lead: [VP, BTC]", "lead: *lead"),
      prints: #"""
        nam-son/plans/KH01.yaml:47:11: error: an anchor (&) is not taken; write the value out \#
        where it is needed, and put text that begins with & into quotes [yaml-anchor]
            lead: &lead [BTC]
                  ^
        """#),
    OfficeCase(
      "an alias of nothing",
      .change(.plan, "lead: [BTC]", "lead: *lead"),
      prints: #"""
        nam-son/plans/KH01.yaml:47:11: error: not valid YAML: a value that begins with * must \#
        stand in quotes [yaml-syntax]
            lead: *lead
                  ^
        """#),
    OfficeCase(
      "an empty file",
      .whole(.organisation, ""),
      prints: #"""
        nam-son/organisation.yaml: error: the file is empty; keys and values were expected \#
        [yaml-syntax]
        """#),
    OfficeCase(
      "a file of comments only",
      .whole(.organisation, "# nothing\n"),
      prints: #"""
        nam-son/organisation.yaml: error: the file is empty; keys and values were expected \#
        [yaml-syntax]
        """#),
    OfficeCase(
      "brackets without end",
      .whole(
        .organisation, "a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["),
      prints: #"""
        nam-son/organisation.yaml:1:68: error: brackets, dashes or indentation go deeper here \#
        than 64 levels; look for brackets that are not closed [yaml-syntax]
        a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
                                                                           ^
        """#),
    OfficeCase(
      "a list for a file",
      .whole(.organisation, "- a\n"),
      prints: #"""
        nam-son/organisation.yaml:1:1: error: a list [...] was found where organisation.yaml, \#
        a map {key: value}, is expected [type-wrong]
        - a
        ^
        """#),
    OfficeCase(
      "bytes that are not UTF-8",
      .bytes(
        .organisation,
        [
          0x6F, 0x72, 0x67, 0x61, 0x6E, 0x69, 0x73, 0x61, 0x74, 0x69, 0x6F, 0x6E, 0x3A, 0x20, 0x6E,
          0x61, 0x6D, 0x2D, 0x73, 0x6F, 0x6E, 0x0A, 0x6E, 0x61, 0x6D, 0x65, 0x3A, 0x20, 0x54, 0xEC,
          0x6E, 0x68, 0x20, 0x0A,
        ]),
      prints: #"""
        nam-son/organisation.yaml:2: error: these bytes are not UTF-8 text; save the file as \#
        UTF-8 [text-damaged]
        """#),
    OfficeCase(
      "a control character",
      .change(.plan, "title: thực", "title: \u{1B}[31mthực"),
      prints: #"""
        nam-son/plans/KH01.yaml:4:8: error: an invisible or control character stands here, as \#
        in "\u{1B}"; delete it or type the text anew [text-damaged]
        title: \u{1B}[31mthực hiện Nghị quyết về tổ chức cơ sở đảng
               ^
        """#),
    OfficeCase(
      "an invisible character",
      .change(.plan, "title: thực", "title: th\u{200B}ực"),
      prints: #"""
        nam-son/plans/KH01.yaml:4:10: error: an invisible or control character stands here, as \#
        in "\u{200B}"; delete it or type the text anew [text-damaged]
        title: th\u{200B}ực hiện Nghị quyết về tổ chức cơ sở đảng
                 ^
        """#),
    OfficeCase(
      "an invisible character written as an escape",
      .change(.organisation, "name: Tỉnh ủy Nam Sơn", "name: \"T\\u200bỉnh ủy\""),
      prints: #"""
        nam-son/organisation.yaml:3:7: error: an invisible or control character stands here, \#
        as in "T\u{200B}ỉnh ủy"; delete it or type the text anew [text-damaged]
        name: "T\u200bỉnh ủy"
              ^
        """#),
    OfficeCase(
      "keys that stand twice, in two places of one file",
      .change(.plan, "number: 15-KH/TU", "number: 15-KH/TU\nnumber: 16-KH/TU"),
      .change(.plan, "    decimals: 2", "    decimals: 2\n    \"clause\": II.3"),
      prints: #"""
        nam-son/plans/KH01.yaml:4:1: error: the key "number" stands here again, after line 3; \#
        keep one of them [key-duplicate]
        number: 16-KH/TU
        ^
        nam-son/plans/KH01.yaml:22:5: error: the key "clause" stands here again, after line \#
        14; keep one of them [key-duplicate]
            "clause": II.3
            ^
        """#),
    OfficeCase(
      "a key that stands three times",
      .change(.plan, "number: 15-KH/TU", "number: 1\nnumber: 2\nnumber: 15-KH/TU"),
      prints: #"""
        nam-son/plans/KH01.yaml:5:1: error: the key "number" stands here again, after line 3; \#
        keep one of them [key-duplicate]
        number: 15-KH/TU
        ^
        """#),
    OfficeCase(
      "a key that is not known",
      .change(.plan, "    decimals: 2", "    decimal: 2"),
      prints: #"""
        nam-son/plans/KH01.yaml:20:5: error: unknown key "decimal" in an indicator; did you \#
        mean "decimals"? [key-unknown]
            decimal: 2
            ^
        """#),
    OfficeCase(
      "a required key misspelt is reported once",
      .change(.plan, "    measure: share", "    mesure: share"),
      prints: #"""
        nam-son/plans/KH01.yaml:16:5: error: unknown key "mesure" in an indicator; did you \#
        mean "measure"? [key-unknown]
            mesure: share
            ^
        """#),
    OfficeCase(
      "a key like nothing that is known",
      .change(.plan, "with: [VP]", "colour: [VP]"),
      prints: #"""
        nam-son/plans/KH01.yaml:48:5: error: unknown key "colour" in a task; possible here: \#
        "code", "clause", "lead", "with", "summary", "product" or "due" [key-unknown]
            colour: [VP]
            ^
        """#),
    OfficeCase(
      "a decimal comma that makes a key",
      .change(.plan, "above: 90%", "above: 68,8%"),
      prints: #"""
        nam-son/plans/KH01.yaml:27:17: error: "68" is over 100%, which no share of a whole can \#
        reach; write "90%" or "0.9" for ninety percent [target-impossible]
              - {above: 68,8%, every: year, from: 2022, to: 2029}
                        ^
        nam-son/plans/KH01.yaml:27:20: error: unknown key "8%" in a target; a comma separates \#
        values here, so write a decimal with a point (68.8%) and put text with a comma into \#
        quotes [key-unknown]
              - {above: 68,8%, every: year, from: 2022, to: 2029}
                           ^
        """#),
    OfficeCase(
      "a key that is missing",
      .change(.plan, "number: 15-KH/TU\n", ""),
      prints: #"""
        nam-son/plans/KH01.yaml:2:1: error: a plan lacks the key "number"; add it [key-missing]
        plan: KH01
        ^
        """#),
    OfficeCase(
      "a key without its value",
      .change(.plan, "number: 15-KH/TU", "number:"),
      prints: #"""
        nam-son/plans/KH01.yaml:3:1: error: "number" has no value; fill it in [value-missing]
        number:
        ^
        """#),
    OfficeCase(
      "empty text",
      .change(.plan, "number: 15-KH/TU", "number: \"\""),
      prints: #"""
        nam-son/plans/KH01.yaml:3:9: error: the text is empty; fill it in or remove it \#
        [value-missing]
        number: ""
                ^
        """#),
    OfficeCase(
      "a list where text is expected",
      .change(.organisation, "name: \"[Họ và tên]\"", "name: [Họ và tên]"),
      prints: #"""
        nam-son/organisation.yaml:9:70: error: a list [...] was found where a single value is \#
        expected; text that begins with [ or { needs quotes [type-wrong]
        signature: {authority: K/T TRƯỞNG BAN, office: PHÓ TRƯỞNG BAN, name: [Họ và tên]}
                                                                             ^
        """#),
    OfficeCase(
      "text where a list is expected",
      .change(.plan, "lead: [BTC]", "lead: BTC"),
      prints: #"""
        nam-son/plans/KH01.yaml:47:11: error: a single value was found where a list [...] is \#
        expected; write its values between brackets, as in [a, b] [type-wrong]
            lead: BTC
                  ^
        """#),
    OfficeCase(
      "text where a map is expected",
      .change(.plan, "term: {from: 2022, to: 2030}", "term: 2022-2030"),
      prints: #"""
        nam-son/plans/KH01.yaml:9:7: error: a single value was found where the term, a map \#
        {key: value}, is expected; its keys are "from" and "to" [type-wrong]
        term: 2022-2030
              ^
        """#),
    OfficeCase(
      "a list for a key",
      .change(.organisation, "place: Nam Sơn", "[place]: Nam Sơn"),
      prints: #"""
        nam-son/organisation.yaml:1:1: error: organisation.yaml lacks the key "place"; add it \#
        [key-missing]
        organisation: nam-son
        ^
        nam-son/organisation.yaml:6:1: error: a list [...] was found where a single value is \#
        expected; text that begins with [ or { needs quotes [type-wrong]
        [place]: Nam Sơn
        ^
        """#),
    OfficeCase(
      "all problems of a file in one pass",
      .change(.plan, "number: 15-KH/TU", "nubmer: 15-KH/TU"),
      .change(.plan, "decimals: 2", "decimals: hai"),
      .change(.plan, "kind: flow", "kind: flwo"),
      .change(.plan, "due: continuous", "due: always"),
      prints: #"""
        nam-son/plans/KH01.yaml:3:1: error: unknown key "nubmer" in a plan; did you mean \#
        "number"? [key-unknown]
        nubmer: 15-KH/TU
        ^
        nam-son/plans/KH01.yaml:20:15: error: "hai" is not a whole number; write digits only, \#
        as in 12 [number-invalid]
            decimals: hai
                      ^
        nam-son/plans/KH01.yaml:33:11: error: "flwo" is not known here; did you mean "flow"? \#
        [value-unknown]
            kind: flwo
                  ^
        nam-son/plans/KH01.yaml:62:10: error: "always" is not a deadline; possible here: \#
        "continuous", "periodic", "unstated" or {quarter: 2022-Q4} [value-unknown]
            due: always
                 ^
        """#),
  ]

  @Test(arguments: cases) func prints(_ office: OfficeCase) { office.check() }
}
