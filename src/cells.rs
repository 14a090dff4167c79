//! Text fit for the cells of a terminal: cleaned of what would act on it, measured, broken and cut by cells. The screens
//! and the command line both show text through here. It knows characters and widths, nothing of councils or screens.

pub mod clean;
pub mod wrap;
