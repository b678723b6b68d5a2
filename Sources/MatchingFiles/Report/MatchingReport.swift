public import MentorMatching

/// `report.html`: the proposal for people, on screen and on paper.
///
/// One self-contained page without scripts, in the order in which a matching session asks: what is proposed, can it be
/// trusted, who is left and why, what to talk about. It names people by identifier only. Its content security policy
/// allows the page's own style sheet, by digest, and nothing else, so that not even a fault in the escaping could make
/// it run or fetch anything.
///
/// Rounds with more than 2 000 duos are summarised: maps by district, distributions and tables by antenna, but no card
/// per duo and no line per waiting mentee.
public enum MatchingReport {
  /// The page as UTF-8; the same bytes for the same matching. Complexity: linear in people and duos.
  ///
  /// - Parameter survey: of this matching, from ``MentorMatching/MatchingProblem/survey(of:sampleLimit:threadCount:)``.
  public static func page(
    of matching: Matching, survey: CandidateSurvey, language: ReportLanguage = .english
  ) -> [UInt8] {
    page(of: ReportContext(matching: matching, survey: survey, language: language))
  }

  /// The page of a matching under rules, which has a section about them. Prices are left out: those of a plain matching,
  /// which its duals give, do not hold under rules.
  static func page(
    of matching: Matching, survey: CandidateSurvey, ruled: RuledFacts, language: ReportLanguage
  ) -> [UInt8] {
    page(of: ReportContext(matching: matching, survey: survey, language: language, ruled: ruled))
  }

  private static func page(of context: ReportContext) -> [UInt8] {
    let cardCount = context.isSummary ? 0 : context.matching.duos.count
    var page = MarkupBuffer(reserving: 65_536 + 3_072 * cardCount)
    let shell = PageShell(
      title: context.words.title(context.antennas.map(\.antenna.text)), language: context.words.language)
    shell.open(&page)
    ReportHead(context: context).write(&page)
    page.markup("<main>")
    if context.antennas.count > 1 {
      AntennaTable(context: context).write(&page)
      AntennaMaps(context: context).write(&page)
    }
    RuleSection(context: context).write(&page)
    ScoreDistributions(context: context).write(&page)
    DuoCards(context: context).write(&page)
    WaitingList(context: context).write(&page)
    DecisionTable(context: context).write(&page)
    MeetingTopics(context: context).write(&page)
    page.markup("</main><footer><p>")
    page.text(context.words.footer)
    page.markup("</p></footer>")
    shell.close(&page)
    return page.bytes
  }

  /// How a page in this language begins.
  static func opening(in language: ReportLanguage) -> [UInt8] {
    var page = MarkupBuffer()
    PageShell.begin(&page, language)
    return page.bytes
  }
}
