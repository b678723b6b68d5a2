// For any machine.
#define KERNEL_TARGET
#define KERNEL(name) cassignment_##name##_baseline
#include "lanes.h"
