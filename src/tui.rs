//! The screens. They know the register only by looking at it, and change it only by asking for a command.

pub mod act;
pub mod app;
pub mod clean;
pub mod dialog;
pub mod due;
pub mod editor;
pub mod form;
pub mod help;
pub mod keys;
pub mod listed;
pub mod loading;
pub mod meeting_act;
pub mod narrow;
pub mod narrowing;
pub mod notice_act;
pub mod page;
pub mod paint;
pub mod run;
pub mod screen;
pub mod start;
pub mod style;
pub mod threads;
pub mod trail;
pub mod unsent;
pub mod world;
pub mod wrap;
