import MentorMatching

/// An antenna for each region of mainland France, as a national plan would have them. How many people each gets is an
/// assumption: a third of the mentees around Paris, the others near the regions' shares of the population.
extension AntennaProfile {
  static let france2022: [AntennaProfile] = [
    region(
      "ile-de-france", mentees: 33, mentors: 31, District.paris.map(asTown) + District.ileDeFranceBeyondParis,
      careers: [("62.01", 6), ("64.19", 6), ("70.22", 6), ("73.11", 4)], homes: ["bm", "ff", "bn"]),
    region(
      "auvergne-rhone-alpes", mentees: 11, mentors: 12, District.auvergneRhoneAlpes,
      careers: [("20", 7), ("26", 5), ("28", 6), ("55.10", 4)], homes: ["tr", "ar"]),
    region(
      "hauts-de-france", mentees: 10, mentors: 8, District.hautsDeFrance,
      careers: [("29", 6), ("47.91", 6), ("52.10", 7), ("49", 5)], homes: ["ps", "ku"]),
    region(
      "occitanie", mentees: 9, mentors: 9, District.occitanie,
      careers: [("30.3", 12), ("71.12", 6), ("11.02", 4), ("72", 4)], homes: ["ar", "es"]),
    region(
      "provence", mentees: 9, mentors: 8, District.provence,
      careers: [("50", 5), ("55.10", 6), ("56.10", 4), ("19.2", 4)], homes: ["ar", "ru"]),
    region(
      "nouvelle-aquitaine", mentees: 6, mentors: 8, District.nouvelleAquitaine,
      careers: [("11.02", 6), ("30.3", 5), ("65.1", 6), ("01", 4)], homes: ["es", "so"]),
    region(
      "grand-est", mentees: 7, mentors: 7, District.grandEst,
      careers: [("29", 5), ("24", 5), ("10", 4), ("84.11", 4)], homes: ["tr", "ru"]),
    region(
      "pays-de-la-loire", mentees: 4, mentors: 5, District.paysDeLaLoire,
      careers: [("30.1", 7), ("10", 5), ("28", 5)], homes: ["so", "ti"]),
    region(
      "bretagne", mentees: 3, mentors: 4, District.bretagne,
      careers: [("10", 8), ("61", 5), ("03", 3)], homes: ["so", "ps"]),
    region(
      "normandie", mentees: 4, mentors: 4, District.normandie,
      careers: [("19.2", 5), ("20", 5), ("52.2", 5)], homes: ["ln", "ff"]),
    region(
      "bourgogne-franche-comte", mentees: 2, mentors: 2, District.bourgogneFrancheComte,
      careers: [("29", 7), ("26.5", 4), ("11.02", 4)], homes: ["tr", "ar"]),
    region(
      "centre-val-de-loire", mentees: 2, mentors: 2, District.centreValDeLoire,
      careers: [("20.4", 6), ("21", 5), ("52.10", 4)], homes: ["ln", "ti"]),
  ]

  /// - Parameters:
  ///   - careers: sectors that mentors of the region know besides those of everywhere, with weights to add.
  ///   - homes: home languages that are three times as frequent here as in the country.
  private static func region(
    _ id: String, mentees: Int, mentors: Int, _ districts: [District], careers: [(code: String, weight: Int)],
    homes: [String]
  ) -> AntennaProfile {
    var menteeProfile = MenteeProfile.france2021
    menteeProfile.backgrounds = WeightedChoice(
      menteeProfile.backgrounds.weightedOptions.map { background, weight in
        (background, homes.contains(background.native.text) ? 3 * weight : weight)
      })
    var mentorProfile = MentorProfile.mentors2021(further: FurtherLanguage.ofFrench)
    mentorProfile.sectors = WeightedChoice(
      mentorProfile.sectors.weightedOptions.map { ($0.option, $0.weight) }
        + careers.map { (wellFormed(SectorCode($0.code)), 2 * $0.weight) })
    return AntennaProfile(
      wellFormed(AntennaID(id)), menteeWeight: mentees, mentorWeight: mentors, localLanguages: .always(.french),
      districts: districts, mentees: menteeProfile, mentors: mentorProfile)
  }

  /// The districts of Paris weigh by hundreds of residents, towns by residents.
  private static func asTown(_ district: District) -> District {
    var town = district
    town.menteeWeight *= 100
    town.mentorWeight *= 100
    return town
  }
}
