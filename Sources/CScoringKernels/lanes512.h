// AVX-512: sixteen mentors at a time after the bitwise part. The including file has defined KERNEL_TARGET, the name of the
// kernel, and how planes become codes (spread).
#include <immintrin.h>

// Scores looked up by a code below 64, or 32 unless `is_long`.
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

// A chunk reduced to bits and codes.
typedef struct {
  chunk_codes bits;
  _Alignas(64) uint8_t level_and_blocks[CSCORING_CHUNK];
  _Alignas(64) uint8_t half_hours[CSCORING_CHUNK];
  _Alignas(64) uint8_t sector[CSCORING_CHUNK];
} chunk_lanes;

#include "way512.h"

#include "settle512.h"

#ifdef HAS_BYTE_PERMUTATIONS
#include "digits512.h"
#endif

// What the scores of a mentee's row have in common.
typedef struct {
  way_constants way;
  table half_hour, sector;
  table level_and_blocks;  // for up to three blocks
  __m512i level, blocks;
  __m512i digital;  // online by skill, then in person by skill
  bool is_near, has_few_blocks;
#ifdef HAS_BYTE_PERMUTATIONS
  digits digital_digits, level_and_blocks_digits, half_hour_digits, sector_digits;
#endif
} row_constants;

KERNEL void load_row_constants(const cscoring_mentee *mentee, row_constants *row) {
  load_way_constants(mentee, &row->way);
  row->half_hour = load_table(mentee->half_hour_score, mentee->slot_count > 31 && !has_short_half_hours(mentee));
  row->sector = load_table(mentee->sector_score, mentee->sector_value_count > 31);
  _Alignas(64) int32_t values[32];
  for (int32_t code = 0; code < 32; code++) values[code] = mentee->level_score[code & 7] + mentee->block_score[code >> 3];
  row->level_and_blocks = load_table(values, false);
#ifdef HAS_BYTE_PERMUTATIONS
  load_digits(values, 32, &row->level_and_blocks_digits);
  load_digits(mentee->half_hour_score, CSCORING_HALF_HOURS, &row->half_hour_digits);
  load_digits(mentee->sector_score, CSCORING_SECTOR_VALUES, &row->sector_digits);
#endif
  // A look-up takes four digits of the code; the fourth is not the level's.
  for (int32_t code = 0; code < 16; code++) values[code] = mentee->level_score[code & 7];
  row->level = _mm512_load_si512(values);
  row->blocks = _mm512_loadu_si512(mentee->block_score);
  for (int32_t skill = 0; skill < CSCORING_SKILLS; skill++) {
    values[skill] = mentee->online_score[skill];
    values[skill + CSCORING_SKILLS] = mentee->in_person_score[skill];
  }
  row->digital = _mm512_load_si512(values);
#ifdef HAS_BYTE_PERMUTATIONS
  load_digits(values, 16, &row->digital_digits);
#endif
  row->is_near = is_row_near(mentee);
  row->has_few_blocks = mentee->block_limit <= 3;
}

#ifdef HAS_BYTE_PERMUTATIONS
// Scores the candidates of a chunk with up to three blocks, digit by digit, 64 mentors at a time.
KERNEL void score_lanes(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_constants *row, int32_t chunk,
    way_kind kind, const chunk_lanes *lanes, const chunk_scores *out) {
  chunk_constants c;
  load_chunk_constants(mentors, mentee, chunk, &c);
  const digits digital = row->digital_digits, level_and_blocks = row->level_and_blocks_digits;
  const digits half_hours = row->half_hour_digits, sector = row->sector_digits;
  // What makes -1.
  const __m512i none[DIGITS] = {_mm512_set1_epi8(63), _mm512_set1_epi8(63), _mm512_set1_epi8(-1)};
  _Alignas(64) const plane possible = lanes->bits.candidates & lanes->bits.in_person;
  _Alignas(64) const plane by_computer = lanes->bits.candidates & lanes->bits.online;
  const int32_t start = chunk * CSCORING_CHUNK;
  for (int32_t i = 0; i < CSCORING_CHUNK; i += 64) {
    __mmask16 near_these[4];
    __m512i numbers[4];
    way_scores_of_64(
        mentors, mentee, start + i, &row->way, &c, kind, (const uint64_t *)&possible + i / 64, near_these,
        out->doubtful + i / 64, numbers);
    const __mmask64 near = joined(near_these);
    const __mmask64 any = _kor_mask64(near, _load_mask64((__mmask64 *)&by_computer + i / 64));
    __m512i skill = _mm512_load_si512(mentors->skill + start + i);
    skill = _mm512_mask_add_epi8(skill, near, skill, _mm512_set1_epi8(CSCORING_SKILLS));
    const __m512i level_and_block = _mm512_load_si512(lanes->level_and_blocks + i);
    const __m512i time = _mm512_load_si512(lanes->half_hours + i), worth = _mm512_load_si512(lanes->sector + i);
    __m512i sum[DIGITS];
    for (int32_t k = 0; k < DIGITS; k++) {
      const __m512i person = _mm512_add_epi8(
          _mm512_permutexvar_epi8(skill, digital.digit[k]),
          _mm512_permutexvar_epi8(level_and_block, level_and_blocks.digit[k]));
      const __m512i rest = _mm512_add_epi8(
          _mm512_permutexvar_epi8(time, half_hours.digit[k]), _mm512_permutexvar_epi8(worth, sector.digit[k]));
      sum[k] = _mm512_mask_add_epi8(none[k], any, person, rest);
    }
    join_digits(sum, _mm512_movm_epi8(_knot_mask64(any)), numbers);
    for (int32_t k = 0; k < 4; k++) _mm512_storeu_si512(out->scores + i + 16 * k, numbers[k]);
  }
}
#endif

