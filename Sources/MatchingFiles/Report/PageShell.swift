/// What every page of this package has around its content: the report's style sheet with additions of the page, and a
/// content security policy that allows these two sheets and nothing else.
package struct PageShell {
  private let title: String
  private let additions: Markup

  /// - Parameter additions: style rules beyond those of ``ReportStyle``.
  package init(title: String, additions: Markup) {
    self.title = title
    self.additions = additions
  }

  /// The page up to the start of its body.
  package func open(_ page: inout MarkupBuffer) {
    page.markup("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>")
    page.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"")
    page.markup("default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-")
    page.text(ReportStyle.digest)
    page.markup("' 'sha256-")
    page.text(SHA256.base64Digest(of: Array(additions.utf8)))
    page.markup("'\"/><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
    page.markup("<meta name=\"referrer\" content=\"no-referrer\"/><meta name=\"robots\" content=\"noindex\"/>")
    page.markup("<meta name=\"color-scheme\" content=\"light dark\"/><title>")
    page.text(title)
    page.markup("</title><style>")
    page.markup(ReportStyle.sheet)
    page.markup("</style><style>")
    page.markup(additions)
    page.markup("</style></head><body>")
  }

  package func close(_ page: inout MarkupBuffer) { page.markup("</body></html>\n") }
}
