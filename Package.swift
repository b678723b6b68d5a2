// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is compiled with the same, strict settings. There are no unsafe flags, so any package may depend
/// on this one by version.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "mentor-matching",
  products: [
    // Without GLPK: no other package, no system library.
    .library(name: "AssignmentSolvers", targets: ["AssignmentSolvers"]),
    .library(name: "MentorMatching", targets: ["MentorMatching"]),
    .library(name: "MatchingFiles", targets: ["MatchingFiles"]),
    .library(name: "MatchingSimulation", targets: ["MatchingSimulation"]),
    .library(name: "SimulationFiles", targets: ["SimulationFiles"]),
    // With GLPK (GPL-3): whoever links one of these links GLPK.
    .library(name: "IntegerProgramming", targets: ["IntegerProgramming"]),
    .library(name: "MatchingRules", targets: ["MatchingRules"]),
    .library(name: "AntennaSiting", targets: ["AntennaSiting"]),
    // The command line is no product on purpose: importers then fetch no argument parser. `swift run mentor-match` works.
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // A header: the one hint to the processor that Swift has no word for.
    .target(name: "CMemoryHints"),
    // Compiled for each instruction set; which one runs is decided at run time. No dependency, no library.
    .target(name: "CAssignmentKernels"),
    .target(name: "CScoringKernels"),
    .target(name: "AssignmentSolvers", dependencies: ["CAssignmentKernels", "CMemoryHints"], swiftSettings: strict),
    .target(name: "MentorMatching", dependencies: ["AssignmentSolvers", "CScoringKernels"], swiftSettings: strict),

    .target(name: "CGLPK", linkerSettings: [.linkedLibrary("glpk")]),
    .target(name: "IntegerProgramming", dependencies: ["CGLPK"], swiftSettings: strict),
    .target(
      name: "MatchingRules", dependencies: ["AssignmentSolvers", "IntegerProgramming", "MentorMatching"],
      swiftSettings: strict),

    .target(name: "MatchingFiles", dependencies: ["AssignmentSolvers", "MentorMatching"], swiftSettings: strict),
    .target(
      name: "MatchingSimulation", dependencies: ["AssignmentSolvers", "MentorMatching"], swiftSettings: strict),

    .target(name: "AntennaSiting", dependencies: ["IntegerProgramming", "MentorMatching"], swiftSettings: strict),
    // Where simulations meet files: neither of the two modules imports the other.
    .target(
      name: "SimulationFiles", dependencies: ["MatchingFiles", "MatchingSimulation", "MentorMatching"],
      swiftSettings: strict),

    .executableTarget(
      name: "mentor-match",
      dependencies: [
        "AntennaSiting", "AssignmentSolvers", "IntegerProgramming", "MatchingFiles", "MatchingRules",
        "MatchingSimulation", "MentorMatching", "SimulationFiles",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .testTarget(name: "AssignmentSolversTests", dependencies: ["AssignmentSolvers"], swiftSettings: strict),
    .testTarget(
      name: "MentorMatchingTests", dependencies: ["AssignmentSolvers", "MentorMatching"], swiftSettings: strict),
    .testTarget(name: "IntegerProgrammingTests", dependencies: ["CGLPK", "IntegerProgramming"], swiftSettings: strict),
    .testTarget(
      name: "MatchingRulesTests",
      dependencies: ["AssignmentSolvers", "IntegerProgramming", "MatchingFiles", "MatchingRules", "MentorMatching"],
      swiftSettings: strict),
    .testTarget(
      name: "MatchingFilesTests", dependencies: ["AssignmentSolvers", "MatchingFiles", "MentorMatching"],
      swiftSettings: strict),
    .testTarget(
      name: "MatchingSimulationTests", dependencies: ["AssignmentSolvers", "MatchingSimulation", "MentorMatching"],
      swiftSettings: strict),
    .testTarget(
      name: "AntennaSitingTests", dependencies: ["AntennaSiting", "IntegerProgramming", "MentorMatching"],
      swiftSettings: strict),
    .testTarget(
      name: "SimulationFilesTests",
      dependencies: ["MatchingFiles", "MatchingSimulation", "MentorMatching", "SimulationFiles"], swiftSettings: strict),
  ]
)
