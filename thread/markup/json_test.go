package markup

import "testing"

func TestJSONStringsAreDecoded(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		`plain`: "plain", `a\nb\t\"\\\/`: "a\nb\t\"\\/", `\u00e9`: "é", `\ud83d\ude00!`: "😀!",
		`\ud83dx`: "\ufffdx", `\ude00`: "\ufffd", `\q\`: `\q\`, `\u12`: `\u12`, `\u+123`: `\u+123`,
		`\ud83d\ud83d\ude00`: "\ufffd😀",
	} {
		if got := unquote(in); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}
