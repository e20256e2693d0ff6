package format

import "skein/thread"

// sniffHackerNews says whether data is one of the forms that Hacker News'
// threads have as JSON.
func sniffHackerNews(data []byte) bool {
	v := glance(data)
	return sniffHNAPI(v) || sniffHNItems(v) || sniffAlgolia(v) || sniffAlgoliaRecords(v)
}

// readHackerNews reads any of these forms.
func readHackerNews(data []byte, b *thread.Builder) error {
	b.Permalink = "https://news.ycombinator.com/item?id="
	v := glance(data)
	hnapi, items := sniffHNAPI(v), sniffHNItems(v)
	if !hnapi && !items && !sniffAlgoliaRecords(v) && !manyItems(data) {
		return readAlgolia(data, b)
	}
	vs, err := readValues(data)
	switch {
	case hnapi:
		readHNAPI(vs, b)
	case items:
		readHNItems(vs, b)
	default:
		readAlgoliaRecords(vs, b)
	}
	return err
}
