//! The screens as they are seen: keys in, whole frames out.

mod begin;
mod disk;
mod find;
mod forms;
mod kit;
mod lists;
mod looks;
mod stories;
mod strokes;
