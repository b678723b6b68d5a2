// The AVX2 kernel: eight mentors at a time after the bitwise part. See lanes512.h, whose steps it follows.
#if defined(__x86_64__)
#define KERNEL_TARGET __attribute__((target("avx2,fma,bmi,bmi2,popcnt")))

#include "chunk.h"

#include <immintrin.h>

// Makes one byte per mentor of the planes of a code.
KERNEL void spread(const plane *planes, int32_t count, uint8_t *codes) {
  const uint32_t *words = (const uint32_t *)planes;
  const __m256i byte_of_bit = _mm256_setr_epi64x(
      0x0000000000000000, 0x0101010101010101, 0x0202020202020202, 0x0303030303030303);
  const __m256i bit = _mm256_set1_epi64x((int64_t)0x8040201008040201);
  for (int32_t w = 0; w < CSCORING_CHUNK / 32; w++) {
    __m256i bytes = _mm256_setzero_si256();
    for (int32_t p = 0; p < count; p++) {
      const __m256i eight = _mm256_shuffle_epi8(_mm256_set1_epi32((int32_t)words[16 * p + w]), byte_of_bit);
      const __m256i is_set = _mm256_cmpeq_epi8(_mm256_and_si256(eight, bit), bit);
      bytes = _mm256_or_si256(bytes, _mm256_and_si256(is_set, _mm256_set1_epi8((char)(1 << p))));
    }
    _mm256_store_si256((__m256i *)(codes + 32 * w), bytes);
  }
}

KERNEL __m256i lanes_of_bits(uint32_t bits) {
  const __m256i bit = _mm256_setr_epi32(1, 2, 4, 8, 16, 32, 64, 128);
  return _mm256_cmpeq_epi32(_mm256_and_si256(_mm256_set1_epi32((int32_t)bits), bit), bit);
}

KERNEL uint32_t bits_of_lanes(__m256i lanes) {
  return (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(lanes));
}

KERNEL __m256i load_codes(const uint8_t *codes) {
  return _mm256_cvtepu8_epi32(_mm_loadl_epi64((const __m128i *)codes));
}

KERNEL __m256i look_up(const int32_t *table, __m256i code) { return _mm256_i32gather_epi32(table, code, 4); }

