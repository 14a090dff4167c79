//! The only reader of the time.

use chrono::Local;

use crate::domain::entry::Instant;
use crate::domain::time::ZONE;

/// What time it is, in the council's zone.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this file is the one place that asks")]
pub(crate) fn now() -> Instant {
    Local::now().with_timezone(&ZONE)
}
