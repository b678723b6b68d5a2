import MentorMatching

/// The cards.
extension Wording {
  var duosIntroduction: String {
    say(
      "The mentee stands on the left. Each bar starts where the one above ends, so the five add up to the score; the pale part is what was still possible.",
      "La ou le mentee est à gauche. Chaque barre commence où finit la précédente\u{A0}: les cinq font le score\u{A0}; la partie pâle est ce qui restait possible.",
      "De mentee staat links. Elke balk begint waar de vorige eindigt: samen vormen de vijf de score; het bleke deel is wat nog kon."
    )
  }

  func duosAreElsewhere(_ count: Int) -> String {
    say(
      "There are \(duos(count)), too many for a page: each is in duos.csv, with its points, and on a map in duos.geojson.",
      "Il y a \(duos(count)), trop pour une page\u{A0}: chacun est dans duos.csv, avec ses points, et sur une carte dans duos.geojson.",
      "Er zijn \(duos(count)), te veel voor een pagina: elk staat in duos.csv, met zijn punten, en op een kaart in duos.geojson."
    )
  }

  func mode(_ mode: MeetingMode) -> String {
    switch mode {
    case .inPerson: say("in person", "en présentiel", "fysiek")
    case .hybrid: say("in person or online", "en présentiel ou à distance", "fysiek of online")
    case .online: say("online", "à distance", "online")
    }
  }

  /// `best of 23 possible mentors`
  func standing(_ standing: CandidateSurvey.Standing) -> String {
    let all = standing.candidateCount
    if all == 1 { return say("only possible mentor", "seul mentor possible", "enige mogelijke mentor") }
    let rank = ordinal(standing.betterCount + 1)
    return standing.betterCount == 0
      ? say(
        "best of \(all) possible mentors", "le meilleur de \(all) mentors possibles",
        "beste van \(all) mogelijke mentors")
      : say(
        "\(rank) of \(all) possible mentors", "\(rank) de \(all) mentors possibles",
        "\(rank) van \(all) mogelijke mentors")
  }

  func waited(weeks number: Int) -> String {
    say("waited \(weeks(number))", "\(weeks(number)) d’attente", "wacht \(weeks(number))")
  }

  var outOfHundred: String { say("of 100 %", "sur 100\u{A0}%", "van 100\u{A0}%") }

  /// What lies behind the points of one criterion.
  func fact(_ criterion: Criterion, _ duo: Duo, _ roster: Roster) -> String {
    let candidate = duo.candidate
    switch criterion {
    case .language:
      let shared = candidate.language
      let levels =
        shared.menteeLevel == shared.mentorLevel
        ? say(", both ", ", tous deux ", ", beiden ") + name(of: shared.menteeLevel)
        : " " + list([name(of: shared.menteeLevel), name(of: shared.mentorLevel)])
      return name(of: shared.language) + levels
    case .sector: return sectorFact(candidate.sector)
    case .availability: return week(candidate.availability.common, limit: 3)
    case .distance:
      guard let travel = candidate.travel else {
        return say("nobody travels", "aucun trajet", "niemand reist")
      }
      let way = kilometres(metres: travel.metres)
      return travel.minutes.map { "\(minutes($0)), \(way)" } ?? way
    case .digital:
      let mentee = roster.mentees[duo.mentee].person.digitalSkill
      let mentor = roster.mentors[duo.mentor].person.digitalSkill
      return say(
        "levels \(mentee) and \(mentor) of 8", "niveaux \(mentee) et \(mentor) sur 8",
        "niveaus \(mentee) en \(mentor) van 8")
    }
  }

  private func sectorFact(_ fit: Candidate.SectorFit) -> String {
    switch fit {
    case .experience(let target, let rank, let experience):
      let choice = say("\(ordinal(rank + 1)) choice", "\(ordinal(rank + 1)) choix", "\(ordinal(rank + 1)) keuze")
      let years = say(
        count(experience.years, "year", "years"), count(experience.years, "an", "ans"),
        count(experience.years, "jaar", "jaar"))
      return "\(target.text) (\(choice)) ↔ \(experience.sector.text), \(years)"
    case .generalist: return say("mentor is a generalist", "mentor généraliste", "mentor is generalist")
    case .undecided(let isGeneralist):
      return isGeneralist
        ? say(
          "undecided; mentor is a generalist", "sans projet précis\u{A0}; mentor généraliste",
          "nog onbeslist; mentor is generalist")
        : say(
          "undecided; mentor knows one field", "sans projet précis\u{A0}; mentor d’un seul domaine",
          "nog onbeslist; mentor kent één vak")
    case .none: return say("no sector in common", "aucun secteur commun", "geen sector gemeen")
    }
  }

  /// What somebody should know before agreeing to this duo; mostly nothing.
  func remarks(_ duo: Duo, _ standing: CandidateSurvey.Standing, _ roster: Roster) -> [String] {
    var remarks: [String] = []
    if duo.candidate.needsLaptop {
      remarks.append(say("laptop to lend", "ordinateur à prêter", "laptop in bruikleen"))
    }
    if standing.candidateCount == 1 {
      remarks.append(
        say(
          "fragile: no other mentor is possible", "fragile\u{A0}: aucun autre mentor possible",
          "kwetsbaar: geen andere mentor mogelijk"))
    }
    let home = roster.mentees[duo.mentee].person.antenna
    let away = roster.mentors[duo.mentor].person.antenna
    if home != away {
      remarks.append(
        say("mentor of \(away.text)", "mentor de \(away.text)", "mentor van \(away.text)"))
    }
    return remarks
  }
}