// As distance_scores of lanes512.h, with the same bounds of error.
KERNEL __m256i distance_scores(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t position, __m256i *whole_metres,
    float *metres_out, uint32_t *doubtful) {
  const cscoring_curve *curve = mentee->curve;
#define DIFFERENCE(axis)                                                       \
  _mm256_cvtepi32_ps(_mm256_sub_epi32(                                         \
      _mm256_load_si256((const __m256i *)(mentors->axis + position)), _mm256_set1_epi32(mentee->axis)))
  const __m256 dx = DIFFERENCE(x);
  const __m256 dy = DIFFERENCE(y);
  const __m256 dz = DIFFERENCE(z);
#undef DIFFERENCE
  const __m256 squares = _mm256_fmadd_ps(dx, dx, _mm256_fmadd_ps(dy, dy, _mm256_mul_ps(dz, dz)));
  const __m256 square = _mm256_mul_ps(squares, _mm256_set1_ps(curve->square_metres_per_unit));
  const __m256 chord = _mm256_sqrt_ps(square);
  const __m256 series = _mm256_fmadd_ps(
      square, _mm256_set1_ps((float)(3.0 / 640 / 6371008.8 / 6371008.8 / 6371008.8 / 6371008.8)),
      _mm256_set1_ps((float)(1.0 / 24 / 6371008.8 / 6371008.8)));
  const __m256 metres = _mm256_fmadd_ps(_mm256_mul_ps(chord, square), series, chord);
  const __m256i whole = _mm256_cvtps_epi32(metres);
  const __m256 rounded = _mm256_cvtepi32_ps(whole);
  const __m256 off = _mm256_andnot_ps(_mm256_set1_ps(-0.0f), _mm256_sub_ps(metres, rounded));
  const __m256 doubt = _mm256_cmp_ps(
      _mm256_fmadd_ps(metres, _mm256_set1_ps(4e-7f), off), _mm256_set1_ps(0.5f - curve->absolute_error), _CMP_GT_OQ);
  *doubtful = (uint32_t)_mm256_movemask_ps(doubt);
  *whole_metres = whole;
  _mm256_store_ps(metres_out, metres);

  const __m256i cell = _mm256_cvttps_epi32(_mm256_min_ps(
      _mm256_mul_ps(rounded, _mm256_set1_ps(curve->cells_per_metre)), _mm256_set1_ps((float)(curve->cell_count - 1))));
  const __m256 slope = _mm256_i32gather_ps(curve->slope, cell, 4);
  const __m256 intercept = _mm256_i32gather_ps(curve->intercept, cell, 4);
  const __m256 points = _mm256_fnmadd_ps(slope, rounded, intercept);
  if (curve->is_delicate) {
    const __m256 nearest = _mm256_round_ps(points, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
    const __m256 is_close = _mm256_cmp_ps(
        _mm256_andnot_ps(_mm256_set1_ps(-0.0f), _mm256_sub_ps(points, nearest)), _mm256_set1_ps(0.01f), _CMP_LT_OQ);
    *doubtful |= (uint32_t)_mm256_movemask_ps(is_close);
  }
  return _mm256_madd_epi16(_mm256_cvttps_epi32(points), _mm256_set1_epi32(curve->weight));
}

KERNEL __m256i travel_scores(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t position, __m256i *minutes) {
  const __m256i zone = _mm256_load_si256((const __m256i *)(mentors->zone + position));
  *minutes = look_up(mentee->minutes_of_zone, zone);
  return look_up(mentee->score_of_zone, zone);
}

void cscoring_score_avx2(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t first_chunk, int32_t end_chunk,
    int32_t *scores) KERNEL_TARGET;

void cscoring_score_avx2(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t first_chunk, int32_t end_chunk,
    int32_t *scores) {
  const __m256i nobody = _mm256_set1_epi32(-1);
  const __m256i level_score = _mm256_loadu_si256((const __m256i *)mentee->level_score);
  const __m256i block_score = _mm256_loadu_si256((const __m256i *)mentee->block_score);
  const __m256i in_person_score = _mm256_loadu_si256((const __m256i *)mentee->in_person_score);
  const __m256i online_score = _mm256_loadu_si256((const __m256i *)mentee->online_score);
  const __m256i minimum = _mm256_set1_epi32(mentee->minimum_score);

  for (int32_t chunk = first_chunk; chunk < end_chunk; chunk++, scores += CSCORING_CHUNK) {
    chunk_codes codes;
    const bool is_far = mentee->may_meet_in_person && is_chunk_far(mentors, mentee, chunk);
    if (!find_possible(mentee, chunk, is_far, &codes) || !find_common_time(mentors, mentee, chunk, &codes)) {
      for (int32_t i = 0; i < CSCORING_CHUNK; i += 8) _mm256_storeu_si256((__m256i *)(scores + i), nobody);
      continue;
    }
    find_sector_values(mentee, chunk, codes.sector);
    _Alignas(64) uint8_t level_and_blocks[CSCORING_CHUNK], half_hours[CSCORING_CHUNK], sector[CSCORING_CHUNK];
    const plane packed[8] = {codes.level[0],  codes.level[1],  codes.level[2],  {0},
                             codes.blocks[0], codes.blocks[1], codes.blocks[2], codes.blocks[3]};
    spread(packed, 8, level_and_blocks);
    spread(codes.half_hours, 6, half_hours);
    spread(codes.sector, 6, sector);

    _Alignas(8) uint8_t doubtful[CSCORING_CHUNK / 8];
    _Alignas(64) float metres[CSCORING_CHUNK];
    const uint8_t *const candidates = (const uint8_t *)&codes.candidates;
    const uint8_t *const in_person = (const uint8_t *)&codes.in_person;
    const uint8_t *const online = (const uint8_t *)&codes.online;
    for (int32_t group = 0; group < CSCORING_CHUNK / 8; group++) {
      __m256i *const out = (__m256i *)(scores + 8 * group);
      const uint32_t possible = candidates[group];
      if (possible == 0) {
        _mm256_storeu_si256(out, nobody);
        doubtful[group] = 0;
        continue;
      }
      const int32_t position = chunk * CSCORING_CHUNK + 8 * group;
      const __m256i skill = load_codes(mentors->skill + position);
      uint32_t near = possible & in_person[group];
      __m256i way = _mm256_permutevar8x32_epi32(online_score, skill);
      doubtful[group] = 0;
      if (near != 0) {
        __m256i distance, length;
        if (mentee->minutes_of_zone) {
          distance = travel_scores(mentors, mentee, position, &length);
        } else {
          uint32_t doubt;
          distance = distance_scores(mentors, mentee, position, &length, metres + 8 * group, &doubt);
          doubtful[group] = (uint8_t)(doubt & near);
        }
        const __m256i limit = _mm256_min_epi32(
            _mm256_load_si256((const __m256i *)(mentors->limit + position)), _mm256_set1_epi32(mentee->limit));
        const __m256i is_near = _mm256_andnot_si256(_mm256_cmpgt_epi32(length, limit), lanes_of_bits(near));
        near = bits_of_lanes(is_near);
        const __m256i meeting = _mm256_add_epi32(distance, _mm256_permutevar8x32_epi32(in_person_score, skill));
        way = _mm256_blendv_epi8(way, meeting, is_near);
      }
      const __m256i code = load_codes(level_and_blocks + 8 * group);
      const __m256i block = _mm256_srli_epi32(code, 4);
      __m256i score = _mm256_permutevar8x32_epi32(level_score, code);
      score = _mm256_add_epi32(
          score, mentee->block_limit < 8 ? _mm256_permutevar8x32_epi32(block_score, block)
                                         : look_up(mentee->block_score, block));
      score = _mm256_add_epi32(score, look_up(mentee->half_hour_score, load_codes(half_hours + 8 * group)));
      score = _mm256_add_epi32(score, look_up(mentee->sector_score, load_codes(sector + 8 * group)));
      score = _mm256_add_epi32(score, way);
      const __m256i candidate = _mm256_andnot_si256(
          _mm256_cmpgt_epi32(minimum, score), lanes_of_bits((near | online[group]) & possible));
      _mm256_storeu_si256(out, _mm256_blendv_epi8(nobody, score, candidate));
    }
    settle_doubts(mentors, mentee, chunk, &codes, (const uint64_t *)doubtful, metres, level_and_blocks, half_hours, sector, scores);
  }
}
#endif
