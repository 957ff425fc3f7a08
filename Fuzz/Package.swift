// swift-tools-version: 6.2
import PackageDescription

// A package of its own: these executables have no main function but libFuzzer's, and link only with `--sanitize fuzzer`.
let settings: [SwiftSetting] = [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]

let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "entente", path: "..")],
  targets: ["EDTF", "CSV", "XLSX", "Mapping", "Study", "Documents", "QDA", "Dictionary"].map { reader in
    .executableTarget(
      name: "Fuzz" + reader, dependencies: [.product(name: "Invariants", package: "entente")],
      swiftSettings: settings)
  }
)
