import MentorMatching

/// The page about trade-offs between two goals.
extension Wording {
  func frontierTitle(showsWorst: Bool) -> String {
    showsWorst
      ? say(
        "The worst score against the total", "Le score le plus bas face au total",
        "De laagste score tegenover het totaal")
      : say(
        "More duos against the total score", "Plus de duos face au score total", "Meer duo’s tegenover de totale score")
  }

  func frontierSentence(_ frontier: FrontierFiles) -> String {
    guard let first = frontier.points.first, let last = frontier.points.last else {
      return frontier.isComplete
        ? say(
          "No matching keeps the rules.", "Aucun choix ne respecte les règles.", "Geen keuze houdt zich aan de regels.")
        : say(
          "No matching was found before the limit.", "Aucun choix n’a été trouvé avant la limite.",
          "Vóór de limiet werd geen keuze gevonden.")
    }
    if frontier.points.count == 1 {
      return say(
        "One choice is the best in both goals: \(duos(last.duoCount)), total \(total(last.totalScore)).",
        "Un seul choix est le meilleur des deux côtés\u{A0}: \(duos(last.duoCount)), total \(total(last.totalScore)).",
        "Eén keuze is in beide het best: \(duos(last.duoCount)), totaal \(total(last.totalScore)).")
    }
    let cost = price(OverridePrice(duos: 0, score: first.totalScore - last.totalScore))
    let all = total(first.totalScore)
    if frontier.showsWorst {
      let (low, high) = (percent(score: first.worstScore), percent(score: last.worstScore))
      return say(
        "The worst score can rise from \(low) to \(high); that costs \(cost) of a total of \(all).",
        "Le score le plus bas peut monter de \(low) à \(high)\u{A0}; cela coûte \(cost) d’un total de \(all).",
        "De laagste score kan stijgen van \(low) naar \(high); dat kost \(cost) van een totaal van \(all).")
    }
    return say(
      "\(duos(first.duoCount)) have the highest total; going to \(whole(last.duoCount)) costs \(cost) of its \(all).",
      "\(duos(first.duoCount)) ont le total le plus élevé\u{A0}; passer à \(whole(last.duoCount)) coûte \(cost) de ses \(all).",
      "\(duos(first.duoCount)) hebben het hoogste totaal; naar \(whole(last.duoCount)) gaan kost \(cost) van die \(all)."
    )
  }

  var highestTotal: String { say("At the highest total", "Au total le plus élevé", "Bij het hoogste totaal") }

  func otherEnd(showsWorst: Bool) -> String {
    showsWorst
      ? say("At the best worst score", "Au meilleur score le plus bas", "Bij de beste laagste score")
      : say("At the most duos", "Au plus grand nombre de duos", "Bij de meeste duo’s")
  }

  func frontierRemark(_ point: FrontierFiles.Point, showsWorst: Bool) -> String {
    let sum = total(point.totalScore)
    return showsWorst
      ? say(
        "worst score; \(duos(point.duoCount)), total \(sum)",
        "score le plus bas\u{A0}; \(duos(point.duoCount)), total \(sum)",
        "laagste score; \(duos(point.duoCount)), totaal \(sum)")
      : say("duos; total \(sum)", "duos\u{A0}; total \(sum)", "duo’s; totaal \(sum)")
  }

  func frontierStatus(_ frontier: FrontierFiles) -> String {
    frontier.isComplete
      ? say("Complete", "Complet", "Volledig") : say("Not complete", "Incomplet", "Niet volledig")
  }

  func frontierProof(_ frontier: FrontierFiles) -> String {
    frontier.isComplete
      ? say(
        "means: every trade-off that no other choice beats in both goals is here, and each was proved.",
        "veut dire\u{A0}: chaque compromis qu’aucun autre choix ne bat des deux côtés est ici, et chacun a été prouvé.",
        "betekent: elke afweging die geen andere keuze op beide punten verslaat staat hier, en elk is bewezen.")
      : say(
        "means: the search ended at a limit; trade-offs may be missing, and hollow points were not proved best.",
        "veut dire\u{A0}: la recherche s’est arrêtée à une limite\u{A0}; des compromis peuvent manquer, et les points creux ne sont pas prouvés.",
        "betekent: het zoeken stopte bij een limiet; er kunnen afwegingen ontbreken, en holle punten zijn niet bewezen."
      )
  }

  var pointsHeading: String { say("Every trade-off", "Chaque compromis", "Elke afweging") }

