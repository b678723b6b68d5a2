import Dispatch

/// Runs the body on as many threads of their own at once, and waits for all.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  let group = DispatchGroup()
  for index in 0..<count {
    DispatchQueue(label: "thread \(index)").async(group: group) { body(index) }
  }
  group.wait()
}
