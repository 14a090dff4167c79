//! The program itself in a terminal: what people type, what a terminal shows, and how it is given back.

mod begin;
mod ending;
mod guests;
mod kit;
mod live;
mod looks;
mod meeting;
mod mouse;
mod prepare;
mod signing;
mod typing;
mod wall;
mod whole;
mod width;
