/// Coordinates: the list of Dutch four-digit postcodes "4pp". Residents by age: CBS StatLine 83502NED and 83503NED (CC BY
/// 4.0, source: CBS).
///
/// Weights of mentees: residents aged 20 to 34. Weights of mentors: residents aged 50 to 74. The 32 postcodes of Rotterdam
/// and Schiedam with the most residents of these ages.
extension District {
  static let rotterdam = [
    District("Rotterdam 3011", "3011", 51.91766, 4.48685, radius: 450, mentees: 7330, mentors: 3570),
    District("Rotterdam 3021", "3021", 51.91738, 4.45921, radius: 450, mentees: 4455, mentors: 2765),
    District("Rotterdam 3022", "3022", 51.92050, 4.44673, radius: 450, mentees: 3240, mentors: 2270),
    District("Rotterdam 3023", "3023", 51.91236, 4.45192, radius: 450, mentees: 2870, mentors: 2355),
    District("Rotterdam 3024", "3024", 51.90284, 4.45850, radius: 450, mentees: 3575, mentors: 2150),
    District("Rotterdam 3034", "3034", 51.93321, 4.49586, radius: 450, mentees: 3190, mentors: 2840),
    District("Rotterdam 3038", "3038", 51.93570, 4.46540, radius: 450, mentees: 4120, mentors: 1180),
    District("Rotterdam 3039", "3039", 51.92942, 4.45628, radius: 450, mentees: 4040, mentors: 2175),
    District("Rotterdam 3061", "3061", 51.92620, 4.50610, radius: 450, mentees: 5470, mentors: 3715),
    District("Rotterdam 3063", "3063", 51.91091, 4.52473, radius: 450, mentees: 4340, mentors: 2425),
    District("Rotterdam 3066", "3066", 51.93625, 4.55488, radius: 450, mentees: 1570, mentors: 4045),
    District("Rotterdam 3067", "3067", 51.94703, 4.55015, radius: 450, mentees: 4770, mentors: 6765),
    District("Rotterdam 3068", "3068", 51.95782, 4.54540, radius: 450, mentees: 3870, mentors: 7310),
    District("Rotterdam 3069", "3069", 51.96358, 4.53333, radius: 450, mentees: 2875, mentors: 6865),
    District("Rotterdam 3071", "3071", 51.91165, 4.50536, radius: 450, mentees: 4540, mentors: 5445),
    District("Rotterdam 3072", "3072", 51.90186, 4.48430, radius: 450, mentees: 4620, mentors: 4185),
    District("Rotterdam 3073", "3073", 51.89197, 4.50055, radius: 450, mentees: 4000, mentors: 3370),
    District("Rotterdam 3074", "3074", 51.89411, 4.51388, radius: 450, mentees: 3480, mentors: 2620),
    District("Rotterdam 3075", "3075", 51.88508, 4.50754, radius: 450, mentees: 2630, mentors: 4495),
    District("Rotterdam 3076", "3076", 51.87381, 4.52518, radius: 450, mentees: 3205, mentors: 3765),
    District("Rotterdam 3077", "3077", 51.89939, 4.54884, radius: 450, mentees: 3950, mentors: 5545),
    District("Rotterdam 3078", "3078", 51.88886, 4.54711, radius: 450, mentees: 2265, mentors: 3790),
    District("Rotterdam 3079", "3079", 51.87833, 4.54539, radius: 450, mentees: 3495, mentors: 4295),
    District("Rotterdam 3081", "3081", 51.89522, 4.48485, radius: 450, mentees: 4130, mentors: 2535),
    District("Rotterdam 3082", "3082", 51.88793, 4.46746, radius: 450, mentees: 3705, mentors: 2710),
    District("Rotterdam 3083", "3083", 51.88720, 4.48680, radius: 450, mentees: 4720, mentors: 2920),
    District("Rotterdam 3085", "3085", 51.87380, 4.49112, radius: 450, mentees: 3125, mentors: 3735),
    District("Rotterdam 3086", "3086", 51.87465, 4.46856, radius: 450, mentees: 2770, mentors: 2955),
    District("Schiedam 3112", "3112", 51.91920, 4.41084, radius: 450, mentees: 3430, mentors: 2730),
    District("Rozenburg 3181", "3181", 51.90442, 4.24713, radius: 450, mentees: 2155, mentors: 4155),
    District("Hoogvliet 3191", "3191", 51.85836, 4.37369, radius: 450, mentees: 1740, mentors: 3695),
    District("Hoogvliet 3192", "3192", 51.85358, 4.36001, radius: 450, mentees: 2360, mentors: 3790),
  ]
}
