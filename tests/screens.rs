//! The screens as they are seen: keys in, whole frames out.

mod begin;
mod find;
mod hands;
mod kit;
mod lists;
mod looks;
mod palette;
mod stories;
