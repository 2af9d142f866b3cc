package ooxml

import (
	"io"
	"strconv"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/stray"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A scrub says what is taken of what programs pass over in a part.
type scrub struct {
	remarks bool // comments and processing instructions go
	values  bool // texts and attributes are masked
}

func (j *job) takeScrub(part *opc.Part, fix inspect.Scrub) {
	if j.scrub == nil {
		j.scrub = map[*opc.Part]scrub{}
	}
	what := j.scrub[part]
	what.remarks = what.remarks || fix.Of == "remark"
	what.values = what.values || fix.Of == "value"
	j.scrub[part] = what
}

// copying returns what writes a part as it is.
func (j *job) copying(part *opc.Part) func(io.Writer) error {
	return func(w io.Writer) error {
		r, err := part.Open(j.ctx)
		if err != nil {
			return err
		}
		defer r.Close()
		_, err = io.Copy(w, r)
		return err
	}
}

// scrubbing returns what writes a part as write does, scrubbed. It is the last that is done to the part, and holds nothing of it.
func (j *job) scrubbing(part *opc.Part, what scrub, write func(io.Writer) error) func(io.Writer) error {
	return func(w io.Writer) error {
		from, to := io.Pipe()
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			to.CloseWithError(write(to))
		}()
		err := j.scrubFrom(part, what, from, w)
		from.CloseWithError(io.ErrClosedPipe)
		<-ended
		return err
	}
}

func (j *job) scrubFrom(part *opc.Part, what scrub, r io.Reader, w io.Writer) error {
	rewrite := xmlscan.Rewrite
	if what.remarks {
		rewrite = xmlscan.RewriteBare
	}
	var follow stray.Reader
	styles := map[string]bool{}
	where := partAt(part)
	return rewrite(j.ctx, r, w, func(s *xmlscan.Scanner, out *xmlscan.Out) error {
		follow.Follow(s)
		switch {
		case j.mask == nil || !what.values:
		case s.Kind() == xmlscan.Text && follow.Text(s) && !follow.Tied(s):
			if text := string(s.Text()); j.mask(where, text) != text {
				out.Replace(xmlscan.Escape(nil, j.mask(where, text)))
			}
		case s.Kind() == xmlscan.Start:
			out.MapAttrs(func(space string, local, value []byte) string {
				if follow.Attr(s, local, value) && !stray.TiedAttr(s, space, local) {
					masked := j.mask(where, string(value))
					if masked != string(value) && s.Is("cellStyle") {
						masked = apart(masked, styles)
					}
					return masked
				}
				return string(value)
			})
		}
		return nil
	})
}

// apart returns a name that no other of a list has: two cell styles (18.8.7) may not go by one name.
func apart(name string, taken map[string]bool) string {
	for n := 2; taken[name]; n++ {
		if next := name + strconv.Itoa(n); !taken[next] {
			name = next
		}
	}
	taken[name] = true
	return name
}
