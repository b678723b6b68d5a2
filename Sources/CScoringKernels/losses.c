// What a row's criteria can give at most, and by how much each value falls short of it. No vector code here.
#include "CScoringKernels.h"

static uint8_t steps(int32_t loss) {
  const int32_t whole = (loss > 0 ? loss : 0) >> CSCORING_STEP_SHIFT;
  return (uint8_t)(whole < 255 ? whole : 255);
}

static int32_t greatest(const int32_t *values, int32_t count) {
  int32_t most = values[0];
  for (int32_t i = 1; i < count; i++) if (values[i] > most) most = values[i];
  return most;
}

void cscoring_find_losses(const cscoring_mentee *mentee, cscoring_losses *losses) {
  losses->level = 0;
  for (int32_t level = mentee->lowest_level; level < CSCORING_LEVELS; level++) {
    if (mentee->language_end[level] > mentee->language_end[level - 1]) losses->level = mentee->level_score[level];
  }
  const int32_t slots = mentee->slot_count < 63 ? mentee->slot_count : 63;
  losses->blocks = mentee->block_score[mentee->block_limit];
  losses->half_hours = mentee->half_hour_score[slots];
  losses->sector = mentee->sector_score[mentee->sector_value_count];
  losses->in_person = greatest(mentee->in_person_score, CSCORING_SKILLS);
  losses->online = mentee->may_meet_online ? greatest(mentee->online_score, CSCORING_SKILLS) : -1;

  // Codes that no pair has may be worth more than the best that a pair can have: they lose nothing.
  for (int32_t code = 0; code < 16; code++) {
    losses->level_loss[code] = steps(losses->level - mentee->level_score[code]);
    losses->block_loss[code] = steps(losses->blocks - mentee->block_score[code]);
    losses->online_loss[code] = steps(losses->online - mentee->online_score[code]);
  }
  for (int32_t code = 0; code < 64; code++) {
    losses->half_hour_loss[code] = steps(losses->half_hours - mentee->half_hour_score[code]);
    losses->sector_loss[code] = steps(losses->sector - mentee->sector_score[code]);
  }
}
