//! Breaking and cutting text by the cells it takes on a screen. Knows graphemes and widths, nothing of where the text goes.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Marks that may not begin a row (禁则, GB/T 15834): they close or follow what stands before them.
const NO_START: &str = "，。、；：？！）》〉」』】〕〗…—·～％‰℃”’,.;:?!)]}%";

/// Marks that may not end a row: they open what follows.
const NO_END: &str = "（《〈「『【〔〖“‘￥([{$";

/// How a grapheme behaves where a row might be broken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    /// Closes what stands before it.
    Closing,
    /// Opens what follows.
    Opening,
    /// Stands alone, as Hanzi do: a row may end on either side.
    Wide,
    /// Belongs to a word that is kept whole.
    Word,
}

/// The cells `text` takes, counted grapheme by grapheme as the terminal library paints it.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// The byte ranges of the rows of `text` at a width of `cells`.
///
/// A line feed ends a row and belongs to none; spaces at a break stay at the end of the row above, where they take no
/// cell. A word longer than a row, and a grapheme wider than one, are broken where they must be: a row always holds at
/// least one grapheme. There is always at least one row.
#[must_use]
pub fn wrap(text: &str, cells: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        wrap_line(line, start, cells, &mut rows);
        start += line.len() + 1;
    }
    rows
}

/// The rows of a text without line feeds, at most `most` of them: the last holds all that is left, to be cut where it is
/// shown.
#[must_use]
pub fn fold(text: &str, cells: usize, most: usize) -> Vec<&str> {
    let rows = wrap(text, cells);
    let shown = rows.len().min(most);
    let end = |at: usize| if at + 1 == shown { text.len() } else { rows[at].end };
    rows.iter().take(shown).enumerate().map(|(at, row)| text[row.start..end(at)].trim_end()).collect()
}

/// `text` in at most `cells` cells; what was cut shows as `…` in the last cell.
#[must_use]
pub fn truncate(text: &str, cells: usize) -> Cow<'_, str> {
    if cells == 0 {
        return Cow::Borrowed("");
    }
    let mut used = 0;
    let mut kept = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += grapheme.width();
        if used > cells {
            return Cow::Owned(format!("{}…", text[..kept].trim_end()));
        }
        if used < cells {
            kept = at + grapheme.len();
        }
    }
    Cow::Borrowed(text)
}

/// `text` in exactly `cells` cells: cut as by [`truncate`], or filled with spaces on the right.
#[must_use]
pub fn pad(text: &str, cells: usize) -> String {
    let mut padded = truncate(text, cells).into_owned();
    let missing = cells.saturating_sub(width(&padded));
    padded.extend(std::iter::repeat_n(' ', missing));
    padded
}

fn wrap_line(line: &str, offset: usize, cells: usize, rows: &mut Vec<Range<usize>>) {
    let mut start = 0;
    let mut used = 0;
    let mut last_break = None;
    let mut before: Option<(Class, usize)> = None;
    for (at, grapheme) in line.grapheme_indices(true) {
        let cells_here = grapheme.width();
        let class = class_of(grapheme, cells_here);
        if before.is_some_and(|before| may_break(before, class)) {
            last_break = Some((at, used));
        }
        while class != Class::Space && used + cells_here > cells && at > start {
            let (cut, used_at_cut) = last_break.take().unwrap_or((at, used));
            rows.push(offset + start..offset + cut);
            start = cut;
            used -= used_at_cut;
        }
        used += cells_here;
        before = Some((class, cells_here));
    }
    rows.push(offset + start..offset + line.len());
}

fn may_break((before, cells_before): (Class, usize), next: Class) -> bool {
    match (before, next) {
        (Class::Opening, _) | (_, Class::Closing | Class::Space) | (Class::Word, Class::Word) => false,
        // "3.14", "don’t": a narrow mark inside a word does not end it.
        (Class::Closing, Class::Word) => cells_before > 1,
        _ => true,
    }
}

