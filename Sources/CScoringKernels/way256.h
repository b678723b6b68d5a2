// AVX2: the ways from a mentee to the mentors of a chunk, eight at a time, and their doubts; see way512.h and settle512.h. Included
// by avx2.c.

// What the distances of a mentee's row have in common; see way512.h. Computed once: the compiler would do it again for every
// group.
typedef struct {
  __m256i weight;
  __m256 third_order, cells_per_metre, last_cell;
  // The curve's stretches, each once.
  __m256i segment_of_low_cell, segment_of_high_cell;
  __m256 slope, intercept;
  bool is_simple;  // near, with few stretches and no delicate points
} way_constants;

// And what those to one chunk have.
typedef struct {
  __m256 x, y, z, reach, least_doubt;
} chunk_constants;

KERNEL void load_chunk_constants(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t chunk, chunk_constants *c) {
  float from[3];
  find_offsets(mentors, mentee, chunk, from);
  c->x = _mm256_set1_ps(from[0]);
  c->y = _mm256_set1_ps(from[1]);
  c->z = _mm256_set1_ps(from[2]);
  c->reach = _mm256_set1_ps(reach_in_chunk(mentors, mentee, chunk));
  c->least_doubt = _mm256_set1_ps(0.5f - mentors->offset_error[chunk]);
}

// The stretches of the curve by cell, when there are no more than eight.
KERNEL bool load_segments(const cscoring_curve *curve, way_constants *w) {
  float slope[8] = {0}, intercept[8] = {0};
  _Alignas(32) uint8_t segment[32] = {0};
  int32_t last = 0;
  slope[0] = curve->slope[0];
  intercept[0] = curve->intercept[0];
  for (int32_t cell = 1; cell < curve->cell_count; cell++) {
    if (curve->slope[cell] != slope[last] || curve->intercept[cell] != intercept[last]) {
      if (++last == 8) return false;
      slope[last] = curve->slope[cell];
      intercept[last] = curve->intercept[cell];
    }
    segment[cell] = (uint8_t)last;
  }
  // The last cell goes on for ever.
  for (int32_t cell = curve->cell_count; cell < 32; cell++) segment[cell] = (uint8_t)last;
  w->slope = _mm256_loadu_ps(slope);
  w->intercept = _mm256_loadu_ps(intercept);
  w->segment_of_low_cell = _mm256_broadcastsi128_si256(_mm_load_si128((const __m128i *)segment));
  w->segment_of_high_cell = _mm256_broadcastsi128_si256(_mm_load_si128((const __m128i *)(segment + 16)));
  return true;
}

// The upper bytes of the cells are 0, so that those of the low segments are those of cell 0: 0, too; those of the high ones
// are cleared by their highest bit.
KERNEL __m256i segments_of_cells(const way_constants *w, __m256i cell) {
  const __m256i low = _mm256_add_epi32(cell, _mm256_set1_epi32(0x70));
  const __m256i high = _mm256_sub_epi8(cell, _mm256_set1_epi8(16));
  return _mm256_or_si256(
      _mm256_shuffle_epi8(w->segment_of_low_cell, low), _mm256_shuffle_epi8(w->segment_of_high_cell, high));
}

KERNEL void load_way_constants(const cscoring_mentee *mentee, way_constants *w) {
  const cscoring_curve *curve = mentee->curve;
  w->weight = _mm256_set1_epi32(curve->weight);
  w->third_order = _mm256_set1_ps((float)(1.0 / 24 / 6371008.8 / 6371008.8));
  w->cells_per_metre = _mm256_set1_ps(curve->cells_per_metre);
  w->last_cell = _mm256_set1_ps((float)(curve->cell_count - 1));
  w->is_simple = load_segments(curve, w) && is_row_near(mentee);
}

// The 32-bit lengths of the ways to a chunk's mentors, as length_of of way512.h has them. A loop of their own: a root takes so
// long that with all that follows it only two or three would be under way at a time.
KERNEL void find_lengths(
    const cscoring_mentors *mentors, const way_constants *w, const chunk_constants *c, int32_t start, bool is_near,
    float *lengths) {
  for (int32_t i = 0; i < CSCORING_CHUNK; i += 8) {
    const __m256 dx = _mm256_sub_ps(_mm256_load_ps(mentors->offset_x + start + i), c->x);
    const __m256 dy = _mm256_sub_ps(_mm256_load_ps(mentors->offset_y + start + i), c->y);
    const __m256 dz = _mm256_sub_ps(_mm256_load_ps(mentors->offset_z + start + i), c->z);
    const __m256 square = _mm256_fmadd_ps(dx, dx, _mm256_fmadd_ps(dy, dy, _mm256_mul_ps(dz, dz)));
    const __m256 chord = _mm256_sqrt_ps(square);
    const __m256 series = _mm256_mul_ps(square, w->third_order);
    __m256 more = chord;
    if (!is_near) {
      more = _mm256_mul_ps(chord, _mm256_fmadd_ps(series, _mm256_set1_ps(2.7f), _mm256_set1_ps(1)));
    }
    _mm256_store_ps(lengths + i, _mm256_fmadd_ps(more, series, chord));
  }
}