  func pointColumns(showsWorst: Bool) -> [String] {
    let duoHeading = say("Duos", "Duos", "Duo’s")
    let worstHeading = say("Worst score", "Score le plus bas", "Laagste score")
    return [
      showsWorst ? worstHeading : duoHeading, say("Total score", "Score total", "Totale score"),
      say("Mean score", "Score moyen", "Gemiddelde score"), showsWorst ? duoHeading : worstHeading,
      say("Step from the row above", "Pas depuis la ligne précédente", "Stap vanaf de rij erboven"),
      say("Proof", "Preuve", "Bewijs"),
    ]
  }

  /// `+2 duos for 3.4`
  func step(from: FrontierFiles.Point, to: FrontierFiles.Point, showsWorst: Bool) -> String {
    let lost = price(OverridePrice(duos: 0, score: from.totalScore - to.totalScore))
    let gain =
      showsWorst
      ? decimal(tenths: Self.tenths(ofScore: to.worstScore - from.worstScore)) + "\u{A0}%"
      : duos(to.duoCount - from.duoCount)
    return "+" + gain + say(" for ", " pour ", " voor ") + lost
  }

  var proved: String { say("proved", "prouvé", "bewezen") }
  var notProved: String { say("not proved", "non prouvé", "niet bewezen") }

  var readingHeading: String { say("How to read it", "Comment lire", "Hoe te lezen") }

  func reading(showsWorst: Bool) -> String {
    let scale = say(
      "A total adds up the scores of all duos; a perfect duo counts 100.",
      "Un total additionne les scores de tous les duos\u{A0}; un duo parfait compte 100.",
      "Een totaal telt de scores van alle duo’s op; een perfect duo telt voor 100.")
    let points =
      showsWorst
      ? say(
        "Each point is the choice with the highest total among those with the most duos and no duo below that score. To the right nobody is left with so bad a match; lower down, the others pay for it. Where the steps are flat, fairness is nearly free.",
        "Chaque point est le choix au total le plus élevé parmi ceux qui ont le plus de duos et aucun duo sous ce score. À droite, personne ne reste avec un duo aussi faible\u{A0}; plus bas, les autres le paient. Là où les marches sont plates, l’équité est presque gratuite.",
        "Elk punt is de keuze met het hoogste totaal onder die met de meeste duo’s en zonder duo onder die score. Naar rechts blijft niemand met een zo zwak duo zitten; lager betalen de anderen ervoor. Waar de treden vlak zijn, is eerlijkheid bijna gratis."
      )
      : say(
        "Each point is the choice with the highest total among those with at least so many duos. To the right more people have a duo; lower down, the duos fit less well in sum. A step far down is a duo that costs the others much.",
        "Chaque point est le choix au total le plus élevé parmi ceux qui ont au moins ce nombre de duos. À droite, plus de personnes ont un duo\u{A0}; plus bas, les duos conviennent moins bien au total. Une marche haute est un duo qui coûte cher aux autres.",
        "Elk punt is de keuze met het hoogste totaal onder die met minstens zo veel duo’s. Naar rechts hebben meer mensen een duo; lager passen de duo’s samen minder goed. Een hoge trede is een duo dat de anderen veel kost."
      )
    return points + " "
      + say(
        "Between two points, and below the steps, there is always a choice that is better in one goal and no worse in the other.",
        "Entre deux points, et sous les marches, il y a toujours un choix meilleur d’un côté et pas moins bon de l’autre.",
        "Tussen twee punten, en onder de treden, is er altijd een keuze die op één punt beter is en op het andere niet slechter."
      ) + " " + scale
  }

  func pointTitle(_ point: FrontierFiles.Point) -> String {
    "\(duos(point.duoCount)), \(total(point.totalScore)), \(percent(score: point.worstScore))"
  }

  func plotLabel(_ frontier: FrontierFiles) -> String {
    frontierTitle(showsWorst: frontier.showsWorst) + say(": ", "\u{A0}: ", ": ")
      + count(frontier.points.count, say("point", "point", "punt"), say("points", "points", "punten"))
  }

  var totalAxis: String {
    say("total score (100 a duo at best)", "score total (100 par duo au mieux)", "totale score (hoogstens 100 per duo)")
  }

  func goalAxis(showsWorst: Bool) -> String {
    showsWorst ? say("worst score", "score le plus bas", "laagste score") : say("duos", "duos", "duo’s")
  }

  var frontierFooter: String {
    say(
      "People decide; this page shows what each choice gives up. The points are in frontier.csv, exact, in units of 1,000,000 for a perfect duo.",
      "Les personnes décident\u{A0}; cette page montre ce à quoi chaque choix renonce. Les points sont dans frontier.csv, exacts, en unités de 1\u{202F}000\u{202F}000 pour un duo parfait.",
      "Mensen beslissen; deze pagina toont wat elke keuze opgeeft. De punten staan in frontier.csv, exact, in eenheden van 1.000.000 voor een perfect duo."
    )
  }
}