// Scores the candidates of a chunk, sixteen mentors at a time.
KERNEL void score_lanes_one_by_one(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_constants *row, int32_t chunk,
    way_kind kind, bool has_few_blocks, bool is_long, const chunk_lanes *lanes, const chunk_scores *out) {
  chunk_constants c;
  load_chunk_constants(mentors, mentee, chunk, &c);
  const __m512i in_person = _mm512_set1_epi32(CSCORING_SKILLS);
  const __m512i none = _mm512_set1_epi32(-1);
  _Alignas(64) const plane possible = lanes->bits.candidates & lanes->bits.in_person;
  _Alignas(64) const plane by_computer = lanes->bits.candidates & lanes->bits.online;
  const int32_t start = chunk * CSCORING_CHUNK;
  for (int32_t i = 0; i < CSCORING_CHUNK; i += 64) {
    __mmask16 near[4];
    __m512i ways[4];
    way_scores_of_64(
        mentors, mentee, start + i, &row->way, &c, kind, (const uint64_t *)&possible + i / 64, near, out->doubtful + i / 64,
        ways);
#pragma GCC unroll 4
    for (int32_t k = 0; k < 4; k++) {
      const int32_t at = i + 16 * k;
      const __mmask16 any = _kor_mask16(near[k], _load_mask16((__mmask16 *)&by_computer + at / 16));
      __m512i skill = load_codes(mentors->skill + start + at);
      skill = _mm512_mask_or_epi32(skill, near[k], skill, in_person);
      __m512i score = _mm512_add_epi32(ways[k], _mm512_permutexvar_epi32(skill, row->digital));
      const __m512i code = load_codes(lanes->level_and_blocks + at);
      if (has_few_blocks) {
        score = _mm512_add_epi32(
            score, _mm512_permutex2var_epi32(row->level_and_blocks.a, code, row->level_and_blocks.b));
      } else {
        score = _mm512_add_epi32(score, _mm512_permutexvar_epi32(code, row->level));
        score = _mm512_add_epi32(score, _mm512_permutexvar_epi32(_mm512_srli_epi32(code, 3), row->blocks));
      }
      const __m512i time = load_codes(lanes->half_hours + at), sector = load_codes(lanes->sector + at);
      if (is_long) {
        score = _mm512_add_epi32(score, look_up(&row->half_hour, time));
        score = _mm512_add_epi32(score, look_up(&row->sector, sector));
      } else {
        score = _mm512_add_epi32(score, _mm512_permutex2var_epi32(row->half_hour.a, time, row->half_hour.b));
        score = _mm512_add_epi32(score, _mm512_permutex2var_epi32(row->sector.a, sector, row->sector.b));
      }
      _mm512_storeu_si512(out->scores + at, _mm512_mask_blend_epi32(any, none, score));
    }
  }
}

#include "codes.h"

// Each kind compiled for itself.
KERNEL void score_by_kind(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_constants *row, int32_t chunk,
    way_kind kind, const chunk_lanes *lanes, const chunk_scores *out) {
#ifdef HAS_BYTE_PERMUTATIONS
  if (row->has_few_blocks) {
    score_lanes(mentors, mentee, row, chunk, kind, lanes, out);
  } else {
    score_lanes_one_by_one(mentors, mentee, row, chunk, kind, false, true, lanes, out);
  }
#else
  const bool is_long = row->half_hour.is_long || row->sector.is_long;
  if (row->has_few_blocks && !is_long) {
    score_lanes_one_by_one(mentors, mentee, row, chunk, kind, true, false, lanes, out);
  } else if (row->has_few_blocks) {
    score_lanes_one_by_one(mentors, mentee, row, chunk, kind, true, true, lanes, out);
  } else {
    score_lanes_one_by_one(mentors, mentee, row, chunk, kind, false, true, lanes, out);
  }
#endif
}

