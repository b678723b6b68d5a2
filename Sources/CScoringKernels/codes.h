// From planes of codes to one byte per mentor and criterion, for every instruction set. The including file has defined
// chunk_lanes and spread, which does it for a number of planes known when it is compiled.

KERNEL void spread_up_to_six(const plane *planes, bool are_five, uint8_t *codes) {
  if (are_five) {
    spread(planes, 5, codes);
  } else {
    spread(planes, 6, codes);
  }
}

// Each number of planes is compiled for itself: rows with few blocks, half hours or sector values need fewer.
KERNEL void spread_codes(const cscoring_mentee *mentee, chunk_lanes *lanes) {
  const chunk_codes *const codes = &lanes->bits;
  const plane packed[7] = {codes->level[0],  codes->level[1],  codes->level[2], codes->blocks[0],
                           codes->blocks[1], codes->blocks[2], codes->blocks[3]};
  if (mentee->block_limit <= 3) {
    spread(packed, 5, lanes->level_and_blocks);
  } else {
    spread(packed, 7, lanes->level_and_blocks);
  }
  spread_up_to_six(codes->half_hours, has_short_half_hours(mentee), lanes->half_hours);
  spread_up_to_six(codes->sector, mentee->sector_value_count <= 31, lanes->sector);
}
