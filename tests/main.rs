//! One test binary: everything that is tried from outside.

#[cfg(test)]
mod council;
#[cfg(test)]
mod journal;
#[cfg(test)]
mod screens;
