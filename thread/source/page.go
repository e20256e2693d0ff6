package source

// page is a page of any kind: itself, unless it turns out to be that of a site
// behind a redirect.
func page(v *visit, _ *answer, _ []string) ([]*answer, error) {
	answers, err := v.itself()
	if err != nil {
		return nil, err
	}
	here := answers[0]
	if here.url.String() != v.page.String() {
		v.page = here.url
		if s, m := v.web.siteOf(here.url); s.page != "" {
			if more, err := v.open(s, m); err == nil {
				return more, nil
			}
		}
	}
	return answers, nil
}
