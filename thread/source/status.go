package source

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// A statusError is an answer that is not what was asked for.
type statusError struct {
	code  int
	again bool          // it makes sense to ask again
	wait  time.Duration // for that long
}

// statusOf is the error that an answer stands for, nil where it is none.
func statusOf(resp *http.Response) error {
	if resp.StatusCode == http.StatusOK || resp.StatusCode == http.StatusNotModified {
		return nil
	}
	e := statusError{code: resp.StatusCode}
	if resp.StatusCode == http.StatusForbidden && resp.Header.Get("X-RateLimit-Remaining") == "0" {
		e.code = http.StatusTooManyRequests // as GitHub says it
	}
	if s, err := strconv.Atoi(resp.Header.Get("Retry-After")); err == nil && s >= 0 && s < 1<<20 {
		e.again, e.wait = true, time.Duration(s)*time.Second
	}
	return e
}

func (e statusError) Error() string {
	words := strings.ToLower(http.StatusText(e.code))
	if words == "" {
		words = "an answer that skein does not know"
	}
	words = fmt.Sprintf("%s (%d)", words, e.code)
	if e.wait > 0 {
		words += fmt.Sprintf("; it asks to wait %s", e.wait)
	}
	return words
}

// Why an answer was given up.
var (
	errIdle  = errors.New("the answer stopped coming")
	errWhole = errors.New("fetching it all takes too long")
)

// networkWords is what the system says of the network, in words for people.
var networkWords = []struct {
	words  string
	causes []error
}{
	{errPrivate.Error(), []error{errPrivate}},
	{"the connection was refused", []error{syscall.ECONNREFUSED}},
	{"the connection was cut", []error{syscall.ECONNRESET, syscall.EPIPE, io.ErrUnexpectedEOF, io.EOF}},
	{"there is no way to it; is the network up?", []error{syscall.ENETUNREACH, syscall.EHOSTUNREACH}},
}

// inWords is why nothing came, in words for people and without the address,
// which the caller knows. What the system says stays below it.
func inWords(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		return cause // whoever gave up said why
	}
	if e, ok := errors.AsType[*url.Error](err); ok {
		err = e.Err
	}
	if e, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		return fmt.Errorf("its certificate is not valid: %w", e.Err)
	}
	if e, ok := errors.AsType[*net.DNSError](err); ok && e.IsNotFound {
		return plainError{"no such host", err}
	}
	for _, x := range networkWords {
		for _, cause := range x.causes {
			if errors.Is(err, cause) {
				return plainError{x.words, err}
			}
		}
	}
	if e, ok := errors.AsType[net.Error](err); ok && e.Timeout() {
		return plainError{"no answer in time", err}
	}
	return err
}

// unreachable says whether err means that nobody answers, so that it is idle
// to ask for the next page.
func unreachable(err error) bool {
	_, ok := errors.AsType[net.Error](err)
	return ok || errors.Is(err, errWhole)
}
