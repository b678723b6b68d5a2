import MentorMatching

/// The mentees without a duo.
extension Wording {
  func waitingHeading(_ count: Int) -> String {
    count == 0
      ? waitingLink
      : say(
        "Who waits, and why: \(mentees(count))", "En attente, et pourquoi\u{A0}: \(mentees(count))",
        "Wie wacht, en waarom: \(mentees(count))")
  }

  var nobodyWaits: String {
    say(
      "Nobody: every mentee has a proposed duo.", "Personne\u{A0}: chaque mentee a un duo proposé.",
      "Niemand: elke mentee heeft een voorgesteld duo.")
  }

  var waitingAreElsewhere: String {
    say(
      "Each of them is in unmatched.csv, with the reason.", "Chaque mentee est dans unmatched.csv, avec la raison.",
      "Elke mentee staat in unmatched.csv, met de reden.")
  }

  func heading(of group: WaitingGroup) -> String {
    let count = whole(group.members.count)
    switch group.reason {
    case .shortage:
      return say("Too few places: \(count)", "Trop peu de places\u{A0}: \(count)", "Te weinig plaatsen: \(count)")
    case .competition:
      return say(
        "The places do more for others: \(count)", "Les places apportent plus à d’autres\u{A0}: \(count)",
        "De plaatsen helpen anderen meer: \(count)")
    case .noCandidate:
      return say("No mentor fits: \(count)", "Aucun mentor ne convient\u{A0}: \(count)", "Geen mentor past: \(count)")
    }
  }

  func explanation(of group: WaitingGroup, _ matching: Matching, isListed: Bool) -> String {
    explanation(of: group, matching) + (isListed ? lineExplanation(of: group.reason) : "")
  }

  private func explanation(of group: WaitingGroup, _ matching: Matching) -> String {
    switch group.reason {
    case .shortage:
      guard let largest = matching.shortages.max(by: { $0.mentees.count < $1.mentees.count }) else { return "" }
      let asking = whole(largest.mentees.count)
      let offering = whole(largest.mentors.count)
      let offered = whole(largest.placeCount)
      let over = whole(largest.mentees.count - largest.placeCount)
      // A rule may stand in the way of that duo.
      let more =
        isRuled
        ? ""
        : say(
          " Every further place there makes one more duo.", " Chaque place de plus y fait un duo de plus.",
          " Elke plaats erbij geeft een duo erbij.")
      return say(
        "They fit mentors, but so do others. The largest such group is \(asking) mentees who can only be placed with the same \(offering) mentors, who have \(offered) places: whatever the choice, \(over) of them wait.\(more)",
        "Des mentors leur conviennent, mais conviennent aussi à d’autres. Le plus grand de ces groupes compte \(asking) mentees qui ne peuvent aller que chez les mêmes \(offering) mentors, qui ont \(offered) places\u{A0}: quel que soit le choix, \(over) attendent.\(more)",
        "Er passen mentors, maar die passen ook bij anderen. De grootste zo’n groep telt \(asking) mentees die alleen bij dezelfde \(offering) mentors terechtkunnen, die \(offered) plaatsen hebben: hoe men ook kiest, \(over) wachten.\(more)"
      )
    case .competition where isRuled:
      return say(
        "They fit mentors, but a duo with them would break a rule or cost others more than it gives.",
        "Des mentors leur conviennent, mais un duo avec eux enfreindrait une règle ou coûterait plus à d’autres qu’il n’apporte.",
        "Er passen mentors, maar een duo met hen zou een regel breken of anderen meer kosten dan het oplevert.")
    case .competition:
      return say(
        "They fit mentors, but a duo with them would cost others more than it gives.",
        "Des mentors leur conviennent, mais un duo avec eux coûterait plus à d’autres qu’il n’apporte.",
        "Er passen mentors, maar een duo met hen kost anderen meer dan het oplevert.")
    case .noCandidate:
      return say(
        "No mentor of this round passes the rules with them.",
        "Aucun mentor de cette session ne satisfait aux règles avec eux.",
        "Geen mentor van deze ronde voldoet met hen aan de regels."
      )
    }
  }

  /// What each line of the group says, as the end of its explanation.
  private func lineExplanation(of reason: WaitingGroup.Reason) -> String {
    switch reason {
    case .shortage where isRuled, .competition where isRuled:
      say(
        " For each: the mentors who fit best.", " Pour chaque mentee\u{A0}: les mentors qui conviennent le mieux.",
        " Bij elk: de mentors die het best passen.")
    case .shortage, .competition:
      say(
        " For each: the mentors who fit best, and the cheapest way to a place, with what it would cost all duos together.",
        " Pour chaque mentee\u{A0}: les mentors qui conviennent le mieux, et la voie la moins chère vers une place, avec ce qu’elle coûterait à l’ensemble des duos.",
        " Bij elk: de mentors die het best passen, en de goedkoopste weg naar een plaats, met wat die alle duo’s samen zou kosten."
      )
    case .noCandidate:
      say(
        " For each: what stands in the way, and what alone would open a mentor.",
        " Pour chaque mentee\u{A0}: l’obstacle, et ce qui à lui seul ouvrirait un mentor.",
        " Bij elk: wat in de weg staat, en wat op zichzelf al een mentor mogelijk maakt.")
    }
  }

