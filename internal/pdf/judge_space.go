package pdf

// spaces gives spaces the cause of the glyphs around them, where the same operation shows both: they are part of the hidden text, and
// left behind they would tell where its words ended.
func (j *judge) spaces() {
	glyphs := j.c.Glyphs
	for i := 0; i < len(glyphs); i++ {
		if glyphs[i].Cause == Seen {
			continue
		}
		last := glyphs[i]
		end := i + 1
		for end < len(glyphs) && glyphs[end].Show == last.Show && glyphs[end].Cause == Seen && glyphs[end].white {
			end++
		}
		if end < len(glyphs) && glyphs[end].Show == last.Show && glyphs[end].Cause == last.Cause {
			for k := i + 1; k < end; k++ {
				glyphs[k].Cause, glyphs[k].Cover = last.Cause, last.Cover
			}
		}
		i = end - 1
	}
}
