// The passes over a row's chunks, the same for every instruction set: included after score_candidates, finish_scores,
// chunk_lanes and row_constants are defined. SCORE_NAME is the kernel's entry point.

void SCORE_NAME(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t first_chunk, int32_t end_chunk,
    int32_t *scores) KERNEL_TARGET;

void SCORE_NAME(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t first_chunk, int32_t end_chunk,
    int32_t *scores) {
  row_constants row;
  load_row_constants(mentee, &row);
  chunk_lanes lanes;
  plane spoken[CSCORING_LEVELS];
  _Alignas(64) uint64_t doubtful[RUN * CSCORING_CHUNK_WORDS];
  for (int32_t first = first_chunk; first < end_chunk; first += RUN, scores += RUN * CSCORING_CHUNK) {
    const int32_t count = end_chunk - first < RUN ? end_chunk - first : RUN;
    for (int32_t k = 0; k < count; k++) {
      const int32_t chunk = first + k;
      const chunk_scores own = {scores + k * CSCORING_CHUNK, doubtful + k * CSCORING_CHUNK_WORDS};
      const bool is_far = mentee->may_meet_in_person && is_chunk_far(mentors, mentee, chunk);
      if (find_possible(mentee, chunk, is_far, &lanes.bits, spoken) &&
          find_common_time(mentors, mentee, chunk, mentee->minimum_blocks, &lanes.bits)) {
        find_sector_values(mentee, chunk, &lanes.bits);
        spread_codes(mentee, &lanes);
        score_candidates(mentors, mentee, &row, chunk, &lanes, &own);
      } else {
        for (int32_t i = 0; i < CSCORING_CHUNK; i++) own.scores[i] = -1;
        for (int32_t i = 0; i < CSCORING_CHUNK_WORDS; i++) own.doubtful[i] = 0;
      }
    }
    const chunk_scores run = {scores, doubtful};
    finish_scores(mentors, mentee, &row, first, count, &run);
  }
}
