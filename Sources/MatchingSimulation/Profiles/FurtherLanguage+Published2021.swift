import MentorMatching

/// What mentors speak besides the local language: all assumptions. Of Brussels it is published that one job seeker in
/// ten claims good knowledge of both national languages (2018); mentors are taken to know the other one more often.
extension FurtherLanguage {
  static let ofFrench = [
    mentors("en", 70), mentors("es", 15), mentors("de", 10), mentors("it", 7), mentors("nl", 6), mentors("ar", 5),
    mentors("pt", 3), mentors("pl", 2),
  ]

  static let ofBrussels = [
    mentors("fr", 85), mentors("nl", 40), mentors("en", 75), mentors("es", 12), mentors("de", 12), mentors("it", 8),
    mentors("ar", 5), mentors("pt", 3),
  ]

  static let ofFlemish = [
    mentors("en", 85), mentors("fr", 75), mentors("de", 25), mentors("es", 10), mentors("it", 4), mentors("ar", 3),
    mentors("tr", 2),
  ]

  static let ofDutch = [
    mentors("en", 90), mentors("de", 40), mentors("fr", 30), mentors("es", 10), mentors("pap", 4), mentors("tr", 3),
    mentors("ar", 3),
  ]

  private static func mentors(_ code: String, _ percent: Int) -> FurtherLanguage {
    FurtherLanguage(
      wellFormed(LanguageCode(code)), .percent(percent), WeightedChoice([(.a2, 18), (.b1, 32), (.b2, 30), (.c1, 20)]))
  }
}
