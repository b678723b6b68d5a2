/// What every page of this package has around its content: the report's style sheet with additions of the page, and a
/// content security policy that allows these sheets, by digest, and nothing else.
package struct PageShell {
  private let title: String
  private let language: ReportLanguage
  private let additions: Markup?

  /// - Parameter additions: style rules beyond those of ``ReportStyle``.
  package init(title: String, language: ReportLanguage = .english, additions: Markup? = nil) {
    self.title = title
    self.language = language
    self.additions = additions
  }

  /// How a page in this language begins.
  static func begin(_ page: inout MarkupBuffer, _ language: ReportLanguage) {
    page.markup("<!DOCTYPE html>\n<html lang=\"")
    page.text(language.rawValue)
    page.markup("\">")
  }

  /// The page up to the start of its body.
  package func open(_ page: inout MarkupBuffer) {
    Self.begin(&page, language)
    page.markup("<head><meta charset=\"utf-8\"/><meta http-equiv=\"Content-Security-Policy\" content=\"")
    page.markup("default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-")
    page.text(ReportStyle.digest)
    if let additions {
      page.markup("' 'sha256-")
      page.text(SHA256.base64Digest(of: Array(additions.utf8)))
    }
    page.markup("'\"/><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
    page.markup("<meta name=\"referrer\" content=\"no-referrer\"/><meta name=\"robots\" content=\"noindex\"/>")
    page.markup("<meta name=\"color-scheme\" content=\"light dark\"/><title>")
    page.text(title)
    page.markup("</title><style>")
    page.markup(ReportStyle.sheet)
    if let additions {
      page.markup("</style><style>")
      page.markup(additions)
    }
    page.markup("</style></head><body>")
  }

  package func close(_ page: inout MarkupBuffer) { page.markup("</body></html>\n") }
}
