use proptest::prelude::*;
use signpost_domain::{Directory, Lang, LonLat, Text};
use signpost_store::Reason;

use crate::{
    any_directory::any_directory,
    town::{Place, now, town},
};

/// The order a loaded directory has: where rows stood in a file means nothing.
fn in_order(mut directory: Directory) -> Directory {
    directory.organizations.sort_by(|a, b| a.id.cmp(&b.id));
    directory.sites.sort_by(|a, b| a.slug.cmp(&b.slug));
    for site in &mut directory.sites {
        site.services.sort_by(|a, b| a.need.cmp(&b.need));
        site.exceptions.sort_by(|a, b| a.id.cmp(&b.id));
    }
    directory
        .lines
        .sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    directory.landmarks.sort_by(|a, b| a.id.cmp(&b.id));
    directory.plans.sort_by_key(|plan| plan.version);
    directory
}

#[tokio::test]
async fn odd_words_come_back_as_they_went() {
    let odd = "a\0b \u{feff}\u{202e}\u{ffff}\u{10ffff} é e\u{301} ᐊᓂᔑᓈᐯᒧᐎᓐ 👩🏽‍⚕️ '; DROP TABLE sites; -- \"\\ \r\n\t";
    let mut directory = town();
    directory.title.set(Lang::OjCans, odd);
    directory.sites[0].address = odd.into();
    directory.sites[0].door = Text::of(Lang::OjLatn, odd);
    directory.sites[0].languages = vec![odd.into(), String::new()];
    directory.sites[0].services[0].hours = Some(odd.into());
    directory.sites[0].source.text = odd.into();
    directory.ground.banks[0].name = Text::en(odd);
    directory.plans[0].decision = odd.into();
    let place = Place::with(&directory).await;
    assert_eq!(
        place.store.load().await.unwrap().directory,
        Some(directory.clone())
    );
    let again = place
        .store
        .sync(&directory, odd, &Reason::typed(odd), now())
        .await
        .unwrap();
    assert_eq!(again.changed, 0);
    assert_eq!(place.faults().await, vec![]);
}

#[tokio::test]
async fn coordinates_come_back_to_the_last_bit() {
    let mut directory = town();
    let mut ring = Vec::new();
    // The neighbours of a coordinate: where a careless reader of decimal digits is off by one.
    let mut lat = 49.769_549_999_999_996_f64;
    for _ in 0..500 {
        lat = lat.next_up();
        ring.push(LonLat::new(-94.488_21_f64.next_up(), lat).unwrap());
    }
    ring.push(LonLat::new(-0.0, 5e-324).unwrap());
    directory.ground.banks[0].ring = ring;
    directory.sites[0].point = Some(LonLat::new(-0.0, lat.next_up()).unwrap());
    let place = Place::with(&directory).await;
    assert_eq!(
        place.store.load().await.unwrap().directory,
        Some(directory.clone())
    );
    let again = place
        .store
        .sync(&directory, "test", &Reason::default(), now())
        .await
        .unwrap();
    assert_eq!((again.added, again.changed, again.removed), (0, 0, 0));
    assert_eq!(place.faults().await, vec![]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn any_directory_comes_back_as_it_went(first in any_directory(), second in any_directory()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let store = signpost_store::Store::open("sqlite::memory:").await.unwrap();
            // Each after the other, so that rows are also changed and removed.
            for directory in [&first, &second, &first] {
                prop_assert_eq!(signpost_domain::faults(directory), vec![]);
                let synced = store.sync(directory, "test", &Reason::default(), now()).await.unwrap();
                let loaded = store.load().await.unwrap();
                prop_assert_eq!(loaded.directory, Some(in_order(directory.clone())));
                prop_assert_eq!(loaded.sequence, synced.sequence);
                let again = store.sync(directory, "test", &Reason::default(), now()).await.unwrap();
                prop_assert_eq!((again.added, again.changed, again.removed), (0, 0, 0));
                store.verify().await.unwrap();
            }
            Ok(())
        })?;
    }
}
