// AVX-512: the ways from a mentee to sixteen mentors at a time. Included by lanes512.h.

// What the distances of a mentee's row have in common. Lengths are in units of the coordinates.
typedef struct {
  __m512i x, y, z, limit, weight;
  __m512 reach, rounding, third_order, cells_per_unit, last_cell, slope[2], intercept[2];
  __m512 least_doubt;
} way_constants;

KERNEL void load_way_constants(const cscoring_mentee *mentee, way_constants *w) {
  const cscoring_curve *curve = mentee->curve;
  const float metre = curve->units_per_metre;
  const double radius = 6371008.8 * (double)metre;
  w->x = _mm512_set1_epi32(mentee->x);
  w->y = _mm512_set1_epi32(mentee->y);
  w->z = _mm512_set1_epi32(mentee->z);
  w->limit = _mm512_set1_epi32(mentee->limit);
  w->reach = _mm512_set1_ps(mentee->reach);
  w->weight = _mm512_set1_epi32(curve->weight);
  // Added and taken away again, it leaves whole metres: the unit is a power of two of the metre.
  w->rounding = _mm512_set1_ps(0x1.8p23f * metre);
  w->third_order = _mm512_set1_ps((float)(1.0 / 24 / radius / radius));
  w->cells_per_unit = _mm512_set1_ps(curve->cells_per_metre / metre);
  w->last_cell = _mm512_set1_ps((float)(curve->cell_count - 1));
  for (int32_t half = 0; half < 2; half++) {
    w->slope[half] = _mm512_mul_ps(_mm512_loadu_ps(curve->slope + 16 * half), _mm512_set1_ps(1 / metre));
    w->intercept[half] = _mm512_loadu_ps(curve->intercept + 16 * half);
  }
  w->least_doubt = _mm512_set1_ps((0.5f - curve->absolute_error) * metre);
}

// The points of whole metres, given in units of the coordinates, before what is behind the point is cut off.
KERNEL __m512 curve_points(const way_constants *w, bool is_near, __m512 whole) {
  __m512 at = _mm512_mul_ps(whole, w->cells_per_unit);
  if (!is_near) at = _mm512_min_ps(at, w->last_cell);
  const __m512i cell = _mm512_cvttps_epi32(at);
  return _mm512_fnmadd_ps(
      _mm512_permutex2var_ps(w->slope[0], cell, w->slope[1]), whole,
      _mm512_permutex2var_ps(w->intercept[0], cell, w->intercept[1]));
}

// Points and weights fit in 16 bits: one multiplication of halves, the upper ones 0.
KERNEL __m512i weighted(const way_constants *w, __m512 points) {
  return _mm512_madd_epi16(_mm512_cvttps_epi32(points), w->weight);
}

// The 32-bit lengths of ways, given as differences of coordinates.
//
// The arc is the chord times 1 + s + 2.7 s², s = c²/24 (c: the chord in radii). Relative errors, in units of 2⁻²⁴: differences
// and sum of squares 5 (halved by the root), root 1, last sum 1; together less than 3e-7, and 3.2e-7 where long arcs make the
// omitted terms count.
KERNEL __m512 length_of(const way_constants *w, bool is_near, __m512i x, __m512i y, __m512i z) {
  const __m512 dx = _mm512_cvtepi32_ps(x), dy = _mm512_cvtepi32_ps(y), dz = _mm512_cvtepi32_ps(z);
  const __m512 square = _mm512_fmadd_ps(dx, dx, _mm512_fmadd_ps(dy, dy, _mm512_mul_ps(dz, dz)));
  const __m512 chord = _mm512_sqrt_ps(square);
  __m512 series = _mm512_mul_ps(square, w->third_order);
  if (!is_near) {
    series = _mm512_mul_ps(series, _mm512_fmadd_ps(series, _mm512_set1_ps(2.7f), _mm512_set1_ps(1)));
  }
  return _mm512_fmadd_ps(chord, series, chord);
}

KERNEL __m512 whole_metres(const way_constants *w, __m512 length) {
  return _mm512_sub_ps(_mm512_add_ps(length, w->rounding), w->rounding);
}

