// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"), .treatAllWarnings(as: .error),
]

/// Apart from the program's own package, so that nobody who only builds the program pays for it.
let package = Package(
  name: "tonghop-bench",
  targets: [
    .executableTarget(name: "bench-inputs", swiftSettings: settings),
    .executableTarget(name: "bench", swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
