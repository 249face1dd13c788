//! What some place for a need grants, worked out once, against looking at every place.

use proptest::prelude::*;
use signpost_domain::{Age, Offer, Service, Site};
use signpost_locate::Granted;

use crate::sample::{build, code, service, site};

/// Yes, no, nobody said.
fn said() -> impl Strategy<Value = Option<bool>> {
    prop::sample::select(vec![Some(true), Some(false), None])
}

prop_compose! {
    fn any_service()(
        disposal in any::<bool>(),
        offer in prop::sample::select(vec![Offer::Offered, Offer::NotOffered, Offer::Unknown]),
        (id_required, for_women, pets) in (said(), said(), said()),
        age in any::<bool>(),
    ) -> Service {
        let plain = service(if disposal { "disposal" } else { "supplies" }, None);
        let confirmation = plain.confirmation.clone().filter(|_| offer != Offer::Unknown);
        Service {
            offer,
            id_required,
            for_women,
            pets,
            confirmation,
            minimum_age: age.then(|| Age::try_from(16_u64).unwrap()),
            ..plain
        }
    }
}

fn sites() -> impl Strategy<Value = Vec<Site>> {
    prop::collection::vec((any_service(), said()), 0..4).prop_map(|all| {
        let sites = all.into_iter().enumerate();
        sites
            .map(|(number, (service, step_free))| Site {
                step_free,
                ..site(&format!("site-{number}"), None, vec![service])
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn what_is_granted_is_what_some_place_says(sites in sites()) {
        let snapshot = build(sites);
        for need in ["supplies", "disposal", "food"].map(code) {
            let services = || snapshot.services_for(&need).iter().copied();
            let some = |says: &dyn Fn(&Service) -> bool| services().any(|ix| says(snapshot.service(ix)));
            let by_looking = Granted {
                no_id: some(&|service| service.id_required == Some(false)),
                step_free: services().any(|ix| {
                    snapshot.site(snapshot.site_of(ix)).is_step_free() == Some(true)
                }),
                for_women: some(&|service| service.for_women == Some(true)),
                pets: some(&|service| service.pets == Some(true)),
                ages: some(&Service::has_ages),
            };
            prop_assert_eq!(snapshot.granted(&need), by_looking);
        }
    }
}
