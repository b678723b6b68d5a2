import MentorMatching

/// Six of the antennas of 2021. How many people each gets is an assumption: the reports count 940 new mentees in Belgium
/// in 2021, 202 in France over three years and 34 duos in the first year of Rotterdam.
extension AntennaProfile {
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

  static var lille: AntennaProfile {
    AntennaProfile(
      wellFormed(AntennaID("lille")), menteeWeight: 10, mentorWeight: 10, localLanguages: .always(.french),
      districts: District.lilleMetropolis, mentees: .france2021,
      mentors: .mentors2021(further: FurtherLanguage.ofFrench))
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