// Scores the candidates of a chunk whose codes are spread; everybody else gets -1. finish_scores must follow.
KERNEL void score_candidates(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_constants *row, int32_t chunk,
    const chunk_lanes *lanes, const chunk_scores *out) {
  const plane possible = lanes->bits.candidates & lanes->bits.in_person;
  if (is_empty(&possible)) {
    score_by_kind(mentors, mentee, row, chunk, WAYS_NONE, lanes, out);
  } else if (mentee->minutes_of_zone) {
    score_by_kind(mentors, mentee, row, chunk, WAYS_BY_TABLE, lanes, out);
  } else if (row->is_near) {
    score_by_kind(mentors, mentee, row, chunk, WAYS_SHORT, lanes, out);
  } else {
    score_by_kind(mentors, mentee, row, chunk, WAYS_LONG, lanes, out);
  }
}

// Settles the doubts about a run of chunks, and drops pairs below the least score.
KERNEL void finish_scores(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_constants *row, int32_t first,
    int32_t chunk_count, const chunk_scores *out) {
  settle_scores(
      mentors, mentee, &row->way, row->is_near, first, chunk_count, out->doubtful, out->scores);
  if (mentee->minimum_score <= 0) return;
  int32_t *const scores = out->scores;
  const __m512i minimum = _mm512_set1_epi32(mentee->minimum_score);
  for (int32_t i = 0; i < chunk_count * CSCORING_CHUNK; i += 16) {
    const __mmask16 is_less = _mm512_cmplt_epi32_mask(_mm512_loadu_si512(scores + i), minimum);
    _mm512_mask_storeu_epi32(scores + i, is_less, _mm512_set1_epi32(-1));
  }
}

// Values of a table of 64 bytes, by codes below 64.
KERNEL __m512i look_up_bytes(const uint8_t *table, __m512i code) {
#ifdef HAS_BYTE_PERMUTATIONS
  return _mm512_permutexvar_epi8(code, _mm512_loadu_si512(table));
#else
  // A shuffle looks at four bits; the upper two choose among four tables.
  const __m512i quarter = _mm512_and_si512(code, _mm512_set1_epi8(0x30));
  __m512i value = _mm512_setzero_si512();
  for (int32_t k = 0; k < 4; k++) {
    const __m512i sixteen = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)(table + 16 * k)));
    const __mmask64 here = _mm512_cmpeq_epi8_mask(quarter, _mm512_set1_epi8((char)(16 * k)));
    value = _mm512_mask_shuffle_epi8(value, here, sixteen, code);
  }
  return value;
#endif
}

// Drops candidates whose losses and price together exceed `most` steps.
KERNEL bool keep_small_losses(
    const cscoring_losses *losses, const uint8_t *way_loss, const uint8_t *skill, const uint8_t *price_steps, int32_t most,
    const chunk_lanes *lanes, plane *candidates) {
  const __m512i level_table = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)losses->level_loss));
  const __m512i block_table = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)losses->block_loss));
  const __m512i way_table = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)way_loss));
  const __m512i low = _mm512_set1_epi8(15);
  const __m512i limit = _mm512_set1_epi8((char)most);
  uint64_t *words = (uint64_t *)candidates;
  uint64_t any = 0;
  for (int32_t w = 0; w < CSCORING_CHUNK_WORDS; w++) {
    const __m512i code = _mm512_load_si512(lanes->level_and_blocks + 64 * w);
    const __m512i block = _mm512_and_si512(_mm512_srli_epi16(code, 3), low);
    __m512i loss = _mm512_shuffle_epi8(level_table, _mm512_and_si512(code, _mm512_set1_epi8(7)));
    loss = _mm512_adds_epu8(loss, _mm512_shuffle_epi8(block_table, block));
    __m512i more = look_up_bytes(losses->half_hour_loss, _mm512_load_si512(lanes->half_hours + 64 * w));
    more = _mm512_adds_epu8(more, look_up_bytes(losses->sector_loss, _mm512_load_si512(lanes->sector + 64 * w)));
    loss = _mm512_adds_epu8(loss, _mm512_shuffle_epi8(way_table, _mm512_load_si512(skill + 64 * w)));
    loss = _mm512_adds_epu8(_mm512_adds_epu8(loss, more), _mm512_load_si512(price_steps + 64 * w));
    words[w] &= _mm512_cmple_epu8_mask(loss, limit);
    any |= words[w];
  }
  return any != 0;
}

#include "rows.h"
#include "search.h"
