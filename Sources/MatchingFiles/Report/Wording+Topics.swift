import MentorMatching

/// What to talk about.
extension Wording {
  func placesTopic(names: String) -> MeetingTopics.Topic {
    MeetingTopics.Topic(
      heading: say("One more place.", "Une place de plus.", "Een plaats erbij."),
      text: say(
        "One mentee more with \(names) makes one more duo each; the first named adds the most.",
        "Une personne de plus chez \(names) fait à chaque fois un duo de plus\u{A0}; le premier nommé apporte le plus.",
        "Eén mentee erbij bij \(names) geeft telkens een duo erbij; de eerstgenoemde voegt het meest toe."))
  }

  func freePlacesTopic(placeCount: Int, names: String) -> MeetingTopics.Topic {
    MeetingTopics.Topic(
      heading: say("Places left.", "Places libres.", "Plaatsen over."),
      text: say(
        "\(places(placeCount)) stay\(placeCount == 1 ? "s" : "") free, with \(names).",
        "\(places(placeCount)) encore libre\(placeCount == 1 ? "" : "s"), chez \(names).",
        "\(places(placeCount)) \(placeCount == 1 ? "blijft" : "blijven") vrij, bij \(names)."))
  }

  func lowScore(mentee: String, mentor: String, score: Int, weakest: String) -> String {
    "\(mentee) ↔ \(mentor) (\(percent(score: score)), "
      + say("least: ", "au plus bas\u{A0}: ", "minst: ") + "\(weakest.prefix(1).lowercased() + weakest.dropFirst()))"
  }

  func lowScoresTopic(_ duos: [String]) -> MeetingTopics.Topic {
    MeetingTopics.Topic(
      heading: say("Look twice.", "À regarder de près.", "Kijk nog eens."),
      text: say("The lowest scores: ", "Les scores les plus bas\u{A0}: ", "De laagste scores: ") + list(duos) + ".")
  }

  func onlyMentorTopic(count: Int, names: String) -> MeetingTopics.Topic {
    MeetingTopics.Topic(
      heading: say("Fragile.", "Fragiles.", "Kwetsbaar."),
      text: say(
        "\(mentees(count)) could be placed with one mentor only: \(names).",
        "\(mentees(count)) n’avaient qu’un seul mentor possible\u{A0}: \(names).",
        "\(mentees(count)) konden maar bij één mentor terecht: \(names)."))
  }

  func laptopTopic(count number: Int, names: String) -> MeetingTopics.Topic {
    MeetingTopics.Topic(
      heading: say("Laptops.", "Ordinateurs.", "Laptops."),
      text: say(
        "\(count(number, "loan", "loans")) needed before the first meeting: \(names).",
        "\(count(number, "prêt", "prêts")) avant la première rencontre\u{A0}: \(names).",
        "\(count(number, "laptop", "laptops")) in bruikleen nodig vóór de eerste afspraak: \(names)."))
  }

  func rulesTopic(_ rules: [(rule: HardRule, count: Int)]) -> MeetingTopics.Topic {
    let texts = rules.map { "\(name(of: $0.rule)) (\(mentees($0.count)))" }
    return MeetingTopics.Topic(
      heading: say("Rules.", "Règles.", "Regels."),
      text: say(
        "Where no mentor fits, one rule alone is often in the way: \(list(texts)).",
        "Là où aucun mentor ne convient, une seule règle fait souvent obstacle\u{A0}: \(list(texts)).",
        "Waar geen mentor past, staat vaak maar één regel in de weg: \(list(texts))."))
  }

  func acrossTopic(count number: Int) -> MeetingTopics.Topic {
    MeetingTopics.Topic(
      heading: say("Across antennas.", "Entre antennes.", "Tussen antennes."),
      text: say(
        "\(duos(number)) join\(number == 1 ? "s" : "") two antennas online; who accompanies them?",
        "\(duos(number)) à distance relie\(number == 1 ? "" : "nt") deux antennes\u{A0}; qui les suit\u{A0}?",
        "\(duos(number)) \(number == 1 ? "verbindt" : "verbinden") online twee antennes; wie begeleidt ze?"))
  }
}
