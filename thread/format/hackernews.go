package format

import "skein/thread"

// sniffHackerNews says whether data is one of the forms that Hacker News'
// threads have as JSON.
func sniffHackerNews(data []byte) bool {
	v := glance(data)
	return sniffHNAPI(v) || sniffHNItems(v) || sniffAlgolia(v)
}

// readHackerNews reads any of these forms.
func readHackerNews(data []byte, b *thread.Builder) error {
	b.Permalink = "https://news.ycombinator.com/item?id="
	v := glance(data)
	hnapi := sniffHNAPI(v)
	if !hnapi && !sniffHNItems(v) {
		return readAlgolia(data, b)
	}
	vs, err := readValues(data)
	if hnapi {
		readHNAPI(vs.document(), b)
	} else {
		readHNItems(vs, b)
	}
	return err
}
