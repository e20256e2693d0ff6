package markup

import "strings"

// schemes start an address in running text.
var schemes = [...]string{"http://", "https://", "ftp://", "www."}

// findAddress finds the first address in s, as one types it in running text.
// It ends at a blank and does not take the sentence's punctuation with it.
func findAddress(s string) (start, end int) {
	for from := 0; ; {
		i := strings.IndexAny(s[from:], ":w")
		if i < 0 {
			return -1, -1
		}
		from += i
		if start, rest := addressAt(s, from); start >= 0 {
			if end := addressEnd(s, rest); end > rest {
				return start, end
			}
		}
		from++
	}
}

// addressAt looks for a scheme around s[i] (its colon, or the first w of www)
// and gives where it starts and what follows it.
func addressAt(s string, i int) (start, rest int) {
	if s[i] == 'w' && (len(s) < i+len("www.") || s[i+len("www")] != '.') {
		return -1, -1 // as in most words with one
	}
	for _, scheme := range schemes {
		start := i - strings.IndexAny(scheme, ":w")
		if start < 0 || start > 0 && (isAlnum(s[start-1]) || s[start-1] == '_') {
			continue
		}
		if len(s) >= start+len(scheme) && strings.EqualFold(s[start:start+len(scheme)], scheme) {
			return start, start + len(scheme)
		}
	}
	return -1, -1
}

// addressEnd is where the address whose host starts at host ends.
func addressEnd(s string, host int) int {
	end := len(s)
	if i := strings.IndexAny(s[host:], " <>\"`\n|“”"); i >= 0 {
		end = host + i
	}
	open := strings.Count(s[host:end], "(") - strings.Count(s[host:end], ")")
	for end > host {
		switch s[end-1] {
		case '.', ',', ';', ':', '!', '?', '\'', '*', '_', ']', '[', '\\', '~', '&', '(':
			if s[end-1] == '(' {
				open--
			}
		case ')':
			if open >= 0 {
				return end
			}
			open++
		default:
			return end
		}
		end--
	}
	return end
}

// appendAddress appends an address from running text as an autolink; www
// names stay as they are, Markdown's readers know them.
func appendAddress(dst []byte, address string, at where) []byte {
	if !strings.EqualFold(address[:4], "www.") {
		return append(append(append(dst, '<'), address...), '>')
	}
	if !strings.ContainsAny(address, special) {
		return append(dst, address...)
	}
	dst = append(dst, address[:3]...)
	dst = append(dst, '\\')
	return appendEscaped(dst, address[3:], 0, at)
}

// webAddress is the address that a link or a picture leads to, written so that
// it can stand in Markdown; empty where it is none that may be followed.
func webAddress(href string) string {
	href = CleanLine(href)
	if strings.HasPrefix(href, "//") {
		href = "https:" + href
	}
	scheme, rest, _ := strings.Cut(href, ":")
	switch strings.ToLower(scheme) {
	case "http", "https":
		if len(strings.TrimLeft(rest, "/")) == 0 {
			return ""
		}
	case "mailto":
	default:
		return ""
	}
	return unsafeInAddress.Replace(href)
}

var unsafeInAddress = strings.NewReplacer(
	" ", "%20", "<", "%3C", ">", "%3E", `\`, "%5C", "`", "%60", `"`, "%22", "|", "%7C", "\n", "")

// destination writes an address as the target of a Markdown link.
func destination(address string) string {
	if !balanced(address) {
		address = strings.NewReplacer("(", "%28", ")", "%29").Replace(address)
	}
	return string(appendEntities(nil, address))
}

// balanced says whether every parenthesis in s has its partner.
func balanced(s string) bool {
	open := 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			open++
		case ')':
			open--
		}
		if open < 0 || open > 8 { // CommonMark asks for three at least
			return false
		}
	}
	return open == 0
}

// appendEntities appends s so that nothing in it is decoded as an entity, in
// the form that Markdown keeps when it is read as a body again.
func appendEntities(dst []byte, s string) []byte {
	for i := range len(s) {
		switch {
		case strings.HasPrefix(s[i:], "&#"):
			dst = append(dst, '&', '\\') // see appendSpecial
			continue
		case s[i] == '&' && startsEntity(s[i:]):
			dst = append(dst, '\\')
		}
		dst = append(dst, s[i])
	}
	return dst
}
