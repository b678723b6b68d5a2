// AVX-512: the ways from a mentee to sixteen mentors at a time. Included by lanes512.h.

// What the distances of a mentee's row have in common. Lengths are in metres.
typedef struct {
  __m512i limit, weight;
  __m512 third_order, cells_per_metre, last_metre, slope[2], intercept[2];
  bool is_delicate;
} way_constants;

// And what those to one chunk have.
typedef struct {
  __m512 x, y, z, reach, least_doubt;
} chunk_constants;

KERNEL void load_way_constants(const cscoring_mentee *mentee, way_constants *w) {
  const cscoring_curve *curve = mentee->curve;
  w->limit = _mm512_set1_epi32(mentee->limit);
  w->weight = _mm512_set1_epi32(curve->weight);
  w->third_order = _mm512_set1_ps((float)(1.0 / 24 / 6371008.8 / 6371008.8));
  w->cells_per_metre = _mm512_set1_ps(curve->cells_per_metre);
  w->last_metre = _mm512_set1_ps(((float)curve->cell_count - 0.5f) / curve->cells_per_metre);
  w->is_delicate = curve->is_delicate;
  for (int32_t half = 0; half < 2; half++) {
    w->slope[half] = _mm512_loadu_ps(curve->slope + 16 * half);
    w->intercept[half] = _mm512_loadu_ps(curve->intercept + 16 * half);
  }
}

KERNEL void load_chunk_constants(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t chunk, chunk_constants *c) {
  float from[3];
  find_offsets(mentors, mentee, chunk, from);
  c->x = _mm512_set1_ps(from[0]);
  c->y = _mm512_set1_ps(from[1]);
  c->z = _mm512_set1_ps(from[2]);
  c->reach = _mm512_set1_ps(reach_in_chunk(mentors, mentee, chunk));
  c->least_doubt = _mm512_set1_ps(0.5f - mentors->offset_error[chunk]);
}

// The points of whole metres, before what is behind the point is cut off.
KERNEL __m512 curve_points(const way_constants *w, bool is_near, __m512 whole) {
  // Rounded down to whole numbers behind 2^23, the lowest bits are the cell.
  const __m512 at = is_near ? whole : _mm512_min_ps(whole, w->last_metre);
  const __m512i cell = _mm512_castps_si512(_mm512_fmadd_round_ps(
      at, w->cells_per_metre, _mm512_set1_ps(0x1p23f), _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC));
  return _mm512_fnmadd_ps(
      _mm512_permutex2var_ps(w->slope[0], cell, w->slope[1]), whole,
      _mm512_permutex2var_ps(w->intercept[0], cell, w->intercept[1]));
}

// The 32-bit lengths of ways, given as differences of offsets.
//
// The arc is the chord times 1 + s + 2.7 s², s = c²/24 (c: the chord in radii). Relative errors, in units of 2⁻²⁴: the mentee's
// offset 1 and its difference from the mentor's 1, the sum of squares 3 (halved by the root), root 1, last sum 1; together
// less than 3.3e-7, and 3.8e-7 where long arcs make the omitted terms count.
KERNEL __m512 length_of(const way_constants *w, bool is_near, __m512 dx, __m512 dy, __m512 dz) {
  const __m512 square = _mm512_fmadd_ps(dx, dx, _mm512_fmadd_ps(dy, dy, _mm512_mul_ps(dz, dz)));
  const __m512 chord = _mm512_sqrt_ps(square);
  __m512 series = _mm512_mul_ps(square, w->third_order);
  if (!is_near) {
    series = _mm512_mul_ps(series, _mm512_fmadd_ps(series, _mm512_set1_ps(2.7f), _mm512_set1_ps(1)));
  }
  return _mm512_fmadd_ps(chord, series, chord);
}

// Where the ways of a row are looked up.
typedef enum { WAYS_NONE, WAYS_SHORT, WAYS_LONG, WAYS_BY_TABLE } way_kind;

// A length in whole metres, and what is left of it, between -0.5 and 0.5.
KERNEL __m512 whole_of(__m512 length, __m512 *rest) {
  *rest = _mm512_reduce_ps(length, 0x08);
  return _mm512_sub_ps(length, *rest);
}

