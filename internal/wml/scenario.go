package wml

// A scenario is how the style of a table (17.7.6) may make a cell look. Which row is the last is not known before the table ends, so there
// may be two.
type scenario struct {
	run    Props
	ground paint
}

// scenarios returns the looks of the cell, one at least.
func (c *Cell) scenarios() []scenario {
	if c.looks != nil {
		return c.looks
	}
	st := c.Table.style
	conds := c.conditions()
	if !c.Table.last {
		c.looks = append(c.looks, st.scenario(conds))
	}
	if c.Table.look.lastRow && c.Row > 1 || c.Table.last {
		c.looks = append(c.looks, st.scenario(append([]string{"lastRow"}, conds...)))
	}
	return c.looks
}

// scenario lays the conditional formats upon one another, the strongest first.
func (st *style) scenario(conds []string) scenario {
	var s scenario
	for _, cond := range append(conds, "wholeTable") {
		s.run = s.run.over(st.inks[cond])
		s.ground = s.ground.over(st.cells[cond])
	}
	s.run, s.ground = s.run.over(st.run), s.ground.over(st.cells[""])
	return s
}

// conditions returns the conditional formats that hold for the cell (17.18.89), the strongest first.
func (c *Cell) conditions() []string {
	var out []string
	look := c.Table.look
	row, col := c.Row, c.Col
	first := look.firstRow && row == 1
	if first {
		out = append(out, "firstRow")
	}
	if look.firstColumn && col == 1 {
		out = append(out, "firstCol")
	}
	if n := len(c.Table.grid); look.lastColumn && n > 0 && col+c.span-1 >= n {
		out = append(out, "lastCol")
	}
	if look.firstRow {
		row--
	}
	if look.firstColumn {
		col--
	}
	if !look.noRows && !first && row > 0 {
		out = append(out, [...]string{"band2Horz", "band1Horz"}[row%2])
	}
	if !look.noColumns && col > 0 {
		out = append(out, [...]string{"band2Vert", "band1Vert"}[col%2])
	}
	return out
}
