import Glibc

/// Lets this process have as many files and connections open as the system allows it to.
///
/// - Returns: how many that is; nil if the system does not say.
package func raiseOpenFileLimit() -> Int? {
  let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  var limit = rlimit()
  guard getrlimit(files, &limit) == 0 else { return nil }
  var raised = limit
  raised.rlim_cur = limit.rlim_max
  if setrlimit(files, &raised) == 0 { limit = raised }
  return Int(clamping: limit.rlim_cur)
}
