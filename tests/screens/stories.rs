//! Whole pieces of work, done with keys.

use mazha::domain::stage::Standing;
use mazha::text::Lang;

use super::kit::{Council, Hand};

#[test]
fn a_matter_is_raised_accepted_worked_on_and_closed_with_keys_alone() {
    let mut hand = Hand::before(Council::found(Lang::Zh), Lang::Zh, (100, 30));
    hand.keys("n东门路灯不亮<Tab><Down><C-s>");
    assert!(hand.frame().contains("提事：东门路灯不亮"), "{}", hand.frame());
    hand.keys("<Enter>a<C-s>");
    hand.keys("s1<Tab>换灯头<C-s>");
    hand.keys("i");
    hand.keys("f1<Tab>换好了<C-s>");
    hand.keys("F<Tab>1<Tab>1<C-s>");
    hand.keys("C<C-s>");
    let frame = hand.frame();
    let matter = hand.council.register.matters().next().expect("a matter");
    assert_eq!(matter.standing, Standing::Done, "{frame}");
}
