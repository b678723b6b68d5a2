/// What is wrong with a value; the reader of the row adds where. Never holds the value itself.
struct ValueFault: Error {
  let code: DiagnosticCode
  let message: String
  var expected: String?
  var remedy: String?
}
