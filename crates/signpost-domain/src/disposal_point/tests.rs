use super::*;

#[test]
fn every_member_goes_in_and_comes_out_as_the_same_word() {
    let words = [
        (PointMember::Kind, "kiosk"),
        (PointMember::Whose, "public household_medical"),
        (PointMember::Winter, "yes"),
        (PointMember::Wheelchair, "no"),
        (PointMember::Braille, "yes"),
        (PointMember::Status, "closed"),
        (PointMember::Since, "2024-05-01"),
        (PointMember::Until, "2026-10-31"),
        (PointMember::Owner, "City of Kenora"),
        (PointMember::EmptiedBy, "Parks crew"),
        (PointMember::EmptyEveryDays, "14"),
        (PointMember::CapacityLitres, "60"),
        (PointMember::Asset, "SB-12"),
    ];
    assert_eq!(words.len(), PointMember::ALL.len());
    let mut point = DisposalPoint::default();
    for (member, word) in words {
        point.enter(member, word).unwrap();
        assert_eq!(point.word(member), word);
    }
    let json = serde_json::to_string(&point).unwrap();
    assert_eq!(serde_json::from_str::<DisposalPoint>(&json).unwrap(), point);
    for member in PointMember::ALL {
        point.enter(*member, "").unwrap();
    }
    assert!(point.is_empty());
    assert_eq!(serde_json::to_string(&point).unwrap(), "{}");
}

#[test]
fn a_word_that_is_none_changes_nothing() {
    let mut point = DisposalPoint {
        winter: Some(true),
        capacity_litres: Some(5),
        ..DisposalPoint::default()
    };
    let before = point.clone();
    for (member, word) in [
        (PointMember::Kind, "bin"),
        (PointMember::Whose, "public strangers"),
        (PointMember::Winter, "maybe"),
        (PointMember::Since, "2026-02-30"),
        (PointMember::Since, "20260201"),
        (PointMember::EmptyEveryDays, "0"),
        (PointMember::CapacityLitres, "5001"),
        (PointMember::Asset, "a\u{202E}b"),
    ] {
        assert!(point.enter(member, word).is_err(), "{member:?} {word}");
        assert_eq!(point, before);
    }
}

#[test]
fn a_point_stands_from_its_first_to_its_last_day() {
    let point = DisposalPoint {
        since: Some(jiff::civil::date(2026, 5, 1)),
        until: Some(jiff::civil::date(2026, 10, 31)),
        ..DisposalPoint::default()
    };
    let on = |month, day| point.stands_on(jiff::civil::date(2026, month, day));
    assert!(!on(4, 30) && on(5, 1) && on(10, 31) && !on(11, 1));
}
