/// An upper bound on every matching that keeps the rules, by linear duality.
///
/// Let `g` be what a duo is worth, `A_r` what rule *r* counts of a duo (for a share of *s* thousandths: 1000 if the duo
/// counts, less *s*), and `λ_r ≥ 0` multipliers of bounds. If
///
///     u_i + v_j ≥ g_ij − Σ λ_r A_r(i, j)  + Σ λ'_r A_r(i, j) + λ_d      for every candidate,  u ≥ 0,
///
/// (`λ` for upper bounds, `λ'` for lower ones, `λ_d` for "at least *D* duos"), then no matching that keeps the rules is worth
/// more than
///
///     Σ u_i + Σ_j (k_j v_j⁺ − l_j v_j⁻) + Σ λ_r U_r − Σ λ'_r L_r − λ_d D.
///
/// All of it in integers, in units of 1/``refinement``. A rule with a price *p* takes `λ · unit ≤ p`: breaking it then never
/// pays more than it costs.
///
/// Reference: A. Geoffrion, *Lagrangean relaxation for integer programming*, Mathematical Programming Study 2 (1974)
/// 82–114, doi:10.1007/BFb0120690.
public struct RelaxationProof: Sendable, Equatable {
  /// Multipliers and duals are multiples of 1/refinement of a score unit.
  public static let refinement: Int64 = 1 << 8
  /// What a duo is worth where duos are counted, so that multipliers are fine enough.
  public static let unitOfDuo: Int64 = 1 << 16

  public struct Multiplier: Sendable, Equatable {
    /// Index into ``RuleSet/rules``.
    public var rule: Int
    /// Of a rule about each mentor.
    public var mentor: PersonID?
    /// Whether it belongs to the rule's lower bound.
    public var isOfLowerBound: Bool
    /// Positive.
    public var value: Int64

    public init(rule: Int, mentor: PersonID?, isOfLowerBound: Bool, value: Int64) {
      self.rule = rule
      self.mentor = mentor
      self.isOfLowerBound = isOfLowerBound
      self.value = value
    }
  }

  public var multipliers: [Multiplier]
  /// *D*, where the bound is on matchings of at least so many duos.
  public var demandedDuos: Int?
  /// `λ_d`
  public var demandMultiplier: Int64
  /// One per mentee of the round.
  public var menteeDuals: [MatchingCertificate.Dual]
  /// One per mentor of the round.
  public var mentorDuals: [MatchingCertificate.Dual]

  public init(
    multipliers: [Multiplier], demandedDuos: Int?, demandMultiplier: Int64, menteeDuals: [MatchingCertificate.Dual],
    mentorDuals: [MatchingCertificate.Dual]
  ) {
    self.multipliers = multipliers
    self.demandedDuos = demandedDuos
    self.demandMultiplier = demandMultiplier
    self.menteeDuals = menteeDuals
    self.mentorDuals = mentorDuals
  }
}
