// The distances that 32-bit arithmetic cannot decide, one by one. No vector code here.
#ifndef CSCORINGKERNELS_EXACT_H
#define CSCORINGKERNELS_EXACT_H

#include "CScoringKernels.h"

// The great-circle distance in whole metres, as the plain scorer has it.
int64_t cscoring_exact_metres(const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t position);

// The curve's points of a distance.
int32_t cscoring_points(const cscoring_curve *curve, int64_t metres);

#endif
