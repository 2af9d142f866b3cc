package sumikeshi

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/limits"
)

// An Input is a document to be read: a file, or bytes.
type Input struct {
	Name string // as reports show it
	Path string // the file; empty: Data holds the bytes
	Data []byte
}

const unknownFormat = "unknown"

// An opened input is held open, read-only, as long as it is worked on, so that what it was can be compared with what it is.
type opened struct {
	in   Input
	path string // absolute, for the worker
	info fs.FileInfo
	size int64
	sum  string
	r    io.ReaderAt
	f    *os.File
}

// openInput opens and hashes an input. With an error it returns what can be said of the input all the same.
func openInput(ctx context.Context, in Input, lim limits.Limits) (*opened, error) {
	src := &opened{in: in}
	if in.Path == "" {
		src.size, src.r = int64(len(in.Data)), bytes.NewReader(in.Data)
	} else if err := src.open(); err != nil {
		return src, err
	}
	bound := lim.Or(limits.Default()).Input
	if src.size <= max(bound, maxHashed) {
		var err error
		if src.sum, err = src.hash(ctx); err != nil {
			src.close()
			return src, unreadable(ctx, err)
		}
	}
	if src.size > bound {
		src.close()
		return src, &limits.Error{Name: "input", Limit: bound}
	}
	return src, nil
}

// maxHashed is how much of a file over the limit is read only to name its hash.
const maxHashed = 1 << 30

func (src *opened) open() error {
	var err error
	if src.path, err = filepath.Abs(src.in.Path); err != nil {
		return err
	}
	// A pipe would make opening wait for ever, so look first.
	if src.info, err = os.Stat(src.path); err != nil {
		return refusal(err)
	}
	if !src.info.Mode().IsRegular() {
		return errNotAFile
	}
	if src.f, err = os.Open(src.path); err != nil {
		return refusal(err)
	}
	if src.info, err = src.f.Stat(); err != nil {
		src.close()
		return refusal(err)
	}
	src.size, src.r = src.info.Size(), src.f
	return nil
}

func (src *opened) close() {
	if src.f != nil {
		_ = src.f.Close()
	}
}

// hash reads the whole input.
func (src *opened) hash(ctx context.Context) (string, error) {
	h := sha256.New()
	r := io.NewSectionReader(src.r, 0, src.size)
	for ctx.Err() == nil {
		_, err := io.CopyN(h, r, 8<<20)
		if errors.Is(err, io.EOF) {
			return hex.EncodeToString(h.Sum(nil)), nil
		}
		if err != nil {
			return "", err
		}
	}
	return "", ctx.Err()
}

// same reports whether the input is still what it was, by its name too.
func (src *opened) same(ctx context.Context) bool {
	if src.f != nil {
		now, err := os.Stat(src.path)
		if err != nil || !os.SameFile(now, src.info) || now.Size() != src.size {
			return false
		}
	}
	sum, err := src.hash(ctx)
	return err == nil && sum == src.sum
}

// unread returns the result of an input that could not be looked at, and why.
func (src *opened) unread(err error) *inspect.Result {
	res := inspect.NotReadable(&inspect.Source{Name: src.in.Name, Size: src.size}, unknownFormat, inspect.ReasonOf(err))
	res.SHA256 = src.sum
	var un *inspect.UnreadError
	if errors.As(err, &un) && un.Advice != (inspect.Words{}) {
		res.Unread[0].Advice = un.Advice
	}
	return res
}

// refused is unread for an input that could not even be opened; only one that is not there is an error.
func (src *opened) refused(err error) (*inspect.Result, error) {
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, context.Canceled) {
		return nil, err
	}
	return src.unread(err), nil
}

// lost is unread for an input whose worker was lost. What cancelled the context is no fault of the input.
func (src *opened) lost(ctx context.Context, err error) (*inspect.Result, error) {
	if ctx.Err() != nil && errors.Is(ctx.Err(), context.Canceled) {
		return nil, ctx.Err()
	}
	return src.unread(crashed(err)), nil
}

// crashed makes sure that a worker which could not be had is told as a crash, not as a damaged document.
func crashed(err error) error {
	var own interface{ UnreadReason() string }
	if errors.As(err, &own) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return &inspect.UnreadError{Reason: inspect.Crash, Err: err}
}

func unreadable(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return refusal(err)
}

// refusal says in words that the system does not let a file be read.
func refusal(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return &inspect.UnreadError{
		Reason: inspect.Corrupt,
		Advice: inspect.Words{
			JA: "ファイルを開けません。読み取りの権限と、ほかのソフトで開いていないかを確かめてください。",
			EN: "The file can't be opened. Check its permissions, and whether another program holds it.",
		},
		Err: err,
	}
}

var errNotAFile = &inspect.UnreadError{
	Reason: inspect.Unsupported,
	Advice: inspect.Words{
		JA: "ふつうのファイルではありません。いちど保存してから、もう一度入れてください。",
		EN: "It is not an ordinary file. Save it first and try again.",
	},
}
