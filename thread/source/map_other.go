//go:build !unix

package source

import (
	"errors"
	"math"
	"os"
)

// worthMapping is never reached where files cannot be mapped.
const worthMapping = math.MaxInt64

func mapped(*os.File, int64) ([]byte, error) { return nil, errors.ErrUnsupported }

func room(int64) ([]byte, error) { return nil, errors.ErrUnsupported }

func release([]byte) {}
