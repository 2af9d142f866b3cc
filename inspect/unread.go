package inspect

import (
	"context"
	"errors"

	"github.com/sumikeshi/sumikeshi/internal/limits"
)

// A Reason says why a part could not be read. The values are those of the report's JSON.
type Reason string

const (
	Encrypted   Reason = "encrypted"
	Corrupt     Reason = "corrupt"
	Unsupported Reason = "unsupported"
	Limit       Reason = "limit"
	ImageOnly   Reason = "image-only"
	Crash       Reason = "crash"
	Timeout     Reason = "timeout"
)

// Words says the reason to a person, with what to do next.
func (r Reason) Words() Words {
	switch r {
	case Encrypted:
		return Words{"パスワードがかかっています。パスワードを外して保存してから、もう一度入れてください。", "It has a password. Save it without the password and try again."}
	case Corrupt:
		return Words{"ファイルがこわれているか、読み方がひとつに決まりません。元のソフトで開き、名前を付けて保存し直してください。", "It is damaged, or can be read in more than one way. Open it in its own program and save it anew."}
	case Limit:
		return Words{"大きすぎます。分けて保存するか、上限を上げてください。", "It is too large. Split it, or raise the limit."}
	case ImageOnly:
		return Words{"文字のない画像です。目で確かめてください。", "It is a picture without text. Look at it yourself."}
	case Crash:
		return Words{"調べている途中で止まりました。このファイルは公開せず、開発元に知らせてください。", "The check broke off. Do not publish the file; please report it."}
	case Timeout:
		return Words{"時間内に調べ終わりませんでした。分けて保存するか、時間の上限を上げてください。", "The check did not finish in time. Split the file, or raise the time limit."}
	}
	return Words{"この形式はまだ読めません。", "This format can't be read yet."}
}

// An UnreadError says why a source, or a part of it, could not be read.
type UnreadError struct {
	Reason Reason
	Advice Words // what to do; the zero value means the reason's own words
	Err    error // the cause; holds no text of the document
}

func (e *UnreadError) Error() string {
	if e.Err == nil {
		return string(e.Reason)
	}
	return string(e.Reason) + ": " + e.Err.Error()
}

func (e *UnreadError) Unwrap() error { return e.Err }

// Unread is one part that could not be read, as the report's JSON holds it.
type Unread struct {
	Where  string `json:"where"`
	Reason Reason `json:"reason"`
	Advice Words  `json:"advice"`
}

// ReasonOf maps an error to the reason that a report prints: limits and deadlines are told apart, anything else is corrupt.
func ReasonOf(err error) Reason {
	var un *UnreadError
	var lim *limits.Error
	var own interface{ UnreadReason() string }
	switch {
	case errors.As(err, &un):
		return un.Reason
	case errors.As(err, &lim):
		return Limit
	case errors.Is(err, context.DeadlineExceeded):
		return Timeout
	case errors.As(err, &own):
		return Reason(own.UnreadReason())
	}
	return Corrupt
}
