//! What the law of the whole country asks of an owners' vote, and that a community's own rule may not ask less.

use super::rule::{Base, TestRule, VoteRule};

/// The first test of the law that a community's own rule does not hold to, so that something could pass under the rule
/// and fail under the law (Civil Code art. 278). `law` has the same matter; a rule may be stricter.
///
/// Where the owners adopted that silence consents, all of them take part, and no smaller a share of all may consent than
/// the law asks to approve of those who take part.
#[must_use]
pub fn looser_than_law<'a>(rule: &VoteRule, law: &'a VoteRule) -> Option<&'a TestRule> {
    law.tests.iter().find(|asked| !rule.tests.iter().any(|own| implies(*own, **asked)))
}

/// Whether whatever meets one test meets the other: the same measure, no more people above the line, no fewer below it,
/// and no smaller share.
fn implies(own: TestRule, asked: TestRule) -> bool {
    if own.name.is_consent() {
        let as_strict = || own.threshold.is_as_strict(own.comparison, asked.threshold, asked.comparison);
        return own.name.measure() == asked.name.measure() && (asked.name.is_participation() || as_strict());
    }
    own.name.measure() == asked.name.measure()
        && holds(asked.counts, own.counts)
        && holds(own.of, asked.of)
        && own.threshold.is_as_strict(own.comparison, asked.threshold, asked.comparison)
}

fn holds(outer: Base, inner: Base) -> bool {
    outer.parts() >= inner.parts()
}
