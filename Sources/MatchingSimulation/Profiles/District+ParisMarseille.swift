/// Coordinates and residents: GeoNames.org (CC BY 4.0). Postcodes: La Poste.
///
/// Weights of mentors: hundreds of residents. Weights of mentees: the same, doubled, raised by half, halved or left; an
/// assumption.
extension District {
  static let paris = [
    District("Paris 10 Entrepôt", "75010", 48.8709, 2.3561, radius: 900, mentees: 1258, mentors: 839),
    District("Paris 11 Popincourt", "75011", 48.8574, 2.3795, radius: 900, mentees: 1382, mentors: 1382),
    District("Paris 12 Reuilly", "75012", 48.8412, 2.3876, radius: 900, mentees: 1380, mentors: 1380),
    District("Paris 13 Gobelins", "75013", 48.8322, 2.3561, radius: 900, mentees: 2719, mentors: 1813),
    District("Paris 14 Observatoire", "75014", 48.8331, 2.3264, radius: 900, mentees: 1365, mentors: 1365),
    District("Paris 15 Vaugirard", "75015", 48.8412, 2.3003, radius: 900, mentees: 1148, mentors: 2297),
    District("Paris 16 Passy", "75016", 48.8637, 2.2769, radius: 900, mentees: 797, mentors: 1594),
    District("Paris 17 Batignolles-Monceau", "75017", 48.8835, 2.3219, radius: 900, mentees: 796, mentors: 1592),
    District("Paris 18 Buttes-Montmartre", "75018", 48.8925, 2.3444, radius: 900, mentees: 3662, mentors: 1831),
    District("Paris 19 Buttes-Chaumont", "75019", 48.8817, 2.3822, radius: 900, mentees: 3574, mentors: 1787),
    District("Paris 20 Ménilmontant", "75020", 48.8646, 2.3984, radius: 900, mentees: 3702, mentors: 1851),
    District("Saint-Denis", "93200", 48.93564, 2.35387, radius: 1300, mentees: 1922, mentors: 961),
    District("Aubervilliers", "93300", 48.91667, 2.38333, radius: 900, mentees: 1418, mentors: 709),
    District("Montreuil", "93100", 48.86415, 2.44322, radius: 1300, mentees: 1668, mentors: 1112),
    District("Pantin", "93500", 48.89437, 2.40935, radius: 900, mentees: 793, mentors: 529),
    District("Créteil", "94000", 48.79266, 2.46569, radius: 1300, mentees: 1272, mentors: 848),
    District("Ivry-sur-Seine", "94200", 48.81568, 2.38487, radius: 1000, mentees: 868, mentors: 579),
    District("Vitry-sur-Seine", "94400", 48.78716, 2.40332, radius: 1400, mentees: 1215, mentors: 810),
    District("Nanterre", "92000", 48.89198, 2.20675, radius: 1400, mentees: 867, mentors: 867),
    District("Clichy", "92110", 48.90018, 2.30952, radius: 700, mentees: 862, mentors: 575),
    District("Asnières-sur-Seine", "92600", 48.91667, 2.28333, radius: 900, mentees: 867, mentors: 867),
    District("Issy-les-Moulineaux", "92130", 48.82104, 2.27718, radius: 800, mentees: 307, mentors: 614),
    District("Saint-Maur-des-Fossés", "94100", 48.79395, 2.49323, radius: 1300, mentees: 377, mentors: 754),
    District("Versailles", "78000", 48.80359, 2.13424, radius: 1500, mentees: 427, mentors: 854),
  ]

  static let marseille = [
    District("Marseille 01", "13001", 43.29814, 5.38407, radius: 500, mentees: 818, mentors: 409),
    District("Marseille 02", "13002", 43.29664, 5.37034, radius: 500, mentees: 516, mentors: 258),
    District("Marseille 03", "13003", 43.30257, 5.37583, radius: 500, mentees: 908, mentors: 454),
    District("Marseille 04", "13004", 43.30213, 5.40141, radius: 500, mentees: 472, mentors: 472),
    District("Marseille 05", "13005", 43.29551, 5.40055, radius: 500, mentees: 446, mentors: 446),
    District("Marseille 06", "13006", 43.28764, 5.37918, radius: 500, mentees: 217, mentors: 434),
    District("Marseille 07", "13007", 43.28289, 5.36021, radius: 500, mentees: 180, mentors: 360),
    District("Marseille 08", "13008", 43.27083, 5.3821, radius: 900, mentees: 394, mentors: 788),
    District("Marseille 09", "13009", 43.25433, 5.4057, radius: 900, mentees: 384, mentors: 769),
    District("Marseille 10", "13010", 43.27889, 5.41523, radius: 500, mentees: 513, mentors: 513),
    District("Marseille 11", "13011", 43.2907, 5.4384, radius: 900, mentees: 568, mentors: 568),
    District("Marseille 12", "13012", 43.29614, 5.43617, radius: 900, mentees: 293, mentors: 587),
    District("Marseille 13", "13013", 43.31856, 5.40836, radius: 900, mentees: 1339, mentors: 893),
    District("Marseille 14", "13014", 43.34447, 5.38004, radius: 900, mentees: 1238, mentors: 619),
    District("Marseille 15", "13015", 43.37224, 5.35386, radius: 900, mentees: 1556, mentors: 778),
    District("Marseille 16", "13016", 43.35982, 5.33421, radius: 900, mentees: 176, mentors: 176),
    District("Aubagne", "13400", 43.29276, 5.57067, radius: 1200, mentees: 448, mentors: 448),
    District("Allauch", "13190", 43.33573, 5.48201, radius: 900, mentees: 107, mentors: 214),
    District("Vitrolles", "13127", 43.46, 5.24861, radius: 1200, mentees: 386, mentors: 386),
    District("Marignane", "13700", 43.41727, 5.21462, radius: 1000, mentees: 359, mentors: 359),
  ]
}
