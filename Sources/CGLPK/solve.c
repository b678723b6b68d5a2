#include "CGLPK.h"

#if __has_include(<glpk.h>)
#include <glpk.h>
#else
#error "GLPK is missing: run .ci/setup (apt-get install libglpk-dev)"
#endif

#include <float.h>
#include <limits.h>
#include <math.h>
#include <setjmp.h>
#include <stddef.h>
#include <string.h>
#include <time.h>

// How much the root relaxation does before the caller is asked whether to go on, in entries of the matrix passed over by
// iterations: about a millisecond, and at least one iteration. Asking changes nothing about the path taken.
enum { entries_between_questions = 500000, most_iterations_between = 200 };

// Beyond so many entries GLPK's tightening of bounds before each node is left out. It asks nobody while it runs, and at the
// root of a program of 50 000 pairs under rules it took a second to find nothing.
enum { most_preprocessed_entries = 60000 };

// Integer values, and objectives compared in branch and bound. GLPK's own relative 1e-7 prunes solutions that are
// better by 1 once objectives exceed 10 000 000.
static const double integer_tolerance = 1e-6;
static const double objective_tolerance = 1e-12;

typedef struct {
  cglpk_shape shape;
  const cglpk_column *columns;
  const char *column_names;
  const cglpk_row *rows;
  const char *row_names;
  const int32_t *entry_row;
  const int32_t *entry_column;
  const double *entry_value;
} model;

// Everything one solve needs. It lives outside the function that calls setjmp, so its members keep their values.
typedef struct {
  model model;
  cglpk_options options;
  const double *start;
  double *values;
  char *message;
  size_t message_capacity;
  size_t message_length;
  int64_t start_ms;
  bool is_asking_in_simplex;
  bool is_in_line;
  bool has_offered_start;
  int64_t node_count;
  cglpk_result result;
  jmp_buf escape;
} session;

