package format

import "skein/thread"

// A forest gathers the threads of a file that may hold many. Each is known by
// a topic, the post that it discusses.
type forest struct {
	title, url string // of the whole
	topics     []thread.Post
	comments   []thread.Post
	topicOf    []string // the ids of the topics of comments
}

// topic adds what a thread discusses.
func (f *forest) topic(p thread.Post) { f.topics = append(f.topics, p) }

// comment adds a comment on the topic of that id, if that is known. Its Refs
// name only what it answers there; without any it answers the topic itself.
func (f *forest) comment(p thread.Post, topic string) {
	if topic != "" {
		p.Refs = append(p.Refs, topic)
		f.topicOf = append(f.topicOf, topic)
	}
	f.comments = append(f.comments, p)
}

// plant gives the builder all threads in which there are comments: what nobody
// talks about is nothing to read here. The topic of the only one becomes
// the post, those of many stand on the first level.
func (f *forest) plant(b *thread.Builder) {
	if len(f.comments) == 0 {
		return
	}
	discussed := map[string]bool{}
	for _, id := range f.topicOf {
		discussed[id] = true
	}
	single := len(discussed) == 1
	b.Title, b.URL = f.title, f.url
	for _, p := range f.topics {
		switch {
		case !discussed[p.ID]:
		case single:
			b.Title, b.URL = p.Title, p.URL
			p.Title = ""
			b.Post(p)
		default:
			p.Flags |= thread.Topic
			b.Add(p)
		}
	}
	for _, p := range f.comments {
		b.Add(p)
	}
}
