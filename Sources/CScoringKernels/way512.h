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

// EACH runs a step for every group of sixteen mentors in hand. Steps of different groups do not depend on each other, so
// the latencies of one hide behind the others.
#define EACH for (int32_t g = 0; g < 2; g++)

// The weighted distance points of 32 mentors. `near` is cut down to those near enough, as far as 32 bits tell; `doubtful` are
// those of them whose whole metres 32 bits do not tell for sure.
//
// The arc is the chord times 1 + s + 2.7 s², s = c²/24 (c: the chord in radii). Relative errors, in units of 2⁻²⁴: differences
// and sum of squares 5 (halved by the root), root 1, last sum 1; together less than 3e-7, and 3.2e-7 where long arcs make the
// omitted terms count. So those whose limit the rounded metres exceed are either beyond the reach (see CScoringKernels.h), or
// in doubt.
KERNEL void distance_scores(
    const int32_t *x, const int32_t *y, const int32_t *z, const float *reach, const way_constants *w, bool is_near,
    bool is_delicate, __mmask16 *near, __mmask16 *doubtful, int32_t *points_out) {
  __m512 dx[2], dy[2], dz[2], square[2], chord[2], series[2], more[2], length[2], whole[2], off[2], points[2];
  EACH dx[g] = _mm512_cvtepi32_ps(_mm512_sub_epi32(_mm512_load_si512(x + 16 * g), w->x));
  EACH dy[g] = _mm512_cvtepi32_ps(_mm512_sub_epi32(_mm512_load_si512(y + 16 * g), w->y));
  EACH dz[g] = _mm512_cvtepi32_ps(_mm512_sub_epi32(_mm512_load_si512(z + 16 * g), w->z));
  EACH square[g] = _mm512_mul_ps(dz[g], dz[g]);
  EACH square[g] = _mm512_fmadd_ps(dy[g], dy[g], square[g]);
  EACH square[g] = _mm512_fmadd_ps(dx[g], dx[g], square[g]);
  EACH chord[g] = _mm512_sqrt_ps(square[g]);
  EACH series[g] = _mm512_mul_ps(square[g], w->third_order);
  if (!is_near) {
    EACH more[g] = _mm512_fmadd_ps(series[g], _mm512_set1_ps(2.7f), _mm512_set1_ps(1));
    EACH series[g] = _mm512_mul_ps(series[g], more[g]);
  }
  EACH length[g] = _mm512_fmadd_ps(chord[g], series[g], chord[g]);
  EACH whole[g] = _mm512_sub_ps(_mm512_add_ps(length[g], w->rounding), w->rounding);
  EACH off[g] = _mm512_abs_ps(_mm512_sub_ps(length[g], whole[g]));
  EACH off[g] = _mm512_fmadd_ps(length[g], _mm512_set1_ps(relative_doubt), off[g]);
  EACH near[g] = _mm512_mask_cmp_ps_mask(
      near[g], length[g], _mm512_min_ps(w->reach, _mm512_load_ps(reach + 16 * g)), _CMP_LE_OQ);
  EACH doubtful[g] = _mm512_mask_cmp_ps_mask(near[g], off[g], w->least_doubt, _CMP_GT_OQ);
  EACH points[g] = curve_points(w, is_near, whole[g]);
  if (is_delicate) {
    EACH off[g] = _mm512_abs_ps(_mm512_sub_ps(points[g], _mm512_roundscale_ps(points[g], 0)));
    EACH doubtful[g] |= _mm512_mask_cmp_ps_mask(near[g], off[g], _mm512_set1_ps(0.01f), _CMP_LT_OQ);
  }
  EACH _mm512_store_si512(points_out + 16 * g, weighted(w, points[g]));
}

