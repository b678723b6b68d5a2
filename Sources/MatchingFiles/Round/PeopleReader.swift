import MentorMatching

/// What the tables of people are read against.
struct PeopleContext {
  let places: Places
  let travelTimes: TravelTimeTable?
  /// nil when the policy could not be read: then no wish is refused for being unknown.
  let recognisedWishes: [Wish]?
  let limits: InputLimits
}

/// Reads `mentees.csv` and `mentors.csv`.
struct PeopleReader {
  let context: PeopleContext

  func mentees(_ file: LoadedFile, log: inout FileLog) -> [Mentee] {
    let columns = PersonTable.mentees
    let wishes = context.recognisedWishes
    return rows(file, columns, log: &log) { row, log in
      let person = person(&row, columns, log: &log)
      let targets = row.value(columns[.targetSectors], default: [], log: &log, parse: ValueParser.sectors)
      let registered = row.optional(columns[.registered], log: &log, parse: ValueParser.date)
      let asked = row.value(columns[.wishes], default: [], log: &log) { text throws(ValueFault) in
        try ValueParser.wishes(text, recognised: wishes)
      }
      guard let person, !row.isFaulty else { return nil }
      return Mentee(person, targetSectors: targets, registered: registered, wishes: asked)
    }
  }

  func mentors(_ file: LoadedFile, log: inout FileLog) -> [Mentor] {
    let columns = PersonTable.mentors
    let wishes = context.recognisedWishes
    return rows(file, columns, log: &log) { row, log in
      let person = person(&row, columns, log: &log)
      let sectors = row.value(columns[.sectors], default: [], log: &log, parse: ValueParser.experience)
      let isGeneralist = row.value(columns[.generalist], default: false, log: &log, parse: ValueParser.boolean)
      let capacity = row.value(columns[.capacity], default: 1, log: &log) { text throws(ValueFault) in
        try NumberParser.integer(text, in: 0...100_000)
      }
      let answers = row.value(columns[.answersTo], default: [], log: &log) { text throws(ValueFault) in
        try ValueParser.wishes(text, recognised: wishes)
      }
      guard let person, !row.isFaulty else { return nil }
      return Mentor(
        person, sectors: sectors, isGeneralist: isGeneralist, capacity: capacity, answersTo: answers)
    }
  }

  private func rows<T>(
    _ file: LoadedFile, _ columns: PersonTable, log: inout FileLog,
    read: (inout RowValues, inout FileLog) -> T?
  ) -> [T] {
    guard var table = TableReader(file, schema: columns.schema, limits: context.limits, log: &log) else { return [] }
    var people: [T] = []
    var identifiers = IdentifierLedger()
    var rowCount = 0
    while table.next(log: &log) {
      rowCount += 1
      var row = RowValues(table)
      identifiers.enter(&row, column: columns[.id], log: &log)
      if let person = read(&row, &log) { people.append(person) }
    }
    if rowCount == 0 && log.errorCount == 0 {
      log.report(.noRows, at: .start, "a header and no rows: nobody is here")
    }
    return people
  }

  private func person(_ row: inout RowValues, _ columns: PersonTable, log: inout FileLog) -> Person? {
    let id = row.required(columns[.id], missing: .badIdentifier, log: &log, parse: ValueParser.personID)
    let antenna = row.value(columns[.antenna], default: .main, log: &log, parse: ValueParser.antenna)
    let languages = row.required(columns[.languages], log: &log, parse: LanguageParser.skills)
    let availability = row.required(columns[.availability], log: &log, parse: AvailabilityParser.week)
    let meeting = row.value(columns[.meeting], default: .either, log: &log, parse: ValueParser.meeting)
    let place = place(&row, columns, meetsInPerson: meeting.acceptsInPerson, log: &log)
    let skill = row.value(columns[.digitalSkill], default: 4, log: &log, parse: ValueParser.digitalSkill)
    let hasComputer = row.value(columns[.hasComputer], default: true, log: &log, parse: ValueParser.boolean)
    let kilometres = row.optional(columns[.maximumKilometres], log: &log) { text throws(ValueFault) in
      try NumberParser.integer(text, in: 0...20_040)
    }
    let minutes = row.optional(columns[.maximumMinutes], log: &log) { text throws(ValueFault) in
      try NumberParser.integer(text, in: 0...1_440)
    }
    if languages?.isRespelled == true {
      row.report(.respelledLanguage, at: columns[.languages], "a language code in capitals", log: &log)
    }
    if availability?.hasOverlap == true {
      row.report(.overlappingTimeSlots, at: columns[.availability], "stretches that overlap, merged", log: &log)
    }
    guard let id, let languages, let availability, let place, !row.isFaulty else { return nil }
    return Person(
      id: id, antenna: antenna, place: place, languages: languages.skills, availability: availability.week,
      meeting: meeting, digitalSkill: skill, hasComputer: hasComputer,
      travelLimit: TravelLimit(kilometres: kilometres, minutes: minutes))
  }

  private func place(
    _ row: inout RowValues, _ columns: PersonTable, meetsInPerson: Bool, log: inout FileLog
  ) -> Place? {
    let hadFault = row.isFaulty
    let zone = row.optional(columns[.postcode], log: &log, parse: ValueParser.postcode)
    let coordinate = CoordinateReader.read(
      &row, latitude: columns[.latitude], longitude: columns[.longitude], log: &log)
    if let travelTimes = context.travelTimes, meetsInPerson, zone.flatMap(travelTimes.index(ofZone:)) == nil {
      row.report(
        .unknownZone, at: columns[.postcode], "no travel times for this person, who can only meet online",
        remedy: "Give the person a postcode of the table of travel times.", log: &log)
    }
    if let coordinate { return Place(coordinate: coordinate, zone: zone) }
    guard let zone else {
      if row.isFaulty == hadFault {
        row.refuse(
          ValueFault(code: .missingPlace, message: "no place", expected: "latitude and longitude, or a postcode"),
          at: columns[.postcode], log: &log)
      }
      return nil
    }
    if let known = context.places[zone] { return Place(coordinate: known, zone: zone) }
    // A places file with faults of its own would only repeat them here.
    if context.places.isComplete {
      row.refuse(
        ValueFault(
          code: .unknownPostcode, message: "a postcode without a place", expected: "a postcode of places.csv",
          remedy: "Add the postcode to places.csv, or give latitude and longitude."),
        at: columns[.postcode], log: &log)
    }
    return nil
  }
}

/// The identifiers seen so far in a table, to tell where one was first.
private struct IdentifierLedger {
  private var firstLine: [PersonID: Int] = [:]
  private var spelling: [String: PersonID] = [:]

  /// Reports the identifier of a row when it is there a second time. Faulty identifiers are reported elsewhere.
  mutating func enter(_ row: inout RowValues, column: Int, log: inout FileLog) {
    guard let text = row.table.text(of: column), let id = PersonID(String(decoding: text, as: UTF8.self)) else {
      return
    }
    let line = row.table.position(of: column).line
    if let first = firstLine[id] {
      row.refuse(
        ValueFault(
          code: .repeatedIdentifier, message: "an identifier that occurs twice, first in line \(first)",
          expected: "each identifier once"),
        at: column, log: &log)
      return
    }
    firstLine[id] = line
    if let other = spelling.updateValue(id, forKey: ASCII.lowercased(text)), let first = firstLine[other] {
      row.report(
        .identifiersDifferByCase, at: column,
        "an identifier that differs from that of line \(first) in capital letters only", log: &log)
    }
  }
}
