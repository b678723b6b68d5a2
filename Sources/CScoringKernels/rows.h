// The passes over a row's chunks, the same for every instruction set: included after score_chunk, chunk_lanes and
// row_constants are defined. SCORE_NAME is the kernel's entry point.

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
  for (int32_t chunk = first_chunk; chunk < end_chunk; chunk++, scores += CSCORING_CHUNK) {
    const bool is_far = mentee->may_meet_in_person && is_chunk_far(mentors, mentee, chunk);
    if (find_possible(mentee, chunk, is_far, &lanes.bits, spoken) &&
        find_common_time(mentors, mentee, chunk, mentee->minimum_blocks, &lanes.bits)) {
      find_sector_values(mentee, chunk, 0, &lanes.bits);
      score_chunk(mentors, mentee, &row, chunk, &lanes, scores);
    } else {
      for (int32_t i = 0; i < CSCORING_CHUNK; i++) scores[i] = -1;
    }
  }
}
