/// The path of a file that lies beside another one, under its name with another ending.
func siblingPath(of path: String, ending: String, as other: String) -> String {
  (path.hasSuffix(ending) ? String(path.dropLast(ending.count)) : path) + other
}
