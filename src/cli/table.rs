//! Columns of text that line up by the cells they take on a screen; must not know what stands in them.

use std::io::{self, Write};

use crate::tui::clean::clean;
use crate::tui::wrap::{truncate, width};

/// Cells between two columns.
const GAP: usize = 2;

/// A column is never cut shorter than this.
const LEAST: usize = 8;

/// Rows of cells, painted once all of them are known.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
    /// The column that gives way where a line is too narrow.
    elastic: usize,
}

impl Table {
    /// An empty table whose `elastic` column is cut where a line is too narrow.
    pub(super) fn new(elastic: usize) -> Self {
        Self { rows: Vec::new(), elastic }
    }

    /// Adds a row. Cells are data: whatever could steer a terminal is made visible.
    pub(super) fn row(&mut self, cells: &[impl AsRef<str>]) {
        self.rows.push(cells.iter().map(|cell| clean(cell.as_ref()).into_owned()).collect());
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Writes the rows, in lines of at most `columns` cells if that is given; columns with nothing in them are left out.
    pub(super) fn write(&self, out: &mut impl Write, indent: usize, columns: Option<usize>) -> io::Result<()> {
        let mut widths = self.widths();
        if let Some(columns) = columns {
            let taken: usize = widths.iter().filter(|&&cells| cells > 0).map(|cells| cells + GAP).sum();
            let over = (indent + taken).saturating_sub(GAP).saturating_sub(columns);
            if let Some(elastic) = widths.get_mut(self.elastic) {
                *elastic = (*elastic).min(elastic.saturating_sub(over).max(LEAST));
            }
        }
        for row in &self.rows {
            writeln!(out, "{}", line(row, &widths, indent))?;
        }
        Ok(())
    }

    fn widths(&self) -> Vec<usize> {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let widest = |column: usize| self.rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max();
        (0..columns).map(|column| widest(column).unwrap_or(0)).collect()
    }
}

fn line(row: &[String], widths: &[usize], indent: usize) -> String {
    let mut line = " ".repeat(indent);
    for (cell, &cells) in row.iter().zip(widths).filter(|&(_, &cells)| cells > 0) {
        let shown = truncate(cell, cells);
        line.push_str(&shown);
        line.push_str(&" ".repeat(cells.saturating_sub(width(&shown)) + GAP));
    }
    line.truncate(line.trim_end().len());
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(table: &Table, columns: Option<usize>) -> String {
        let mut out = Vec::new();
        table.write(&mut out, 0, columns).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn sample() -> Table {
        let mut table = Table::new(1);
        table.row(&["A001", "东门路灯不亮", "", "3 天"]);
        table.row(&["A002", "EV", "", "today"]);
        table
    }

    #[test]
    fn columns_line_up_by_cells_and_empty_ones_are_left_out() {
        assert_eq!(written(&sample(), None), "A001  东门路灯不亮  3 天\nA002  EV            today\n");
    }

    #[test]
    fn the_elastic_column_gives_way() {
        // 4 + 2 + 9 + 2 + 5 = 22: the title has 9 cells left, four Hanzi and the sign.
        assert_eq!(written(&sample(), Some(22)), "A001  东门路灯…  3 天\nA002  EV         today\n");
    }

    #[test]
    fn data_cannot_steer_the_terminal() {
        let mut table = Table::new(0);
        table.row(&["\x1b[2J\r\nx"]);
        assert_eq!(written(&table, None), "␛[2J x\n");
    }
}
