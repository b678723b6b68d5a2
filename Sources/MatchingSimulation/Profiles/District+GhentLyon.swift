/// Coordinates and residents: GeoNames.org (CC BY 4.0). Postcodes: bpost, La Poste.
///
/// Weights of mentors: hundreds of residents; the centre of Ghent is the city less the districts listed. Weights of
/// mentees: the same, doubled, raised by half, halved or left; an assumption.
extension District {
  static let ghent = [
    District("Gent-Centrum", "9000", 51.05, 3.71667, radius: 1400, mentees: 1950, mentors: 1300),
    District("Sint-Amandsberg", "9040", 51.05947, 3.74943, radius: 1000, mentees: 480, mentors: 321),
    District("Gentbrugge", "9050", 51.03692, 3.76509, radius: 800, mentees: 238, mentors: 159),
    District("Ledeberg", "9050", 51.03859, 3.74458, radius: 500, mentees: 170, mentors: 85),
    District("Mariakerke", "9030", 51.07476, 3.68289, radius: 800, mentees: 170, mentors: 171),
    District("Wondelgem", "9032", 51.08705, 3.70909, radius: 800, mentees: 353, mentors: 235),
    District("Drongen", "9031", 51.05067, 3.65649, radius: 1200, mentees: 65, mentors: 130),
    District("Oostakker", "9041", 51.10124, 3.76945, radius: 1000, mentees: 79, mentors: 79),
    District("Sint-Denijs-Westrem", "9051", 51.02135, 3.67202, radius: 800, mentees: 32, mentors: 64),
    District("Zwijnaarde", "9052", 51.00077, 3.70746, radius: 1000, mentees: 37, mentors: 74),
    District("Merelbeke", "9820", 50.99447, 3.74621, radius: 1200, mentees: 83, mentors: 167),
    District("Destelbergen", "9070", 51.05952, 3.79899, radius: 1000, mentees: 84, mentors: 169),
    District("Evergem", "9940", 51.11306, 3.70976, radius: 1500, mentees: 158, mentors: 316),
  ]

  static let lyon = [
    District("Lyon 1er", "69001", 45.76758, 4.8345, radius: 500, mentees: 296, mentors: 296),
    District("Lyon 2e", "69002", 45.75423, 4.83089, radius: 700, mentees: 156, mentors: 313),
    District("Lyon 3e", "69003", 45.76124, 4.85184, radius: 900, mentees: 1027, mentors: 1027),
    District("Lyon 4e", "69004", 45.77507, 4.82712, radius: 600, mentees: 180, mentors: 361),
    District("Lyon 5e", "69005", 45.76106, 4.82677, radius: 900, mentees: 497, mentors: 497),
    District("Lyon 6e", "69006", 45.76788, 4.85064, radius: 700, mentees: 264, mentors: 529),
    District("Lyon 7e", "69007", 45.74525, 4.84197, radius: 1000, mentees: 1239, mentors: 826),
    District("Lyon 8e", "69008", 45.73626, 4.86866, radius: 900, mentees: 1293, mentors: 862),
    District("Lyon 9e", "69009", 45.77255, 4.80326, radius: 1000, mentees: 780, mentors: 520),
    District("Villeurbanne", "69100", 45.76601, 4.8795, radius: 1300, mentees: 1971, mentors: 1314),
    District("Vénissieux", "69200", 45.69706, 4.88593, radius: 1200, mentees: 1152, mentors: 576),
    District("Vaulx-en-Velin", "69120", 45.78693, 4.9251, radius: 1200, mentees: 750, mentors: 375),
    District("Bron", "69500", 45.73865, 4.91303, radius: 1000, mentees: 567, mentors: 378),
    District("Saint-Priest", "69800", 45.69651, 4.94385, radius: 1400, mentees: 416, mentors: 416),
    District("Caluire-et-Cuire", "69300", 45.79462, 4.8464, radius: 1000, mentees: 214, mentors: 428),
    District("Rillieux-la-Pape", "69140", 45.81667, 4.9, radius: 1100, mentees: 421, mentors: 281),
    District("Décines-Charpieu", "69150", 45.76873, 4.95883, radius: 1200, mentees: 247, mentors: 247),
    District("Oullins", "69600", 45.71404, 4.80755, radius: 800, mentees: 256, mentors: 256),
  ]
}