// Settles distances in doubt, eight at a time in 64 bits; see doubts.h.
KERNEL void settle_doubts_together(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const way_constants *w, int32_t chunk,
    const uint64_t *doubtful, void *near, int32_t *way) {
  const cscoring_curve *curve = mentee->curve;
  const double r2 = 6371008.8 * 6371008.8;
  const int32_t start = chunk * CSCORING_CHUNK;
  const __m256i zero = _mm256_setzero_si256();
  // The first of each word, as a rule the only one.
  __m512i left = _mm512_load_si512(doubtful);
  do {
    const __mmask8 all = _mm512_test_epi64_mask(left, left);
    const __m512i others = _mm512_and_si512(left, _mm512_sub_epi64(left, _mm512_set1_epi64(1)));
    const __m256i bit = _mm512_cvtpd_epi32(_mm512_getexp_pd(_mm512_cvtepu64_pd(_mm512_xor_si512(left, others))));
    const __m256i member = _mm256_add_epi32(bit, _mm256_setr_epi32(0, 64, 128, 192, 256, 320, 384, 448));
    left = others;
    const __m256i x = _mm256_mmask_i32gather_epi32(zero, all, member, mentors->x + start, 4);
    const __m256i y = _mm256_mmask_i32gather_epi32(zero, all, member, mentors->y + start, 4);
    const __m256i z = _mm256_mmask_i32gather_epi32(zero, all, member, mentors->z + start, 4);
    const __m256i limit = _mm256_mmask_i32gather_epi32(zero, all, member, mentors->limit + start, 4);
    const __m512d dx = _mm512_cvtepi32_pd(_mm256_sub_epi32(x, _mm512_castsi512_si256(w->x)));
    const __m512d dy = _mm512_cvtepi32_pd(_mm256_sub_epi32(y, _mm512_castsi512_si256(w->y)));
    const __m512d dz = _mm512_cvtepi32_pd(_mm256_sub_epi32(z, _mm512_castsi512_si256(w->z)));
    __m512d square = _mm512_fmadd_pd(dz, dz, _mm512_fmadd_pd(dy, dy, _mm512_mul_pd(dx, dx)));
    const double metre = 1 / (double)curve->units_per_metre;
    square = _mm512_mul_pd(square, _mm512_set1_pd(metre * metre));
    const __m512d chord = _mm512_sqrt_pd(square);
    const __m512d series =
        _mm512_fmadd_pd(square, _mm512_set1_pd(3.0 / 640 / r2 / r2), _mm512_set1_pd(1.0 / 24 / r2));
    const __m512d metres = _mm512_fmadd_pd(_mm512_mul_pd(chord, square), series, chord);
    const __m512d whole = _mm512_roundscale_pd(metres, 0);
    const __m512d off = _mm512_abs_pd(_mm512_sub_pd(metres, whole));
    __mmask8 known = _mm512_mask_cmp_pd_mask(
        all, off, _mm512_set1_pd(0.5 - (double)curve->absolute_error), _CMP_LT_OQ);
    known = _mm512_mask_cmp_pd_mask(known, metres, _mm512_set1_pd(400000), _CMP_LT_OQ);
    if (curve->is_delicate) known = 0;
    known = _mm256_mask_cmple_epi32_mask(
        known, _mm512_cvtpd_epi32(whole), _mm256_min_epi32(limit, _mm512_castsi512_si256(w->limit)));
    const __m512 units = _mm512_mul_ps(
        _mm512_zextps256_ps512(_mm512_cvtpd_ps(whole)), _mm512_set1_ps(curve->units_per_metre));
    const __m256i points = _mm512_castsi512_si256(weighted(w, curve_points(w, false, units)));
    const __m256i before = _mm256_mmask_i32gather_epi32(zero, all, member, way, 4);
    known = _mm256_mask_cmpeq_epi32_mask(known, points, before);
    // Seldom anything to write: loads that follow need not wait.
    if (__builtin_expect(all != known, 0)) {
      _Alignas(32) int32_t members[8];
      _mm256_store_si256((__m256i *)members, member);
      for (int32_t k = 0; k < 8; k++) {
        if ((all & ~known) >> k & 1) settle_exactly(mentors, mentee, chunk, members[k], near, way);
      }
    }
  } while (__builtin_expect(_mm512_test_epi64_mask(left, left) != 0, 0));
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

// Finds who lives near enough and the weighted points of the way there.
KERNEL void score_ways(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const way_constants *constants, int32_t chunk,
    bool is_near, chunk_lanes *lanes) {
  const way_constants w = *constants;
  const int32_t start = chunk * CSCORING_CHUNK;
  const int32_t *const x = mentors->x + start, *const y = mentors->y + start, *const z = mentors->z + start;
  const float *const reach = mentors->reach + start;
  const bool is_delicate = mentee->curve->is_delicate;
  uint64_t in_doubt = 0;
  for (int32_t i = 0; i < CSCORING_CHUNK; i += 32) {
    __mmask16 near[2] = {lanes->near[i / 16], lanes->near[i / 16 + 1]};
    __mmask16 doubtful[2] = {0, 0};
    if ((near[0] | near[1]) != 0) {
      if (mentee->minutes_of_zone) {
        EACH travel_scores(mentors, mentee, &w, start + i + 16 * g, near + g, lanes->way + i + 16 * g);
      } else {
        distance_scores(
            x + i, y + i, z + i, reach + i, &w, is_near, is_delicate && !is_near, near, doubtful, lanes->way + i);
      }
    }
    EACH lanes->near[i / 16 + g] = near[g];
    EACH in_doubt = in_doubt >> 16 | (uint64_t)doubtful[g] << 48;
    if (i % 64 == 32) lanes->doubtful[i / 64] = in_doubt;
  }
  settle_doubts_together(mentors, mentee, &w, chunk, lanes->doubtful, lanes->near, lanes->way);
}
