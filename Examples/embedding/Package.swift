// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "reading-list",
  dependencies: [.package(name: "pubql", path: "../..")],
  targets: [
    .executableTarget(
      name: "reading-list", dependencies: [.product(name: "PubQL", package: "pubql")])
  ],
  swiftLanguageModes: [.v6]
)
