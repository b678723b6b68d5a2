/// Coordinates: metro stations in the quarters of Lille (open data of Ilévia and the Métropole européenne de Lille), else
/// GeoNames.org (CC BY 4.0). Postcodes: La Poste.
///
/// Weights of mentors: hundreds of residents (GeoNames); the split of the city of Lille over its quarters is an
/// assumption. Weights of mentees: the same, doubled, raised by half, halved or left; an assumption.
extension District {
  static let lilleMetropolis = [
    District("Lille-Centre", "59800", 50.63565, 3.06273, radius: 500, mentees: 150, mentors: 300),
    District("Wazemmes", "59000", 50.62307, 3.05228, radius: 450, mentees: 600, mentors: 300),
    District("Moulins", "59000", 50.61823, 3.07298, radius: 450, mentees: 440, mentors: 220),
    District("Lille-Sud", "59000", 50.61842, 3.05027, radius: 500, mentees: 420, mentors: 210),
    District("Vauban-Esquermes", "59000", 50.62617, 3.04028, radius: 450, mentees: 200, mentors: 200),
    District("Bois-Blancs", "59000", 50.63443, 3.03055, radius: 350, mentees: 135, mentors: 90),
    District("Fives", "59800", 50.63294, 3.09067, radius: 500, mentees: 400, mentors: 200),
    District("Saint-Maurice Pellevoisin", "59800", 50.63664, 3.08731, radius: 450, mentees: 170, mentors: 170),
    District("Hellemmes", "59260", 50.62717, 3.10922, radius: 600, mentees: 270, mentors: 180),
    District("Lomme", "59160", 50.64358, 2.98715, radius: 800, mentees: 299, mentors: 299),
    District("Roubaix", "59100", 50.69421, 3.17456, radius: 1300, mentees: 1990, mentors: 995),
    District("Tourcoing", "59200", 50.72391, 3.16117, radius: 1400, mentees: 1488, mentors: 992),
    District("Villeneuve-d'Ascq", "59650", 50.61669, 3.16664, radius: 1500, mentees: 624, mentors: 624),
    District("Wattrelos", "59150", 50.70118, 3.21812, radius: 1000, mentees: 428, mentors: 428),
    District("Marcq-en-Barœul", "59700", 50.66667, 3.08333, radius: 1200, mentees: 193, mentors: 386),
    District("Lambersart", "59130", 50.65, 3.03333, radius: 900, mentees: 143, mentors: 286),
    District("Armentières", "59280", 50.68568, 2.88214, radius: 800, mentees: 266, mentors: 266),
    District("La Madeleine", "59110", 50.64603, 3.07585, radius: 600, mentees: 118, mentors: 236),
    District("Mons-en-Barœul", "59370", 50.63333, 3.11667, radius: 600, mentees: 345, mentors: 230),
    District("Loos", "59120", 50.60982, 3.01874, radius: 800, mentees: 331, mentors: 221),
    District("Croix", "59170", 50.67846, 3.1493, radius: 700, mentees: 214, mentors: 214),
    District("Halluin", "59250", 50.78628, 3.12611, radius: 900, mentees: 202, mentors: 202),
    District("Hem", "59510", 50.65256, 3.18681, radius: 900, mentees: 295, mentors: 197),
    District("Wasquehal", "59290", 50.67043, 3.13382, radius: 800, mentees: 96, mentors: 193),
    District("Ronchin", "59790", 50.59883, 3.09056, radius: 700, mentees: 183, mentors: 183),
    District("Faches-Thumesnil", "59155", 50.58333, 3.06667, radius: 700, mentees: 162, mentors: 162),
    District("Haubourdin", "59320", 50.60826, 2.99143, radius: 700, mentees: 157, mentors: 157),
    District("Wattignies", "59139", 50.58639, 3.04394, radius: 700, mentees: 148, mentors: 148),
    District("Mouvaux", "59420", 50.69944, 3.13429, radius: 600, mentees: 66, mentors: 133),
    District("Roncq", "59223", 50.7533, 3.12131, radius: 800, mentees: 67, mentors: 134),
    District("Seclin", "59113", 50.54873, 3.02731, radius: 900, mentees: 122, mentors: 122),
    District("Bondues", "59910", 50.70196, 3.09497, radius: 900, mentees: 56, mentors: 113),
    District("Saint-André-lez-Lille", "59350", 50.66667, 3.05, radius: 500, mentees: 109, mentors: 109),
  ]
}
