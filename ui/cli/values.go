package cli

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"skein/thread"
)

// choice sets p to one of a few words.
func choice(p *string, of []string) func(string) error {
	return func(s string) error {
		if !slices.Contains(of, s) {
			return fmt.Errorf("%q is none of %s", s, strings.Join(of, ", "))
		}
		*p = s
		return nil
	}
}

// number sets p to a whole number that is not below least.
func number(p *int, least int) func(string) error {
	return func(s string) error {
		n, err := strconv.Atoi(s)
		switch {
		case err != nil:
			return fmt.Errorf("%q is not a number", s)
		case n < least:
			return fmt.Errorf("%d is below %d", n, least)
		}
		*p = n
		return nil
	}
}

// units are what a size may end in, as powers of 1024.
const units = "KMG"

// size sets p to a number of bytes.
func size(p *int64) func(string) error {
	return func(s string) error {
		digits, shift := strings.TrimSuffix(strings.ToUpper(s), "B"), 0
		digits = strings.TrimSuffix(digits, "I")
		if n := len(digits); n > 0 {
			if i := strings.IndexByte(units, digits[n-1]); i >= 0 {
				digits, shift = digits[:n-1], 10*(i+1)
			}
		}
		n, err := strconv.ParseInt(strings.TrimSpace(digits), 10, 64)
		if err != nil || n <= 0 || n > math.MaxInt64>>shift {
			return fmt.Errorf("%q is not a size, as 64M is", s)
		}
		*p = n << shift
		return nil
	}
}

// sizeText writes a number of bytes the way a size is given.
func sizeText(n int64) string {
	unit := ""
	for i := 0; i < len(units) && n%1024 == 0; i++ {
		n, unit = n/1024, units[i:i+1]
	}
	return fmt.Sprintf("%d%s", n, unit)
}

// setQuery limits to what a query finds.
func (o *options) setQuery(s string) error {
	q, err := thread.ParseQuery(s)
	switch {
	case err != nil:
		return err
	case q.Empty():
		return fmt.Errorf("there is nothing to look for in %q", s)
	}
	return o.limit(q)
}

// setBy limits to what somebody wrote.
func (o *options) setBy(name string) error {
	if strings.TrimSpace(name) == "" {
		return errors.New("the name is empty")
	}
	return o.limit(thread.ByName(name))
}

// limit asks for q as well as for all that was asked for before.
func (o *options) limit(q *thread.Query) error {
	if o.query == nil {
		o.query = q
		return nil
	}
	both, err := thread.ParseQuery(fmt.Sprintf("(%s) (%s)", o.query, q))
	o.query = both
	return err
}

func (o *options) setOrder(s string) error {
	order, err := thread.ParseOrder(s)
	o.order = order
	return err
}
