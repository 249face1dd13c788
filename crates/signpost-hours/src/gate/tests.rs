use proptest::prelude::*;

use crate::HoursText;

fn code(text: &str) -> &'static str {
    HoursText::parse(text).map_or_else(|fault| fault.code, |_| "accepted")
}
#[test]
fn smoke() {
    assert_eq!(code("24/7"), "accepted");
}
proptest! { #[test] fn x(s in ".{0,40}") { let _ = code(&s); } }
