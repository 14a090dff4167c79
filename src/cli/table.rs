//! Columns of text that line up by the cells they take on a screen; must not know what stands in them.

use std::io::{self, Write};

use crate::cells::clean::clean;
use crate::cells::wrap::{truncate, width, wrap};

/// Cells between two columns.
const GAP: usize = 2;

/// A column is never cut shorter than this.
const LEAST: usize = 8;

/// Rows of cells, painted once all of them are known.
#[derive(Debug)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
    /// The columns that give way where a line is too narrow; the first one keeps twice as much as the others.
    elastic: &'static [usize],
    way: Way,
}

/// How a column gives way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// What does not fit is left out.
    Cut,
    /// What does not fit goes on below; the column is the only one, and the last.
    Wrap,
}

impl Table {
    /// An empty table whose `elastic` columns are cut where a line is too narrow.
    pub(super) fn new(elastic: &'static [usize]) -> Self {
        Self { rows: Vec::new(), elastic, way: Way::Cut }
    }

    /// An empty table whose last column, `elastic`, goes on below where a line is too narrow.
    pub(super) fn wrapping(elastic: &'static [usize]) -> Self {
        Self { way: Way::Wrap, ..Self::new(elastic) }
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
        let widths = self.widths(columns.map(|columns| columns.saturating_sub(indent)));
        let last = self.elastic.first().copied().unwrap_or(0);
        for row in &self.rows {
            let text = row.get(last).map_or("", String::as_str);
            let cells = widths.get(last).copied().unwrap_or(0);
            let rest = match self.way {
                Way::Wrap if width(text) > cells => wrap(text, cells),
                _ => Vec::new(),
            };
            let Some((first, below)) = rest.split_first() else {
                writeln!(out, "{}", line(row, &widths, indent))?;
                continue;
            };
            let mut part = row.clone();
            for range in std::iter::once(first).chain(below) {
                if let Some(cell) = part.get_mut(last) {
                    text[range.clone()].clone_into(cell);
                }
                writeln!(out, "{}", line(&part, &widths, indent))?;
                part.iter_mut().for_each(String::clear);
            }
        }
        Ok(())
    }

    /// The cells of each column, so that a line takes at most `columns` if that is given.
    fn widths(&self, columns: Option<usize>) -> Vec<usize> {
        let count = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let widest = |column: usize| self.rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max();
        let mut widths: Vec<usize> = (0..count).map(|column| widest(column).unwrap_or(0)).collect();
        let Some(columns) = columns else { return widths };
        let taken: usize = widths.iter().filter(|&&cells| cells > 0).map(|cells| cells + GAP).sum();
        for _ in columns..taken.saturating_sub(GAP) {
            let share = |&(nth, column): &(usize, usize)| if nth == 0 { widths[column] } else { 2 * widths[column] };
            let elastic = self.elastic.iter().copied().enumerate();
            match elastic.filter(|&(_, column)| column < count && widths[column] > LEAST).max_by_key(share) {
                Some((_, column)) => widths[column] -= 1,
                None => break,
            }
        }
        widths
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
        let mut table = Table::new(&[1]);
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
    fn the_first_elastic_column_keeps_twice_as_much_as_the_others() {
        let mut table = Table::new(&[0, 1]);
        table.row(&["a".repeat(60), "b".repeat(60), "firm".to_owned()]);
        // 65 - 4 - 2 gaps of 2 leave 57 for the two.
        let line = written(&table, Some(65));
        let cells: Vec<usize> = line.split_whitespace().map(|cell| cell.chars().count()).collect();
        assert_eq!(cells, [38, 19, 4]);
    }

    #[test]
    fn a_wrapping_column_goes_on_below_itself() {
        let mut table = Table::wrapping(&[1]);
        table.row(&["A001", "东门路灯不亮已换灯"]);
        table.row(&["A002", "短"]);
        // 4 + 2 leaves 8 cells of 14: four Hanzi a line.
        assert_eq!(written(&table, Some(14)), "A001  东门路灯\n      不亮已换\n      灯\nA002  短\n");
    }

    #[test]
    fn data_cannot_steer_the_terminal() {
        let mut table = Table::new(&[0]);
        table.row(&["\x1b[2J\r\nx"]);
        assert_eq!(written(&table, None), "␛[2J x\n");
    }
}
