package format

import "skein/thread"

// convincing says whether nested comments have so many signs of being some
// that they are no list of terms or events: scores beside most names; times,
// where there are replies or names return; or both of the latter.
func convincing(all []markdownComment) bool {
	scored, told := 0, 0
	for _, c := range all {
		if c.Flags&thread.Scored != 0 {
			scored++
		}
		if c.Flags&thread.Scored != 0 || !c.Time.IsZero() {
			told++
		}
	}
	deep, returning := shape(all)
	return len(all) > 1 && (scored*2 > len(all) || told*2 > len(all) && (deep || returning) || deep && returning)
}

// convincingHeads says the same of comments with headings: lists below them
// tell a time or an id, or else there are replies or names that return, which
// versions in a list of changes don't.
func convincingHeads(all []markdownComment) bool {
	for _, c := range all {
		if c.listed() && (!c.Time.IsZero() || c.ID != "") {
			return true
		}
	}
	deep, returning := shape(all)
	return len(all) > 1 && !all[0].listed() && (deep || returning)
}

// listed says whether a list of facts stands below the comment's heading.
func (c *markdownComment) listed() bool { return c.body > c.line+1 }

// shape says whether some comment is a reply, and whether somebody wrote
// twice.
func shape(all []markdownComment) (deep, returning bool) {
	seen := map[string]bool{}
	for _, c := range all {
		deep = deep || c.Level > 1
		returning = returning || seen[c.Author]
		seen[c.Author] = true
	}
	return deep, returning
}
