import MentorMatching

/// The first screen.
extension Wording {
  func title(_ antennas: [String]) -> String {
    say("Proposed duos", "Duos proposés", "Voorgestelde duo’s") + (antennas.isEmpty ? "" : " · " + shortList(antennas))
  }

  /// `Proposal for the matching session · lille · 31 October 2021`
  func overline(_ antennas: [String], date: CalendarDate?) -> String {
    let parts = [
      say(
        "Proposal for the matching session", "Proposition pour la séance de matching", "Voorstel voor de matchingsessie"
      ),
      shortList(antennas), date.map { self.date($0) } ?? "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func shortList(_ antennas: [String]) -> String {
    antennas.count <= 3
      ? list(antennas)
      : say("\(antennas.count) antennas", "\(antennas.count) antennes", "\(antennas.count) antennes")
  }

  /// The whole result in one sentence.
  func sentence(_ matching: Matching) -> String {
    let all = matching.roster.mentees.count
    let duos = matching.duos.count
    if all == 0 {
      return say("This round has no mentees.", "Cette session n’a pas de mentees.", "Deze ronde heeft geen mentees.")
    }
    let first = say(
      "\(whole(duos)) of \(mentees(all)) \(duos == 1 || all == 1 ? "has" : "have") a proposed duo",
      "\(mentees(duos)) sur \(whole(all)) \(duos <= 1 ? "a" : "ont") un duo proposé",
      "\(whole(duos)) van de \(mentees(all)) \(duos == 1 ? "heeft" : "hebben") een voorgesteld duo")
    let groups = WaitingGroup.all(of: matching)
    if groups.isEmpty { return first + "." }
    let waiting = matching.unmatchedMentees.count
    let wait = say(
      "\(whole(waiting)) \(waiting == 1 ? "waits" : "wait")", "\(whole(waiting)) en attente",
      "\(whole(waiting)) \(waiting == 1 ? "wacht" : "wachten")")
    if groups.count == 1 { return first + say("; ", "\u{A0}; ", "; ") + wait + ", " + because(groups[0].reason) + "." }
    let reasons = groups.map { "\(whole($0.members.count)) \(because($0.reason))" }
    return first + say("; ", "\u{A0}; ", "; ") + wait + say(": ", "\u{A0}: ", ": ") + list(reasons) + "."
  }

  private func because(_ reason: WaitingGroup.Reason) -> String {
    switch reason {
    case .shortage:
      say(
        "for lack of places with the mentors who fit", "faute de places chez les mentors qui conviennent",
        "bij gebrek aan plaatsen bij de mentors die passen")
    case .competition where isRuled:
      say(
        "because the rules or better duos leave them no place",
        "car les règles ou de meilleurs duos ne leur laissent pas de place",
        "omdat de regels of betere duo’s hun geen plaats laten")
    case .competition:
      say(
        "because the places do more for others", "car les places apportent plus à d’autres",
        "omdat de plaatsen anderen meer helpen")
    case .noCandidate:
      say("because no mentor fits", "car aucun mentor ne convient", "omdat geen mentor past")
    }
  }

  var optimal: String { say("Optimal", "Optimal", "Optimaal") }

  func proof(_ matching: Matching) -> String {
    let claim =
      switch matching.policy.objective {
      case .mostDuosFirst:
        say(
          "means: no other choice of duos makes more of them or, with as many, reaches a higher total of scores and waiting time.",
          "veut dire\u{A0}: aucun autre choix ne forme plus de duos ni, à nombre égal, n’atteint un total plus élevé de scores et d’attente.",
          "betekent: geen andere keuze geeft meer duo’s of, bij evenveel duo’s, een hoger totaal van scores en wachttijd."
        )
      case .highestScore:
        say(
          "means: no other choice of duos reaches a higher total of scores and waiting time.",
          "veut dire\u{A0}: aucun autre choix de duos n’atteint un total plus élevé de scores et d’attente.",
          "betekent: geen andere keuze van duo’s geeft een hoger totaal van scores en wachttijd.")
      }
    let check = say(
      "Checked over all \(whole(matching.pairCount)) pairs, \(whole(matching.candidateCount)) of them possible duos.",
      "Vérifié sur les \(whole(matching.pairCount)) paires, dont \(whole(matching.candidateCount)) duos possibles.",
      "Nagegaan over alle \(whole(matching.pairCount)) paren, waarvan \(whole(matching.candidateCount)) mogelijke duo’s."
    )
    return claim + " " + (matching.decisions.isEmpty ? "" : keepsToDecisions + " ") + check
  }

  var duosFigure: String { say("Duos", "Duos", "Duo’s") }
  var scoreFigure: String { say("Mean score", "Score moyen", "Gemiddelde score") }
  var wayFigure: String { say("Typical way", "Trajet typique", "Typische afstand") }
  var laptopFigure: String { say("Laptop loans", "Prêts d’ordinateur", "Laptops in bruikleen") }

  func duosRemark(share: String, freePlaceCount: Int) -> String {
    say(
      "\(share) of the mentees; \(places(freePlaceCount)) left",
      "\(share) des mentees\u{A0}; \(places(freePlaceCount)) libre\(freePlaceCount <= 1 ? "" : "s")",
      "\(share) van de mentees; \(places(freePlaceCount)) over")
  }

  func scoreRemark(lowest: Int?, highest: Int?) -> String {
    guard let lowest, let highest else { return say("no duos", "pas de duo", "geen duo’s") }
    return say(
      "from \(percent(score: lowest)) to \(percent(score: highest))",
      "de \(percent(score: lowest)) à \(percent(score: highest))",
      "van \(percent(score: lowest)) tot \(percent(score: highest))")
  }

  func wayRemark(travelling: Int, online: Int) -> String {
    say(
      "half of the \(whole(travelling)) duos that meet in person live closer; \(whole(online)) meet online",
      "la moitié des \(whole(travelling)) duos en présentiel vivent plus près\u{A0}; \(whole(online)) à distance",
      "de helft van de \(whole(travelling)) duo’s die elkaar fysiek zien woont dichterbij; \(whole(online)) online")
  }

  var laptopRemark: String {
    say(
      "for mentees who meet online without a computer", "pour des mentees à distance sans ordinateur",
      "voor mentees die online afspreken zonder computer")
  }

  var fitHeading: String { say("How well they fit", "Qualité des duos", "Hoe goed ze passen") }
  var duosHeading: String { say("The proposed duos", "Les duos proposés", "De voorgestelde duo’s") }
  var waitingLink: String { say("Who waits, and why", "En attente, et pourquoi", "Wie wacht, en waarom") }
  var topicsHeading: String { say("To talk about", "À discuter", "Om te bespreken") }
  var antennasHeading: String { say("By antenna", "Par antenne", "Per antenne") }

  var antennaColumns: [String] {
    switch language {
    case .english:
      [
        "Antenna", "Mentees", "Duos", "Share", "Waiting", "Mentors", "Places left", "Mean score", "Online",
        "Typical way",
      ]
    case .french:
      [
        "Antenne", "Mentees", "Duos", "Part", "En attente", "Mentors", "Places libres", "Score moyen", "À distance",
        "Trajet typique",
      ]
    case .dutch:
      [
        "Antenne", "Mentees", "Duo’s", "Deel", "Wachtend", "Mentors", "Plaatsen over", "Gem. score", "Online",
        "Typische afstand",
      ]
    }
  }

  func fitIntroduction(duoCount: Int, survey: CandidateSurvey) -> String {
    let below =
      survey.isPartial
      ? say(
        "an even sample of \(whole(survey.sample.count)) of the \(whole(survey.candidateCount)) possible duos",
        "un échantillon régulier de \(whole(survey.sample.count)) des \(whole(survey.candidateCount)) duos possibles",
        "een gelijkmatige steekproef van \(whole(survey.sample.count)) van de \(whole(survey.candidateCount)) mogelijke duo’s"
      )
      : say(
        "all \(whole(survey.candidateCount)) possible duos", "les \(whole(survey.candidateCount)) duos possibles",
        "alle \(whole(survey.candidateCount)) mogelijke duo’s")
    return say(
      "Upwards in colour: the \(duos(duoCount)) proposed. Downwards in grey: \(below). The further to the right, the better; an upright line cuts each group in half.",
      "Vers le haut, en couleur\u{A0}: les \(duos(duoCount)) proposés. Vers le bas, en gris\u{A0}: \(below). Plus c’est à droite, mieux c’est\u{A0}; un trait vertical coupe chaque groupe en deux.",
      "Omhoog, in kleur: de \(duos(duoCount)) die worden voorgesteld. Omlaag, in grijs: \(below). Hoe verder naar rechts, hoe beter; een staande streep deelt elke groep in twee."
    )
  }

  func weight(_ percent: Int) -> String {
    say("\(percent)\u{A0}% of the score", "\(percent)\u{A0}% du score", "\(percent)\u{A0}% van de score")
  }

  /// Medians in hundredths of a percent.
  func medianCaption(duos: Int?, candidates: Int?) -> String {
    let shown = { (value: Int?) in value.map { self.decimal(tenths: ($0 + 5) / 10) + "\u{A0}%" } ?? "–" }
    return say(
      "middle: \(shown(duos)) proposed, \(shown(candidates)) possible",
      "milieu\u{A0}: \(shown(duos)) proposés, \(shown(candidates)) possibles",
      "midden: \(shown(duos)) voorgesteld, \(shown(candidates)) mogelijk")
  }

  func medians(of name: String, duos: Int?, candidates: Int?) -> String {
    name + say(": ", "\u{A0}: ", ": ") + medianCaption(duos: duos, candidates: candidates)
  }

  var footer: String { isRuled ? plainFooter + " --rules" : plainFooter }

  private var plainFooter: String {
    say(
      "People decide; this page proposes. It names people by identifier only. Anybody can check the proof from the round’s files with: mentor-match verify",
      "Les personnes décident\u{A0}; cette page propose. Elle ne nomme les personnes que par identifiant. La preuve se vérifie à partir des fichiers de la session avec\u{A0}: mentor-match verify",
      "Mensen beslissen; deze pagina stelt voor. Ze noemt mensen alleen met hun kenmerk. Het bewijs is na te gaan met de bestanden van de ronde: mentor-match verify"
    )
  }
}
