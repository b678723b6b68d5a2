import MentorMatching

/// Home languages, and the languages learnt before coming: all assumptions. Published are that refugees registered in
/// Brussels come mainly from Syria, Afghanistan and Iraq (2014–2016) and that more than half of the mentees born outside
/// France have international protection, 18 % came for family and 18 % to study (2021).
extension LanguageBackground {
  static let ofMenteesInBelgium: WeightedChoice<LanguageBackground> = WeightedChoice([
    (LanguageBackground(code("ar"), [english(40)]), 22),
    (LanguageBackground(code("ar"), [french(85)]), 16),
    (LanguageBackground(code("prs"), [other("ps", 40), english(30)]), 9),
    (LanguageBackground(code("ff"), [french(85)]), 9),
    (LanguageBackground(code("ln"), [french(95)]), 9),
    (LanguageBackground(code("so"), [english(40), other("ar", 30)]), 6),
    (LanguageBackground(code("ti"), [english(45), other("ar", 25)]), 5),
    (LanguageBackground(code("tr")), 5),
    (LanguageBackground(code("rw"), [french(70), english(50)]), 5),
    (LanguageBackground(code("ku"), [other("ar", 60)]), 4),
    (LanguageBackground(code("es"), [english(50)]), 4),
    (LanguageBackground(code("ru"), [english(40)]), 3),
    (LanguageBackground(code("sq"), [other("it", 40), english(40)]), 3),
  ])

  static let ofMenteesInFrance: WeightedChoice<LanguageBackground> = WeightedChoice([
    (LanguageBackground(code("ar"), [english(40)]), 17),
    (LanguageBackground(code("ar"), [french(92)]), 18),
    (LanguageBackground(code("ps"), [other("prs", 60), english(30)]), 14),
    (LanguageBackground(code("ff"), [french(85)]), 11),
    (LanguageBackground(code("bm"), [french(80)]), 7),
    (LanguageBackground(code("ln"), [french(95)]), 8),
    (LanguageBackground(code("so"), [english(40), other("ar", 30)]), 4),
    (LanguageBackground(code("ti"), [english(45), other("ar", 25)]), 5),
    (LanguageBackground(code("bn"), [english(60)]), 4),
    (LanguageBackground(code("tr")), 3),
    (LanguageBackground(code("ku"), [other("ar", 50)]), 3),
    (LanguageBackground(code("es"), [english(50)]), 3),
    (LanguageBackground(code("ru"), [english(40)]), 3),
  ])

  static let ofMenteesInTheNetherlands: WeightedChoice<LanguageBackground> = WeightedChoice([
    (LanguageBackground(code("ar"), [english(45)]), 32),
    (LanguageBackground(code("ti"), [english(50), other("ar", 25)]), 12),
    (LanguageBackground(code("prs"), [english(35)]), 10),
    (LanguageBackground(code("fa"), [english(60)]), 8),
    (LanguageBackground(code("tr"), [english(30)]), 10),
    (LanguageBackground(code("so"), [english(45), other("ar", 30)]), 8),
    (LanguageBackground(code("pap"), [other("es", 50), english(60)]), 6),
    (LanguageBackground(code("ber"), [french(40)]), 6),
    (LanguageBackground(code("es"), [english(50)]), 8),
  ])

  private static func code(_ text: String) -> LanguageCode { wellFormed(LanguageCode(text)) }

  /// French of school and public life.
  private static func french(_ percent: Int) -> FurtherLanguage {
    FurtherLanguage(
      .french, .percent(percent), WeightedChoice([(.b1, 20), (.b2, 35), (.c1, 25), (.c2, 10), (.native, 10)]))
  }

  private static func english(_ percent: Int) -> FurtherLanguage {
    FurtherLanguage(.english, .percent(percent), WeightedChoice([(.a2, 30), (.b1, 35), (.b2, 25), (.c1, 10)]))
  }

  private static func other(_ text: String, _ percent: Int) -> FurtherLanguage {
    FurtherLanguage(code(text), .percent(percent), WeightedChoice([(.b1, 30), (.b2, 40), (.c1, 30)]))
  }
}
