//! A page of help as rows of a given width: paragraphs wrapped, numbered points with a hanging indent, tables with their
//! columns side by side, examples as they are. Knows the few marks the pages use, not what they say.

use super::style::Tone;
use crate::cells::wrap;

/// Cells between two columns of a table.
const GAP: usize = 2;
/// The widest a paragraph gets: long lines are hard to read. Tables and examples take the room there is.
const WIDEST: usize = 96;
/// Cells before the words of a numbered point.
const POINT: usize = 3;

/// A row: pieces of text side by side, each in its meaning.
pub type Row = Vec<(String, Tone)>;

/// What a page is made of.
#[derive(Debug, PartialEq, Eq)]
enum Block {
    /// Words, before them the number of the point if they are one.
    Words(Option<String>, String),
    /// A line as it is.
    Example(String),
    /// The rows of a table, the heading first.
    Table(Vec<Vec<String>>),
    Blank,
}

/// The rows of a page without its title, in `width` cells.
#[must_use]
pub fn rows(text: &str, width: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    for block in blocks(text) {
        match block {
            Block::Blank => rows.push(Row::new()),
            Block::Example(line) => rows.push(vec![(line, Tone::Note)]),
            Block::Words(None, words) => {
                rows.extend(wrapped(&words, width.min(WIDEST)).map(|row| vec![(row, Tone::Plain)]));
            }
            Block::Words(Some(number), words) => {
                let mut mark = wrap::pad(&number, POINT);
                for row in wrapped(&words, width.min(WIDEST).saturating_sub(POINT)) {
                    rows.push(vec![(std::mem::replace(&mut mark, " ".repeat(POINT)), Tone::Key), (row, Tone::Plain)]);
                }
            }
            Block::Table(table) => rows.extend(table_rows(&table, width)),
        }
    }
    rows
}

/// The title of a page: its first line without the mark.
#[must_use]
pub fn title(text: &str) -> &str {
    text.lines().next().unwrap_or_default().trim_start_matches("# ")
}

fn wrapped(words: &str, width: usize) -> impl Iterator<Item = String> {
    wrap::wrap(words, width).into_iter().map(|row| words[row].trim_end().to_owned())
}

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for line in text.lines().skip(1).skip_while(|line| line.trim().is_empty()) {
        let number = line.split_once(". ").filter(|(number, _)| number.parse::<u8>().is_ok());
        let is_example = line.starts_with("  ") && !line.starts_with("   ");
        match (line, blocks.last_mut()) {
            (line, _) if line.trim().is_empty() => blocks.push(Block::Blank),
            (line, last) if line.starts_with('|') => {
                let cells: Vec<String> = line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
                // The line under the heading holds dashes only.
                let is_rule = cells.iter().all(|cell| cell.chars().all(|c| c == '-'));
                match last {
                    Some(Block::Table(_)) if is_rule => {}
                    Some(Block::Table(table)) => table.push(cells),
                    _ => blocks.push(Block::Table(vec![cells])),
                }
            }
            (line, _) if is_example => blocks.push(Block::Example(line.to_owned())),
            (line, last) => match (number, last) {
                (Some((number, words)), _) => blocks.push(Block::Words(Some(format!("{number}.")), words.to_owned())),
                (None, Some(Block::Words(_, words))) => join(words, line.trim()),
                (None, _) => blocks.push(Block::Words(None, line.trim().to_owned())),
            },
        }
    }
    blocks
}

/// Goes on with words on the next line of the source: a blank between them only where both sides want one.
fn join(words: &mut String, more: &str) {
    let is_wide = |c: Option<char>| c.is_some_and(|c| wrap::width(c.encode_utf8(&mut [0; 4])) > 1);
    if !is_wide(words.chars().next_back()) && !is_wide(more.chars().next()) {
        words.push(' ');
    }
    words.push_str(more);
}

fn table_rows(table: &[Vec<String>], width: usize) -> Vec<Row> {
    let widths = column_widths(table, width);
    let mut rows = Vec::new();
    for (at, cells) in table.iter().enumerate() {
        let cells: Vec<(usize, Vec<String>)> =
            widths.iter().zip(cells).map(|(width, cell)| (*width, wrapped(cell, *width).collect())).collect();
        let height = cells.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
        for line in 0..height {
            let mut row = Row::new();
            for (column, (width, lines)) in cells.iter().enumerate() {
                let tone = if at == 0 || column == 0 { Tone::Heading } else { Tone::Plain };
                let words = lines.get(line).map_or("", String::as_str);
                // Nothing stands behind the last column that blanks would keep in its place.
                let is_last = column + 1 == cells.len();
                row.push((if is_last { words.to_owned() } else { wrap::pad(words, width + GAP) }, tone));
            }
            rows.push(row);
        }
        if at + 1 < table.len() {
            rows.push(Row::new());
        }
    }
    rows
}

/// The cells of each column: what its longest words take where all fit side by side; else columns that need less than
/// their share leave the rest to the others.
fn column_widths(table: &[Vec<String>], width: usize) -> Vec<usize> {
    let columns = table.iter().map(Vec::len).max().unwrap_or(0);
    let longest = |column: usize| table.iter().filter_map(|row| row.get(column)).map(|cell| wrap::width(cell)).max();
    let wanted: Vec<usize> = (0..columns).map(|column| longest(column).unwrap_or(0)).collect();
    let mut left = width.saturating_sub(GAP * columns.saturating_sub(1));
    let mut order: Vec<usize> = (0..columns).collect();
    order.sort_by_key(|column| wanted[*column]);
    let mut widths = vec![0; columns];
    for (done, column) in order.into_iter().enumerate() {
        let share = left / (columns - done);
        widths[column] = wanted[column].min(share);
        left -= widths[column];
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str, width: usize) -> Vec<String> {
        let line = |row: Row| row.into_iter().map(|(piece, _)| piece).collect::<String>().trim_end().to_owned();
        rows(text, width).into_iter().map(line).collect()
    }

    #[test]
    fn a_paragraph_is_put_together_and_wrapped_anew() {
        assert_eq!(plain("# t: x\n\none two\nthree\n", 20), ["one two three"]);
        assert_eq!(plain("# t：x\n\n一二，\n三四\n", 6), ["一二，", "三四"]);
    }

    #[test]
    fn the_words_of_a_point_hang_behind_its_number() {
        assert_eq!(plain("# t: x\n\n1. one two\n   three\n2. four\n", 10), ["1. one two", "   three", "2. four"]);
    }

    #[test]
    fn an_example_stays_as_it_is() {
        assert_eq!(
            plain("# t: x\n\nRead:\n  mazha status   now\nWrite:\n", 10),
            ["Read:", "  mazha status   now", "Write:"]
        );
    }

    #[test]
    fn the_cells_of_a_table_stand_under_their_heading() {
        // 18 cells, two gaps of 2: the first and the last column need 4 each, which leaves 6 for the one between.
        let page = "# t：x\n\n| 谁 | 提事 | 议事 |\n|---|---|---|\n| 物业 | 一二三四 | 五 |\n";
        assert_eq!(plain(page, 18), ["谁    提事    议事", "", "物业  一二三  五", "      四"]);
        // 20 cells are enough for all: 4, 8 and 4.
        assert_eq!(plain(page, 20), ["谁    提事      议事", "", "物业  一二三四  五"]);
    }
}
