package mail

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"skein/thread"
)

// realFolder is the folder of real threads: SKEIN_THREADS, or beside the
// project. The test is skipped where there is none.
func realFolder(t testing.TB) string {
	t.Helper()
	folder := os.Getenv("SKEIN_THREADS")
	if folder == "" {
		folder = "../../../../shared/threads"
	}
	if _, err := os.Stat(filepath.Join(folder, "CASES.tsv")); err != nil {
		t.Skipf("no real threads here (set SKEIN_THREADS): %v", err)
	}
	return folder
}

func contents(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// mustRead reads what is whole.
func mustRead(t testing.TB, data string) *thread.Thread {
	t.Helper()
	var b thread.Builder
	if err := Read([]byte(data), &b); err != nil {
		t.Fatal(err)
	}
	return b.Thread()
}

// TestThreadsAreWhatIMAPServersAnswer plays the sessions of the test suite for
// IMAP servers: messages are appended and expunged, and the answers to THREAD
// REFERENCES are compared as trees. Siblings stand in the order of the file
// here, not by date. Each message gets a text of its own, for two that are
// the same to the letter are one here.
func TestThreadsAreWhatIMAPServersAnswer(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(realFolder(t), "imap_thread_cases")
	paths, err := filepath.Glob(filepath.Join(folder, "thread*.mbox"))
	if err != nil || len(paths) == 0 {
		t.Fatal("no cases", err)
	}
	asked := 0
	for _, path := range paths {
		s := session{messages: messagesOf(string(contents(t, path)))}
		for line := range strings.Lines(string(contents(t, strings.TrimSuffix(path, ".mbox")))) {
			line = strings.ToLower(strings.TrimSpace(line))
			s.play(t, line)
			if tree, ok := strings.CutPrefix(line, "* thread "); ok && s.references {
				if got, want := s.answer(t), canonical(tree); got != want {
					t.Errorf("%s: %s, want %s", filepath.Base(path), got, want)
				}
				asked++
			}
		}
	}
	if asked < 10 {
		t.Errorf("only %d answers were compared", asked)
	}
}

// A session is a mailbox on an IMAP server.
type session struct {
	messages   []string // of the file
	appended   int
	box        []int // the messages in the box, as they stand in the file
	deleted    []int // of box
	references bool  // the last THREAD was by references
}

func (s *session) play(t *testing.T, line string) {
	t.Helper()
	fields := strings.Fields(line)
	switch {
	case line == "messages: all":
		for range s.messages {
			s.append()
		}
	case line == "ok append":
		s.append()
	case strings.HasPrefix(line, "ok store "):
		for n := range strings.SplitSeq(fields[2], ",") {
			i, err := strconv.Atoi(n)
			if err != nil {
				t.Fatal(line, err)
			}
			s.deleted = append(s.deleted, s.box[i-1])
		}
	case line == "ok expunge":
		s.box = slices.DeleteFunc(s.box, func(m int) bool { return slices.Contains(s.deleted, m) })
	case strings.HasPrefix(line, "ok thread "):
		s.references = fields[2] == "references"
	}
}

func (s *session) append() {
	s.box = append(s.box, s.appended)
	s.appended++
}

// answer is the thread of the box as a server would tell it, in canonical
// form.
func (s *session) answer(t *testing.T) string {
	t.Helper()
	var file strings.Builder
	for i, m := range s.box {
		fmt.Fprintf(&file, "%s\nmessage %d\n\n", s.messages[m], i+1)
	}
	th := mustRead(t, file.String())
	var write func(i int) string
	write = func(i int) string {
		text := th.At(i).Body.Raw
		n := text[strings.LastIndexByte(text, ' ')+1:]
		if th.At(i).Is(thread.Ghost) {
			n = ""
		}
		var replies []string
		for c := range th.Children(i) {
			replies = append(replies, write(c))
		}
		return node(n, replies)
	}
	if !th.At(0).Body.Empty() {
		return node("", []string{write(0)})
	}
	return write(0)
}

// node writes a message and what answers it, in an order of its own.
func node(n string, replies []string) string {
	slices.Sort(replies)
	return "(" + n + strings.Join(replies, "") + ")"
}

// canonical reads the tree of a THREAD answer, in which "(1 2 (3)(4))" means
// that 3 and 4 answer 2 and 2 answers 1.
func canonical(answer string) string {
	var read func() string
	read = func() string { // what stands between two parentheses
		var chain, replies []string
		for answer != "" && answer[0] != ')' {
			switch c := answer[0]; {
			case c == '(':
				answer = answer[1:]
				replies = append(replies, read())
				answer = strings.TrimPrefix(answer, ")")
			case c == ' ':
				answer = answer[1:]
			default:
				end := strings.IndexAny(answer+" ", " ()")
				chain = append(chain, answer[:end])
				answer = answer[end:]
			}
		}
		if len(chain) == 0 {
			return node("", replies)
		}
		for _, n := range slices.Backward(chain) {
			replies = []string{node(n, replies)}
		}
		return replies[0]
	}
	return read()
}

// messagesOf parts a mailbox of which each message begins with "From user@".
func messagesOf(file string) []string {
	parts := strings.Split("\n"+file, "\nFrom user@")
	for i := range parts {
		parts[i] = "From user@" + strings.TrimRight(parts[i], "\n") + "\n"
	}
	return parts[1:]
}

// TestBaseSubjectsAreWhatIMAPServersGroupBy takes THREAD ORDEREDSUBJECT for
// what it says about subjects.
func TestBaseSubjectsAreWhatIMAPServersGroupBy(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(realFolder(t), "imap_thread_cases")
	_, answer, _ := strings.Cut(string(contents(t, filepath.Join(folder, "thread-orderedsubject"))), "* THREAD ")
	group := map[string]int{}
	depth, n := 0, 0
	for _, part := range strings.FieldsFunc(strings.NewReplacer("(", " ( ", ")", " ) ").Replace(answer), func(r rune) bool { return r <= ' ' }) {
		switch part {
		case "(":
			if depth == 0 {
				n++
			}
			depth++
		case ")":
			depth--
		default:
			group[part] = n
		}
	}
	subjects := map[int]string{}
	i := 0
	for s := range split(contents(t, filepath.Join(folder, "thread-orderedsubject.mbox"))) {
		i++
		words := baseSubject(headerText(s.header.subject)).words
		if known, ok := subjects[group[strconv.Itoa(i)]]; ok && known != words {
			t.Errorf("message %d is about %q, not %q", i, words, known)
		}
		subjects[group[strconv.Itoa(i)]] = words
	}
	different := map[string]bool{}
	for _, words := range subjects {
		different[words] = true
	}
	if i != 15 || len(different) != n {
		t.Errorf("%d messages about %d subjects, want %d", i, len(different), n)
	}
}
