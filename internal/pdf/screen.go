package pdf

// Screen returns the transformation from default user space to the page as it is shown: cropped, turned, in points from the upper
// left corner, with y growing downwards.
func (p *Page) Screen() Matrix {
	b := p.CropBox
	switch p.Rotate {
	case 90:
		return Matrix{0, 1, 1, 0, -b.Y0, -b.X0}
	case 180:
		return Matrix{-1, 0, 0, 1, b.X1, -b.Y0}
	case 270:
		return Matrix{0, -1, -1, 0, b.Y1, b.X1}
	}
	return Matrix{1, 0, 0, -1, -b.X0, b.Y1}
}

// Shown returns the size of the page as it is shown, in points.
func (p *Page) Shown() (width, height float64) {
	if p.Rotate == 90 || p.Rotate == 270 {
		return p.CropBox.H(), p.CropBox.W()
	}
	return p.CropBox.W(), p.CropBox.H()
}
