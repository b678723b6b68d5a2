import Dispatch

/// Runs the body on as many threads of their own at once, and waits for all.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  let group = DispatchGroup()
  for index in 0..<count {
    DispatchQueue(label: "thread \(index)").async(group: group) { body(index) }
  }
  group.wait()
}

/// Runs bodies of several threads one after the other. For what they write to a shared `Mutex`: the thread sanitizer sees what
/// queues order, but not the system call inside a `Mutex`, and would report a race where there is none.
func inTurn(_ body: () -> Void) { turns.sync(execute: body) }

private let turns = DispatchQueue(label: "turns")
