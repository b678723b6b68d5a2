import MentorMatching

/// Prices of other choices, and what people decided.
extension Wording {
  /// What a change costs all duos together: `0.3` of a score of 100, or `1 duo`; `0` for a tie.
  func price(_ price: OverridePrice) -> String {
    if price.duos != 0 { return duos(price.duos) }
    if price.score == 0 { return "0" }
    // A price that rounds to nothing is not nothing.
    let tenths = Self.tenths(ofScore: price.score)
    return tenths == 0 ? say("under 0.1", "moins de 0,1", "minder dan 0,1") : decimal(tenths: tenths)
  }

  var alternativesLabel: String { say("Instead:", "À la place\u{A0}:", "In de plaats:") }

  /// `mentor-12 for 0.3`
  func alternative(_ mentor: String, _ price: OverridePrice) -> String {
    mentor + say(" for ", " pour ", " voor ") + self.price(price)
  }

  /// The end of the introduction to the cards.
  var alternativesIntroduction: String {
    say(
      " At the foot: other mentors for this mentee, and what choosing one would cost all duos together, as part of a score of 100 or in duos.",
      " En bas\u{A0}: d’autres mentors, et ce que ce choix coûterait à l’ensemble des duos, en part d’un score de 100 ou en duos.",
      " Onderaan: andere mentors voor deze mentee, en wat die keuze alle duo’s samen zou kosten, als deel van een score van 100 of in duo’s."
    )
  }

  func tie(with mentor: String) -> String {
    say("tie: \(mentor) does as well", "ex æquo\u{A0}: \(mentor) convient autant", "gelijk: \(mentor) is even goed")
  }

  func cheapestWayIn(_ mentor: String, _ price: OverridePrice) -> String {
    say("Cheapest way in: ", "Voie la moins chère\u{A0}: ", "Goedkoopste weg: ") + alternative(mentor, price) + "."
  }

  // MARK: Decisions

  var pinned: String { say("pinned", "fixé par décision", "vastgelegd") }

  var decisionsHeading: String { say("What was decided", "Ce qui a été décidé", "Wat beslist is") }

  func decisionsIntroduction(_ count: Int, total: OverridePrice) -> String {
    let made = say(
      self.count(count, "decision was", "decisions were") + " made before the rest was matched.",
      self.count(count, "décision a été prise", "décisions ont été prises") + " avant le reste.",
      self.count(count, "beslissing is", "beslissingen zijn") + " genomen vóór de rest.")
    let sum = price(total)
    return made + " "
      + say(
        "Against the best choice without any, the round loses: \(sum). Beside each: what taking it back alone would bring.",
        "Par rapport au meilleur choix sans elles, la session perd\u{A0}: \(sum). À côté de chacune\u{A0}: ce que son retrait seul apporterait.",
        "Tegenover de beste keuze zonder verliest de ronde: \(sum). Naast elk: wat alleen die terugdraaien zou opleveren."
      )
  }

  func name(of kind: Decision.Kind) -> String {
    switch kind {
    case .pin: say("pin", "fixer", "vastleggen")
    case .veto: say("veto", "veto", "veto")
    }
  }

  var decisionColumns: [String] {
    [
      say("Duo", "Duo", "Duo"), say("Decision", "Décision", "Beslissing"), say("By", "Par", "Door"),
      say("Why", "Pourquoi", "Waarom"), say("Costs", "Coûte", "Kost"),
    ]
  }

  /// That vetoes took mentors away from somebody.
  func vetoed(_ count: Int) -> String {
    say(
      "Vetoes took away \(mentors(count)). ", "Des vetos ont écarté \(mentors(count)). ",
      "Veto’s namen \(mentors(count)) weg. ")
  }

  var keepsToDecisions: String {
    say(
      "This holds among the choices that keep to what was decided.",
      "Cela vaut parmi les choix qui respectent ce qui a été décidé.",
      "Dit geldt onder de keuzes die zich aan het besliste houden.")
  }
}
