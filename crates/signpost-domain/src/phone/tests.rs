use proptest::prelude::*;

use super::*;

fn tel(text: &str) -> Result<String, PhoneError> {
    Phone::new(text).map(|phone| phone.tel())
}

#[test]
fn numbers_are_dialled_as_they_should_be() {
    for (typed, dialled) in [
        ("807-468-9861", "tel:+18074689861"),
        ("(807) 468 9861", "tel:+18074689861"),
        ("807.468.9861", "tel:+18074689861"),
        ("1-866-531-2600", "tel:+18665312600"),
        ("+1 866 531-2600", "tel:+18665312600"),
        ("+33 1 45 67 89 01", "tel:+33145678901"),
        ("+44 20 7946 0958", "tel:+442079460958"),
        ("911", "tel:911"),
        ("211", "tel:211"),
        ("988", "tel:988"),
    ] {
        assert_eq!(tel(typed).as_deref(), Ok(dialled), "{typed}");
        let kept = Phone::new(typed).unwrap();
        assert_eq!(kept.to_string(), typed, "as it was typed");
    }
}

#[test]
fn an_extension_is_read_however_it_is_written() {
    for typed in [
        "807-555-0100 ext 12",
        "807-555-0100 Ext. 12",
        "807-555-0100 EXT12",
        "807-555-0100x12",
        "807-555-0100 X 12",
        "807-555-0100 #12",
        "807-555-0100, poste 12",
        "807-555-0100 (Poste 12)",
        "807-555-0100 extension: 12",
        "807\u{2011}555\u{2013}0100\u{A0}poste\u{202F}12",
    ] {
        let phone = Phone::new(typed).unwrap();
        assert_eq!(phone.tel(), "tel:+18075550100;ext=12", "{typed}");
        assert_eq!(phone.to_string(), "807-555-0100 ext 12", "{typed}");
    }
    for typed in [
        "807-555-0100 ext",
        "807-555-0100 ext twelve",
        "807-555-0100 x 12345678",
    ] {
        let fault = Phone::new(typed).unwrap_err();
        assert!(
            matches!(fault, PhoneError::Extension { .. }),
            "{typed}: {fault}"
        );
    }
}

#[test]
fn what_is_no_number_is_named_for_what_it_is() {
    for bad in [
        "",
        "call us",
        "javascript:1234567",
        "807-468-9861<b>",
        "807-555-0123 or 0124",
        "807\u{200B}-555-0123",
    ] {
        let fault = Phone::new(bad).unwrap_err();
        assert!(
            matches!(fault, PhoneError::NotANumber { .. }),
            "{bad:?}: {fault}"
        );
    }
    for (bad, count) in [
        ("12", 2),
        ("123", 3),
        ("011", 3),
        ("555-0123", 7),
        ("2-807-555-0123", 11),
        ("33 1 45 67 89 01", 11),
        ("+1 807 555", 7),
        ("+0 807 555 0123", 11),
        ("8075550123456", 13),
    ] {
        let fault = Phone::new(bad).unwrap_err();
        assert!(
            matches!(fault, PhoneError::Digits { digits, .. } if digits == count),
            "{bad}: {fault}"
        );
    }
    for bad in [
        "107-555-0123",
        "807-155-0123",
        "807-055-0103",
        "1 807 155 0123",
    ] {
        let fault = Phone::new(bad).unwrap_err();
        assert!(matches!(fault, PhoneError::Part { .. }), "{bad}: {fault}");
        assert!(!fault.to_string().contains("has 10"), "{fault}");
    }
    for bad in [
        "8075550103.0",
        "18075550103,0",
        "8.075550103E9",
        "8,07555E+09",
    ] {
        let fault = Phone::new(bad).unwrap_err();
        assert!(
            matches!(fault, PhoneError::Spreadsheet { .. }),
            "{bad}: {fault}"
        );
        assert!(fault.to_string().contains("spreadsheet"), "{fault}");
    }
}

#[test]
fn what_is_stored_is_read_under_whatever_rule_it_was_taken() {
    for (stored, dialled) in [
        ("555-0123", "tel:5550123"),
        ("123", "tel:123"),
        ("807-555-0100 ext 12", "tel:+18075550100;ext=12"),
        ("33 1 45 67 89 01", "tel:33145678901"),
    ] {
        let phone: Phone = stored.parse().unwrap();
        assert_eq!(
            (phone.to_string().as_str(), phone.tel().as_str()),
            (stored, dialled)
        );
    }
}

proptest! {
    #[test]
    fn what_is_taken_can_be_stored_and_dialled(text in "[0-9+() .,x#a-eE\u{A0}\u{2013}-]{0,24}( ?(ext|poste|x|#) ?[0-9]{0,8})?") {
        if let Ok(phone) = Phone::new(&text) {
            let stored = phone.to_string();
            prop_assert_eq!(stored.parse::<Phone>(), Ok(phone.clone()));
            prop_assert_eq!(Phone::new(&stored), Ok(phone.clone()), "typed again, it is the same");
            prop_assert!(phone.tel().trim_start_matches("tel:").chars().all(|c| c.is_ascii_digit() || "+;ext=".contains(c)));
        }
    }
}

#[test]
fn a_number_is_written_to_and_shown_as_its_reader_would() {
    let sms = |text: &str| Phone::new(text).unwrap().sms();
    assert_eq!(sms("807-464-1966"), "sms:+18074641966");
    assert_eq!(sms("988"), "sms:988");
    let shown = |text: &str| Phone::new(text).unwrap().shown(Lang::Fr);
    for typed in ["807-555-0100 ext 12", "807-555-0100 ext. 12"] {
        assert_eq!(shown(typed), "807-555-0100, poste\u{a0}12");
    }
    assert_eq!(shown("911"), "911");
}
