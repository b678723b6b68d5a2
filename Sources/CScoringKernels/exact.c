#include "exact.h"

#include <math.h>

// Joined multiplications and additions would round differently from the plain scorer.
#pragma STDC FP_CONTRACT OFF

// The mean earth radius of IUGG, in metres.
static const double earth_radius = 6371008.8;

// The square of the chord under an arc of so many metres, up to 500 km; relative error below 1e-15.
static double square_of_chord(double metres) {
  const double half = metres / (2 * earth_radius);
  const double s = half * half;
  const double sine = half * (1 - s / 6 * (1 - s / 20 * (1 - s / 42)));
  return 4 * sine * sine;
}

// The arithmetic of the plain scorer, operation by operation. The arc sine is left out where comparing squares of chords
// tells the whole metre: beyond a margin of 1e-13, a thousand times the rounding errors of both ways.
int64_t cscoring_exact_metres(const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t position) {
  const double dx = mentee->unit_x - mentors->unit_x[position];
  const double dy = mentee->unit_y - mentors->unit_y[position];
  const double dz = mentee->unit_z - mentors->unit_z[position];
  const double square = dx * dx + dy * dy + dz * dz;
  const double chord = sqrt(square);
  const double metres = chord * earth_radius * (1 + square / 24);
  if (metres > 1 && metres < 500000) {
    // The terms left out are below a decimetre.
    const int64_t whole = (int64_t)(metres + 0.5);
    const double margin = 1e-13;
    const double below = square_of_chord((double)whole - 0.5);
    const double above = square_of_chord((double)whole + 0.5);
    if (square > below * (1 + margin) && square < above * (1 - margin)) return whole;
    if (square < below * (1 - margin)) return whole - 1;
    if (square > above * (1 + margin)) return whole + 1;
  }
  const double half_chord = chord / 2;
  return (int64_t)round(2 * earth_radius * asin(half_chord < 1 ? half_chord : 1));
}

int32_t cscoring_points(const cscoring_curve *curve, int64_t metres) {
  int32_t next = 0;
  while (next < curve->exact_knot_count && curve->exact_at[next] < metres) next++;
  if (next == curve->exact_knot_count) return curve->exact_points[next - 1];
  if (next == 0) return curve->exact_points[0];
  const int64_t width = curve->exact_at[next] - curve->exact_at[next - 1];
  const int64_t fall = curve->exact_points[next - 1] - curve->exact_points[next];
  return (int32_t)(curve->exact_points[next] + fall * (curve->exact_at[next] - metres) / width);
}
