package pdf

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"
)

// damaged is a file with a second header behind its first objects, which any reader may take for the beginning.
func damaged(before, trailer string) []byte {
	content := "q 1 0 0 rg 10 10 50 50 re f Q"
	return []byte("%PDF-1.4\n" + before + "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n" +
		"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>\nendobj\n" +
		"4 0 obj\n<</Length 29>>\nstream\n" + content + "\nendstream\nendobj\n" +
		"trailer\n<</Size 5/Root 1 0 R" + trailer + ">>\nstartxref\n0\n%%EOF\n")
}

func Test_damaged_files_are_repaired(t *testing.T) {
	old := "4 0 obj\n<</Length 22>>\nstream\nBT (earlier words)Tj ET\nendstream\nendobj\n"
	tests := []struct {
		name, before string
		texts        []string
		data         string
		unread       bool
	}{
		{"nothing_else", "", nil, "", false},
		{"an_older_stream", strings.Replace(old, "22", "23", 1), nil, "earlier words", false},
		{"an_older_string", "3 0 obj\n<</Contents(earlier note)>>\nendobj\n", []string{"earlier note"}, "", false},
		{"a_stream_that_can't_be_decoded", strings.Replace(old, "/Length 22", "/Length 23/Filter/FlateDecode", 1), nil, "", true},
		{"the_same_again", "4 0 obj\n<</Length 29>>\nstream\nq 1 0 0 rg 10 10 50 50 re f Q\nendstream\nendobj\n", nil, "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data := damaged(tt.before, "")
			f, err := Open(context.Background(), bytes.NewReader(data), int64(len(data)))
			if err != nil || !f.Repaired() || len(f.Pages) != 1 || len(f.Damage) > 0 {
				t.Fatalf("it is not repaired: %v", err)
			}
			if tt.texts == nil && tt.data == "" && !tt.unread {
				if len(f.Leftovers) > 0 {
					t.Errorf("left over: %+v", f.Leftovers)
				}
				return
			}
			if len(f.Leftovers) != 1 {
				t.Fatalf("left over: %+v", f.Leftovers)
			}
			got := f.Leftovers[0]
			if !slices.Equal(got.Texts, tt.texts) || !strings.Contains(string(got.Data), tt.data) || got.Unread != tt.unread {
				t.Errorf("left over: %+v", got)
			}
		})
	}
}

func Test_a_stream_that_readers_end_differently_is_not_repaired(t *testing.T) {
	data := bytes.Replace(damaged("", ""), []byte("/Length 29"), []byte("/Length 12"), 1)
	if f, err := Open(context.Background(), bytes.NewReader(data), int64(len(data))); err == nil && f.Repaired() {
		t.Error("it is repaired, and the copy would lack what others show")
	}
}

func Test_what_may_be_encrypted_is_not_repaired(t *testing.T) {
	data := damaged("", "/Encrypt 9 0 R")
	if f, err := Open(context.Background(), bytes.NewReader(data), int64(len(data))); err == nil && f.Repaired() {
		t.Error("it is repaired, though nothing is known of what the repaired file lacks")
	}
}
