// swift-tools-version: 6.2
import PackageDescription

/// Compiler help on every target: see README, Decisions.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]
/// Whatever could reach memory that it does not own is marked `unsafe` where it stands.
let safe: [SwiftSetting] = strict + [.strictMemorySafety()]

func library(
  _ name: String, _ dependencies: [Target.Dependency], embedding files: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: files.map { .embedInCode($0) },
    swiftSettings: safe)
}

func executable(_ name: String) -> Target {
  .executableTarget(
    name: name,
    dependencies: [
      "StageSupport", "Stages", .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ], swiftSettings: safe)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "tonghop",
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(
      name: "CLibXLSXWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev", "zlib1g-dev"])]),

    .systemLibrary(name: "CFileSystem"),

    // leaves: they import nothing of ours, but how to use all processors
    library("PlanModel", []),
    library("VietnameseText", []),
    library("ContentHash", ["CFileSystem", .product(name: "Crypto", package: "swift-crypto")]),
    library("Workers", []),
    library("DelimitedText", ["CLibCSV"]),
    library("Spreadsheets", ["CLibXLSXWriter", "Workers"]),

    // submissions -> ledger -> assessment -> documents -> files
    library(
      "PlanFiles",
      ["PlanModel", "VietnameseText", "DelimitedText", .product(name: "Yams", package: "Yams")]),
    library("Intake", ["PlanModel", "VietnameseText", "DelimitedText"]),
    library(
      "LedgerStore",
      [
        "PlanModel", "ContentHash", "Workers", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    library("Assessment", ["PlanModel", "Workers"]),
    library(
      "DocumentTemplates",
      [
        "PlanModel", "VietnameseText", .product(name: "Mustache", package: "swift-mustache"),
      ]),
    library(
      "Documents", ["PlanModel", "VietnameseText", "Assessment", "DocumentTemplates", "Workers"],
      // in the code, so that an installed program needs no files beside it
      embedding: [
        "bao-cao", "tom-tat", "cong-van", "don-doc", "phan-hoi", "hieu-chinh",
      ].map { "Templates/\($0).mustache" }),
    library(
      "Rendering",
      ["PlanModel", "VietnameseText", "Documents", "Spreadsheets", "CFileSystem", "Workers"]),
    library(
      "Stages",
      [
        "PlanModel", "VietnameseText", "DelimitedText", "ContentHash", "PlanFiles", "Intake",
        "LedgerStore", "Assessment", "DocumentTemplates", "Documents", "Rendering", "Workers",
      ]),
    library(
      "StageSupport",
      [
        "Stages", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),

    executable("tonghop-plan"),
    executable("tonghop-forms"),
    executable("tonghop-ingest"),
    executable("tonghop-aggregate"),
    executable("tonghop-workbook"),
    executable("tonghop-briefing"),
    executable("tonghop-trace"),
    executable("tonghop-ledger"),
    executable("tonghop-nightly"),

    .target(
      name: "TestSupport", dependencies: ["Assessment", "PlanModel"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("PlanModel"),
    tests("Workers"),
    tests("VietnameseText", exclude: ["Fixtures"]),
    tests("DelimitedText"),
    tests("Spreadsheets", ["CLibXLSXWriter"]),
    tests("PlanFiles"),
    tests("Intake", exclude: ["Fixtures"]),
    tests("LedgerStore"),
    tests("Assessment"),
    tests("DocumentTemplates", ["PlanModel"]),
    tests("Documents", ["DocumentTemplates"]),
    tests("StageSupport", ["Stages"]),
    tests("Rendering", ["PlanModel", "Documents", "Spreadsheets"]),
    tests(
      "Stages",
      ["ContentHash", "PlanModel", "PlanFiles", "Documents", "Rendering", "Spreadsheets"],
      exclude: ["Goldens", "Fixtures"]),
  ],
  swiftLanguageModes: [.v6]
)

// Links only with -sanitize=fuzzer, so it is no part of a plain build: `make fuzz`.
if Context.environment["TONGHOP_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz_intake", dependencies: ["Intake", "PlanModel"], path: "Fuzz/intake",
      swiftSettings: strict))
}
