package pdf

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
)

func TestZZ(t *testing.T) {
	set := detectors.NewSet(detectors.All())
	f := Format{inspect.Tables{Detectors: set}}
	for _, glob := range strings.Fields(os.Getenv("F")) {
		names, _ := filepath.Glob(glob)
		for _, name := range names {
			fh, _ := os.Open(name)
			st, _ := fh.Stat()
			start := time.Now()
			doc, err := f.Open(context.Background(), &inspect.Source{Name: name, ReaderAt: fh, Size: st.Size()})
			out, _ := os.Create("/tmp/pdf/dump/" + filepath.Base(name) + ".txt")
			if err != nil {
				fmt.Fprintln(out, "ERROR", err)
				out.Close()
				continue
			}
			n := 0
			for it, err := range doc.Items(context.Background()) {
				if err != nil {
					fmt.Fprintln(out, "ERROR", err)
					break
				}
				n++
				place := "-"
				if it.Place != nil {
					place = it.Place.ID
				}
				fmt.Fprintf(out, "%s\t%v\t%s\t%d\t%s\t%s\n", place, it.Where, strings.Join(it.Labels, "|"), it.Record&0xffffff, it.Unread, it.Text)
			}
			out.Close()
			if os.Getenv("T") != "" {
				fmt.Println(name, n, time.Since(start))
			}
		}
	}
}
