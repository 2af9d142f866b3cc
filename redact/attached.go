package redact

import (
	"bytes"
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact/pdf"
)

// open reports whether a reader gets at what lies in a container: it is the file itself, or a file attached to it that stays. Those are
// cleaned like the file, and hold to the same promises; of other files inside files that stay nothing is taken.
func open(h *inspect.Holder) bool {
	for ; h != nil; h = h.Outer {
		if _, attached := h.Fix.(inspect.DropAttachment); !attached {
			return false
		}
	}
	return true
}

// attached returns what writes the attached files of a PDF that stay.
func (b *build) attached(ctx context.Context, within []string) map[int]pdf.Attached {
	out := map[int]pdf.Attached{}
	for obj, name := range b.job(within).attached {
		inside := append(within[:len(within):len(within)], name)
		if !b.busy(inside) {
			continue // its bytes stay as they are
		}
		out[obj] = func(data []byte) ([]byte, error) {
			var buf bytes.Buffer
			src := &inspect.Source{Name: name, ReaderAt: bytes.NewReader(data), Size: int64(len(data))}
			err := b.write(ctx, src, inside, &buf)
			return buf.Bytes(), err
		}
	}
	return out
}

// busy reports whether something is to be done in a container or in what lies in it.
func (b *build) busy(within []string) bool {
	key := strings.Join(within, "\x00")
	for k, j := range b.jobs {
		if (k == key || strings.HasPrefix(k, key+"\x00")) && !j.idle() {
			return true
		}
	}
	return b.masks.any()
}
