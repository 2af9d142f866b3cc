package inspect

import (
	"bytes"
	"context"
	"errors"
	"slices"

	"github.com/sumikeshi/sumikeshi/internal/officelock"
)

// Unlock returns what is read in place of src: the package in an Office document that is encrypted as a whole (MS-OFFCRYPTO 2.3.4), if
// the inspector's password opens it or the one that Excel tries by itself; and src itself otherwise. A password that does not open
// it is an [*UnreadError].
func (in *Inspector) Unlock(ctx context.Context, src *Source) (*Source, error) {
	if src.inner != nil {
		return src.inner, nil
	}
	if !officelock.Is(src, src.Size) {
		return src, nil
	}
	tries := []string{in.Password, officelock.Default}
	if in.Password == "" {
		tries = tries[1:]
	}
	for _, password := range slices.Compact(tries) {
		data, err := officelock.Open(ctx, src, src.Size, password)
		if errors.Is(err, officelock.ErrPassword) {
			continue
		}
		if err != nil {
			return nil, locked(err)
		}
		src.inner = &Source{Name: src.Name, ReaderAt: bytes.NewReader(data), Size: int64(len(data)), Locked: password != officelock.Default}
		return src.inner, nil
	}
	if in.Password == "" {
		return src, nil // the format that knows it by its shape says what to do
	}
	return nil, &UnreadError{Reason: Encrypted, Advice: Words{
		"パスワードが違います。パスワードを確かめて、もう一度入れてください。", "The password is wrong. Make sure which it is and try again.",
	}, Err: officelock.ErrPassword}
}

// format returns the format that reads src or what is locked in it, or nil.
func (in *Inspector) format(ctx context.Context, src *Source) Format {
	if inner, err := in.Unlock(ctx, src); err == nil {
		src = inner
	}
	return in.Recognize(src)
}

// locked gives an error of officelock the reason that a report prints.
func locked(err error) error {
	switch {
	case errors.Is(err, officelock.ErrUnsupported):
		return &UnreadError{Reason: Encrypted, Advice: Words{
			"この暗号化のしかたは読めません。元のソフトでパスワードを外して保存してから、もう一度入れてください。",
			"This way of encryption can't be read. Save it without the password and try again.",
		}, Err: err}
	case errors.Is(err, officelock.ErrDamaged):
		return &UnreadError{Reason: Corrupt, Err: err}
	}
	return err
}
