//go:build unix

package cli

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// hostile are texts that would have a terminal do something, or hide
// something: each names itself by 31337, or spells pwned.
var hostile = []string{
	"\x1b[31337m", "\x1b[31337;31337H", "\x1b[?31337h", "\x1b[2J\x1b[3J", "\x1b[31337A\x1b[K", "\x1b[31337;1r",
	"\x1bc", "\x1b#8", "\x1b(0", "\x1b7\x1b8", "\x1b=", "\x1b[!p", "\x1b[6n", "\x1b[>31337c", "\x1b[5i", "\x1b[21t",
	"\x1b[200~pwned\r\x1b[201~", "\x1b[>31337u", "\x1b[>4;31337m", "\x1b[31337 q",
	"\x1b]0;pwned\a", "\x1b]2;pwned\x1b\\", "\x1b]2;pwned", "\x1b]52;c;cHduZWQ=\a", "\x1b]8;;javascript:pwned\aclick\x1b]8;;\a",
	"\x1b]4;1;rgb:00/00/00\a", "\x1b]10;#pwned\a", "\x1b]11;?\a", "\x1b]104\a", "\x1b]9;pwned\a", "\x1b]777;notify;pwned\a",
	"\x1b]1337;SetUserVar=pwned\a", "\x1b]7;file://pwned\a", "\x1b]7501;pwned\a", "\x1b]133;A\a",
	"\x1bP+q70776e6564\x1b\\", "\x1bP$qm\x1b\\", "\x1bPq#0;2;0;0;0pwned\x1b\\", "\x1bPtmux;\x1b\x1b]0;pwned\a\x1b\\",
	"\x1b_Gpwned\x1b\\", "\x1b^pwned\x1b\\", "\x1bXpwned\x1b\\", "\x1bkpwned\x1b\\",
	"\u009b31337m", "\u009d0;pwned\u009c", "\u0090pwned\u009c", "\u009fpwned\u009c", "\u0085next",
	"safe words\rpwned", "safe words\b\b\b\b\bpwned", "\x00\x01\x02\x03\x04\x05\x06\a", "\x0e\x0f", "\v\f", "\x7f\x7f", "\x9b31337m\x9d0;pwned\x9c",
	"\u202epwned\u202c", "\u2066pwned\u2069", "\u200fpwned", "\u061cpwned", "zero\u200bwidth\u2060\ufeff", "tags\U000e0070\U000e0077",
	"\u2028line\u2029", "private\ue000\U000f0000", "tower" + strings.Repeat("\u0301", 60), "soft\u00adhyphen", "filler\u3164\u115f",
	"**\x1b**[31337m", "`\x1b[31337m`", "```\x1b]0;pwned\a\n\x1b[31337m\n```", "[link](http://a.example/\x1b]0;pwned\a)", "<http://a.example/\u009d0;pwned>",
	"[click](javascript:pwned)", "[click](data:text/html,pwned)", "[click](file:///etc/pwned)", "[\x1b]0;pwned\a](https://a.example)",
	"&#27;[31337m", "&#x1b;]0;pwned&#7;", "&#x9b;31337m", "&amp;#27;[31337m", "&**#27;**[31337m", "~~&**#27;**[31337m~~", "&#155;31337m", "&#0;&#8;&#13;pwned",
	"> \x1b[31337m\n> &#27;[31337m", "| a | b |\n|---|---|\n| \x1b[31337m | &#27;[31337m |", "1. \x1b[31337m\n   - &#27;]0;pwned&#7;",
}

// hostileThreads are threads with all of that in every field, as files of the
// formats that have other ways to write it.
func hostileThreads(t *testing.T) map[string]string {
	t.Helper()
	all := strings.Join(hostile, " ")
	post := map[string]any{
		"id": all, "author": all, "address": all, "title": all, "url": "http://a.example/" + all, "time": all, "body": all,
		"attachments": []any{map[string]any{"name": all, "type": all, "size": 1}},
	}
	var own, children []any
	text := strings.ReplaceAll(strings.ReplaceAll(strings.Join(hostile[:20], ""), "\n", " "), "\r", "") + "\n\nThe post.\n\n" + fmt.Sprintf("%d replies\n\n", len(hostile))
	for k, h := range hostile {
		own = append(own, map[string]any{
			"id": fmt.Sprint(k, h), "author": "ann" + h, "address": h, "title": h, "url": "http://a.example/" + h,
			"level": k%4 + 1, "score": k, "body": "Before. " + h + " After.\n\n" + h, "attachments": []any{map[string]any{"name": h, "type": h}},
		})
		children = append(children, map[string]any{
			"id": k + 2, "author": h, "text": "<p>Before. " + h + "<p><a href=\"http://a.example/" + h + "\">" + h + "</a><pre><code>" + h + "</code></pre>", "children": []any{},
		})
		line := strings.NewReplacer("\n", " ", "\r", " ").Replace(h)
		text += fmt.Sprintf("  %d. ann%s says:\n\n    Before. %s After.\n\n", k+1, line, h)
	}
	return map[string]string{
		"thread.json": marshal(t, map[string]any{"title": all, "url": "http://a.example/" + all, "format": all, "post": post, "comments": own}),
		"story.json":  marshal(t, map[string]any{"id": 1, "type": "story", "title": all, "url": "http://a.example/" + all, "author": all, "text": all, "children": children}),
		"page.txt":    text,
	}
}

// marshal writes JSON with what is not ASCII as it is, broken or not.
func marshal(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// hostileFiles writes the threads into a folder and yields name and path.
func hostileFiles(t *testing.T) map[string]string {
	t.Helper()
	folder, paths := t.TempDir(), map[string]string{}
	for name, text := range hostileThreads(t) {
		paths[name] = filepath.Join(folder, name)
		if err := os.WriteFile(paths[name], []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return paths
}
