//go:build !linux

package source

// resident is known on Linux only.
func resident() (n int, known bool) { return 0, false }
