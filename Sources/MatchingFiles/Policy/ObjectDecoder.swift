import MentorMatching

/// What is wrong with a value of a JSON document, by its pointer.
struct ValueProblem {
  let code: DiagnosticCode
  let pointer: String
  let message: String
  var expected: String?
  var remedy: String?
  /// Whether the name of the member is meant, not its value.
  var isOfName = false
}

/// Takes the members of an object one by one; what is left at the end was not asked for.
struct ObjectDecoder {
  let pointer: String
  private let members: [JSONValue.Member]
  private var known: [String] = []
  var problems: [ValueProblem] = []

  /// - Parameter value: nil stands for an object without members.
  init(_ value: JSONValue?, pointer: String) {
    self.pointer = pointer
    members = value?.members ?? []
    if let value, value.members == nil {
      problems.append(
        ValueProblem(code: .wrongType, pointer: pointer, message: "a value of the wrong type", expected: "an object"))
    }
  }

  /// Reads a member into a variable, which keeps its value when the member is absent or wrong.
  mutating func read<T>(_ name: String, _ expected: String, into target: inout T, _ convert: (JSONValue) -> T?) {
    known.append(name)
    guard let value = members.first(where: { $0.name == name })?.value else { return }
    if let converted = convert(value) {
      target = converted
    } else {
      problems.append(
        ValueProblem(
          code: .wrongType, pointer: pointer + "/" + name, message: "a value of the wrong type", expected: expected))
    }
  }

  mutating func read(_ name: String, into target: inout Int) {
    read(name, "a whole number", into: &target, \.integer)
  }

  mutating func read(_ name: String, into target: inout Bool) {
    read(name, "true or false", into: &target, \.boolean)
  }

  mutating func read(_ name: String, into target: inout [Int]) {
    read(name, "a list of whole numbers", into: &target) { Self.list($0, \.integer) }
  }

  mutating func read<T: RawRepresentable & CaseIterable>(_ name: String, into target: inout T)
  where T.RawValue == String {
    let names = T.allCases.map(\.rawValue).joined(separator: ", ")
    read(name, "one of \(names)", into: &target) { $0.string.flatMap(T.init) }
  }

  /// Reads the members of an inner object.
  mutating func readObject(_ name: String, _ body: (inout ObjectDecoder) -> Void) {
    known.append(name)
    var inner = ObjectDecoder(members.first { $0.name == name }?.value, pointer: pointer + "/" + name)
    body(&inner)
    inner.refuseUnknown()
    problems += inner.problems
  }

  /// Refuses the members that nobody read.
  mutating func refuseUnknown() {
    for member in members where !known.contains(member.name) {
      let path = pointer + "/" + JSONDocument.token(member.name)
      if ProtectedAttributes.contains(member.name) {
        problems.append(
          ValueProblem(
            code: .protectedCriterion, pointer: path, message: "this criterion is not allowed by data policy",
            remedy: "Remove it: matching must not know it.", isOfName: true))
        continue
      }
      let guess = Suggestion.nearest(to: member.name, among: known)
      problems.append(
        ValueProblem(
          code: .unknownMember, pointer: path, message: "unknown member",
          remedy: guess.map { "Did you mean \"\($0)\"?" } ?? "Known members: \(known.joined(separator: ", ")).",
          isOfName: true))
    }
  }

  /// The elements of an array, nil unless it is one and all of them convert.
  static func list<T>(_ value: JSONValue, _ convert: (JSONValue) -> T?) -> [T]? {
    guard let elements = value.array else { return nil }
    let converted = elements.compactMap(convert)
    return converted.count == elements.count ? converted : nil
  }

  /// A list of pairs of whole numbers, as curves and steps are written.
  static func pairs(_ value: JSONValue) -> [(Int, Int)]? {
    list(value) { pair in
      guard let numbers = list(pair, \.integer), numbers.count == 2 else { return nil }
      return (numbers[0], numbers[1])
    }
  }
}
