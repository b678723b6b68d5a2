import MentorMatching

/// Languages with levels: `nl:B1;ar:native`.
enum LanguageParser {
  static let maximumCount = 20
  private static let example = "a list such as nl:B1;ar:native"

  /// - Returns: the skills, and whether a code was written in capitals.
  static func skills(_ text: ArraySlice<UInt8>) throws(ValueFault) -> (skills: [LanguageSkill], isRespelled: Bool) {
    var skills: [LanguageSkill] = []
    var isRespelled = false
    for item in try ListParser.items(text, limit: maximumCount, code: .badLanguage, expected: example) {
      let (key, value) = ListParser.pair(item)
      let language = try code(key)
      guard let value, let level = level(value) else {
        throw ValueFault(
          code: .badLanguageLevel, message: "not a language level",
          expected: "A1, A2, B1, B2, C1, C2 or native after the colon")
      }
      guard !skills.contains(where: { $0.language == language }) else {
        throw ValueFault(
          code: .repeatedLanguage, message: "a language that occurs twice", expected: "each language once")
      }
      isRespelled = isRespelled || !key.elementsEqual(language.text.utf8)
      skills.append(LanguageSkill(language, level))
    }
    return (skills, isRespelled)
  }

  /// A two-letter code must be one of ISO 639-1; three letters are taken as a code of ISO 639-3.
  static func code(_ text: ArraySlice<UInt8>) throws(ValueFault) -> LanguageCode {
    let fault = ValueFault(
      code: .badLanguage, message: "not a language code", expected: "a code of ISO 639, such as nl, ar or prs")
    guard text.count <= 3, let code = LanguageCode(ASCII.lowercased(text)) else { throw fault }
    guard code.text.utf8.count == 3 || LanguageCodes.iso639Part1.contains(code.text) else { throw fault }
    return code
  }

  static func level(_ text: ArraySlice<UInt8>) -> LanguageLevel? {
    let folded = ASCII.lowercased(text)
    return LanguageLevel.allCases.first { $0.name.utf8.map(ASCII.lowercased).elementsEqual(folded.utf8) }
  }
}
