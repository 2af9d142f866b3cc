package pdf

import "image"

// movedColor is how far the colours around a pixel may be apart, over three channels, if what stands there has moved by half a pixel. Of a
// black line as thin as a pixel that is missing it is 255.
const movedColor = 180

// clearMoved takes for the same what differs by no more than a part of a pixel's move: around the pixel there is as much ink as before.
func clearMoved(differs mask, was, is *image.RGBA, r image.Rectangle) {
	w := was.Bounds().Dx()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if at := y*w + x; differs[at] != 0 && apart(around(was, x, y), around(is, x, y)) <= movedColor {
				differs[at] = 0
			}
		}
	}
}

// around returns the mean colour of a pixel and those beside it.
func around(m *image.RGBA, x, y int) (mean [3]int) {
	r := image.Rect(x-1, y-1, x+2, y+2).Intersect(m.Bounds())
	for j := r.Min.Y; j < r.Max.Y; j++ {
		for i := r.Min.X; i < r.Max.X; i++ {
			for k, v := range m.Pix[m.PixOffset(i, j):][:3] {
				mean[k] += int(v)
			}
		}
	}
	for k := range mean {
		mean[k] /= max(1, r.Dx()*r.Dy())
	}
	return mean
}

func apart(a, b [3]int) int { return abs(a[0]-b[0]) + abs(a[1]-b[1]) + abs(a[2]-b[2]) }
