package pdf

import "testing"

func Test_sizes_of_JPEG_2000_code(t *testing.T) {
	code := append([]byte("jP  "), 0xFF, 0x4F, 0xFF, 0x51, 0, 47, 0, 0, 0, 0, 2, 10, 0, 0, 1, 9, 0, 0, 0, 10, 0, 0, 0, 9)
	code = append(append(code, make([]byte, 16)...), 0, 3, 7, 1, 1)
	if w, h, n := jpxSize(code); w != 512 || h != 256 || n != 3 {
		t.Error(w, h, n)
	}
	for cut := range len(code) - 3 {
		if w, h, n := jpxSize(code[:cut]); w+h+n != 0 {
			t.Fatal(cut, w, h, n)
		}
	}
}
