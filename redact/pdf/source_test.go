package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// freed returns a file whose later part says of an object that it is gone. Some readers believe it, some draw what they find.
func freed(data []byte, n int) []byte {
	at := bytes.LastIndex(data, []byte("xref\n0 "))
	out := bytes.Clone(data)
	end := len(out)
	out = fmt.Appendf(out, "xref\n0 1\n%010d 65535 f \n%d 1\n0000000000 00001 f \n", n, n)
	return fmt.Appendf(out, "trailer\n<< /Size 7 /Root 1 0 R /Prev %d /Gone %d 0 R >>\nstartxref\n%d\n%%%%EOF\n", at, n, end)
}

// Test_a_source_that_readers_differ_on holds that the source is blamed if they differ on a page from which nothing was taken.
func Test_a_source_that_readers_differ_on(t *testing.T) {
	data := freed(pageOf([]byte(textAndBox), nil), 5)
	src := &inspect.Source{Name: "a.pdf", ReaderAt: bytes.NewReader(data), Size: int64(len(data))}
	var out bytes.Buffer
	_, err := Rewrite(context.Background(), src, []inspect.Fix{inspect.Rebuild{}}, nil, nil, &out)
	var source *SourceError
	if !errors.As(err, &source) || source.Page != 1 || source.Late || out.Len() > 0 {
		t.Errorf("%v", err)
	}
}

func Test_what_is_to_blame(t *testing.T) {
	tt := &tiers{f: open(t, pageOf([]byte(textAndBox), nil)), pictures: map[int]bool{}}
	for i, c := range []struct {
		err    error
		source bool
		late   bool
	}{
		{&LookError{Page: 1, Err: errPixels}, false, false}, // the source itself is clear
		{&LookError{Unseen: true, Err: errPages}, true, false},
		{&LookError{Page: 1, Unseen: true, Err: errTooMany}, true, true},
		{ErrDraw, false, false},
	} {
		err := tt.blame(context.Background(), c.err)
		var source *SourceError
		if errors.As(err, &source) != c.source || c.source && source.Late != c.late {
			t.Errorf("%d: %v", i, err)
		}
	}
}

// Test_what_leads_into_an_attachment holds that an action goes with the file into which it leads, and no other does.
func Test_what_leads_into_an_attachment(t *testing.T) {
	data := bytes.Replace(pageOf([]byte(textAndBox), []byte("q Q")), []byte("/Contents 5 0 R"),
		[]byte("/AA << /O << /S /GoToE /T << /R /C /N (roster.pdf) >> /D [0 /Fit] >> /C << /S /Named /N /NextPage >> >> /AF [<< /Type /Filespec /F (roster.pdf) /EF << /F 6 0 R >> >>] /Contents 5 0 R"), 1)
	out := rewrite(t, data, inspect.DropAttachment{Obj: 6})
	if bytes.Contains(out, []byte("roster")) || bytes.Contains(out, []byte("GoToE")) || !bytes.Contains(out, []byte("NextPage")) {
		t.Errorf("%s", out)
	}
}
