// AVX-512: sixteen mentors at a time after the bitwise part. The including file has defined KERNEL_TARGET, the name of the
// kernel, and how planes become codes (spread).
#include <immintrin.h>
#include <string.h>

#include "exact.h"

// Scores looked up by a code below 64, of which `count` occur.
typedef struct {
  __m512i a, b, c, d;
  bool is_long;
} table;

KERNEL table load_table(const int32_t *values, bool is_long) {
  table t;
  t.a = _mm512_loadu_si512(values);
  t.b = _mm512_loadu_si512(values + 16);
  t.c = is_long ? _mm512_loadu_si512(values + 32) : t.a;
  t.d = is_long ? _mm512_loadu_si512(values + 48) : t.b;
  t.is_long = is_long;
  return t;
}

KERNEL __m512i look_up(const table *t, __m512i code) {
  const __m512i low = _mm512_permutex2var_epi32(t->a, code, t->b);
  if (!t->is_long) return low;
  const __mmask16 is_high = _mm512_test_epi32_mask(code, _mm512_set1_epi32(32));
  return _mm512_mask_blend_epi32(is_high, low, _mm512_permutex2var_epi32(t->c, code, t->d));
}

KERNEL __m512i load_codes(const uint8_t *codes) {
  return _mm512_cvtepu8_epi32(_mm_load_si128((const __m128i *)codes));
}

// What the distances of a mentee's row have in common.
typedef struct {
  __m512i x, y, z, limit;
  __m512 square_metres_per_unit, slope, intercept, absolute_error;
  __m512 knot[CSCORING_KNOTS];
  __m512i weight;
} way_constants;

KERNEL void load_way_constants(const cscoring_mentee *mentee, way_constants *w) {
  const cscoring_curve *curve = mentee->curve;
  w->x = _mm512_set1_epi32(mentee->x);
  w->y = _mm512_set1_epi32(mentee->y);
  w->z = _mm512_set1_epi32(mentee->z);
  w->limit = _mm512_set1_epi32(mentee->limit);
  w->square_metres_per_unit = _mm512_set1_ps(curve->square_metres_per_unit);
  w->slope = _mm512_loadu_ps(curve->slope);
  w->intercept = _mm512_loadu_ps(curve->intercept);
  w->absolute_error = _mm512_set1_ps(0.5f - curve->absolute_error);
  for (int32_t k = 0; k < mentee->knot_count; k++) w->knot[k] = _mm512_set1_ps(curve->knot_at[k]);
  w->weight = _mm512_set1_epi32(curve->weight);
}