  /// `French B2, Arabic native · Tue 18:00–20:00 · 62.01, 64.19`
  func profile(_ mentee: Mentee, minimumLevel: LanguageLevel) -> String {
    let spoken = languages(mentee.person.languages, from: minimumLevel)
    let targets = mentee.targetSectors.prefix(3).map(\.text).joined(separator: ", ")
    let parts = [
      spoken, week(mentee.person.availability, limit: 2),
      targets.isEmpty ? say("undecided", "sans projet précis", "nog onbeslist") : targets,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// What stands in the way of somebody whom no mentor fits, and which rule alone, if lifted, opens the most mentors.
  func obstacles(_ rules: [RuleCount], mentorCount: Int) -> String {
    let worst = rules.max { $0.mentorCount < $1.mentorCount }
    let helping = rules.filter { $0.openedByLifting > 0 }.max { $0.openedByLifting < $1.openedByLifting }
    guard let worst else { return say("There are no mentors.", "Il n’y a pas de mentor.", "Er zijn geen mentors.") }
    let why = say(
      "\(name(of: worst.rule)) rules out \(whole(worst.mentorCount)) of \(mentors(mentorCount)).",
      "\(name(of: worst.rule)) écarte \(whole(worst.mentorCount)) mentors sur \(whole(mentorCount)).",
      "\(name(of: worst.rule)) sluit \(whole(worst.mentorCount)) van de \(mentors(mentorCount)) uit.")
    let help =
      helping.map { rule in
        say(
          "Would help: \(remedy(for: rule.rule)) (\(mentors(rule.openedByLifting))).",
          "Aiderait\u{A0}: \(remedy(for: rule.rule)) (\(mentors(rule.openedByLifting))).",
          "Zou helpen: \(remedy(for: rule.rule)) (\(mentors(rule.openedByLifting))).")
      }
      ?? say(
        "Would help: a new mentor; no single change is enough.",
        "Aiderait\u{A0}: un nouveau mentor\u{A0}; aucun changement seul ne suffit.",
        "Zou helpen: een nieuwe mentor; geen enkele verandering alleen volstaat.")
    return why.prefix(1).uppercased() + why.dropFirst() + " " + help
  }

  func wouldHelp(bestMentors names: String, candidateCount: Int) -> String {
    say(
      "Fits \(mentors(candidateCount)). Would help: a place with \(names).",
      "\(mentors(candidateCount)) possible\(candidateCount == 1 ? "" : "s"). Aiderait\u{A0}: une place chez \(names).",
      "Past bij \(mentors(candidateCount)). Zou helpen: een plaats bij \(names).")
  }

  func name(of rule: HardRule) -> String {
    switch rule {
    case .language: say("language", "la langue", "taal")
    case .availability: say("time", "l’horaire", "tijd")
    case .meeting: say("the way of meeting", "le mode de rencontre", "de manier van afspreken")
    case .distance: say("distance", "la distance", "afstand")
    case .antenna: say("the antenna", "l’antenne", "de antenne")
    case .digital: say("online skill or equipment", "le numérique", "online vaardigheid of uitrusting")
    case .wish: say("the mentee’s wish", "le souhait de la personne", "de wens van de mentee")
    case .score: say("the minimum score", "le score minimal", "de minimumscore")
    }
  }

  private func remedy(for rule: HardRule) -> String {
    switch rule {
    case .language: say("a shared language", "une langue commune", "een gedeelde taal")
    case .availability: say("other hours", "d’autres horaires", "andere uren")
    case .meeting: say("another way of meeting", "un autre mode de rencontre", "een andere manier van afspreken")
    case .distance: say("a longer way", "un trajet plus long", "verder reizen")
    case .antenna:
      say("a mentor of another antenna", "un mentor d’une autre antenne", "een mentor van een andere antenne")
    case .digital:
      say("digital training or equipment", "formation ou équipement numérique", "digitale training of uitrusting")
    case .wish:
      say("a mentor who answers the wish", "un mentor répondant au souhait", "een mentor die aan de wens voldoet")
    case .score: say("a lower minimum score", "un score minimal plus bas", "een lagere minimumscore")
    }
  }
}
