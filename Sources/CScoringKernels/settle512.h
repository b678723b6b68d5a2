// AVX-512: distances that 32 bits leave in doubt, settled after the scores are written: so early that nothing waits, so many
// at a time that no branch is a toss-up. Included by lanes512.h.

// Corrects the scores of some of eight mentors, whose ways were taken to be worth other than they are (`before`), or are so near
// a half metre that 64 bits do not tell the whole metres either. Those `known` are so many whole `lengths`.
static __attribute__((noinline)) void correct_scores(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t start, const int32_t *members, uint32_t which,
    uint32_t known, const int32_t *lengths, const int32_t *before, int32_t *scores) {
  for (; which != 0; which &= which - 1) {
    const int32_t one = (int32_t)__builtin_ctz(which), number = members[one], position = start + number;
    const int64_t metres = known >> one & 1 ? lengths[one] : cscoring_exact_metres(mentors, mentee, position);
    correct_score(mentors, mentee, position, metres, before[one], scores + number);
  }
}

_Static_assert(RUN == 16, "a register holds one number for each chunk of a run");

// Where the chunks of a run have their origins, and how far from there the mentee lives: x, y and z, by chunk.
typedef struct {
  __m512i origin[3];
  __m512 from[3];
} run_places;

KERNEL void load_run_places(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t first, int32_t chunk_count, run_places *run) {
  _Alignas(64) int32_t origin[3][RUN] = {{0}};
  _Alignas(64) float from[3][RUN] = {{0}};
  for (int32_t k = 0; k < chunk_count; k++) {
    float own[3];
    find_offsets(mentors, mentee, first + k, own);
    for (int32_t axis = 0; axis < 3; axis++) {
      origin[axis][k] = mentors->origin[3 * (int64_t)(first + k) + axis];
      from[axis][k] = own[axis];
    }
  }
  for (int32_t axis = 0; axis < 3; axis++) {
    run->origin[axis] = _mm512_load_si512(origin[axis]);
    run->from[axis] = _mm512_load_ps(from[axis]);
  }
}

// The difference of offsets of eight mentors from the mentee's, as distance_scores had it: what is in columns there is made
// again from the place.
KERNEL __m512 difference_again(const run_places *run, int32_t axis, __m256i chunk, __m256i place, __m256 metre) {
  const __m512i which = _mm512_zextsi256_si512(chunk);
  const __m256i origin = _mm512_castsi512_si256(_mm512_permutexvar_epi32(which, run->origin[axis]));
  const __m256 from = _mm512_castps512_ps256(_mm512_permutexvar_ps(which, run->from[axis]));
  const __m256 offset = _mm256_mul_ps(_mm256_cvtepi32_ps(_mm256_sub_epi32(place, origin)), metre);
  return _mm512_zextps256_ps512(_mm256_sub_ps(offset, from));
}

// The weighted points of eight mentors at so many whole metres.
KERNEL __m256i worth_of(const way_constants *w, bool is_near, __m512 whole) {
  return _mm512_castsi512_si256(_mm512_madd_epi16(_mm512_cvttps_epi32(curve_points(w, is_near, whole)), w->weight));
}

