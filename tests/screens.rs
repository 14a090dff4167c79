//! The screens as they are seen: keys in, whole frames out.

mod begin;
mod busy;
mod convene;
mod disk;
mod find;
mod forms;
mod hands;
mod kit;
mod lists;
mod live;
mod looks;
mod many;
mod mouse;
mod palette;
mod prepare;
mod signing;
mod stories;
mod strokes;
mod wall;
