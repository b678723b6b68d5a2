// One solve of a mixed-integer linear program by GLPK, from model to values, in a single call.
//
// GLPK ends the process on bad input, on a failed assertion and on its memory limit. Here the whole solve runs in C
// under a guard, so that each of those becomes the status CGLPK_ABORTED. Nothing of GLPK is left behind on the thread,
// and nothing is printed. Calls on different threads are independent.
//
// The caller validates first: GLPK reports many bad models (a NaN in the objective, for one) as optimal.
#ifndef CGLPK_H
#define CGLPK_H

#include <stdbool.h>
#include <stdint.h>

// How large the model is, and which way it is optimised.
typedef struct {
  bool maximise;
  int32_t column_count;
  int32_t row_count;
  int32_t entry_count;
  double objective_constant;
} cglpk_shape;

// A variable. Without a bound: -INFINITY or INFINITY.
typedef struct {
  double lower;
  double upper;
  double objective;
  bool is_integer;
} cglpk_column;

// A constraint: lower <= sum of its entries <= upper.
typedef struct {
  double lower;
  double upper;
} cglpk_row;

// Families of cuts, to be added up.
typedef enum {
  CGLPK_CUTS_GOMORY = 1,
  CGLPK_CUTS_ROUNDING = 2,  // mixed-integer rounding
  CGLPK_CUTS_COVER = 4,
  CGLPK_CUTS_CLIQUE = 8,
} cglpk_cuts;

typedef struct {
  int64_t time_limit_ms;    // negative: none
  int32_t memory_limit_mb;  // 0: none
  int64_t node_limit;       // nodes of branch and bound; 0: none
  double relative_gap;      // stop when |incumbent - bound| <= gap * |incumbent|; 0: prove the optimum
  bool presolve;            // GLPK's presolver; it solves the root relaxation unasked, so stopping waits for that
  uint32_t cuts;            // a sum of cglpk_cuts
  bool has_start;           // start holds a feasible solution, which branch and bound then improves; not with presolve
  // Asked every few milliseconds during the root relaxation and at every step of branch and bound; answering true
  // stops the solve. Must return normally. NULL: never.
  bool (*should_stop)(void *context);
  void *context;
} cglpk_options;

typedef enum __attribute__((enum_extensibility(closed))) {
  CGLPK_STATUS_OPTIMAL,
  CGLPK_STATUS_FEASIBLE,               // stopped early with a solution; see stop and bound
  CGLPK_STATUS_STOPPED,                // stopped early without a solution; see stop
  CGLPK_STATUS_INFEASIBLE_RELAXATION,  // infeasible even without the integer conditions
  CGLPK_STATUS_INFEASIBLE_INTEGERS,    // the relaxation is feasible, branch and bound found no integer point
  CGLPK_STATUS_UNBOUNDED,              // the relaxation is unbounded
  CGLPK_STATUS_FAILED,                 // GLPK gave up with failure_code (a GLP_E... number)
  CGLPK_STATUS_ABORTED,                // GLPK would have ended the process; see message
  CGLPK_STATUS_BUSY,                   // somebody else's GLPK objects live on this thread
  CGLPK_STATUS_NO_MEMORY,
} cglpk_status;

typedef enum __attribute__((enum_extensibility(closed))) {
  CGLPK_STOP_NONE,
  CGLPK_STOP_TIME_LIMIT,
  CGLPK_STOP_CANCELLED,
  CGLPK_STOP_GAP_REACHED,
  CGLPK_STOP_NODE_LIMIT,
} cglpk_stop;

typedef struct {
  cglpk_status status;
  cglpk_stop stop;
  bool has_bound;
  double bound;  // no solution is better than this
  int32_t failure_code;
} cglpk_result;

// Solves the model. All arrays are read or written only during the call.
//
// columns, rows             shape.column_count and shape.row_count elements
// column_names, row_names   as many texts, one after the other, each ended by a zero byte
// entry_row, _column, _value  shape.entry_count + 1 elements: GLPK counts rows, columns and entries from 1, and element 0
//                           is unused
// start                     shape.column_count elements when options.has_start, otherwise not read
// values                    shape.column_count elements; holds the solution when the status is OPTIMAL or FEASIBLE
// message                   message_capacity > 0 bytes; holds GLPK's last words, ended by a zero byte, when ABORTED
cglpk_result cglpk_solve(cglpk_shape shape, const cglpk_column *columns, const char *column_names,
                         const cglpk_row *rows, const char *row_names, const int32_t *entry_row,
                         const int32_t *entry_column, const double *entry_value, cglpk_options options,
                         const double *start, double *values, char *message, int32_t message_capacity);

// A model read from a file. All arrays are owned by the model; names as in cglpk_solve, entries counted from 1.
typedef struct {
  cglpk_shape shape;
  cglpk_column *columns;
  char *column_names;
  cglpk_row *rows;
  char *row_names;
  int32_t *entry_row;
  int32_t *entry_column;
  double *entry_value;
} cglpk_model;

typedef enum __attribute__((enum_extensibility(closed))) {
  CGLPK_READ_DONE,
  CGLPK_READ_REFUSED,  // the file cannot be read or is no such model; see message
  CGLPK_READ_ABORTED,  // GLPK would have ended the process; see message
  CGLPK_READ_BUSY,
  CGLPK_READ_NO_MEMORY,
} cglpk_read_status;

// Reads a model in MPS format, free or fixed. When the status is DONE, cglpk_free_model must be called; otherwise the
// model is empty. message as in cglpk_solve.
cglpk_read_status cglpk_read_mps(const char *path, bool is_free, cglpk_model *model, char *message,
                                 int32_t message_capacity);

void cglpk_free_model(cglpk_model *model);

#endif
