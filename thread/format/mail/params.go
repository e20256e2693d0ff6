package mail

import (
	"strconv"
	"strings"
)

// params are the parameters of a value, in their order.
type params []param

// A param is one of them; its name is in small letters.
type param struct{ name, word string }

// get is the word of the parameter of that name, empty where there is none.
// Of one that is repeated the first counts.
func (p params) get(name string) string {
	word, _ := p.find(name)
	return word
}

func (p params) find(name string) (word string, ok bool) {
	for _, one := range p {
		if one.name == name {
			return one.word, true
		}
	}
	return "", false
}

// parseParams reads a value with parameters (RFC 2045, section 5.1), such as
// that of Content-Type. Parameters that are cut in pieces or encoded (RFC
// 2231) are put together. The value is in small letters.
func parseParams(field []byte) (value string, all params) {
	value, text, _ := strings.Cut(shared(field), ";")
	value = strings.ToLower(strings.TrimSpace(value))
	if i := strings.IndexAny(value, " \t\r\n("); i > 0 {
		value = value[:i]
	}
	const few, most = 2, 100
	for n := 0; text != "" && n < most; n++ {
		var p param
		if p.name, p.word, text = cutParam(text); p.name != "" {
			if all == nil {
				all = make(params, 0, few)
			}
			all = append(all, p)
		}
	}
	var whole params
	for _, p := range all {
		if base, mark, ok := strings.Cut(p.name, "*"); ok && (mark == "" || mark == "0" || mark == "0*") {
			whole = append(whole, param{base, all.joined(base)})
		}
	}
	if whole == nil {
		return value, all
	}
	return value, append(whole, all...)
}

// A lastType is the value of the last Content-Type, which the next message
// mostly has, too.
type lastType struct {
	field  string
	value  string
	params params
}

// parse is parseParams.
func (l *lastType) parse(field []byte) (value string, all params) {
	if string(field) != l.field {
		l.field = shared(field)
		l.value, l.params = parseParams(field)
	}
	return l.value, l.params
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
	if word, rest, _ = strings.Cut(text[1:], `"`); !strings.ContainsAny(word, "\\\r\n") {
		_, rest, _ = strings.Cut(rest, ";")
		return name, word, rest
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
func (p params) joined(base string) string {
	charset := ""
	var all []byte
	for i := 0; ; i++ {
		piece, encoded := p.find(base + "*" + strconv.Itoa(i) + "*")
		if !encoded {
			var ok bool
			if piece, ok = p.find(base + "*" + strconv.Itoa(i)); !ok && i == 0 {
				piece, encoded = p.get(base+"*"), true
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
