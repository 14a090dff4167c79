//! The screens. They know the register only by looking at it, and change it only by asking for a command.

pub mod clean;
pub mod editor;
pub mod form;
pub mod paint;
pub mod style;
pub mod wrap;
