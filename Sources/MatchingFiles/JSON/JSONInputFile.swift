/// A JSON file that is read into something by a decoder, with the place of everything that is wrong in it.
package struct JSONInputFile {
  package let path: String
  private let document: JSONDocument
  package let digest: String

  /// - Throws: ``InputErrors`` when the file is absent, unusable, or no strict JSON.
  package init(path: String) throws(InputErrors) {
    self.path = path
    var log = FileLog(path: path, exitCode: .configuration)
    if let file = InputLoader(limits: InputLimits()).load(path, isRequired: true, log: &log),
      let document = JSONDocument(file.bytes, log: &log)
    {
      self.document = document
      digest = SHA256.hexadecimalDigest(of: file.bytes)
      return
    }
    throw InputErrors([log]) ?? InputErrors([Diagnostic(.unusableFile, file: path, message: "cannot be read")])
  }

  /// Hands the members of the file's object to a reader and refuses what it leaves over.
  /// - Throws: ``InputErrors`` with everything that was wrong, each at its line and column.
  package func decode<T>(_ body: (inout ObjectDecoder) -> T) throws(InputErrors) -> T {
    var log = FileLog(path: path, exitCode: .configuration)
    var decoder = ObjectDecoder(document.root, pointer: "")
    let value = body(&decoder)
    decoder.refuseUnknown()
    for problem in decoder.problems {
      log.report(
        problem.code, at: document.position(of: problem.pointer, ofName: problem.isOfName), pointer: problem.pointer,
        problem.message, expected: problem.expected, remedy: problem.remedy)
    }
    if let errors = InputErrors([log]) { throw errors }
    return value
  }

  /// An error at a place of the file.
  package func error(at pointer: String, _ message: String, remedy: String? = nil) -> InputErrors {
    InputErrors([
      Diagnostic(
        .badPolicyValue, file: path, position: document.position(of: pointer), pointer: pointer, message: message,
        remedy: remedy, exitCode: .configuration)
    ])
  }
}
