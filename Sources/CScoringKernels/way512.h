// AVX-512: the ways from a mentee to sixteen mentors at a time. Included by lanes512.h.

// What the distances of a mentee's row have in common. Lengths are in units of the coordinates.
typedef struct {
  __m512i x, y, z, limit, weight;
  __m512 reach, slack, rounding, third_order, cells_per_unit, last_cell, slope[2], intercept[2];
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
  w->reach = _mm512_set1_ps((float)mentee->limit * metre);
  // A metre, and what rounding may add for the longest ways (more than 4,000 km are rounded to more than a metre).
  w->slack = _mm512_set1_ps((mentee->limit < 4000000 ? 1.25f : 16) * metre);
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

// EACH runs a step for every group of sixteen mentors in hand. Steps of different groups do not depend on each other, so
// the latencies of one hide behind the others.
#define EACH for (int32_t g = 0; g < 2; g++)

// The weighted distance points of 32 mentors. `near` is cut down to those near enough; `doubtful` are those whose whole
// metres 32 bits do not tell for sure. `lengths` gets the 32-bit distances.
//
// The arc is the chord times 1 + s + 2.7 s², s = c²/24 (c: the chord in radii). Relative errors, in units of 2⁻²⁴: differences
// and sum of squares 5 (halved by the root), root 1, last sum 1; together less than 3e-7, and 4e-7 where long arcs make the
// omitted terms count.
KERNEL void distance_scores(
    const int32_t *x, const int32_t *y, const int32_t *z, const float *reach, const way_constants *w, bool is_near,
    bool is_delicate, __mmask16 *near, __mmask16 *doubtful, float *lengths, int32_t *points_out) {
  const __m512 half = _mm512_set1_ps(0.5f);
  __m512 dx[2], dy[2], dz[2], square[2], inverse[2], root[2], series[2], more[2], length[2], whole[2], off[2], at[2];
  __m512 points[2], farthest[2];
  __m512i cell[2];
  EACH dx[g] = _mm512_cvtepi32_ps(_mm512_sub_epi32(_mm512_load_si512(x + 16 * g), w->x));
  EACH dy[g] = _mm512_cvtepi32_ps(_mm512_sub_epi32(_mm512_load_si512(y + 16 * g), w->y));
  EACH dz[g] = _mm512_cvtepi32_ps(_mm512_sub_epi32(_mm512_load_si512(z + 16 * g), w->z));
  // The least number keeps the root of equal places finite.
  EACH square[g] = _mm512_fmadd_ps(dz[g], dz[g], _mm512_set1_ps(1e-20f));
  EACH square[g] = _mm512_fmadd_ps(dy[g], dy[g], square[g]);
  EACH square[g] = _mm512_fmadd_ps(dx[g], dx[g], square[g]);
  EACH inverse[g] = _mm512_rsqrt14_ps(square[g]);
  EACH root[g] = _mm512_mul_ps(square[g], inverse[g]);
  // 1/2 − 1/2 · root · inverse corrects the root (a step of Newton's); the series makes an arc of the chord.
  if (is_near) {
    EACH more[g] = _mm512_fmadd_ps(square[g], w->third_order, half);
  } else {
    EACH series[g] = _mm512_mul_ps(square[g], w->third_order);
    EACH more[g] = _mm512_fmadd_ps(series[g], _mm512_set1_ps(2.7f), _mm512_set1_ps(1));
    EACH more[g] = _mm512_fmadd_ps(series[g], more[g], half);
  }
  EACH more[g] = _mm512_fnmadd_ps(_mm512_mul_ps(root[g], inverse[g]), half, more[g]);
  EACH length[g] = _mm512_fmadd_ps(root[g], more[g], root[g]);
  EACH whole[g] = _mm512_sub_ps(_mm512_add_ps(length[g], w->rounding), w->rounding);
  EACH off[g] = _mm512_abs_ps(_mm512_sub_ps(length[g], whole[g]));
  EACH off[g] = _mm512_fmadd_ps(length[g], is_near ? _mm512_set1_ps(3e-7f) : _mm512_set1_ps(4e-7f), off[g]);
  // Who lives more than a metre too far away does so without doubt.
  EACH farthest[g] = _mm512_min_ps(w->reach, _mm512_load_ps(reach + 16 * g));
  EACH doubtful[g] =
      _mm512_mask_cmp_ps_mask(near[g], whole[g], _mm512_add_ps(farthest[g], w->slack), _CMP_LE_OQ);
  EACH doubtful[g] = _mm512_mask_cmp_ps_mask(doubtful[g], off[g], w->least_doubt, _CMP_GT_OQ);
  EACH _mm512_store_ps(lengths + 16 * g, length[g]);

  EACH at[g] = _mm512_mul_ps(whole[g], w->cells_per_unit);
  if (!is_near) EACH at[g] = _mm512_min_ps(at[g], w->last_cell);
  EACH cell[g] = _mm512_cvttps_epi32(at[g]);
  EACH points[g] = _mm512_fnmadd_ps(
      _mm512_permutex2var_ps(w->slope[0], cell[g], w->slope[1]), whole[g],
      _mm512_permutex2var_ps(w->intercept[0], cell[g], w->intercept[1]));
  if (is_delicate) {
    EACH off[g] = _mm512_abs_ps(_mm512_sub_ps(points[g], _mm512_roundscale_ps(points[g], 0)));
    EACH doubtful[g] |= _mm512_mask_cmp_ps_mask(near[g], off[g], _mm512_set1_ps(0.01f), _CMP_LT_OQ);
  }
  EACH near[g] = _mm512_mask_cmp_ps_mask(near[g], whole[g], farthest[g], _CMP_LE_OQ);
  // Points and weights fit in 16 bits: one multiplication of halves, the upper ones 0.
  EACH _mm512_store_si512(points_out + 16 * g, _mm512_madd_epi16(_mm512_cvttps_epi32(points[g]), w->weight));
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
            x + i, y + i, z + i, reach + i, &w, is_near, is_delicate && !is_near, near, doubtful, lanes->lengths + i,
            lanes->way + i);
      }
    }
    EACH lanes->near[i / 16 + g] = near[g];
    EACH in_doubt = in_doubt >> 16 | (uint64_t)doubtful[g] << 48;
    if (i % 64 == 32) lanes->doubtful[i / 64] = in_doubt;
  }
  settle_doubts(mentors, mentee, chunk, lanes->doubtful, lanes->lengths, lanes->near, lanes->way);
}