// The weighted points of ways of such lengths, as distance_scores of way512.h has them, with the same bounds of error; -1 for those
// beyond the reach. `doubtful` gets whose whole metres 32 bits do not tell, whoever they are.
KERNEL void find_ways(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const way_constants *w, const chunk_constants *c,
    int32_t start, bool is_near, chunk_lanes *lanes, uint8_t *doubtful) {
  const cscoring_curve *const curve = mentee->curve;
  const __m256 positive = _mm256_castsi256_ps(_mm256_set1_epi32(INT32_MAX));
  for (int32_t i = 0; i < CSCORING_CHUNK; i += 8) {
    const __m256 length = _mm256_load_ps(lanes->lengths + i);
    // Added and taken away again, it leaves whole metres.
    const __m256 rounding = _mm256_set1_ps(0x1.8p23f);
    const __m256 whole = _mm256_sub_ps(_mm256_add_ps(length, rounding), rounding);
    const __m256 rest = _mm256_and_ps(_mm256_sub_ps(length, whole), positive);
    const __m256 off = _mm256_fmadd_ps(length, _mm256_set1_ps(relative_doubt(is_near)), rest);
    __m256 doubt = _mm256_cmp_ps(off, c->least_doubt, _CMP_GT_OQ);

    __m256 at = _mm256_mul_ps(whole, w->cells_per_metre);
    if (!is_near) at = _mm256_min_ps(at, w->last_cell);
    const __m256i cell = _mm256_cvttps_epi32(at);
    __m256 points;
    if (is_near) {
      const __m256i segment = segments_of_cells(w, cell);
      points = _mm256_fnmadd_ps(
          _mm256_permutevar8x32_ps(w->slope, segment), whole, _mm256_permutevar8x32_ps(w->intercept, segment));
    } else {
      points = _mm256_fnmadd_ps(
          _mm256_i32gather_ps(curve->slope, cell, 4), whole, _mm256_i32gather_ps(curve->intercept, cell, 4));
    }
    if (!is_near && curve->is_delicate) {
      const __m256 above =
          _mm256_sub_ps(points, _mm256_round_ps(points, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC));
      doubt = _mm256_or_ps(doubt, _mm256_cmp_ps(_mm256_and_ps(above, positive), _mm256_set1_ps(0.01f), _CMP_LT_OQ));
    }
    const __m256 reach = _mm256_min_ps(_mm256_load_ps(mentors->reach + start + i), c->reach);
    const __m256i is_far = _mm256_castps_si256(_mm256_cmp_ps(length, reach, _CMP_GT_OQ));
    // Points and weights fit in 16 bits: one multiplication of halves, the upper ones 0.
    const __m256i way = _mm256_madd_epi16(_mm256_cvttps_epi32(points), w->weight);
    _mm256_store_si256((__m256i *)(lanes->way + i), _mm256_or_si256(way, is_far));
    doubtful[i / 8] = (uint8_t)_mm256_movemask_ps(doubt);
  }
}

// The same for travel times; nobody is in doubt.
KERNEL void find_travel(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t start, chunk_lanes *lanes) {
  for (int32_t i = 0; i < CSCORING_CHUNK; i += 8) {
    const __m256i zone = load_lanes(mentors->zone + start + i);
    const __m256i minutes = _mm256_i32gather_epi32(mentee->minutes_of_zone, zone, 4);
    const __m256i limit = _mm256_min_epi32(load_lanes(mentors->limit + start + i), _mm256_set1_epi32(mentee->limit));
    const __m256i way = _mm256_i32gather_epi32(mentee->score_of_zone, zone, 4);
    _mm256_store_si256((__m256i *)(lanes->way + i), _mm256_or_si256(way, _mm256_cmpgt_epi32(minutes, limit)));
  }
}

// Settles the ways to a chunk's mentors that are in doubt. Scores are written by then, and not read for long: what was changed
// before they were added up would have been read too soon after.
KERNEL void settle_scores(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t chunk, const chunk_lanes *lanes,
    const chunk_scores *out) {
  const cscoring_curve *curve = mentee->curve;
  const double least_doubt = least_precise_doubt(curve, is_row_near(mentee));
  const float cells_per_metre = curve->cells_per_metre;
  const int32_t last_cell = curve->cell_count - 1;
  int32_t members[CSCORING_CHUNK + 3];
  const int32_t count = list_members(out->doubtful, members);
  for (int32_t k = 0; k < count; k++) {
    const int32_t i = members[k], position = chunk * CSCORING_CHUNK + i;
    const double precise = precise_metres(mentors, mentee, position);
    const double whole = __builtin_rint(precise);
    const bool is_known = __builtin_fabs(precise - whole) < least_doubt && precise < 400000 && !curve->is_delicate;
    const int32_t mentor_limit = mentors->places_and_limits[4 * (int64_t)position + 3];
    const int32_t limit = mentor_limit < mentee->limit ? mentor_limit : mentee->limit;
    if (__builtin_expect(is_known && whole <= (double)limit, 1)) {
      int32_t cell = (int32_t)((float)whole * cells_per_metre);
      cell = cell < last_cell ? cell : last_cell;
      const int32_t points = (int32_t)(curve->intercept[cell] - curve->slope[cell] * (float)whole);
      out->scores[i] += curve->weight * points - lanes->way[i];
    } else {
      const int64_t metres = is_known ? (int64_t)whole : cscoring_exact_metres(mentors, mentee, position);
      correct_score(mentors, mentee, position, metres, lanes->way[i], out->scores + i);
    }
  }
}
