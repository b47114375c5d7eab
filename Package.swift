// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// The prompt edits its lines with libedit; without its header it reads plain lines.
let hasLibedit =
  Context.environment["PUBQL_LIBEDIT"] != "0"
  && FileManager.default.fileExists(atPath: "/usr/include/histedit.h")

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target; `on` names the targets above it that it may use.
func library(_ name: String, on dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of a target, in `Tests/`.
func tests(_ name: String, on dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "pubql",
  products: [
    .library(name: "PubQL", targets: ["PubQL"]),
    .executable(name: "pubql", targets: ["pubql-cli"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    // In the order of the architecture: each depends only on targets above it.
    library("PubQLText"),
    library("PubQLDiagnostics", on: ["PubQLText"]),
    library("PubQLModel", on: ["PubQLText"]),
    library("PubQLSyntax", on: ["PubQLText", "PubQLDiagnostics"]),
    library("PubQLFormats", on: ["PubQLText", "PubQLDiagnostics", "PubQLModel"]),
    library(
      "PubQLEngine", on: ["PubQLText", "PubQLDiagnostics", "PubQLModel", "PubQLFormats"]),
    library(
      "PubQLRuntime",
      on: [
        "PubQLText", "PubQLDiagnostics", "PubQLModel", "PubQLSyntax", "PubQLFormats",
        "PubQLEngine",
      ]),
    library("PubQLDisplay", on: ["PubQLText", "PubQLModel"]),
    library(
      "PubQL",
      on: [
        "PubQLText", "PubQLDiagnostics", "PubQLModel", "PubQLSyntax", "PubQLFormats",
        "PubQLEngine", "PubQLRuntime", "PubQLDisplay",
      ]),
    .target(
      name: "CEditShim",
      cSettings: hasLibedit ? [.define("PUBQL_LIBEDIT")] : [],
      linkerSettings: hasLibedit ? [.linkedLibrary("edit")] : []),
    library("PubQLREPL", on: ["PubQL", "CEditShim"]),
    .executableTarget(
      name: "pubql-cli",
      dependencies: [
        "PubQL", "PubQLREPL",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "pubql-bench",
      dependencies: [
        "PubQL", "PubQLCorpusGenerator",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks", exclude: ["README.md", "Corpus", "Peers"], swiftSettings: settings),
    // Records as an archive has them, for the benchmark and for tests.
    .target(
      name: "PubQLCorpusGenerator", path: "Benchmarks/Corpus", swiftSettings: settings),

    tests("PubQLTextTests", on: ["PubQLText"]),
    tests("PubQLDiagnosticsTests", on: ["PubQLDiagnostics"]),
    tests("PubQLModelTests", on: ["PubQLModel", "PubQLText"]),
    // Trees as texts, by which tests compare them.
    .target(
      name: "SyntaxShapes", dependencies: ["PubQLDiagnostics", "PubQLSyntax"],
      path: "Tests/SyntaxShapes", swiftSettings: settings),
    tests("PubQLSyntaxTests", on: ["PubQLSyntax", "PubQLDiagnostics", "PubQL", "SyntaxShapes"]),
    tests("PubQLFormatsTests", on: ["PubQLFormats", "PubQLModel", "PubQLDiagnostics"]),
    tests("PubQLDisplayTests", on: ["PubQLDisplay", "PubQLModel", "PubQLText"]),
    tests("PubQLTests", on: ["PubQL", "PubQLCorpusGenerator"]),
    tests("PubQLREPLTests", on: ["PubQLREPL", "PubQL"]),
    // Runs the commands themselves; building the tests builds them as well.
    .testTarget(
      name: "GoldenTests", dependencies: ["pubql-cli", "pubql-bench"],
      exclude: ["Charts", "Checks", "Errors"],
      swiftSettings: settings
    ),
    // A second, plainest possible evaluation of conditions, and what generated records meant.
    tests(
      "ProofTests",
      on: ["PubQL", "PubQLCorpusGenerator", "PubQLModel", "PubQLText", "SyntaxShapes"]),
  ],
  swiftLanguageModes: [.v6]
)
