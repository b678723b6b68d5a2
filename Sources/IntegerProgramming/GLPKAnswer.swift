internal import CGLPK

/// What the C shim returned, not yet trusted.
struct GLPKAnswer {
  let result: cglpk_result
  let values: [Double]
  let message: String

  /// The answer in the terms of the program, with its solution verified.
  func outcome(for program: IntegerProgram) throws(IntegerProgramError) -> IntegerProgramOutcome {
    switch result.status {
    case .CGLPK_STATUS_OPTIMAL: return .optimal(try program.verified(values))
    case .CGLPK_STATUS_FEASIBLE:
      return .feasible(try program.verified(values), bound: result.bound, reason: try stopReason())
    case .CGLPK_STATUS_STOPPED: return .stopped(reason: try stopReason(), bound: result.has_bound ? result.bound : nil)
    case .CGLPK_STATUS_INFEASIBLE_RELAXATION: return .infeasible(.relaxation)
    case .CGLPK_STATUS_INFEASIBLE_INTEGERS: return .infeasible(.branchAndBound)
    case .CGLPK_STATUS_UNBOUNDED: return .unbounded
    case .CGLPK_STATUS_FAILED: throw .solverFailed(code: Int(result.failure_code))
    case .CGLPK_STATUS_ABORTED: throw .solverAborted(message: message.split(separator: "\n").joined(separator: "; "))
    case .CGLPK_STATUS_BUSY: throw .solverBusy
    case .CGLPK_STATUS_NO_MEMORY: throw .outOfMemory
    }
  }

  private func stopReason() throws(IntegerProgramError) -> IntegerProgramOutcome.StopReason {
    switch result.stop {
    case .CGLPK_STOP_TIME_LIMIT: .timeLimit
    case .CGLPK_STOP_CANCELLED: .cancelled
    case .CGLPK_STOP_GAP_REACHED: .gapReached
    case .CGLPK_STOP_NODE_LIMIT: .nodeLimit
    case .CGLPK_STOP_NONE: throw .solverFailed(code: Int(result.failure_code))
    }
  }
}
