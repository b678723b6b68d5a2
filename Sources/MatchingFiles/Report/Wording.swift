/// The words of the report, every phrase in all languages side by side: a phrase cannot be added in one language only,
/// and a translator finds everything in the files named `Wording`.
///
/// The words are those of the matching sessions: duo, antenna (antenne), mentee, mentor, matching session (séance de
/// matching, matchingsessie), laptop loan (prêt d'ordinateur, laptop in bruikleen). In French the plural of the people
/// waiting is written so that it needs no gender.
struct Wording: Sendable {
  let language: ReportLanguage
  /// Whether the page is about a matching under rules over the whole of it.
  var isRuled = false

  /// The phrase of this language.
  func say(
    _ english: @autoclosure () -> String, _ french: @autoclosure () -> String, _ dutch: @autoclosure () -> String
  ) -> String {
    switch language {
    case .english: english()
    case .french: french()
    case .dutch: dutch()
    }
  }

  /// `1 duo`, `2 duos`: a number with the form of the word that goes with it. (French takes the singular for 0 as well.)
  func count(_ number: Int, _ one: String, _ many: String) -> String {
    let isSingular = number == 1 || (language == .french && number == 0)
    return whole(number) + "\u{A0}" + (isSingular ? one : many)
  }

  func duos(_ number: Int) -> String { count(number, "duo", language == .dutch ? "duo’s" : "duos") }
  func mentees(_ number: Int) -> String { count(number, "mentee", "mentees") }
  func mentors(_ number: Int) -> String { count(number, "mentor", "mentors") }

  func places(_ number: Int) -> String {
    say(
      count(number, "place", "places"), count(number, "place", "places"), count(number, "plaats", "plaatsen"))
  }

  func weeks(_ number: Int) -> String {
    say(count(number, "week", "weeks"), count(number, "semaine", "semaines"), count(number, "week", "weken"))
  }

  /// `a, b and c`
  func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + say(" and ", " et ", " en ") + last
  }

  /// `a, b or c`
  func alternatives(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + say(" or ", " ou ", " of ") + last
  }

  /// `3 others`
  func others(_ number: Int) -> String {
    say(count(number, "other", "others"), count(number, "autre", "autres"), count(number, "andere", "anderen"))
  }

  func name(of criterion: CriterionName) -> String {
    switch criterion {
    case .language: say("Language", "Langue", "Taal")
    case .sector: say("Sector", "Secteur", "Sector")
    case .availability: say("Time", "Horaires", "Tijd")
    case .distance: say("Distance", "Distance", "Afstand")
    case .digital: say("Digital", "Numérique", "Digitaal")
    case .score: say("Score", "Score", "Score")
    }
  }
}

/// What a distribution or a bar shows: one of the five criteria, or their sum.
enum CriterionName { case language, sector, availability, distance, digital, score }
