/// The value of a constant that a failable initialiser checks, such as `LanguageCode("fr")`.
///
/// For values written in source only; values read from a file are checked where they are read.
func wellFormed<Value>(_ value: Value?) -> Value {
  guard let value else { preconditionFailure("a constant of a cohort profile is malformed") }
  return value
}
