//! How far the reading of a record has come, for whoever waits for it on another thread. Knows bytes, not acts.

use std::sync::atomic::{AtomicU64, Ordering};

/// Bytes read of all there are. Looked at from one thread while another reads.
#[derive(Debug, Default)]
pub struct Progress {
    all: AtomicU64,
    read: AtomicU64,
}

impl Progress {
    /// Bytes read so far, and bytes there are; both 0 while the folder has not been listed.
    #[must_use]
    pub fn bytes(&self) -> (u64, u64) {
        (self.read.load(Ordering::Relaxed), self.all.load(Ordering::Relaxed))
    }

    /// So many bytes are to be read, none of them yet.
    pub(super) fn begin(&self, all: u64) {
        self.read.store(0, Ordering::Relaxed);
        self.all.store(all, Ordering::Relaxed);
    }

    /// So many more were read.
    pub(super) fn advance(&self, bytes: u64) {
        self.read.fetch_add(bytes, Ordering::Relaxed);
    }
}
