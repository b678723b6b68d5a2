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
  ],
  targets: [
    .target(name: "AssignmentSolvers", swiftSettings: strict),
    .target(name: "MentorMatching", dependencies: ["AssignmentSolvers"], swiftSettings: strict),

    .testTarget(name: "AssignmentSolversTests", dependencies: ["AssignmentSolvers"], swiftSettings: strict),
    .testTarget(
      name: "MentorMatchingTests", dependencies: ["AssignmentSolvers", "MentorMatching"], swiftSettings: strict),
  ]
)