// The weighted distance points of sixteen mentors. `near` is cut down to those near enough, as far as 32 bits tell; the result
// are those of them whose whole metres 32 bits do not tell for sure. Those whose limit the rounded metres exceed are either
// beyond the reach (see CScoringKernels.h), or in doubt.
KERNEL __mmask16 distance_scores(
    const int32_t *x, const int32_t *y, const int32_t *z, const float *reach, const way_constants *w, bool is_near,
    bool is_delicate, __mmask16 *near, int32_t *points_out) {
  const __m512 length = length_of(
      w, is_near, _mm512_sub_epi32(_mm512_load_si512(x), w->x), _mm512_sub_epi32(_mm512_load_si512(y), w->y),
      _mm512_sub_epi32(_mm512_load_si512(z), w->z));
  const __m512 whole = whole_metres(w, length);
  const __m512 rest = _mm512_abs_ps(_mm512_sub_ps(length, whole));
  const __m512 off = _mm512_fmadd_ps(length, _mm512_set1_ps(relative_doubt), rest);
  *near = _mm512_mask_cmp_ps_mask(*near, length, _mm512_min_ps(w->reach, _mm512_load_ps(reach)), _CMP_LE_OQ);
  __mmask16 doubtful = _mm512_mask_cmp_ps_mask(*near, off, w->least_doubt, _CMP_GT_OQ);
  const __m512 points = curve_points(w, is_near, whole);
  if (is_delicate) {
    const __m512 above = _mm512_abs_ps(_mm512_sub_ps(points, _mm512_roundscale_ps(points, 0)));
    doubtful |= _mm512_mask_cmp_ps_mask(*near, above, _mm512_set1_ps(0.01f), _CMP_LT_OQ);
  }
  _mm512_store_si512(points_out, weighted(w, points));
  return doubtful;
}

// The same for travel times, of sixteen mentors.
KERNEL void travel_scores(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const way_constants *w, int32_t position,
    __mmask16 *near, int32_t *points_out) {
  const __m512i zone = _mm512_load_si512(mentors->zone + position);
  const __m512i zero = _mm512_setzero_si512();
  const __m512i minutes = _mm512_mask_i32gather_epi32(zero, *near, zone, mentee->minutes_of_zone, 4);
  const __m512i limit = _mm512_min_epi32(_mm512_load_si512(mentors->limit + position), w->limit);
  *near = _mm512_mask_cmple_epi32_mask(*near, minutes, limit);
  _mm512_store_si512(points_out, _mm512_mask_i32gather_epi32(zero, *near, zone, mentee->score_of_zone, 4));
}

// Finds who lives near enough and the weighted points of the way there; `doubtful` gets whose 32 bits do not tell.
KERNEL void score_ways(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const way_constants *constants, int32_t chunk,
    bool is_near, chunk_lanes *lanes, uint64_t *doubtful) {
  const way_constants w = *constants;
  const int32_t start = chunk * CSCORING_CHUNK;
  const int32_t *const x = mentors->x + start, *const y = mentors->y + start, *const z = mentors->z + start;
  const float *const reach = mentors->reach + start;
  const bool is_delicate = mentee->curve->is_delicate && !is_near;
  uint64_t in_doubt = 0;
  for (int32_t i = 0; i < CSCORING_CHUNK; i += 32) {
    // Two groups at a time: the latencies of one hide behind the other.
    for (int32_t g = i; g < i + 32; g += 16) {
      __mmask16 near = lanes->near[g / 16];
      __mmask16 in_these = 0;
      if (mentee->minutes_of_zone) {
        travel_scores(mentors, mentee, &w, start + g, &near, lanes->way + g);
      } else {
        in_these = distance_scores(x + g, y + g, z + g, reach + g, &w, is_near, is_delicate, &near, lanes->way + g);
      }
      lanes->near[g / 16] = near;
      in_doubt = in_doubt >> 16 | (uint64_t)in_these << 48;
    }
    if (i % 64 == 32) doubtful[i / 64] = in_doubt;
  }
}
