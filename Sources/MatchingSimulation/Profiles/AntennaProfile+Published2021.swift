import MentorMatching

/// Six of the antennas of 2021. How many people each gets is an assumption: the reports count 940 new mentees in Belgium
/// in 2021, 202 in France over three years and 34 duos in the first year of Rotterdam.
extension AntennaProfile {
  /// The profiles of single antennas that come with the package, by the name of the antenna.
  private static let builtIn: [@Sendable () -> AntennaProfile] = [
    { .antwerp }, { .brussels }, { .ghent }, { .lille }, { .lyon }, { .marseille }, { .paris }, { .rotterdam },
  ]

  public static var allNames: [String] { builtIn.map { $0().id.text } }

  /// - Returns: nil when no profile has this name; see ``allNames``.
  public static func named(_ name: String) -> AntennaProfile? { builtIn.lazy.map { $0() }.first { $0.id.text == name } }

  static var antwerp: AntennaProfile {
    AntennaProfile(
      wellFormed(AntennaID("antwerp")), menteeWeight: 16, mentorWeight: 16, localLanguages: .always(.dutch),
      districts: District.antwerp, mentees: .belgium2021, mentors: .mentors2021(further: FurtherLanguage.ofFlemish))
  }

  static var brussels: AntennaProfile {
    AntennaProfile(
      wellFormed(AntennaID("brussels")), menteeWeight: 48, mentorWeight: 46,
      localLanguages: WeightedChoice([(.french, 85), (.dutch, 15)]), districts: District.brussels,
      mentees: .belgium2021, mentors: .mentors2021(further: FurtherLanguage.ofBrussels))
  }

  /// The people of Antwerp in the districts of Ghent (the weights are those of an antenna that stands alone).
  static var ghent: AntennaProfile {
    AntennaProfile(
      wellFormed(AntennaID("ghent")), menteeWeight: 1, mentorWeight: 1, localLanguages: .always(.dutch),
      districts: District.ghent, mentees: .belgium2021, mentors: .mentors2021(further: FurtherLanguage.ofFlemish))
  }

  static var lille: AntennaProfile {
    AntennaProfile(
      wellFormed(AntennaID("lille")), menteeWeight: 10, mentorWeight: 10, localLanguages: .always(.french),
      districts: District.lilleMetropolis, mentees: .france2021,
      mentors: .mentors2021(further: FurtherLanguage.ofFrench))
  }

  /// The people of Lille in the districts of Lyon (the weights are those of an antenna that stands alone).
  static var lyon: AntennaProfile {
    AntennaProfile(
      wellFormed(AntennaID("lyon")), menteeWeight: 1, mentorWeight: 1, localLanguages: .always(.french),
      districts: District.lyon, mentees: .france2021, mentors: .mentors2021(further: FurtherLanguage.ofFrench))
  }

  static var marseille: AntennaProfile {
    AntennaProfile(
      wellFormed(AntennaID("marseille")), menteeWeight: 6, mentorWeight: 6, localLanguages: .always(.french),
      districts: District.marseille, mentees: .france2021, mentors: .mentors2021(further: FurtherLanguage.ofFrench))
  }

  static var paris: AntennaProfile {
    AntennaProfile(
      wellFormed(AntennaID("paris")), menteeWeight: 15, mentorWeight: 17, localLanguages: .always(.french),
      districts: District.paris, mentees: .france2021, mentors: .mentors2021(further: FurtherLanguage.ofFrench))
  }

  static var rotterdam: AntennaProfile {
    AntennaProfile(
      wellFormed(AntennaID("rotterdam")), menteeWeight: 5, mentorWeight: 5, localLanguages: .always(.dutch),
      districts: District.rotterdam, mentees: .netherlands2021,
      mentors: .mentors2021(further: FurtherLanguage.ofDutch))
  }
}

extension LanguageCode {
  static let french = wellFormed(LanguageCode("fr"))
  static let dutch = wellFormed(LanguageCode("nl"))
}