// The weighted distance points of sixteen mentors, 0 for those too far away, who are taken from `near` as far as 32 bits tell;
// `doubtful` gets those of the rest whose whole metres 32 bits do not tell for sure. Those whose limit the rounded metres
// exceed are either beyond the reach (see CScoringKernels.h), or in doubt.
KERNEL __m512i distance_scores(
    const cscoring_mentors *mentors, int32_t position, const way_constants *w, const chunk_constants *c, bool is_near,
    __mmask16 *near, __mmask16 *doubtful) {
  const __m512 length = length_of(
      w, is_near, _mm512_sub_ps(_mm512_load_ps(mentors->offset_x + position), c->x),
      _mm512_sub_ps(_mm512_load_ps(mentors->offset_y + position), c->y),
      _mm512_sub_ps(_mm512_load_ps(mentors->offset_z + position), c->z));
  __m512 rest;
  const __m512 whole = whole_of(length, &rest);
  const __m512 off = _mm512_fmadd_ps(length, _mm512_set1_ps(relative_doubt(is_near)), _mm512_abs_ps(rest));
  *near = _mm512_mask_cmp_ps_mask(
      *near, length, _mm512_min_ps(c->reach, _mm512_load_ps(mentors->reach + position)), _CMP_LE_OQ);
  *doubtful = _mm512_mask_cmp_ps_mask(*near, off, c->least_doubt, _CMP_GT_OQ);
  const __m512 points = curve_points(w, is_near, whole);
  if (!is_near && w->is_delicate) {
    const __m512 above = _mm512_abs_ps(_mm512_sub_ps(points, _mm512_roundscale_ps(points, 0)));
    *doubtful |= _mm512_mask_cmp_ps_mask(*near, above, _mm512_set1_ps(0.01f), _CMP_LT_OQ);
  }
  // Points and weights fit in 16 bits: one multiplication of halves, the upper ones 0.
  return _mm512_maskz_madd_epi16(*near, _mm512_cvttps_epi32(points), w->weight);
}

// The same by travel times; nobody is in doubt.
KERNEL __m512i travel_scores(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const way_constants *w, int32_t position,
    __mmask16 *near) {
  const __m512i zone = _mm512_load_si512(mentors->zone + position);
  const __m512i zero = _mm512_setzero_si512();
  const __m512i minutes = _mm512_mask_i32gather_epi32(zero, *near, zone, mentee->minutes_of_zone, 4);
  const __m512i limit = _mm512_min_epi32(_mm512_load_si512(mentors->limit + position), w->limit);
  *near = _mm512_mask_cmple_epi32_mask(*near, minutes, limit);
  return _mm512_mask_i32gather_epi32(zero, *near, zone, mentee->score_of_zone, 4);
}

KERNEL __m512i way_scores(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t position, const way_constants *w,
    const chunk_constants *c, way_kind kind, __mmask16 *near, __mmask16 *doubtful) {
  *doubtful = 0;
  switch (kind) {
  case WAYS_SHORT: return distance_scores(mentors, position, w, c, true, near, doubtful);
  case WAYS_LONG: return distance_scores(mentors, position, w, c, false, near, doubtful);
  case WAYS_BY_TABLE: return travel_scores(mentors, mentee, w, position, near);
  case WAYS_NONE: break;
  }
  *near = 0;
  return _mm512_setzero_si512();
}

KERNEL __mmask64 joined(const __mmask16 four[4]) {
  return _mm512_kunpackd(_mm512_kunpackw(four[3], four[2]), _mm512_kunpackw(four[1], four[0]));
}

// The same of 64 mentors, sixteen by sixteen; `near` gets who of those `possible` lives near enough.
//
// Doubts are written as one word: four stores of two bytes each cost more than joining them.
KERNEL void way_scores_of_64(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t position, const way_constants *w,
    const chunk_constants *c, way_kind kind, const uint64_t *possible, __mmask16 near[4], uint64_t *doubtful,
    __m512i ways[4]) {
  __mmask16 in_doubt[4];
#pragma GCC unroll 4
  for (int32_t k = 0; k < 4; k++) {
    near[k] = _load_mask16((__mmask16 *)possible + k);
    ways[k] = way_scores(mentors, mentee, position + 16 * k, w, c, kind, near + k, in_doubt + k);
  }
  _store_mask64((__mmask64 *)doubtful, joined(in_doubt));
}
