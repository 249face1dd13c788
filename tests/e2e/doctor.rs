//! `signpost doctor`: what is wrong is said with what to do, and all that is wrong in the settings at once.

use std::{fs, net::TcpListener, process::Output};

use tempfile::TempDir;

use crate::{
    commands::words,
    server::{Server, command, signpost},
};

/// A folder with settings, in which nothing else lies.
struct Desk(TempDir);

impl Desk {
    fn new(settings: &str) -> Self {
        let folder = TempDir::new().expect("a folder");
        let desk = Self(folder);
        desk.say(settings);
        desk
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).display().to_string()
    }

    /// Settings in which `HERE` is this folder.
    fn say(&self, settings: &str) {
        let settings = settings.replace("HERE", &self.0.path().display().to_string());
        fs::write(self.0.path().join("signpost.toml"), settings).expect("written");
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let config = self.path("signpost.toml");
        signpost(&[arguments, &["--config", &config]].concat())
    }

    fn doctor(&self) -> (Option<i32>, String) {
        let done = self.run(&["doctor", "--offline"]);
        (done.status.code(), words(&done))
    }
}

const WELL: &str = r#"
database = "sqlite:HERE/signpost.db"
data = "data/training"
[mail]
public_url = "https://where.example.org"
[access]
trusted_proxies = "127.0.0.1"
[backups]
folder = "HERE/backups"
keep = "7d"
"#;

#[test]
fn a_server_that_is_well_has_nothing_to_do_and_each_thing_that_goes_wrong_is_said() {
    let desk = Desk::new(WELL);
    // Before the first start: nothing is made by looking.
    let (status, said) = desk.doctor();
    assert_eq!(status, Some(1), "{said}");
    assert!(said.contains("none yet; the first start makes"), "{said}");
    assert!(said.contains("bad   backups"), "{said}");
    assert!(!desk.0.path().join("signpost.db").exists());
    let database = format!("sqlite:{}", desk.path("signpost.db"));
    for command in [
        vec!["import", "data/training", "--database", &database],
        vec!["backup"],
        vec!["rehearse"],
    ] {
        let done = desk.run(&command);
        assert!(done.status.success(), "{command:?}: {}", words(&done));
    }
    let (status, said) = desk.doctor();
    assert_eq!(status, Some(0), "{said}");
    for what in [
        "settings",
        "zone rules",
        "database",
        "clock",
        "public address",
        "proxy headers",
        "map",
        "backups",
        "proof of backups",
        "free space",
    ] {
        assert!(said.contains(&format!("good  {what}: ")), "{what}: {said}");
    }
    assert!(said.contains("note  mail: "), "{said}");
    // One thing after another.
    for (from, to, bad) in [
        ("https:", "http:", "public address"),
        ("\"127.0.0.1\"", "\"\"", "proxy headers"),
        ("HERE/backups", "HERE/nowhere", "backups"),
        ("[mail]", "basemap = \"HERE/no.pmtiles\"\n[mail]", "map"),
        (
            "sqlite:HERE/signpost.db",
            "sqlite:HERE/backups/last-proven.json",
            "database",
        ),
    ] {
        desk.say(&WELL.replace(from, to));
        let (status, said) = desk.doctor();
        assert_eq!(status, Some(1), "{bad}: {said}");
        assert!(said.contains(&format!("bad   {bad}: ")), "{bad}: {said}");
        assert!(said.contains("To do: "), "{said}");
    }
    // A clock that went back, and backups that are old.
    desk.say(WELL);
    let config = desk.path("signpost.toml");
    let at = |now: &str| {
        let done = signpost(&["doctor", "--offline", "--config", &config, "--now", now]);
        (done.status.code(), words(&done))
    };
    let (status, said) = at("2020-01-01T00:00:00Z");
    assert!(
        status == Some(1) && said.contains("bad   clock: "),
        "{said}"
    );
    let (status, said) = at("2036-01-01T00:00:00Z");
    assert_eq!(status, Some(1), "{said}");
    assert!(
        said.contains("bad   backups: ") && said.contains("bad   proof of backups: "),
        "{said}"
    );
}

#[test]
fn the_public_address_is_asked_as_the_world_would() {
    let database = TempDir::new().expect("a folder");
    let port = TcpListener::bind("127.0.0.1:0").expect("a port");
    let bind = port.local_addr().expect("an address").to_string();
    drop(port);
    let public = format!("http://{bind}");
    let url = format!("sqlite:{}", database.path().join("signpost.db").display());
    let asked = || {
        let done = signpost(&[
            "doctor",
            "--database",
            &url,
            "--data",
            "data/training",
            "--public-url",
            &public,
        ]);
        words(&done)
    };
    assert!(asked().contains("bad   proxy: "), "{}", asked());
    let mut serve = command(&["serve", "--bind", &bind, "--database", &url]);
    serve.args(["--data", "data/training"]);
    let _server = Server::of(serve, TempDir::new().expect("a folder"));
    assert!(asked().contains("good  proxy: "), "{}", asked());
}

#[test]
fn everything_that_is_wrong_in_the_settings_is_named_at_once() {
    let desk = Desk::new(
        "bind = \"nowhere\"\nworkers = \"many\"\ncolour = \"blue\"\n[mail]\nsmtp_url = \"smtps://a:b@mail.example.org\"\nfax = 1\n\
         [operator]\nphone = \"1\"\n[backups]\nkeep = \"for ever\"\n[access]\ntrusted_proxies = \"the proxy\"\nplan_approvals = 3\n",
    );
    for command in ["doctor", "serve"] {
        let done = desk.run(&[command]);
        let said = words(&done);
        assert_eq!(done.status.code(), Some(1), "{said}");
        for wrong in [
            "bind: ",
            "workers: ",
            "colour: ",
            "mail.fax: ",
            "SIGNPOST_MAIL_FROM",
            "SIGNPOST_PUBLIC_URL",
            "Who runs this",
            "for ever",
            "the proxy",
        ] {
            assert!(said.contains(wrong), "{command}, {wrong}: {said}");
        }
        assert!(!said.contains("a:b@"), "{said}");
    }
    let missing = signpost(&["serve", "--config", "/nowhere/signpost.toml"]);
    assert_eq!(missing.status.code(), Some(1), "{}", words(&missing));
    assert!(words(&missing).contains("/nowhere/signpost.toml"));
    // In the environment too.
    let mut serve = command(&["serve"]);
    serve
        .env("SIGNPOST_BIND", "nowhere")
        .env("SIGNPOST_WORKERS", "many");
    let done = serve.output().expect("it runs");
    assert_eq!(done.status.code(), Some(2));
    let said = words(&done);
    assert!(
        said.contains("SIGNPOST_BIND=\"nowhere\"") && said.contains("SIGNPOST_WORKERS=\"many\""),
        "{said}"
    );
}
