// swift-tools-version: 6.2
import PackageDescription

// A package of its own: nobody who builds or tests Entente builds its benchmarks.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "entente", path: "..")],
  targets: ["warm", "words"].map { program in
    .executableTarget(
      name: program, dependencies: [.product(name: "Workbench", package: "entente")],
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ])
  }
)
