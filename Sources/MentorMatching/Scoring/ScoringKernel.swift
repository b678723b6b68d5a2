/// The code that scores a row. All give the same scores; they differ in speed and in the machines they run on.
public enum ScoringKernel: String, CaseIterable, Sendable {
  /// Swift, on any machine: the plain twin of the others.
  case portable
  /// Plain C, on any machine whose words have the lowest byte first.
  case portableC = "portable-c"
  /// C for x86-64 with AVX2 and FMA.
  case avx2
  /// C for x86-64 with AVX-512 (F, BW, DQ, VL).
  case avx512
  /// C for x86-64 with AVX-512, VBMI and GFNI (Ice Lake, Zen 4 and later).
  case avx512VBMI = "avx512-vbmi"

  /// The fastest kernel that this machine can run; looked up once.
  public static var best: ScoringKernel { allCases.last(where: \.isAvailable) ?? .portable }

  /// Whether this machine can run it.
  public var isAvailable: Bool { ScoringMachine.runs(self) }
}
