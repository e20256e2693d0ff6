package format

import (
	"slices"
	"strings"
	"unicode"

	"skein/thread"
	"skein/thread/format/dates"
)

// convincing says whether nested comments have so many signs of being some
// that they are no list of terms or events: scores beside most names; times,
// where there are replies, names return, or something says that these are
// comments; or both of the first two.
func convincing(lines []string, all []*markdownComment) bool {
	scored, told, spoke := 0, 0, 0
	for _, c := range all {
		if c.spoke {
			spoke++
		}
		if c.Flags&thread.Scored != 0 {
			scored++
		}
		if c.Flags&thread.Scored != 0 || !c.Time.IsZero() {
			told++
		}
	}
	deep, returning := shape(all)
	return len(all) > 1 && (scored*2 > len(all) || told*2 > len(all) && (deep || returning || spoke*2 > len(all) || announced(lines, all)) || deep && returning && converses(all))
}

// convincingHeads says the same of comments with headings: replies, names that
// return, or something that says that these are comments. With lists below them
// they may tell an id or repeat a title instead.
func convincingHeads(lines []string, all []*markdownComment) bool {
	if len(all) == 0 {
		return false
	}
	deep, returning := shape(all)
	if all[0].list {
		sure := func(c *markdownComment) bool { return c.ID != "" || replyTitle().MatchString(c.Title) }
		return slices.ContainsFunc(all, sure) || told(all) && (deep || returning || announced(lines, all))
	}
	spoke := func(c *markdownComment) bool { return c.spoke }
	return len(all) > 1 && mostlyNames(all) && (deep || returning || slices.ContainsFunc(all, spoke) || announced(lines, all))
}

// replyTitle is the title of a reply, or of what calls itself a comment.
var replyTitle = pattern(`(?i)^(?:(?:re|aw|sv|antw)(?:\[[0-9]+\])?:|(?:comment|reply|post|message|answer)\b)`)

// told says whether some comment tells its time.
func told(all []*markdownComment) bool {
	return slices.ContainsFunc(all, func(c *markdownComment) bool { return !c.Time.IsZero() })
}

// mostlyNames says whether what stands where authors do are mostly names: one word
// that is no day of the week, or several that begin with capitals.
func mostlyNames(all []*markdownComment) bool {
	names := 0
	for _, c := range all {
		words := strings.Fields(c.Author)
		lower := func(word string) bool { return unicode.IsLower([]rune(word)[0]) }
		if !dates.Weekdays[strings.ToLower(c.Author)] && (len(words) == 1 || !slices.ContainsFunc(words, lower)) {
			names++
		}
	}
	return names*2 > len(all)
}

// announced says whether a heading of comments stands right above the first.
func announced(lines []string, all []*markdownComment) bool {
	for i := all[0].line - 1; i >= 0 && headsComments(lines[i]); i-- {
		if strings.HasPrefix(lines[i], "#") {
			return true
		}
	}
	return false
}

// converses says whether comments without times answer each other as people do:
// some do, and few stand below another by the same one, as the terms of a list.
func converses(all []*markdownComment) bool {
	replies, again := 0, 0
	for i, c := range all {
		if c.Level > 1 {
			replies++
		}
		if i > 0 && c.Author == all[i-1].Author {
			again++
		}
	}
	return 10*replies >= len(all) && 4*again <= len(all)
}

// shape says whether some comment is a reply, and whether somebody wrote
// twice.
func shape(all []*markdownComment) (deep, returning bool) {
	seen := map[string]bool{}
	for _, c := range all {
		deep = deep || c.Level > 1
		returning = returning || seen[c.Author]
		seen[c.Author] = true
	}
	return deep, returning
}
