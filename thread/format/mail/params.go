package mail

import (
	"strconv"
	"strings"
)

// parseParams reads a value with parameters (RFC 2045, section 5.1), such as
// that of Content-Type. Parameters that are cut in pieces or encoded (RFC
// 2231) are put together; of one that is repeated the first counts. Names and
// the value are in small letters.
func parseParams(field []byte) (value string, params map[string]string) {
	if len(field) == 0 {
		return "", nil
	}
	text := string(field)
	value, text, _ = strings.Cut(text, ";")
	value = strings.ToLower(strings.TrimSpace(value))
	if i := strings.IndexAny(value, " \t\r\n("); i > 0 {
		value = value[:i]
	}
	params = map[string]string{}
	const most = 100
	for n := 0; text != "" && n < most; n++ {
		var name, word string
		name, word, text = cutParam(text)
		if _, again := params[name]; name != "" && !again {
			params[name] = word
		}
	}
	for name := range params {
		if base, mark, ok := strings.Cut(name, "*"); ok && (mark == "" || mark == "0" || mark == "0*") {
			params[base] = joined(params, base)
		}
	}
	return value, params
}

// cutParam reads one parameter, name=word or name="any text", and returns
// what comes after it.
func cutParam(text string) (name, word, rest string) {
	end := strings.IndexAny(text, "=;")
	if end < 0 || text[end] == ';' {
		_, rest, _ = strings.Cut(text, ";")
		return "", "", rest
	}
	name = strings.ToLower(strings.TrimSpace(text[:end]))
	text = strings.TrimLeft(text[end+1:], " \t\r\n")
	if !strings.HasPrefix(text, `"`) {
		word, rest, _ = strings.Cut(text, ";")
		return name, strings.TrimSpace(word), rest
	}
	var quoted strings.Builder
	for i := 1; i < len(text); i++ {
		switch c := text[i]; {
		case c == '"':
			_, rest, _ = strings.Cut(text[i:], ";")
			return name, quoted.String(), rest
		case c == '\\' && i+1 < len(text):
			i++
			quoted.WriteByte(text[i])
		case c != '\r' && c != '\n':
			quoted.WriteByte(c)
		}
	}
	return name, quoted.String(), ""
}

// joined is a parameter that RFC 2231 cut in pieces or encoded.
func joined(params map[string]string, base string) string {
	charset := ""
	var all []byte
	for i := 0; ; i++ {
		piece, encoded := params[base+"*"+strconv.Itoa(i)+"*"]
		if !encoded {
			var ok bool
			if piece, ok = params[base+"*"+strconv.Itoa(i)]; !ok && i == 0 {
				piece, encoded = params[base+"*"], true
			} else if !ok {
				break
			}
		}
		if encoded && i == 0 {
			if label, rest, ok := strings.Cut(piece, "'"); ok {
				charset = label
				_, piece, _ = strings.Cut(rest, "'")
			}
		}
		if encoded {
			piece = string(fromQuotedPrintable([]byte(strings.ReplaceAll(piece, "%", "="))))
		}
		all = append(all, piece...)
	}
	return string(decodeCharset(all, charset))
}
