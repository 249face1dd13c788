//! The training town, served in process, with a database of its own.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use actix_web::{
    http::{Method, header::HeaderMap},
    test as at,
};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use signpost_domain::{Directory, OrganizationId};
use signpost_gateways::Gateways;
use signpost_hours::Calendar;
use signpost_http::{Shell, application};
use signpost_locate::{Inputs, Snapshot};
use signpost_portal::PortalState;
use signpost_store::{Reason, Store};
use signpost_web::{App, SharedApp};
use tempfile::TempDir;

/// A Wednesday afternoon.
pub const NOW: &str = "2026-11-25T14:15:00-05:00";

pub struct Town {
    pub app: SharedApp,
    pub shell: Shell,
    folder: Option<TempDir>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn body(&self) -> String {
        String::from_utf8(self.bytes.clone()).expect("text")
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect("a plain header"))
    }

    /// Checks that this is a whole problem of this status, and gives its detail.
    #[track_caller]
    pub fn problem(&self, status: u16) -> String {
        assert_eq!(self.status, status, "{}", self.body());
        assert_eq!(self.header("content-type"), "application/problem+json");
        let body = self.json();
        for member in ["type", "title", "status", "detail", "instance"] {
            assert!(!body[member].is_null(), "{member} is missing: {body}");
        }
        assert_eq!(body["status"], status);
        assert!(
            body["type"].as_str().unwrap().starts_with("/api#"),
            "{body}"
        );
        body["detail"].as_str().expect("words").to_owned()
    }
}

pub fn training() -> Directory {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/training");
    signpost_exchange::read_folder(path).unwrap_or_else(|faults| panic!("{faults:?}"))
}

/// The town this is for.
pub fn kenora() -> Directory {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/kenora");
    signpost_exchange::read_folder(path).unwrap_or_else(|faults| panic!("{faults:?}"))
}

pub fn clock() -> Arc<dyn Fn() -> Timestamp + Send + Sync> {
    Arc::new(|| NOW.parse().expect("an instant"))
}

/// The training town in memory.
pub fn snapshot() -> Snapshot {
    snapshot_of(training())
}

/// Any directory in memory.
pub fn snapshot_of(directory: Directory) -> Snapshot {
    let inputs = Inputs {
        directory,
        versions: BTreeMap::new(),
        sequence: 7,
    };
    Snapshot::build(inputs, Calendar::ontario(), clock()()).expect("a snapshot")
}

impl Town {
    /// Without a database: for what only reads.
    pub fn to_read() -> Self {
        Self::of(training())
    }

    /// Any directory, without a database.
    pub fn of(directory: Directory) -> Self {
        let snapshot = snapshot_of(directory);
        Self::around(App::new(snapshot, clock(), true, None))
    }

    /// An application put together elsewhere, such as one with another clock.
    pub fn around(app: App) -> Self {
        Self::with_portal(app, PortalState::default())
    }

    /// The same with letters and an address.
    pub fn with_portal(app: App, portal: PortalState) -> Self {
        let shell = Shell::new(app, portal);
        Self {
            app: shell.app().clone(),
            shell,
            folder: None,
        }
    }

    /// The same with doors open for gateways.
    pub fn with_gateways(self, gateways: Gateways) -> Self {
        let shell = self.shell.with_gateways(gateways);
        Self { shell, ..self }
    }

    /// With a database.
    pub async fn to_edit() -> Self {
        Self::to_edit_over(&training()).await
    }

    /// With a database that holds this directory.
    pub async fn to_edit_over(directory: &Directory) -> Self {
        Self::to_edit_at(directory, NOW).await
    }

    /// The same at another time.
    pub async fn to_edit_at(directory: &Directory, now: &'static str) -> Self {
        let clock = || Arc::new(|| now.parse().expect("an instant"));
        let folder = TempDir::new().expect("a folder");
        let url = format!("sqlite:{}", folder.path().join("signpost.db").display());
        let store = Store::open(&url).await.expect("a database");
        store
            .sync(directory, "test", &Reason::typed("first"), clock()())
            .await
            .expect("stored");
        let loaded = store.load().await.expect("loaded");
        let inputs = Inputs {
            directory: loaded.directory.expect("a directory"),
            versions: loaded.versions,
            sequence: loaded.sequence,
        };
        let snapshot = Snapshot::build(inputs, Calendar::ontario(), clock()()).expect("a snapshot");
        let app = App::new(snapshot, clock(), true, Some(store));
        Self {
            folder: Some(folder),
            ..Self::around(app)
        }
    }

    /// The same town, by a clock that goes five minutes ahead.
    pub fn five_minutes_later(self) -> Self {
        let clock: Arc<dyn Fn() -> Timestamp + Send + Sync> =
            Arc::new(|| clock()() + SignedDuration::from_mins(5));
        let live = self.app.live();
        let store = live.store().expect("a database").clone();
        let loaded = live.snapshot();
        let inputs = Inputs {
            directory: loaded.directory_with_proposed(),
            versions: loaded.versions(),
            sequence: loaded.sequence(),
        };
        let snapshot = Snapshot::build(inputs, Calendar::ontario(), clock()).expect("a snapshot");
        drop(loaded);
        let town = Self::around(App::new(snapshot, clock, true, Some(store)));
        Self {
            folder: self.folder,
            ..town
        }
    }

    pub fn database(&self) -> PathBuf {
        let folder = self.folder.as_ref().expect("a town to edit");
        folder.path().join("signpost.db")
    }

    pub fn store(&self) -> &Store {
        self.app.live().store().expect("a database")
    }

    pub async fn token(&self, organization: &str) -> String {
        let id = OrganizationId::new(organization).expect("an id");
        let made = self.store().add_token(&id, "test", clock()()).await;
        made.expect("a token").secret
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(at::TestRequest::get().uri(path)).await
    }

    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = at::TestRequest::get().uri(path);
        for (name, value) in headers {
            request = request.insert_header((*name, *value));
        }
        self.send(request).await
    }

    pub async fn method(&self, method: &str, path: &str) -> Answer {
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        self.send(at::TestRequest::default().method(method).uri(path))
            .await
    }

    pub async fn post(&self, path: &str, body: impl Into<String>) -> Answer {
        let request = at::TestRequest::post()
            .uri(path)
            .insert_header(("content-type", "application/json"))
            .set_payload(body.into());
        self.send(request).await
    }

    pub async fn send(&self, request: at::TestRequest) -> Answer {
        let service = at::init_service(application(&self.shell)).await;
        let response = at::call_service(&service, request.to_request()).await;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = at::read_body(response).await.to_vec();
        Answer {
            status,
            headers,
            bytes,
        }
    }
}
