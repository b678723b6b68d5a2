/// The languages a report can be written in.
public enum ReportLanguage: String, CaseIterable, Sendable {
  case english = "en"
  case french = "fr"
  case dutch = "nl"
}
