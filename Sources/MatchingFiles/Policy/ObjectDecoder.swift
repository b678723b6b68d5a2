import MentorMatching

/// What is wrong with a value of a JSON document, by its pointer.
package struct ValueProblem {
  let code: DiagnosticCode
  let pointer: String
  let message: String
  var expected: String?
  var remedy: String?
  /// Whether the name of the member is meant, not its value.
  var isOfName = false
}

/// Takes the members of an object one by one; what is left at the end was not asked for.
package struct ObjectDecoder {
  package let pointer: String
  private let members: [JSONValue.Member]
  private var known: [String] = []
  package internal(set) var problems: [ValueProblem] = []

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
  package mutating func read<T>(_ name: String, _ expected: String, into target: inout T, _ convert: (JSONValue) -> T?)
  {
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

  package mutating func read(_ name: String, into target: inout Int) {
    read(name, "a whole number", into: &target, \.integer)
  }

  package mutating func read(_ name: String, into target: inout Bool) {
    read(name, "true or false", into: &target, \.boolean)
  }

  package mutating func read(_ name: String, into target: inout [Int]) {
    read(name, "a list of whole numbers", into: &target) { Self.list($0, \.integer) }
  }

  package mutating func read<T: RawRepresentable & CaseIterable>(_ name: String, into target: inout T)
  where T.RawValue == String {
    let names = T.allCases.map(\.rawValue).joined(separator: ", ")
    read(name, "one of \(names)", into: &target) { $0.string.flatMap(T.init) }
  }

  /// Reads the members of an inner object.
  package mutating func readObject(_ name: String, _ body: (inout ObjectDecoder) -> Void) {
    known.append(name)
    var inner = ObjectDecoder(members.first { $0.name == name }?.value, pointer: pointer + "/" + name)
    body(&inner)
    inner.refuseUnknown()
    problems += inner.problems
  }

  /// Reads the objects of a list, one decoder each; an absent member is an empty list.
  package mutating func readObjects(_ name: String, _ body: (inout ObjectDecoder) -> Void) {
    known.append(name)
    guard let value = members.first(where: { $0.name == name })?.value else { return }
    guard let elements = value.array else {
      return refuse(name, "a value of the wrong type", expected: "a list of objects")
    }
    for (index, element) in elements.enumerated() {
      var inner = ObjectDecoder(element, pointer: "\(pointer)/\(name)/\(index)")
      body(&inner)
      inner.refuseUnknown()
      problems += inner.problems
    }
  }

  /// Reads a whole number of a range.
  package mutating func read(_ name: String, in range: ClosedRange<Int>, into target: inout Int) {
    read(name, "a whole number from \(range.lowerBound) to \(range.upperBound)", into: &target) { value in
      value.integer.flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// Whether the object has a member of this name; it still has to be read.
  package func has(_ name: String) -> Bool { members.contains { $0.name == name } }

  /// The value of a member as it is, for a reader of its own.
  package mutating func take(_ name: String) -> JSONValue? {
    known.append(name)
    return members.first { $0.name == name }?.value
  }

  /// Reports a member that cannot be meant.
  package mutating func refuse(
    _ name: String, _ message: String, code: DiagnosticCode = .badPolicyValue, expected: String? = nil,
    remedy: String? = nil
  ) {
    problems.append(
      ValueProblem(
        code: code, pointer: pointer + "/" + name, message: message, expected: expected, remedy: remedy))
  }

  /// Refuses the members that nobody read.
  package mutating func refuseUnknown() {
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
  package static func list<T>(_ value: JSONValue, _ convert: (JSONValue) -> T?) -> [T]? {
    guard let elements = value.array else { return nil }
    let converted = elements.compactMap(convert)
    return converted.count == elements.count ? converted : nil
  }

  /// A list of pairs of whole numbers, as curves and steps are written.
  package static func pairs(_ value: JSONValue) -> [(Int, Int)]? {
    list(value) { pair in
      guard let numbers = list(pair, \.integer), numbers.count == 2 else { return nil }
      return (numbers[0], numbers[1])
    }
  }
}
