import MentorMatching

/// What is proved of a matching under rules, and how: no more than that.
extension Wording {
  func ruledStatus(_ ruled: RuledFacts) -> String {
    guard ruled.isOptimal else {
      return say(
        "Keeps the rules; not proved best", "Respecte les règles\u{A0}; non prouvé meilleur",
        "Houdt zich aan de regels; niet bewezen de beste")
    }
    return ruled.certificate.worstScores.isEmpty
      ? say("Optimal under the rules", "Optimal sous les règles", "Optimaal onder de regels")
      : say(
        "Worst scores as good as the rules allow", "Scores les plus bas aussi bons que les règles le permettent",
        "Laagste scores zo goed als de regels toelaten")
  }

  func ruledProof(_ ruled: RuledFacts, _ matching: Matching) -> String {
    let parts = [
      ruledClaim(ruled, matching.policy.objective), ruledGoal(ruled.certificate), ruledEvidence(ruled, matching),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func ruledClaim(_ ruled: RuledFacts, _ objective: MatchingPolicy.Objective) -> String {
    let certificate = ruled.certificate
    let of = say(" of a total of ", " d’un total de ", " van een totaal van ") + total(Int(certificate.value))
    guard ruled.isOptimal else {
      let gap = price(OverridePrice(duos: 0, score: Int(certificate.claimedBound - certificate.value))) + of
      return say(
        "means: the search ended early, and no other choice of duos that keeps the rules is better by more than \(gap).",
        "veut dire\u{A0}: la recherche s’est arrêtée avant la fin, et aucun autre choix qui respecte les règles n’est meilleur de plus de \(gap).",
        "betekent: het zoeken stopte eerder, en geen andere keuze die zich aan de regels houdt is meer dan \(gap) beter."
      )
    }
    let less =
      ruled.hasPrices
      ? say(
        ", less what broken rules cost", ", moins le coût des règles enfreintes", ", min wat gebroken regels kosten")
      : ""
    if !certificate.worstScores.isEmpty {
      return say(
        "means: under the rules there are as many duos as possible, and with as many no choice has better worst scores.",
        "veut dire\u{A0}: sous les règles il y a autant de duos que possible et, à nombre égal, aucun choix n’a de meilleurs scores au plus bas.",
        "betekent: onder de regels zijn er zo veel duo’s als mogelijk, en bij evenveel heeft geen keuze betere laagste scores."
      )
    }
    switch objective {
    case .mostDuosFirst:
      return say(
        "means: no other choice of duos that keeps the rules makes more of them or, with as many, reaches a higher total of scores and waiting time\(less).",
        "veut dire\u{A0}: aucun autre choix qui respecte les règles ne forme plus de duos ni, à nombre égal, n’atteint un total plus élevé de scores et d’attente\(less).",
        "betekent: geen andere keuze die zich aan de regels houdt geeft meer duo’s of, bij evenveel duo’s, een hoger totaal van scores en wachttijd\(less)."
      )
    case .highestScore:
      return say(
        "means: no other choice of duos that keeps the rules reaches a higher total of scores and waiting time\(less).",
        "veut dire\u{A0}: aucun autre choix qui respecte les règles n’atteint un total plus élevé de scores et d’attente\(less).",
        "betekent: geen andere keuze die zich aan de regels houdt geeft een hoger totaal van scores en wachttijd\(less)."
      )
    }
  }

  /// A goal beyond the policy's, with its price.
  private func ruledGoal(_ certificate: RuledCertificate) -> String {
    var parts: [String] = []
    if certificate.leastScore > 0 {
      let least = percent(score: certificate.leastScore)
      parts.append(
        say(
          "Only duos of at least \(least) were allowed.", "Seuls des duos d’au moins \(least) étaient permis.",
          "Alleen duo’s van minstens \(least) waren toegestaan."))
    }
    if !certificate.worstScores.isEmpty {
      let levels = list(
        certificate.worstScores.map {
          say(
            "\(duos($0.duoCount)) at \(percent(score: $0.score))", "\(duos($0.duoCount)) à \(percent(score: $0.score))",
            "\(duos($0.duoCount)) op \(percent(score: $0.score))")
        })
      parts.append(
        say(
          "Settled before the total: \(levels).", "Fixé avant le total\u{A0}: \(levels).",
          "Vóór het totaal bepaald: \(levels)."))
    }
    if let price = certificate.priceOfGoal {
      let lost = self.price(OverridePrice(duos: 0, score: price))
      parts.append(
        say(
          "That gives up \(lost) of the total score (100 is a perfect duo).",
          "Cela abandonne \(lost) du total des scores (100 est un duo parfait).",
          "Dat geeft \(lost) van de totale score op (100 is een perfect duo)."))
    }
    return parts.joined(separator: " ")
  }

  /// What anybody can check, and what rests on the search.
  private func ruledEvidence(_ ruled: RuledFacts, _ matching: Matching) -> String {
    guard let greatest = ruled.stated.greatestValue else {
      return say(
        "Every rule was counted again; that nothing is better rests on the search, which has no short proof.",
        "Chaque règle a été recomptée\u{A0}; que rien n’est meilleur repose sur la recherche, qui n’a pas de preuve courte.",
        "Elke regel is opnieuw geteld; dat niets beter is berust op het zoeken, dat geen kort bewijs heeft.")
    }
    let pairs = whole(matching.pairCount)
    let rest = greatest - ruled.certificate.value
    if rest == 0 {
      return say(
        "Prices of the rules prove it over all \(pairs) pairs, without a search.",
        "Des prix des règles le prouvent sur les \(pairs) paires, sans recherche.",
        "Prijzen van de regels bewijzen het over alle \(pairs) paren, zonder zoeken.")
    }
    let gap = price(OverridePrice(duos: 0, score: Int(rest)))
    let percent = share(ofTotal: rest, ruled.certificate.value)
    let first = say(
      "Prices of the rules prove over all \(pairs) pairs, without a search, that nothing is better by more than \(gap) of the total (\(percent)).",
      "Des prix des règles prouvent sur les \(pairs) paires, sans recherche, que rien n’est meilleur de plus de \(gap) du total (\(percent)).",
      "Prijzen van de regels bewijzen over alle \(pairs) paren, zonder zoeken, dat niets meer dan \(gap) van het totaal (\(percent)) beter is."
    )
    guard ruled.certificate.claimedBound < greatest else { return first }
    return first + " "
      + say(
        "The rest was closed by branch and bound, which verify does not repeat.",
        "Le reste a été fermé par séparation et évaluation, que verify ne répète pas.",
        "De rest is gesloten met branch-and-bound, wat verify niet herhaalt.")
  }

  /// `0.004 %`, rounded up: what is proved is never said to be more than it is.
  private func share(ofTotal part: Int64, _ total: Int64) -> String {
    let thousandths = Int((Double(part) / Double(max(1, total.magnitude)) * 100_000).rounded(.up))
    let digits = String(thousandths % 1_000)
    return whole(thousandths / 1_000) + say(".", ",", ",") + String(repeating: "0", count: 3 - digits.utf8.count)
      + digits + "\u{A0}%"
  }
}