// The weighted distance points of sixteen mentors; clears those of `near` who live too far away.
//
// The arc is the chord times 1 + c²/24 + 3c⁴/640 (c: the chord in radii). Relative errors, in units of 2⁻²⁴: differences
// 1, sum of squares 5 (halved by the root), root 3, scale and series 3; together less than 6e-7. Where that leaves a
// doubt about the whole metre, the exact distance decides.
KERNEL __m512i distance_scores(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const way_constants *w, int32_t position,
    __mmask16 *near) {
  const cscoring_curve *curve = mentee->curve;
  const __m512 dx = _mm512_cvtepi32_ps(_mm512_sub_epi32(_mm512_load_si512(mentors->x + position), w->x));
  const __m512 dy = _mm512_cvtepi32_ps(_mm512_sub_epi32(_mm512_load_si512(mentors->y + position), w->y));
  const __m512 dz = _mm512_cvtepi32_ps(_mm512_sub_epi32(_mm512_load_si512(mentors->z + position), w->z));
  const __m512 squares = _mm512_fmadd_ps(dx, dx, _mm512_fmadd_ps(dy, dy, _mm512_mul_ps(dz, dz)));
  // The least number keeps the root of equal places finite.
  const __m512 square = _mm512_fmadd_ps(squares, w->square_metres_per_unit, _mm512_set1_ps(1e-20f));
  const __m512 inverse = _mm512_rsqrt14_ps(square);
  const __m512 root = _mm512_mul_ps(square, inverse);
  const __m512 rest = _mm512_fnmadd_ps(root, inverse, _mm512_set1_ps(1));
  const __m512 half_root = _mm512_mul_ps(root, _mm512_set1_ps(0.5f));
  const __m512 chord = _mm512_fmadd_ps(half_root, rest, root);
  const __m512 series = _mm512_fmadd_ps(
      square, _mm512_set1_ps((float)(3.0 / 640 / 6371008.8 / 6371008.8 / 6371008.8 / 6371008.8)),
      _mm512_set1_ps((float)(1.0 / 24 / 6371008.8 / 6371008.8)));
  const __m512 metres = _mm512_fmadd_ps(_mm512_mul_ps(chord, square), series, chord);
  const __m512i whole = _mm512_cvtps_epi32(metres);
  const __m512 rounded = _mm512_cvtepi32_ps(whole);
  const __m512 off = _mm512_abs_ps(_mm512_sub_ps(metres, rounded));

  const __m512i limit = _mm512_min_epi32(_mm512_load_si512(mentors->limit + position), w->limit);
  // A doubtful distance beyond the limit by more than a metre is far; beyond 500 km only the exact one counts.
  __mmask16 doubtful = _mm512_mask_cmp_ps_mask(
      *near, _mm512_fmadd_ps(metres, _mm512_set1_ps(6e-7f), off), w->absolute_error, _CMP_GT_OQ);

  __m512i stretch = _mm512_setzero_si512();
  for (int32_t k = 0; k < mentee->knot_count; k++) {
    const __mmask16 is_beyond = _mm512_cmp_ps_mask(rounded, w->knot[k], _CMP_GT_OQ);
    stretch = _mm512_mask_add_epi32(stretch, is_beyond, stretch, _mm512_set1_epi32(1));
  }
  const __m512 points = _mm512_fnmadd_ps(
      _mm512_permutexvar_ps(stretch, w->slope), rounded, _mm512_permutexvar_ps(stretch, w->intercept));
  __m512i whole_points = _mm512_cvttps_epi32(points);
  if (curve->is_delicate) {
    const __m512 off_points = _mm512_sub_ps(points, _mm512_roundscale_ps(points, 0));
    doubtful |= _mm512_mask_cmp_ps_mask(*near, _mm512_abs_ps(off_points), _mm512_set1_ps(0.01f), _CMP_LT_OQ);
  }
  __mmask16 is_near = _mm512_mask_cmple_epi32_mask(*near, whole, limit);
  // Doubts about those who surely live too far away do not matter.
  doubtful &= _mm512_cmple_epi32_mask(_mm512_sub_epi32(whole, _mm512_set1_epi32(1)), limit) |
              _mm512_cmpgt_epi32_mask(whole, _mm512_set1_epi32(500000));
  if (__builtin_expect(doubtful != 0, 0)) {
    int32_t metres_of[16], points_of[16];
    _mm512_storeu_si512(metres_of, whole);
    _mm512_storeu_si512(points_of, whole_points);
    for (uint32_t left = doubtful; left != 0; left &= left - 1) {
      const int32_t lane = __builtin_ctz(left);
      const cscoring_way way = cscoring_exact_way(mentors, mentee, position + lane, metres_of[lane]);
      points_of[lane] = way.points;
      is_near = (__mmask16)((is_near & ~(1u << lane)) | ((uint32_t)way.is_near << lane));
    }
    whole_points = _mm512_loadu_si512(points_of);
  }
  *near = is_near;
  // Points and weights fit in 16 bits: one multiplication of halves, the upper ones 0.
  return _mm512_madd_epi16(whole_points, w->weight);
}

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

void KERNEL_NAME(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t first_chunk, int32_t end_chunk,
    int32_t *scores) KERNEL_TARGET;

