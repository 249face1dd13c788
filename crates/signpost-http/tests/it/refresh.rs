//! What another process stores is served soon, by a server that runs.

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use signpost_domain::Text;
use signpost_http::{Serving, Shell, listen};
use signpost_locate::{Inputs, Snapshot};
use signpost_portal::PortalState;
use signpost_store::{Reason, Store};
use signpost_web::App;

use crate::{
    sockets::answer_to,
    town::{Town, clock, training},
};

#[actix_rt::test]
async fn an_import_by_another_process_is_served_within_seconds() {
    let town = Town::to_edit().await;
    let url = format!("sqlite:{}", town.database().display());
    let mine = Store::open(&url).await.unwrap();
    let loaded = mine.load().await.unwrap();
    let inputs = Inputs {
        directory: loaded.directory.unwrap(),
        versions: loaded.versions,
        sequence: loaded.sequence,
    };
    let snapshot = Snapshot::build(inputs, signpost_hours::Calendar::ontario(), clock()()).unwrap();
    let serving = Serving {
        bind: SocketAddr::from(([127, 0, 0, 1], 0)),
        workers: Some(1),
    };
    let running = listen(
        Shell::new(
            App::new(snapshot, clock(), true, Some(mine)),
            PortalState::default(),
        ),
        serving,
    )
    .unwrap();
    let (address, handle) = (running.addresses[0], running.handle());
    let served = actix_rt::spawn(running.until_stopped());

    let mut changed = training();
    let site = changed
        .sites
        .iter_mut()
        .find(|site| site.slug.as_str() == "birch-hall")
        .unwrap();
    site.door = Text::en("The green door");
    town.store()
        .sync(&changed, "test", &Reason::typed("import"), clock()())
        .await
        .unwrap();

    let started = Instant::now();
    loop {
        let request =
            "GET /api/v1/sites/birch-hall HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
        let answer = actix_rt::task::spawn_blocking(move || answer_to(address, request))
            .await
            .unwrap();
        if answer.contains("The green door") {
            break;
        }
        assert!(started.elapsed() < Duration::from_secs(8), "{answer}");
        actix_rt::time::sleep(Duration::from_millis(200)).await;
    }
    handle.stop(true).await;
    served.await.unwrap().unwrap();
}

#[actix_rt::test]
async fn the_days_ahead_are_worked_out_again_though_there_is_no_database() {
    let inputs = Inputs {
        directory: training(),
        versions: BTreeMap::from([("birch-hall".parse().unwrap(), 17)]),
        sequence: 45,
    };
    let start = clock()();
    let snapshot = Snapshot::build(inputs, signpost_hours::Calendar::ontario(), start).unwrap();
    let serving = Serving {
        bind: SocketAddr::from(([127, 0, 0, 1], 0)),
        workers: Some(1),
    };
    let instant = Arc::new(Mutex::new(start));
    let moving = Arc::clone(&instant);
    let app = App::new(
        snapshot,
        Arc::new(move || *moving.lock().unwrap()),
        true,
        None,
    );
    let running = listen(Shell::new(app, PortalState::default()), serving).unwrap();
    let (address, handle) = (running.addresses[0], running.handle());
    let served = actix_rt::spawn(running.until_stopped());
    let ask = |path: &'static str| {
        let request = format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
        actix_rt::task::spawn_blocking(move || answer_to(address, &request))
    };

    *instant.lock().unwrap() = start + jiff::SignedDuration::from_hours(30);
    let started = Instant::now();
    while !ask("/api/v1/health")
        .await
        .unwrap()
        .contains("\"built_at\":\"2026-11-26T")
    {
        assert!(
            started.elapsed() < Duration::from_secs(8),
            "no new snapshot"
        );
        actix_rt::time::sleep(Duration::from_millis(200)).await;
    }
    let site = ask("/api/v1/sites/birch-hall").await.unwrap();
    assert!(site.contains("etag: \"17-"), "the version is lost: {site}");
    handle.stop(true).await;
    served.await.unwrap().unwrap();
}
