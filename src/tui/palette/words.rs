//! A typed line, taken apart into words. Knows spaces and quotes, in either width; not what the words mean.

/// What stands between two spaces, quotes taken off.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    /// The byte of the line at which it begins.
    pub(super) at: usize,
}

/// The words of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    /// Those that are followed by a space.
    pub(super) done: Vec<Word>,
    /// The one being typed: the last one, or an empty one behind a space.
    pub(super) last: Word,
}

/// Quotes may open a word or its value; each is closed by its partner.
const QUOTES: [(char, char); 6] = [('"', '"'), ('“', '”'), ('＂', '＂'), ('「', '」'), ('『', '』'), ('\'', '\'')];

impl Words {
    pub(super) fn of(line: &str) -> Self {
        let mut done = Vec::new();
        let mut word: Option<Word> = None;
        let mut closing: Option<char> = None;
        // Whether a quote here would open something: at the beginning of a word, or of its value.
        let mut opens = true;
        let mut letters = line.char_indices();
        while let Some((at, c)) = letters.next() {
            let quote = QUOTES.iter().find(|(open, _)| opens && closing.is_none() && *open == c);
            if c.is_whitespace() && closing.is_none() {
                done.extend(word.take());
                opens = true;
                continue;
            }
            let word = word.get_or_insert_with(|| Word { text: String::new(), at });
            opens = false;
            match (closing, quote) {
                (Some(close), _) if c == close => closing = None,
                (Some('"'), _) if c == '\\' => word.text.extend(letters.next().map(|(_, c)| c)),
                (None, Some((_, close))) => closing = Some(*close),
                _ => {
                    opens = closing.is_none() && matches!(c, '=' | '＝');
                    word.text.push(c);
                }
            }
        }
        Self { done, last: word.unwrap_or(Word { text: String::new(), at: line.len() }) }
    }

    /// All words, the one being typed too unless it is empty.
    pub(super) fn all(&self) -> impl Iterator<Item = &Word> {
        self.done.iter().chain(Some(&self.last).filter(|word| !word.text.is_empty()))
    }
}

impl Word {
    /// `name=value`, with a sign of either width.
    pub(super) fn pair(&self) -> Option<(&str, &str)> {
        self.text.split_once(['=', '＝'])
    }
}

/// A text as one word of a line.
pub(super) fn quoted(text: &str) -> String {
    let plain = !text.is_empty()
        && !text.contains(|c: char| c.is_whitespace() || c == '\\')
        && !QUOTES.iter().any(|(open, _)| text.contains(*open));
    if plain { text.to_owned() } else { format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        Words::of(line).all().map(|word| word.text.clone()).collect()
    }

    #[test]
    fn spaces_of_either_width_part_words() {
        assert_eq!(words("  list　tasks --overdue "), ["list", "tasks", "--overdue"]);
        assert_eq!(Words::of("list ").last, Word { text: String::new(), at: 5 });
        assert_eq!(Words::of("show A1").last, Word { text: "A1".into(), at: 5 });
    }

    #[test]
    fn quotes_keep_words_together_where_they_open_something() {
        assert_eq!(words(r#"note text="灯 不亮" kind=note"#), ["note", "text=灯 不亮", "kind=note"]);
        assert_eq!(words("raise “东门 路灯” --by 周阿姨"), ["raise", "东门 路灯", "--by", "周阿姨"]);
        assert_eq!(words("raise Don't"), ["raise", "Don't"]);
        assert_eq!(words(r#"a "b \"c\" \\" d"#), ["a", r#"b "c" \"#, "d"]);
        // A quote that is not closed goes on to the end.
        assert_eq!(words("text=\"a b"), ["text=a b"]);
    }

    #[test]
    fn what_is_quoted_comes_back_as_it_was() {
        for text in ["", "A1", "a b", r#"say "no" \ "#, "“引号”"] {
            assert_eq!(words(&format!("x={} y", quoted(text)))[0], format!("x={text}"));
        }
    }
}
