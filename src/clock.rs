//! The only reader of the time.

use chrono::{Local, SubsecRound};

use crate::domain::entry::Instant;
use crate::domain::time::ZONE;

/// What time it is, in the council's zone, to the millisecond: as exact as the record keeps it.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this file is the one place that asks")]
pub(crate) fn now() -> Instant {
    Local::now().with_timezone(&ZONE).trunc_subsecs(3)
}
