// AVX-512: distances that 32 bits leave in doubt, settled after the scores are written: so early that nothing waits, so many
// at a time that no branch is a toss-up. Included by lanes512.h.

// Whether the mentor at a position may meet the mentee online.
KERNEL bool meets_online(const cscoring_mentee *mentee, int32_t position) {
  if (!mentee->may_meet_online) return false;
  uint64_t word = mentee->online[position / 64];
  if (mentee->online_antenna) word &= mentee->online_antenna[position / 64];
  return word >> (position % 64) & 1;
}

// Corrects the score of a mentor whose way was worth `before` for 32 bits.
KERNEL void correct_score(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t position, int32_t before, int32_t *score) {
  const int64_t metres = cscoring_exact_metres(mentors, mentee, position);
  const int32_t skill = mentors->skill[position];
  const int32_t others = *score - before - mentee->in_person_score[skill];
  if (metres <= mentors->limit[position] && metres <= mentee->limit) {
    *score += mentee->curve->weight * cscoring_points(mentee->curve, metres) - before;
  } else {
    *score = meets_online(mentee, position) ? others + mentee->online_score[skill] : -1;
  }
}

// Settles the ways to mentors given as numbers in a run of mentors that begins at `start`; see doubts.h.
KERNEL void settle_members(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const way_constants *w, bool is_near, int32_t start,
    const int32_t *members, int32_t count, int32_t *scores) {
  const cscoring_curve *curve = mentee->curve;
  const double r2 = 6371008.8 * 6371008.8, metre = 1 / (double)curve->units_per_metre;
  const __m256i zero = _mm256_setzero_si256();
  for (int32_t k = 0; k < count; k += 8) {
    const __mmask8 all = (__mmask8)(count - k < 8 ? (1u << (count - k)) - 1 : 255);
    const __m256i member = _mm256_maskz_loadu_epi32(all, members + k);
    const __m256i dx = _mm256_sub_epi32(
        _mm256_mmask_i32gather_epi32(zero, all, member, mentors->x + start, 4), _mm512_castsi512_si256(w->x));
    const __m256i dy = _mm256_sub_epi32(
        _mm256_mmask_i32gather_epi32(zero, all, member, mentors->y + start, 4), _mm512_castsi512_si256(w->y));
    const __m256i dz = _mm256_sub_epi32(
        _mm256_mmask_i32gather_epi32(zero, all, member, mentors->z + start, 4), _mm512_castsi512_si256(w->z));
    const __m256i limit = _mm256_min_epi32(
        _mm256_mmask_i32gather_epi32(zero, all, member, mentors->limit + start, 4), _mm512_castsi512_si256(w->limit));
    const __m512d x = _mm512_cvtepi32_pd(dx), y = _mm512_cvtepi32_pd(dy), z = _mm512_cvtepi32_pd(dz);
    const __m512d square = _mm512_mul_pd(
        _mm512_fmadd_pd(x, x, _mm512_fmadd_pd(y, y, _mm512_mul_pd(z, z))), _mm512_set1_pd(metre * metre));
    const __m512d chord = _mm512_sqrt_pd(square);
    const __m512d series =
        _mm512_fmadd_pd(square, _mm512_set1_pd(3.0 / 640 / r2 / r2), _mm512_set1_pd(1.0 / 24 / r2));
    const __m512d metres = _mm512_fmadd_pd(_mm512_mul_pd(chord, square), series, chord);
    const __m512d whole = _mm512_roundscale_pd(metres, 0);
    const __m512d off = _mm512_abs_pd(_mm512_sub_pd(metres, whole));
    // Whose whole metres 64 bits tell, and whom they leave as they are.
    __mmask8 same =
        _mm512_mask_cmp_pd_mask(all, off, _mm512_set1_pd(0.5 - (double)curve->absolute_error), _CMP_LT_OQ);
    same = _mm512_mask_cmp_pd_mask(same, metres, _mm512_set1_pd(400000), _CMP_LT_OQ);
    same = _mm256_mask_cmple_epi32_mask(same, _mm512_cvtpd_epi32(whole), limit);
    const __m512 units = _mm512_mul_ps(
        _mm512_zextps256_ps512(_mm512_cvtpd_ps(whole)), _mm512_set1_ps(curve->units_per_metre));
    const __m512 before = whole_metres(
        w, length_of(
               w, is_near, _mm512_zextsi256_si512(dx), _mm512_zextsi256_si512(dy), _mm512_zextsi256_si512(dz)));
    same &= (__mmask8)_mm512_cmp_ps_mask(units, before, _CMP_EQ_OQ);
    if (curve->is_delicate) same = 0;
    if (__builtin_expect(same == all, 1)) continue;
    _Alignas(64) int32_t points[16];
    _mm512_store_si512(points, weighted(w, curve_points(w, is_near, before)));
    for (uint32_t left = (uint32_t)(all & ~same); left != 0; left &= left - 1) {
      const int32_t i = (int32_t)__builtin_ctz(left), number = members[k + i];
      correct_score(mentors, mentee, start + number, points[i], scores + number);
    }
  }
}

// Settles the doubts about a run of chunks.
KERNEL void settle_scores(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const way_constants *w, bool is_near, int32_t first,
    int32_t chunk_count, const uint64_t *doubtful, int32_t *scores) {
  enum { ROOM = 128 };
  int32_t members[ROOM + 65];
  int32_t count = 0;
  for (int32_t word = 0; word < chunk_count * CSCORING_CHUNK_WORDS; word++) {
    count = list_bits(doubtful[word], 64 * word, members, count);
    if (count > ROOM) {
      settle_members(mentors, mentee, w, is_near, first * CSCORING_CHUNK, members, count, scores);
      count = 0;
    }
  }
  settle_members(mentors, mentee, w, is_near, first * CSCORING_CHUNK, members, count, scores);
}
