import MentorMatching

/// Names of languages and levels.
extension Wording {
  /// The name of a language by its ISO 639 code; the code itself where no name is listed.
  func name(of code: LanguageCode) -> String {
    guard let names = Self.names[code.text] else { return code.text }
    return names[language == .english ? 0 : language == .french ? 1 : 2]
  }

  func name(of level: LanguageLevel) -> String {
    level == .native ? say("native", "maternelle", "moedertaal") : level.name
  }

  /// `French B2, Arabic native`: the languages spoken at a level or better, best first, at most three.
  func languages(_ skills: [LanguageSkill], from minimum: LanguageLevel) -> String {
    skills.filter { $0.level >= minimum }
      .sorted { $0.level != $1.level ? $0.level > $1.level : $0.language < $1.language }
      .prefix(3).map { name(of: $0.language) + "\u{A0}" + name(of: $0.level) }.joined(separator: ", ")
  }

  private static let names: [String: [String]] = [
    "am": ["Amharic", "amharique", "Amhaars"], "ar": ["Arabic", "arabe", "Arabisch"],
    "az": ["Azerbaijani", "azéri", "Azerbeidzjaans"], "bg": ["Bulgarian", "bulgare", "Bulgaars"],
    "bm": ["Bambara", "bambara", "Bambara"], "bn": ["Bengali", "bengali", "Bengaals"],
    "ckb": ["Sorani Kurdish", "kurde sorani", "Sorani"], "de": ["German", "allemand", "Duits"],
    "dyu": ["Dyula", "dioula", "Dioula"], "en": ["English", "anglais", "Engels"],
    "es": ["Spanish", "espagnol", "Spaans"], "fa": ["Persian", "persan", "Perzisch"],
    "ff": ["Fula", "peul", "Fula"], "fr": ["French", "français", "Frans"], "ha": ["Hausa", "haoussa", "Hausa"],
    "hi": ["Hindi", "hindi", "Hindi"], "hy": ["Armenian", "arménien", "Armeens"],
    "it": ["Italian", "italien", "Italiaans"], "ka": ["Georgian", "géorgien", "Georgisch"],
    "kmr": ["Kurmanji Kurdish", "kurde kurmandji", "Kurmanci"], "ku": ["Kurdish", "kurde", "Koerdisch"],
    "ln": ["Lingala", "lingala", "Lingala"], "ne": ["Nepali", "népalais", "Nepalees"],
    "nl": ["Dutch", "néerlandais", "Nederlands"], "om": ["Oromo", "oromo", "Oromo"],
    "pa": ["Punjabi", "pendjabi", "Punjabi"], "pl": ["Polish", "polonais", "Pools"],
    "prs": ["Dari", "dari", "Dari"], "ps": ["Pashto", "pachto", "Pasjtoe"],
    "pt": ["Portuguese", "portugais", "Portugees"], "rn": ["Kirundi", "kirundi", "Kirundi"],
    "ro": ["Romanian", "roumain", "Roemeens"], "ru": ["Russian", "russe", "Russisch"],
    "rw": ["Kinyarwanda", "kinyarwanda", "Kinyarwanda"], "snk": ["Soninke", "soninké", "Soninke"],
    "so": ["Somali", "somali", "Somalisch"], "sq": ["Albanian", "albanais", "Albanees"],
    "sr": ["Serbian", "serbe", "Servisch"], "sw": ["Swahili", "swahili", "Swahili"],
    "ta": ["Tamil", "tamoul", "Tamil"], "ti": ["Tigrinya", "tigrigna", "Tigrinya"],
    "tr": ["Turkish", "turc", "Turks"], "uk": ["Ukrainian", "ukrainien", "Oekraïens"],
    "ur": ["Urdu", "ourdou", "Urdu"], "wo": ["Wolof", "wolof", "Wolof"], "zh": ["Chinese", "chinois", "Chinees"],
  ]
}
