//! Finding Chinese text by what people type: characters, pinyin, initials, or a mixture; must not know what the
//! text belongs to, where it is kept, or how a match is shown.
//!
//! A text is prepared once as a [`Haystack`], a query as a [`Needle`]; [`Needle::find`] then tells where it matches,
//! in byte ranges of the text as it was written.
//!
//! `停车`, `tingche`, `tc`, `停c`, `tche` and `tingch` all find 停车; so does `停車`. Spaces part a query into words
//! that must all be found, in any order.
//!
//! Where there are very many texts, they are packed by an [`Alphabet`], and a [`Probe`] tells which of them match and how
//! well, as [`Needle::find`] would.

mod fold;
mod haystack;
mod needle;
mod packed;

pub use fold::fold;
pub use haystack::Haystack;
pub use needle::{Match, Needle, joined};
pub use packed::{Alphabet, GAP, Probe};

/// One bit for each of `a`–`z` and the other bits shared out among all other characters.
///
/// A text can only match if its mask holds every bit of the query's, which rejects most texts with one instruction.
fn mask_of(letter: char) -> u64 {
    const LETTERS: u32 = 26;
    let code = u32::from(letter);
    let bit = if letter.is_ascii_lowercase() { code - u32::from('a') } else { LETTERS + code % (u64::BITS - LETTERS) };
    1 << bit
}

#[cfg(test)]
mod tests;
