/// Coordinates and residents: GeoNames.org (CC BY 4.0). Postcodes: bpost.
///
/// Weights of mentors: hundreds of residents. Two are not published as such: the City of Brussels (an assumption), and
/// the postcodes of Antwerp's centre (the city less the districts listed). Weights of mentees: the same, doubled, raised
/// by half, halved or left; an assumption.
extension District {
  static let brussels = [
    District("City of Brussels", "1000", 50.85045, 4.34878, radius: 1200, mentees: 2700, mentors: 1800),
    District("Anderlecht", "1070", 50.83619, 4.31454, radius: 1300, mentees: 2409, mentors: 1606),
    District("Schaerbeek", "1030", 50.86935, 4.37737, radius: 1200, mentees: 1992, mentors: 1328),
    District("Molenbeek-Saint-Jean", "1080", 50.8499, 4.31248, radius: 1000, mentees: 1940, mentors: 970),
    District("Ixelles", "1050", 50.83333, 4.36667, radius: 1000, mentees: 867, mentors: 867),
    District("Uccle", "1180", 50.80225, 4.33943, radius: 1500, mentees: 414, mentors: 829),
    District("Woluwe-Saint-Lambert", "1200", 50.84389, 4.42912, radius: 1000, mentees: 283, mentors: 566),
    District("Forest", "1190", 50.81678, 4.32775, radius: 900, mentees: 563, mentors: 563),
    District("Jette", "1090", 50.87309, 4.33419, radius: 900, mentees: 525, mentors: 525),
    District("Saint-Gilles", "1060", 50.82763, 4.34389, radius: 600, mentees: 1004, mentors: 502),
    District("Etterbeek", "1040", 50.83272, 4.38835, radius: 700, mentees: 483, mentors: 483),
    District("Evere", "1140", 50.87441, 4.39905, radius: 800, mentees: 417, mentors: 417),
    District("Auderghem", "1160", 50.81667, 4.43333, radius: 1000, mentees: 170, mentors: 340),
    District("Saint-Josse-ten-Noode", "1210", 50.8538, 4.37282, radius: 400, mentees: 548, mentors: 274),
    District("Berchem-Sainte-Agathe", "1082", 50.86567, 4.29557, radius: 600, mentees: 252, mentors: 252),
    District("Watermael-Boitsfort", "1170", 50.80154, 4.41436, radius: 1000, mentees: 126, mentors: 252),
    District("Ganshoren", "1083", 50.87065, 4.31531, radius: 500, mentees: 249, mentors: 249),
    District("Koekelberg", "1081", 50.86117, 4.33136, radius: 400, mentees: 330, mentors: 220),
  ]

  static let antwerp = [
    District("Antwerp", "2000", 51.22047, 4.40026, radius: 1500, mentees: 3270, mentors: 2180),
    District("Deurne", "2100", 51.22134, 4.46595, radius: 1200, mentees: 1180, mentors: 787),
    District("Borgerhout", "2140", 51.20957, 4.43539, radius: 700, mentees: 922, mentors: 461),
    District("Merksem", "2170", 51.24623, 4.44903, radius: 900, mentees: 666, mentors: 444),
    District("Berchem", "2600", 51.19021, 4.43264, radius: 900, mentees: 435, mentors: 435),
    District("Hoboken", "2660", 51.17611, 4.34844, radius: 900, mentees: 516, mentors: 344),
    District("Wilrijk", "2610", 51.16734, 4.39513, radius: 1000, mentees: 414, mentors: 414),
    District("Ekeren", "2180", 51.28087, 4.41813, radius: 1000, mentees: 116, mentors: 233),
    District("Mortsel", "2640", 51.16697, 4.45127, radius: 800, mentees: 122, mentors: 245),
    District("Schoten", "2900", 51.25251, 4.50268, radius: 1200, mentees: 168, mentors: 336),
    District("Brasschaat", "2930", 51.2912, 4.49182, radius: 1400, mentees: 185, mentors: 370),
    District("Edegem", "2650", 51.15662, 4.44504, radius: 900, mentees: 109, mentors: 218),
  ]
}