void KERNEL_NAME(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t first_chunk, int32_t end_chunk,
    int32_t *scores) {
  const __m512i nobody = _mm512_set1_epi32(-1);
  const table half_hour_table = load_table(mentee->half_hour_score, mentee->slot_count > 31);
  const table sector_table = load_table(mentee->sector_score, mentee->sector_value_count > 31);
  const __m512i level_score = _mm512_loadu_si512(mentee->level_score);
  const __m512i block_score = _mm512_loadu_si512(mentee->block_score);
  const __m512i in_person_score = _mm512_loadu_si512(mentee->in_person_score);
  const __m512i online_score = _mm512_loadu_si512(mentee->online_score);
  const __m512i minimum = _mm512_set1_epi32(mentee->minimum_score);
  way_constants constants;
  load_way_constants(mentee, &constants);

  for (int32_t chunk = first_chunk; chunk < end_chunk; chunk++, scores += CSCORING_CHUNK) {
    chunk_codes codes;
    const bool is_far = mentee->may_meet_in_person && is_chunk_far(mentors, mentee, chunk);
    if (!find_possible(mentee, chunk, is_far, &codes) || !find_common_time(mentors, mentee, chunk, &codes)) {
      for (int32_t i = 0; i < CSCORING_CHUNK; i += 16) _mm512_storeu_si512(scores + i, nobody);
      continue;
    }
    find_sector_values(mentee, chunk, codes.sector);
    _Alignas(64) uint8_t level_and_blocks[CSCORING_CHUNK], half_hours[CSCORING_CHUNK], sector[CSCORING_CHUNK];
    const plane packed[8] = {codes.level[0],  codes.level[1],  codes.level[2],  {0},
                             codes.blocks[0], codes.blocks[1], codes.blocks[2], codes.blocks[3]};
    spread(packed, 8, level_and_blocks);
    spread(codes.half_hours, 6, half_hours);
    spread(codes.sector, 6, sector);

    const __mmask16 *const candidates = (const __mmask16 *)&codes.candidates;
    const __mmask16 *const in_person = (const __mmask16 *)&codes.in_person;
    const __mmask16 *const online = (const __mmask16 *)&codes.online;
    for (int32_t group = 0; group < CSCORING_CHUNK / 16; group++) {
      const __mmask16 possible = candidates[group];
      if (possible == 0) {
        _mm512_storeu_si512(scores + 16 * group, nobody);
        continue;
      }
      const int32_t position = chunk * CSCORING_CHUNK + 16 * group;
      const __m512i skill = load_codes(mentors->skill + position);
      __mmask16 near = possible & in_person[group];
      __m512i way = _mm512_permutexvar_epi32(skill, online_score);
      if (near != 0) {
        const __m512i distance = mentee->minutes_of_zone
                                     ? travel_scores(mentors, mentee, &constants, position, &near)
                                     : distance_scores(mentors, mentee, &constants, position, &near);
        way = _mm512_mask_add_epi32(way, near, distance, _mm512_permutexvar_epi32(skill, in_person_score));
      }
      const __m512i code = load_codes(level_and_blocks + 16 * group);
      __m512i score = _mm512_add_epi32(
          _mm512_permutexvar_epi32(code, level_score),
          _mm512_permutexvar_epi32(_mm512_srli_epi32(code, 4), block_score));
      score = _mm512_add_epi32(score, look_up(&half_hour_table, load_codes(half_hours + 16 * group)));
      score = _mm512_add_epi32(score, look_up(&sector_table, load_codes(sector + 16 * group)));
      score = _mm512_add_epi32(score, way);
      __mmask16 candidate = (near | online[group]) & possible;
      candidate = _mm512_mask_cmpge_epi32_mask(candidate, score, minimum);
      _mm512_storeu_si512(scores + 16 * group, _mm512_mask_blend_epi32(candidate, nobody, score));
    }
  }
}
