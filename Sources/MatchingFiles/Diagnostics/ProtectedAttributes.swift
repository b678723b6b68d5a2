/// Attributes of people that are never an input of matching: what the law protects, and what names somebody.
///
/// The words are those that heads of tables use in English, French and Dutch, in lower case and without accents.
enum ProtectedAttributes {
  /// Whether the name of a column or criterion contains one of the words, whole or joined by `_`, `-`, `.` or spaces.
  static func contains(_ name: String) -> Bool {
    let folded = folded(name)
    if words.contains(folded.filter { $0 != separator }) { return true }
    return folded.split(separator: separator).contains { words.contains(Array($0)) }
  }

  private static let separator = UInt8(ascii: "_")

  /// Lower case; accented Latin letters become plain ones and everything else `_`.
  private static func folded(_ name: String) -> [UInt8] {
    var folded: [UInt8] = []
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": folded.append(UInt8(truncatingIfNeeded: scalar.value))
      case "A"..."Z": folded.append(UInt8(truncatingIfNeeded: scalar.value) + 32)
      case "é", "è", "ê", "ë", "É", "È": folded.append(UInt8(ascii: "e"))
      case "à", "â", "ä": folded.append(UInt8(ascii: "a"))
      case "ï", "î": folded.append(UInt8(ascii: "i"))
      case "ô", "ö": folded.append(UInt8(ascii: "o"))
      case "ç": folded.append(UInt8(ascii: "c"))
      case "\u{300}"..."\u{36F}": continue
      default: folded.append(separator)
      }
    }
    return folded
  }

  private static let words: Set<[UInt8]> = Set(
    [
      // Origin and beliefs.
      "nationality", "nationalite", "nationaliteit", "citizenship", "religion", "religie", "godsdienst", "faith",
      "ethnicity", "ethnic", "ethnie", "etniciteit", "race", "ras", "origin", "origine", "herkomst", "afkomst",
      "birthplace", "geboorteplaats", "caste", "tribe", "politics", "political", "politique",
      // Health, status and private life.
      "health", "sante", "gezondheid", "disability", "handicap", "medical", "medisch", "trauma", "asylum", "asile",
      "asiel", "refugee", "refugie", "vluchteling", "migrant", "visa", "visum", "titresejour", "sexuality",
      "orientation", "criminal", "convictions",
      // Sex and age: a wish may be asked and answered, an attribute is not recorded.
      "gender", "genre", "geslacht", "sex", "sexe", "birthdate", "dateofbirth", "dob", "birth", "birthday", "naissance",
      "datenaissance", "datedenaissance", "geboortedatum", "age", "leeftijd",
      // What names somebody.
      "name", "names", "firstname", "lastname", "surname", "fullname", "nom", "prenom", "naam", "voornaam",
      "achternaam", "email", "mail", "courriel", "phone", "telephone", "tel", "telefoon", "mobile", "gsm", "address",
      "adresse", "adres", "street", "rue", "straat", "photo", "foto", "iban", "passport", "passeport", "paspoort",
    ].map { Array($0.utf8) })
}
