package source

import (
	"bytes"
	"os"
	"strconv"
)

// resident is how many bytes of files the process has in memory, if the system
// says so: proc_pid_statm(5).
func resident() (n int, known bool) {
	statm, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0, false
	}
	fields := bytes.Fields(statm)
	if len(fields) < 3 {
		return 0, false
	}
	pages, err := strconv.Atoi(string(fields[2]))
	return pages * os.Getpagesize(), err == nil
}
