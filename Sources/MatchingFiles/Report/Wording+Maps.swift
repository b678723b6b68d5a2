import MentorMatching

/// Maps and their legends.
extension Wording {
  /// `76 of 120`
  func partOf(_ part: Int, _ all: Int) -> String {
    say("\(whole(part)) of \(whole(all))", "\(whole(part)) sur \(whole(all))", "\(whole(part)) van \(whole(all))")
  }

  var mapsHeading: String { say("Maps", "Cartes", "Kaarten") }

  func mapsIntroduction(shown: Int, of all: Int) -> String {
    let scale = say(
      "Each antenna at its own scale; online duos with another antenna are counted, not drawn.",
      "Chaque antenne à son échelle\u{A0}; les duos à distance avec une autre antenne sont comptés, pas dessinés.",
      "Elke antenne op eigen schaal; online duo’s met een andere antenne zijn geteld, niet getekend.")
    if shown == all { return scale }
    return scale + " "
      + say(
        "Shown are the \(shown) antennas with the most mentees of \(all).",
        "Sont montrées les \(shown) antennes avec le plus de mentees, sur \(all).",
        "Getoond zijn de \(shown) antennes met de meeste mentees van \(all).")
  }

  func mapCaption(_ antenna: AntennaSummary) -> String {
    var parts = [
      say(
        "\(whole(antenna.waiting.count)) wait", "\(whole(antenna.waiting.count)) en attente",
        "\(whole(antenna.waiting.count)) wachten")
    ]
    if let metres = antenna.medianMetres {
      parts.append(
        say(
          "typical way \(kilometres(metres: metres))", "trajet typique \(kilometres(metres: metres))",
          "typische afstand \(kilometres(metres: metres))"))
    }
    if !antenna.duosAcross.isEmpty {
      let count = antenna.duosAcross.count
      parts.append(
        say(
          "\(whole(count)) online with other antennas", "\(whole(count)) à distance avec d’autres antennes",
          "\(whole(count)) online met andere antennes"))
    }
    return parts.joined(separator: " · ")
  }

  func mapLabel(_ antenna: AntennaSummary) -> String {
    say(
      "Map of \(antenna.antenna.text): \(mentees(antenna.mentees.count)), \(mentors(antenna.mentors.count)), \(duos(antenna.duos.count))",
      "Carte de \(antenna.antenna.text)\u{A0}: \(mentees(antenna.mentees.count)), \(mentors(antenna.mentors.count)), \(duos(antenna.duos.count))",
      "Kaart van \(antenna.antenna.text): \(mentees(antenna.mentees.count)), \(mentors(antenna.mentors.count)), \(duos(antenna.duos.count))"
    )
  }

  var overviewLabel: String { say("Map of the antennas", "Carte des antennes", "Kaart van de antennes") }

  var legendMatched: String { say("mentee with a duo", "mentee avec un duo", "mentee met een duo") }
  var legendWaiting: String { say("mentee who waits", "mentee en attente", "mentee die wacht") }
  var legendMentor: String { say("mentor", "mentor", "mentor") }
  var legendFreeMentor: String {
    say("mentor with a place left", "mentor avec une place libre", "mentor met een plaats over")
  }
  var legendDuo: String { say("meets in person", "en présentiel", "fysiek") }
  var legendOnline: String { say("meets online", "à distance", "online") }
  var legendDistrict: String { say("mentees of a district", "mentees d’un quartier", "mentees van een wijk") }
  var legendDistrictMatched: String { say("those with a duo", "dont avec un duo", "van wie met een duo") }
  var legendJoin: String { say("duos between districts", "duos entre quartiers", "duo’s tussen wijken") }
  var legendAntenna: String { say("mentees of an antenna", "mentees d’une antenne", "mentees van een antenne") }
  var legendAntennaMatched: String { legendDistrictMatched }
  var legendAcross: String {
    say("online duos across", "duos à distance entre antennes", "online duo’s tussen antennes")
  }

  var legendRounding: String {
    say(
      "Places are rounded to about 100 m.", "Lieux arrondis à 100 m environ.", "Plaatsen zijn afgerond op zo’n 100 m.")
  }
}
