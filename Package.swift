// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "entente",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "entente", targets: ["entente"]),
    // For the package in Benchmarks.
    .library(
      name: "Workbench",
      targets: ["Chronology", "Diplomacy", "Discourse", "Archive", "Interchange", "Workbench"]),
    // For the package in Fuzz.
    .library(name: "Invariants", targets: ["Invariants"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "Chronology", swiftSettings: settings),
    .target(
      name: "Diplomacy",
      dependencies: ["Chronology", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: settings),
    .target(
      name: "Archive",
      dependencies: [
        "Chronology", "Diplomacy", "Discourse", .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .target(name: "Processors", swiftSettings: settings),
    // ICU's words, R's distributions and LIBLINEAR's machines, from Debian.
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc")]),
    .systemLibrary(name: "CRmath", providers: [.apt(["r-mathlib"])]),
    .systemLibrary(name: "CLiblinear", providers: [.apt(["liblinear-dev"])]),
    .target(
      name: "Discourse", dependencies: ["Chronology", "Processors", "CICU", "CRmath", "CLiblinear"],
      swiftSettings: settings
    ),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "Interchange",
      dependencies: [
        "Chronology", "Diplomacy", "Discourse", "CZlib", "Yams",
        .product(name: "Algorithms", package: "swift-algorithms"),
      ],
      swiftSettings: settings),
    .target(
      name: "Workbench",
      dependencies: [
        "Chronology", "Diplomacy", "Processors", "Discourse", "Archive", "Interchange", "Yams",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: settings),
    .target(
      name: "Observatory",
      dependencies: [
        .product(name: "Algorithms", package: "swift-algorithms"),
        "Chronology", "Diplomacy", "Discourse", "Archive", "Interchange", "Workbench",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
      ],
      resources: [.embedInCode("Assets")],
      swiftSettings: settings),
    .executableTarget(
      name: "entente",
      dependencies: [
        "Chronology", "Diplomacy", "Discourse", "Archive", "Interchange", "Workbench", "Observatory",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .testTarget(name: "ChronologyTests", dependencies: ["Chronology"], swiftSettings: settings),
    .testTarget(
      name: "DiplomacyTests", dependencies: ["Chronology", "Diplomacy", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ProcessorsTests", dependencies: ["Processors", "TestSupport"], swiftSettings: settings),
    .testTarget(name: "DiscourseTests", dependencies: ["Chronology", "Discourse"], swiftSettings: settings),
    .testTarget(
      name: "ArchiveTests",
      dependencies: [
        "Chronology", "Diplomacy", "Discourse", "Archive", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: [
        "Chronology", "Diplomacy", "Discourse", "Archive", "Interchange", "Workbench", "TestSupport",
      ],
      swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["Archive", "Interchange", "Workbench"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .target(
      name: "Invariants", dependencies: ["Chronology", "Diplomacy", "Discourse", "Interchange", "Workbench"],
      path: "Tests/Invariants", swiftSettings: settings),
    .testTarget(
      name: "InvariantTests", dependencies: ["Invariants", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "EvidenceTests",
      dependencies: ["Chronology", "Diplomacy", "Archive", "Interchange", "Workbench", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "EntenteTests", dependencies: ["entente", "Invariants", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "ObservatoryTests",
      dependencies: [
        "Observatory", "Workbench", "Archive", "Diplomacy", "Discourse", "Interchange", "TestSupport",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "InterchangeTests",
      dependencies: ["Chronology", "Diplomacy", "Discourse", "Interchange", "Invariants", "TestSupport"],
      swiftSettings: settings),
  ]
)
