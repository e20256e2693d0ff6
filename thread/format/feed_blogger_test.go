package format

import (
	"errors"
	"strings"
	"testing"

	"skein/thread"
)

// archives are one blog as Blogger gave it out once, and as Google Takeout does.
var archives = map[string]string{
	"of settings, posts and comments": `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'><id>tag:blogger.com,1999:blog-7.archive</id><title>The kite shed</title>
<entry><id>tag:blogger.com,1999:blog-7.settings.A</id><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#settings'/><title>A setting</title><content>true</content></entry>
<entry><id>tag:blogger.com,1999:blog-7.post-1</id><published>2010-05-01T09:00:00Z</published><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/><title>String</title><content type='html'>How long?</content><author><name>Ann</name></author></entry>
<entry><id>tag:blogger.com,1999:blog-7.post-2</id><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/><title>Nobody answers this</title><content type='html'>So it goes.</content><author><name>Ann</name></author></entry>
<entry><id>tag:blogger.com,1999:blog-7.post-3</id><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/><title>Tails</title><content type='html'>What of?</content><author><name>Ann</name></author></entry>
<entry><id>tag:blogger.com,1999:blog-7.post-11</id><published>2010-05-02T09:00:00Z</published><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#comment'/><title>A mile.</title><content type='html'>A mile.</content><link rel='self' href='http://www.blogger.com/feeds/7/1/comments/default/11'/><author><name>Bo</name></author><thr:in-reply-to ref='tag:blogger.com,1999:blog-7.post-1'/></entry>
<entry><id>tag:blogger.com,1999:blog-7.post-12</id><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#comment'/><title>Too long.</title><content type='html'>Too long.</content><link rel='related' href='http://www.blogger.com/feeds/7/1/comments/default/11'/><author><name>Ann</name></author><thr:in-reply-to ref='tag:blogger.com,1999:blog-7.post-1'/></entry>
<entry><id>tag:blogger.com,1999:blog-7.post-13</id><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#comment'/><title>Rags.</title><content type='html'>Rags.</content><author><name>Cy</name></author><thr:in-reply-to ref='tag:blogger.com,1999:blog-7.post-3'/></entry>
</feed>`,
	"of entries that say what they are": `<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'><id>tag:blogger.com,1999:blog-7</id><title>The kite shed</title>
<entry><id>tag:blogger.com,1999:blog-7.post-1</id><blogger:type>POST</blogger:type><author><name>Ann</name><blogger:type>BLOGGER</blogger:type></author><title>String</title><content type='html'>How long?</content></entry>
<entry><id>tag:blogger.com,1999:blog-7.post-2</id><blogger:type>POST</blogger:type><author><name>Ann</name></author><title>Nobody answers this</title><content type='html'>So it goes.</content></entry>
<entry><id>tag:blogger.com,1999:blog-7.post-3</id><blogger:type>PAGE</blogger:type><author><name>Ann</name></author><title>Tails</title><content type='html'>What of?</content></entry>
<entry><id>tag:blogger.com,1999:blog-7.post-11</id><blogger:parent>tag:blogger.com,1999:blog-7.post-1</blogger:parent><blogger:type>COMMENT</blogger:type><author><name>Bo</name></author><content type='html'>A mile.</content></entry>
<entry><id>tag:blogger.com,1999:blog-7.post-12</id><blogger:parent>tag:blogger.com,1999:blog-7.post-1</blogger:parent><blogger:inReplyTo>tag:blogger.com,1999:blog-7.post-11</blogger:inReplyTo><blogger:type>COMMENT</blogger:type><author><name>Ann</name></author><content type='html'>Too long.</content></entry>
<entry><id>tag:blogger.com,1999:blog-7.post-13</id><blogger:parent>tag:blogger.com,1999:blog-7.post-3</blogger:parent><blogger:type>COMMENT</blogger:type><author><name>Cy</name></author><content type='html'>Rags.</content></entry>
</feed>`,
}

func TestArchivesOfBloggerAreThePostsThatSomebodyAnswered(t *testing.T) {
	t.Parallel()
	const want = ` : 
  tag:blogger.com,1999:blog-7.post-1 Ann: How long?
    tag:blogger.com,1999:blog-7.post-11 Bo: A mile.
      tag:blogger.com,1999:blog-7.post-12 Ann: Too long.
  tag:blogger.com,1999:blog-7.post-3 Ann: What of?
    tag:blogger.com,1999:blog-7.post-13 Cy: Rags.
`
	for name, data := range archives {
		th := mustRead(t, []byte(data), "")
		if got := outline(th); got != want || th.Title != "The kite shed" {
			t.Errorf("%s: %q\n%swant\n%s", name, th.Title, got, want)
		}
		if first := th.At(1); !first.Is(thread.Topic) || first.Title() != "String" || th.At(2).Is(thread.Topic) {
			t.Errorf("%s: the first topic is %q", name, first.Title())
		}
		quiet, _, _ := strings.Cut(data, "<entry><id>tag:blogger.com,1999:blog-7.post-11")
		if _, err := Read([]byte(quiet+"</feed>"), ""); !errors.Is(err, ErrUnknown) {
			t.Errorf("%s: without comments: %v", name, err)
		}
	}
}