fn class_of(grapheme: &str, cells: usize) -> Class {
    let Some(first) = grapheme.chars().next() else { return Class::Word };
    if first.is_whitespace() {
        Class::Space
    } else if NO_START.contains(first) {
        Class::Closing
    } else if NO_END.contains(first) {
        Class::Opening
    } else if cells > 1 {
        Class::Wide
    } else {
        Class::Word
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str, cells: usize) -> Vec<&str> {
        wrap(text, cells).into_iter().map(|row| &text[row]).collect()
    }

    #[test]
    fn what_does_not_fit_is_left_in_the_last_row() {
        assert_eq!(fold("东门路灯不亮", 8, 2), ["东门路灯", "不亮"]);
        assert_eq!(fold("the lamp at the gate", 8, 2), ["the lamp", "at the gate"]);
        assert_eq!(fold("东门", 8, 2), ["东门"]);
    }

    #[test]
    fn hanzi_fill_a_row_two_cells_each() {
        assert_eq!(rows("一二三四五", 4), ["一二", "三四", "五"]);
        assert_eq!(rows("一二三四五", 5), ["一二", "三四", "五"]);
    }

    #[test]
    fn no_row_begins_with_a_closing_mark() {
        assert_eq!(rows("一二三，四五", 6), ["一二", "三，四", "五"]);
        assert_eq!(rows("他说：“好。”走", 11), ["他说：", "“好。”走"]);
    }

    #[test]
    fn no_row_ends_with_an_opening_mark() {
        assert_eq!(rows("一二《三四》", 6), ["一二", "《三", "四》"]);
        assert_eq!(rows("见（甲）", 4), ["见", "（甲", "）"]);
    }

    #[test]
    fn an_english_word_is_kept_whole_until_it_is_longer_than_a_row() {
        assert_eq!(rows("move the gate", 9), ["move the ", "gate"]);
        assert_eq!(rows("装上LED灯", 6), ["装上", "LED灯"]);
        assert_eq!(rows("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(rows("约3.14米", 6), ["约3.14", "米"]);
    }

    #[test]
    fn a_line_feed_ends_a_row_and_belongs_to_none() {
        assert_eq!(rows("一\n\n二", 10), ["一", "", "二"]);
        assert_eq!(rows("", 10), [""]);
    }

    #[test]
    fn a_row_too_narrow_for_anything_still_holds_one_grapheme() {
        assert_eq!(rows("一a", 0), ["一", "a"]);
        assert_eq!(rows("一a", 1), ["一", "a"]);
    }

    #[test]
    fn a_cut_text_ends_in_an_ellipsis_inside_the_cells() {
        assert_eq!(truncate("东门路灯", 8), "东门路灯");
        assert_eq!(truncate("东门路灯", 7), "东门路…");
        assert_eq!(truncate("东门路灯", 6), "东门…");
        assert_eq!(truncate("东门", 1), "…");
        assert_eq!(truncate("东门", 0), "");
        assert_eq!(pad("东门路灯", 6), "东门… ");
        assert_eq!(pad("东", 4), "东  ");
    }

    #[test]
    fn a_family_of_joined_people_is_one_grapheme_of_two_cells() {
        assert_eq!(width("中文👨\u{200d}👩\u{200d}👧x"), 7);
    }

    proptest! {
        #[test]
        fn rows_cover_the_text_and_keep_to_the_width(text in "[一-三a-c ，。“”《》]{0,40}", cells in 0_usize..20) {
            let rows = wrap(&text, cells);
            let mut end = 0;
            for row in &rows {
                prop_assert_eq!(row.start, end);
                end = row.end;
                let shown = text[row.clone()].trim_end();
                prop_assert!(width(shown) <= cells.max(2) || shown.graphemes(true).count() == 1);
            }
            prop_assert_eq!(end, text.len());
        }

        #[test]
        fn a_cut_text_never_takes_more_cells(text in any::<String>(), cells in 0_usize..20) {
            prop_assert!(width(&truncate(&text, cells)) <= cells);
        }
    }
}
