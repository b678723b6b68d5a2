#include "exact.h"

#include <math.h>

// Joined multiplications and additions would round differently from the plain scorer.
#pragma STDC FP_CONTRACT OFF

// The mean earth radius of IUGG, in metres.
static const double earth_radius = 6371008.8;

static int64_t exact_metres(const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t position) {
  const double dx = mentee->unit_x - mentors->unit_x[position];
  const double dy = mentee->unit_y - mentors->unit_y[position];
  const double dz = mentee->unit_z - mentors->unit_z[position];
  const double half_chord = sqrt(dx * dx + dy * dy + dz * dz) / 2;
  return (int64_t)round(2 * earth_radius * asin(half_chord < 1 ? half_chord : 1));
}

static int32_t curve_points(const cscoring_curve *curve, int64_t metres) {
  int32_t next = 0;
  while (next < curve->exact_knot_count && curve->exact_at[next] < metres) next++;
  if (next == curve->exact_knot_count) return curve->exact_points[next - 1];
  if (next == 0) return curve->exact_points[0];
  const int64_t width = curve->exact_at[next] - curve->exact_at[next - 1];
  const int64_t fall = curve->exact_points[next - 1] - curve->exact_points[next];
  return (int32_t)(curve->exact_points[next] + fall * (curve->exact_at[next] - metres) / width);
}

cscoring_way cscoring_exact_way(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t position, int32_t approximate_metres) {
  const int32_t mentor_limit = mentors->limit[position];
  const int32_t limit = mentor_limit < mentee->limit ? mentor_limit : mentee->limit;
  if (approximate_metres < 500000) {
    // The error is below half a metre: the distance is one of three whole numbers. Where all three mean the same, the
    // exact one is not needed.
    const int32_t most = curve_points(mentee->curve, approximate_metres - 1);
    if (approximate_metres + 1 <= limit && most == curve_points(mentee->curve, approximate_metres + 1)) {
      return (cscoring_way){true, most};
    }
    if (approximate_metres - 1 > limit) return (cscoring_way){false, 0};
  }
  const int64_t metres = exact_metres(mentors, mentee, position);
  if (metres > limit) return (cscoring_way){false, 0};
  return (cscoring_way){true, curve_points(mentee->curve, metres)};
}
