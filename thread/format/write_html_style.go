package format

// pageStyle is how the page looks, in the light and in the dark.
const pageStyle = `
:root { color-scheme: light dark; --text: #1b1b1b; --quiet: #6a6a6a; --line: #d8d8d8; --ground: #fdfdfb; --code: #f0f0ec; --link: #1a5a96; }
@media (prefers-color-scheme: dark) {
  :root { --text: #dcdcd8; --quiet: #9a9a94; --line: #3c3c3a; --ground: #1b1b1a; --code: #262624; --link: #8ab8e6; }
}
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 48em; margin: 0 auto; padding: 1.5em 1em 4em; }
h1 { font-size: 1.5em; line-height: 1.25; margin: 0 0 .3em; }
a { color: var(--link); }
.by, summary { color: var(--quiet); font-size: .875em; }
.by b, summary b { color: var(--text); }
.by a, summary a { color: inherit; text-decoration: none; }
.by a:hover, summary a:hover { text-decoration: underline; }
article { border-bottom: 1px solid var(--line); margin-bottom: 1.5em; padding-bottom: .5em; }
summary { cursor: pointer; padding: .2em 0; }
details { margin: .6em 0; }
details details { margin-left: .25em; padding-left: min(1em, 2vw); border-left: 2px solid var(--line); }
details[open] > summary > .first, details[open] > summary > .count { display: none; }
.first { font-style: italic; }
:target > summary { background: var(--code); }
.body { margin: 0 0 .8em; }
.body > :first-child { margin-top: .2em; }
.body > :last-child { margin-bottom: 0; }
.body h1, .body h2, .body h3, .body h4, .body h5, .body h6 { font-size: 1em; margin: .8em 0 .3em; }
blockquote { margin: .6em 0; padding-left: .8em; border-left: 3px solid var(--line); color: var(--quiet); }
pre, code { font: .9em/1.45 ui-monospace, monospace; background: var(--code); border-radius: 3px; }
code { padding: .1em .25em; }
pre { padding: .6em .8em; overflow-x: auto; overflow-wrap: normal; }
pre code { padding: 0; background: none; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
td, th { border: 1px solid var(--line); padding: .2em .5em; }
`