static int64_t now_ms(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

// Milliseconds left, at most INT_MAX.
static int remaining_ms(const session *s) {
  if (s->options.time_limit_ms < 0) return INT_MAX;
  int64_t left = s->options.time_limit_ms - (now_ms() - s->start_ms);
  if (left <= 0) return 0;
  return left < INT_MAX ? (int)left : INT_MAX;
}

// Why to stop now, or CGLPK_STOP_NONE.
static cglpk_stop stop_wanted(const session *s) {
  if (s->options.should_stop && s->options.should_stop(s->options.context)) return CGLPK_STOP_CANCELLED;
  return remaining_ms(s) == 0 ? CGLPK_STOP_TIME_LIMIT : CGLPK_STOP_NONE;
}

// What brings a solve back to where it began: an error, or the wish to stop inside the simplex method.
enum { escape_aborted = 1, escape_stopped };

// GLPK's hook for terminal output: keeps the text and, by returning 1, prints nothing. (Its own switch for silence is
// turned back on before an error message.) Before the final error there is hardly any text, as messages are off.
//
// Except in the root relaxation: there the simplex method is made to print a line every few iterations, because this hook is
// the only code of ours that then runs, and the caller is asked here. Nothing of the solve is needed after a stop, so it is
// left by a jump, as after an error.
static int keep_text(void *info, const char *text) {
  session *s = info;
  if (s->is_asking_in_simplex && (s->is_in_line || strstr(text, ": obj"))) {
    // A line comes in several parts.
    if (!s->is_in_line) s->result.stop = stop_wanted(s);
    if (s->result.stop != CGLPK_STOP_NONE) longjmp(s->escape, escape_stopped);
    s->is_in_line = !strchr(text, '\n');
    return 1;
  }
  size_t length = strlen(text);
  if (s->message_length + length >= s->message_capacity) length = s->message_capacity - 1 - s->message_length;
  memcpy(s->message + s->message_length, text, length);
  s->message_length += length;
  s->message[s->message_length] = 0;
  return 1;
}

// GLPK's hook before it ends the process.
static void leave(void *info) {
  session *s = info;
  longjmp(s->escape, escape_aborted);
}

// The bounds of a row or column in GLPK's terms: an infinite or equal pair needs a type of its own.
static int bound_type(double lower, double upper) {
  if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
  if (isinf(upper)) return GLP_LO;
  return lower == upper ? GLP_FX : GLP_DB;
}

static glp_prob *build(const model *m) {
  glp_prob *problem = glp_create_prob();
  glp_set_obj_dir(problem, m->shape.maximise ? GLP_MAX : GLP_MIN);
  glp_set_obj_coef(problem, 0, m->shape.objective_constant);
  // GLPK aborts when asked to add nothing.
  if (m->shape.column_count > 0) glp_add_cols(problem, m->shape.column_count);
  const char *name = m->column_names;
  for (int j = 1; j <= m->shape.column_count; j++, name += strlen(name) + 1) {
    const cglpk_column *column = &m->columns[j - 1];
    glp_set_col_name(problem, j, name);
    glp_set_col_bnds(problem, j, bound_type(column->lower, column->upper), column->lower, column->upper);
    glp_set_obj_coef(problem, j, column->objective);
    glp_set_col_kind(problem, j, column->is_integer ? GLP_IV : GLP_CV);
  }
  if (m->shape.row_count > 0) glp_add_rows(problem, m->shape.row_count);
  name = m->row_names;
  for (int i = 1; i <= m->shape.row_count; i++, name += strlen(name) + 1) {
    const cglpk_row *row = &m->rows[i - 1];
    glp_set_row_name(problem, i, name);
    glp_set_row_bnds(problem, i, bound_type(row->lower, row->upper), row->lower, row->upper);
  }
  glp_load_matrix(problem, m->shape.entry_count, m->entry_row, m->entry_column, m->entry_value);
  return problem;
}

// Solves the relaxation and says whether branch and bound may start. Primal simplex, because GLPK's dual simplex needs a
// hundred times as long on assignment problems.
static bool solve_relaxation(session *s, glp_prob *problem) {
  s->result.stop = stop_wanted(s);
  if (s->result.stop != CGLPK_STOP_NONE) {
    s->result.status = CGLPK_STATUS_STOPPED;
    return false;
  }
  glp_smcp parameters;
  glp_init_smcp(&parameters);
  parameters.meth = GLP_PRIMAL;
  // A line of output is a question: see keep_text.
  parameters.msg_lev = GLP_MSG_ON;
  parameters.out_dly = 0;
  int passed = s->model.shape.entry_count + 10 * s->model.shape.row_count + 1000;
  int iterations = entries_between_questions / passed;
  parameters.out_frq = iterations < 1 ? 1 : iterations < most_iterations_between ? iterations : most_iterations_between;
  s->is_asking_in_simplex = true;
  int code = glp_simplex(problem, &parameters);
  s->is_asking_in_simplex = false;

  s->result.failure_code = code;
  s->result.status = CGLPK_STATUS_FAILED;
  if (code != 0) return false;
  switch (glp_get_status(problem)) {
    case GLP_OPT:
      s->result.has_bound = true;
      s->result.bound = glp_get_obj_val(problem);
      return true;
    case GLP_NOFEAS:
      s->result.status = CGLPK_STATUS_INFEASIBLE_RELAXATION;
      return false;
    case GLP_UNBND:
      s->result.status = CGLPK_STATUS_UNBOUNDED;
      return false;
    default:
      return false;
  }
}

// GLPK's hook at every step of branch and bound. Time and gap are watched here rather than by GLPK, so that the bound
// can be read while the tree still exists. Reading it visits every open node, hence only where a node is chosen.
static void watch(glp_tree *tree, void *info) {
  session *s = info;
  if (s->result.stop != CGLPK_STOP_NONE) return;
  if (s->options.has_start && !s->has_offered_start && glp_ios_reason(tree) == GLP_IHEUR) {
    s->has_offered_start = true;
    // GLPK counts columns from 1 and does not read element 0.
    glp_ios_heur_sol(tree, s->start - 1);
  }
  cglpk_stop stop = stop_wanted(s);
  if (stop == CGLPK_STOP_NONE && s->options.node_limit > 0 && glp_ios_reason(tree) == GLP_ISELECT &&
      ++s->node_count > s->options.node_limit) {
    stop = CGLPK_STOP_NODE_LIMIT;
  }
  bool has_incumbent = glp_mip_status(glp_ios_get_prob(tree)) == GLP_FEAS;
  if (stop == CGLPK_STOP_NONE && has_incumbent && s->options.relative_gap > 0 &&
      glp_ios_reason(tree) == GLP_ISELECT && glp_ios_mip_gap(tree) <= s->options.relative_gap) {
    stop = CGLPK_STOP_GAP_REACHED;
  }
  if (stop == CGLPK_STOP_NONE) return;
  s->result.stop = stop;
  int node = glp_ios_best_node(tree);
  if (node != 0) {
    // The root node knows no bound before it is solved; the relaxation's is then the better one.
    double bound = glp_ios_node_bound(tree, node);
    if (s->result.has_bound) bound = s->model.shape.maximise ? fmin(s->result.bound, bound) : fmax(s->result.bound, bound);
    s->result.has_bound = isfinite(bound) && fabs(bound) < DBL_MAX;
    s->result.bound = bound;
  }
  glp_ios_terminate(tree);
}

static void branch_and_bound(session *s, glp_prob *problem) {
  glp_iocp parameters;
  glp_init_iocp(&parameters);
  parameters.msg_lev = GLP_MSG_OFF;
  parameters.tol_int = integer_tolerance;
  parameters.tol_obj = objective_tolerance;
  parameters.presolve = s->options.presolve ? GLP_ON : GLP_OFF;
  parameters.gmi_cuts = s->options.cuts & CGLPK_CUTS_GOMORY ? GLP_ON : GLP_OFF;
  parameters.mir_cuts = s->options.cuts & CGLPK_CUTS_ROUNDING ? GLP_ON : GLP_OFF;
  parameters.cov_cuts = s->options.cuts & CGLPK_CUTS_COVER ? GLP_ON : GLP_OFF;
  parameters.clq_cuts = s->options.cuts & CGLPK_CUTS_CLIQUE ? GLP_ON : GLP_OFF;
  if (s->model.shape.entry_count > most_preprocessed_entries) parameters.pp_tech = GLP_PP_NONE;
  // Without presolve the root is solved already, and the callback watches the clock.
  if (s->options.presolve) parameters.tm_lim = remaining_ms(s);
  parameters.cb_func = watch;
  parameters.cb_info = s;
  int code = glp_intopt(problem, &parameters);
  s->result.failure_code = code;
  int found = glp_mip_status(problem);
  if (code == 0) {
    s->result.stop = CGLPK_STOP_NONE;
    s->result.status = found == GLP_OPT      ? CGLPK_STATUS_OPTIMAL
                       : found == GLP_NOFEAS ? CGLPK_STATUS_INFEASIBLE_INTEGERS
                                             : CGLPK_STATUS_FAILED;
  } else if (code == GLP_ESTOP || code == GLP_ETMLIM) {
    if (code == GLP_ETMLIM) s->result.stop = CGLPK_STOP_TIME_LIMIT;
    s->result.status = found == GLP_FEAS ? CGLPK_STATUS_FEASIBLE : CGLPK_STATUS_STOPPED;
  } else if (code == GLP_ENOPFS) {
    s->result.status = CGLPK_STATUS_INFEASIBLE_RELAXATION;
  } else if (code == GLP_ENODFS) {
    s->result.status = CGLPK_STATUS_UNBOUNDED;
  } else {
    s->result.status = CGLPK_STATUS_FAILED;
  }
}

static void solve(session *s) {
  if (s->options.memory_limit_mb > 0) glp_mem_limit(s->options.memory_limit_mb);
  glp_prob *problem = build(&s->model);
  bool has_integers = glp_get_num_int(problem) > 0;
  if (has_integers && s->options.presolve) {
    s->result.stop = stop_wanted(s);
    s->result.status = CGLPK_STATUS_STOPPED;
    if (s->result.stop != CGLPK_STOP_NONE) return;
  } else if (!solve_relaxation(s, problem)) {
    return;
  }
  if (has_integers) {
    branch_and_bound(s, problem);
  } else {
    s->result.status = CGLPK_STATUS_OPTIMAL;
  }
  if (s->result.status != CGLPK_STATUS_OPTIMAL && s->result.status != CGLPK_STATUS_FEASIBLE) return;
  for (int j = 0; j < s->model.shape.column_count; j++) {
    s->values[j] = has_integers ? glp_mip_col_val(problem, j + 1) : glp_get_col_prim(problem, j + 1);
  }
}

// Returns here, with the status set, when GLPK would have ended the process or the simplex method was left. The session is
// reached through a pointer that does not change, so nothing in this function can be lost by the jump.
static void solve_guarded(session *s) {
  switch (setjmp(s->escape)) {
    case 0:
      solve(s);
      break;
    case escape_stopped:
      s->result = (cglpk_result){.status = CGLPK_STATUS_STOPPED, .stop = s->result.stop};
      break;
    default:
      s->result = (cglpk_result){.status = CGLPK_STATUS_ABORTED};
      break;
  }
}

cglpk_result cglpk_solve(cglpk_shape shape, const cglpk_column *columns, const char *column_names,
                         const cglpk_row *rows, const char *row_names, const int32_t *entry_row,
                         const int32_t *entry_column, const double *entry_value, cglpk_options options,
                         const double *start, double *values, char *message, int32_t message_capacity) {
  session s = {
      .model = {shape, columns, column_names, rows, row_names, entry_row, entry_column, entry_value},
      .options = options,
      .start = start,
      .values = values,
      .message = message,
      .message_capacity = (size_t)message_capacity,
      .start_ms = now_ms(),
  };
  message[0] = 0;
  switch (glp_init_env()) {
    case 0:
      break;
    case 1:
      s.result.status = CGLPK_STATUS_BUSY;
      return s.result;
    default:
      s.result.status = CGLPK_STATUS_NO_MEMORY;
      return s.result;
  }
  glp_term_hook(keep_text, &s);
  glp_error_hook(leave, &s);
  solve_guarded(&s);
  // Frees the problem with everything else; after an abort nothing else of GLPK may be called.
  glp_free_env();
  return s.result;
}
