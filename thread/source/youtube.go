package source

import "errors"

var errYouTube = errors.New("its comments are not on the page; yt-dlp --skip-download --write-comments saves them in a file to read")

// youTube says where the comments of a video are to be had: its API wants a
// key, and its page has none of them.
func youTube(*visit, *answer, []string) ([]*answer, error) { return nil, errYouTube }
