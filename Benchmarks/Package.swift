// swift-tools-version: 6.2
import PackageDescription

/// A package of its own, so that whoever depends on the engine, and its ordinary tests, fetch and build no benchmark
/// library.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A suite is a folder of its name under `Benchmarks/`: where the plugin looks for it.
func suite(_ name: String, dependencies: [Target.Dependency] = []) -> Target {
  .executableTarget(
    name: name,
    dependencies: [.product(name: "Benchmark", package: "benchmark")] + dependencies,
    path: "Benchmarks/\(name)",
    swiftSettings: strict,
    plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
}

let solvers = Target.Dependency.product(name: "AssignmentSolvers", package: "mentor-matching")

let people = Target.Dependency.product(name: "MentorMatching", package: "mentor-matching")

let package = Package(
  name: "mentor-matching-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "mentor-matching", path: ".."),
    // Without traits: the malloc counters would need jemalloc, and nothing here reads them.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .target(name: "AssignmentInstances", dependencies: [solvers], swiftSettings: strict),
    .target(name: "ProcessMeter", swiftSettings: strict),
    .executableTarget(
      name: "solve-instance", dependencies: ["AssignmentInstances", "ProcessMeter", solvers], swiftSettings: strict),
    .executableTarget(
      name: "solve-rules",
      dependencies: [
        "ProcessMeter",
        .product(name: "IntegerProgramming", package: "mentor-matching"),
        .product(name: "MatchingRules", package: "mentor-matching"),
      ], swiftSettings: strict),
    .target(
      name: "ScoringPeople", dependencies: ["AssignmentInstances", people], swiftSettings: strict),
    .executableTarget(name: "score-people", dependencies: ["ScoringPeople", people], swiftSettings: strict),
    suite("DenseFamilies", dependencies: ["AssignmentInstances", solvers]),
    suite("SparseFamilies", dependencies: ["AssignmentInstances", solvers]),
    suite("WarmStart", dependencies: ["AssignmentInstances", solvers]),
    suite("Scoring", dependencies: ["ScoringPeople", people]),
    suite("WholeProcess"),
  ]
)
