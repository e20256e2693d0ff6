package plaintext

import "strings"

// isTable says whether nearly all lines have several commas, semicolons or tabs
// with no blank behind them: they are rows, however often a name and a date
// stand in them.
func isTable(lines []Line) bool {
	const enough, least, several, ofTen = 1000, 4, 2, 9 // lines to look at; lines; of commas; of ten have them
	lines = lines[:min(len(lines), enough)]
	for _, comma := range []string{",", ";", "\t"} {
		rows := 0
		for i := range lines {
			if text := lines[i].Text; strings.Count(text, comma)-strings.Count(text, comma+" ") >= several {
				rows++
			}
		}
		if rows >= least && 10*rows >= ofTen*len(lines) {
			return true
		}
	}
	return false
}
