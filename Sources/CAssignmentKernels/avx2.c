#if defined(__x86_64__)
#define KERNEL_TARGET __attribute__((target("avx2,bmi,bmi2,popcnt")))
#define KERNEL(name) cassignment_##name##_avx2
#include "lanes.h"
#endif
