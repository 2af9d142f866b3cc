package pdf

import (
	"slices"
	"testing"
)

// drawnBelow lists "y:from-to" of a picture of 10 by 10 samples that fills a page of 10 by 10 points.
func drawnBelow(c *Canvas, m Matrix) (rows [][3]int, ok bool) {
	ok = c.Below(0, m, 10, 10, func(y, from, to int) { rows = append(rows, [3]int{y, from, to}) })
	return rows, ok
}

func Test_what_lies_below_a_cover(t *testing.T) {
	upright, turned := Matrix{10, 0, 0, 10, 0, 0}, Matrix{0, 10, -10, 0, 10, 0}
	loop := func(points ...float64) []segment {
		var out []segment
		for i := 0; i < len(points); i += 2 {
			k := (i + 2) % len(points)
			out = append(out, segment{points[i], points[i+1], points[k], points[k+1]})
		}
		return out
	}
	ring := append(loop(0, 0, 10, 0, 10, 10, 0, 10), loop(3, 3, 7, 3, 7, 7, 3, 7)...)
	tests := []struct {
		name  string
		lines []segment
		shape shape
		m     Matrix
		want  [][3]int
	}{
		{"rectangle", nil, shape{box: Rect{2, 5, 8, 9}}, upright, [][3]int{{2, 3, 7}, {3, 3, 7}}},
		{"turned_picture", nil, shape{box: Rect{2, 5, 8, 9}}, turned, [][3]int{{3, 6, 8}, {4, 6, 8}, {5, 6, 8}, {6, 6, 8}}},
		{"beyond_the_picture", nil, shape{box: Rect{-5, 8, 15, 15}}, upright, [][3]int{{0, 0, 10}}},
		{"triangle", loop(0, 0, 10, 0, 0, 10), shape{box: Rect{0, 0, 10, 10}, last: 3}, upright, [][3]int{{4, 1, 2}, {5, 1, 3}, {6, 1, 4}, {7, 1, 5}, {8, 1, 6}}},
		{"ring", ring, shape{box: Rect{0, 0, 10, 10}, last: 8, evenOdd: true}, upright, [][3]int{
			{1, 1, 9}, {2, 1, 2}, {2, 8, 9}, {3, 1, 2}, {3, 8, 9}, {4, 1, 2}, {4, 8, 9}, {5, 1, 2}, {5, 8, 9}, {6, 1, 2}, {6, 8, 9}, {7, 1, 2}, {7, 8, 9}, {8, 1, 9},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := &Canvas{lines: tt.lines, Paints: []Paint{{shape: tt.shape, clip: -1}}}
			got, ok := drawnBelow(c, tt.m)
			if !ok {
				t.Fatal("the shape is not known")
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("below are %v, want %v", got, tt.want)
			}
		})
	}
	clipped := &Canvas{clips: []clip{{shape: shape{box: Rect{0, 0, 5, 10}}, parent: -1}}, Paints: []Paint{{shape: shape{box: Rect{2, 5, 8, 9}}}}}
	if got, _ := drawnBelow(clipped, upright); !slices.Equal(got, [][3]int{{2, 3, 4}, {3, 3, 4}}) {
		t.Errorf("below a clipped rectangle are %v", got)
	}
	clipped.clips[0].vague = true
	if got, ok := drawnBelow(clipped, upright); ok || got != nil {
		t.Errorf("below a cover in a clip that is not known are %v", got)
	}
}