// Settles the ways to mentors given as numbers in a run of mentors that begins at `start`; see doubts.h. What 32 bits took the
// ways to be worth is computed once more: only few are in doubt, and to keep it of all costs more.
KERNEL void settle_members(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const way_constants *w, bool is_near,
    const run_places *run, int32_t start, const int32_t *members, int32_t count, int32_t *scores) {
  const cscoring_curve *curve = mentee->curve;
  const double r2 = 6371008.8 * 6371008.8, metre = 1 / (double)curve->units_per_metre;
  const __m256 short_metre = _mm256_set1_ps(1 / curve->units_per_metre);
  const __m256i own_x = _mm256_set1_epi32(mentee->x), own_y = _mm256_set1_epi32(mentee->y);
  const __m256i own_z = _mm256_set1_epi32(mentee->z), own_limit = _mm256_set1_epi32(mentee->limit);
  for (int32_t k = 0; k < count; k += 8) {
    const __mmask8 all = (__mmask8)(count - k < 8 ? (1u << (count - k)) - 1 : 255);
    const __m256i chunk = _mm256_srli_epi32(_mm256_loadu_si256((const __m256i *)(members + k)), 9);
    // Four by four, x, y, z and limit change places with mentors.
    __m256i pair[4];
    for (int32_t i = 0; i < 4; i++) {
      const __m128i low = _mm_load_si128((const __m128i *)mentors->places_and_limits + start + members[k + i]);
      const __m128i high = _mm_load_si128((const __m128i *)mentors->places_and_limits + start + members[k + i + 4]);
      pair[i] = _mm256_inserti128_si256(_mm256_castsi128_si256(low), high, 1);
    }
    const __m256i low02 = _mm256_unpacklo_epi32(pair[0], pair[2]), low13 = _mm256_unpacklo_epi32(pair[1], pair[3]);
    const __m256i high02 = _mm256_unpackhi_epi32(pair[0], pair[2]), high13 = _mm256_unpackhi_epi32(pair[1], pair[3]);
    const __m256i place_x = _mm256_unpacklo_epi32(low02, low13), place_y = _mm256_unpackhi_epi32(low02, low13);
    const __m256i place_z = _mm256_unpacklo_epi32(high02, high13);
    const __m256i limit = _mm256_min_epi32(_mm256_unpackhi_epi32(high02, high13), own_limit);
    const __m512d x = _mm512_cvtepi32_pd(_mm256_sub_epi32(place_x, own_x));
    const __m512d y = _mm512_cvtepi32_pd(_mm256_sub_epi32(place_y, own_y));
    const __m512d z = _mm512_cvtepi32_pd(_mm256_sub_epi32(place_z, own_z));
    const __m512d square = _mm512_mul_pd(
        _mm512_fmadd_pd(x, x, _mm512_fmadd_pd(y, y, _mm512_mul_pd(z, z))), _mm512_set1_pd(metre * metre));
    const __m512d chord = _mm512_sqrt_pd(square);
    const __m512d series =
        _mm512_fmadd_pd(square, _mm512_set1_pd(3.0 / 640 / r2 / r2), _mm512_set1_pd(1.0 / 24 / r2));
    const __m512d metres = _mm512_fmadd_pd(_mm512_mul_pd(chord, square), series, chord);
    const __m512d rest = _mm512_reduce_pd(metres, 0x08);
    const __m512d whole = _mm512_sub_pd(metres, rest);
    // Whose whole metres 64 bits tell, who live near enough, and whose ways are worth what 32 bits took them for.
    __mmask8 known = _mm512_mask_cmp_pd_mask(
        all, _mm512_abs_pd(rest), _mm512_set1_pd(least_precise_doubt(curve, is_near)), _CMP_LT_OQ);
    known = _mm512_mask_cmp_pd_mask(known, metres, _mm512_set1_pd(400000), _CMP_LT_OQ);
    const __m256i whole_metres = _mm512_cvtpd_epi32(whole);
    __mmask8 same = _mm256_mask_cmple_epi32_mask(known, whole_metres, limit);
    const __m256i worth = worth_of(w, is_near, _mm512_zextps256_ps512(_mm512_cvtpd_ps(whole)));
    const __m512 short_length = length_of(
        w, is_near, difference_again(run, 0, chunk, place_x, short_metre),
        difference_again(run, 1, chunk, place_y, short_metre), difference_again(run, 2, chunk, place_z, short_metre));
    __m512 short_rest;
    const __m256i before = worth_of(w, is_near, whole_of(short_length, &short_rest));
    same = _mm256_mask_cmpeq_epi32_mask(same, worth, before);
    if (w->is_delicate) same = known = 0;
    if (same == all) continue;
    _Alignas(32) int32_t lengths[8], were[8];
    _mm256_store_si256((__m256i *)lengths, whole_metres);
    _mm256_store_si256((__m256i *)were, before);
    correct_scores(
        mentors, mentee, start, members + k, (uint32_t)(all & ~same), known, lengths, were, scores);
  }
}

// Settles the doubts about a run of chunks.
KERNEL void settle_scores(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const way_constants *w, bool is_near, int32_t first,
    int32_t chunk_count, const uint64_t *doubtful, int32_t *scores) {
  enum { ROOM = 128 };
  int32_t members[ROOM + 64 + 7];
  int32_t count = 0;
  run_places run;
  load_run_places(mentors, mentee, first, chunk_count, &run);
  const int32_t start = first * CSCORING_CHUNK;
  for (int32_t word = 0; word < chunk_count * CSCORING_CHUNK_WORDS; word++) {
    count = list_bits(doubtful[word], 64 * word, members, count);
    if (count > ROOM) {
      for (int32_t i = 0; i < 7; i++) members[count + i] = 0;
      settle_members(mentors, mentee, w, is_near, &run, start, members, count, scores);
      count = 0;
    }
  }
  for (int32_t i = 0; i < 7; i++) members[count + i] = 0;
  settle_members(mentors, mentee, w, is_near, &run, start, members, count, scores);
}
