//! The Debian package of the binary that was just built: installed, upgraded and purged in a root of its own, by dpkg itself.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use tempfile::TempDir;

use crate::{
    commands::words,
    server::{root, signpost},
};

/// Makes a package of this version.
fn package(into: &Path, version: &str, config: Option<&str>) -> PathBuf {
    // A tree of its own, when the settings it ships are others.
    let own = TempDir::new().expect("a folder");
    let mut script = root().join("deploy/deb/build.sh");
    if let Some(more) = config {
        for name in [
            "data",
            "docs",
            "web",
            "crates",
            "migrations",
            "Cargo.toml",
            "Cargo.lock",
            "CHANGELOG.md",
        ] {
            std::os::unix::fs::symlink(root().join(name), own.path().join(name)).expect("a link");
        }
        let done = Command::new("cp")
            .arg("-r")
            .arg(root().join("deploy"))
            .arg(own.path())
            .status();
        assert!(done.expect("cp runs").success());
        let file = own.path().join("deploy/deb/signpost.toml");
        let text = fs::read_to_string(&file).expect("settings");
        fs::write(&file, text + more).expect("written");
        script = own.path().join("deploy/deb/build.sh");
    }
    let done = Command::new("sh")
        .arg(script)
        .arg(env!("CARGO_BIN_EXE_signpost"))
        .arg(into)
        .env("SIGNPOST_DEB_COMPRESSION", "none")
        .env("SIGNPOST_DEB_VERSION", version)
        .env("SOURCE_DATE_EPOCH", "1764000000")
        .output()
        .expect("sh runs");
    assert!(done.status.success(), "{}", words(&done));
    PathBuf::from(String::from_utf8_lossy(&done.stdout).trim())
}

/// A root with a dpkg of its own, and nothing else in it.
struct Root(TempDir);

impl Root {
    fn new() -> Self {
        let root = Self(TempDir::new().expect("a folder"));
        for folder in [
            "var/lib/dpkg/info",
            "var/lib/dpkg/updates",
            "var/lib/dpkg/triggers",
            "etc",
        ] {
            fs::create_dir_all(root.path(folder)).expect("a folder");
        }
        fs::write(root.path("var/lib/dpkg/status"), "").expect("written");
        root
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn dpkg(&self, arguments: &[&str], package: &Path) -> Output {
        // Its scripts run here and act there: no shell is in the root. What it depends on is here too.
        let done = Command::new("dpkg")
            .arg(format!("--root={}", self.0.path().display()))
            .args([
                "--force-script-chrootless",
                "--force-depends",
                "--force-not-root",
                "--force-confold",
            ])
            .args(arguments)
            .arg(package)
            .output()
            .expect("dpkg runs");
        assert!(done.status.success(), "{}", words(&done));
        done
    }

    fn install(&self, package: &Path) {
        self.dpkg(&["--install"], package);
    }

    /// The installed binary, over its own settings and folders as they are in this root.
    fn signpost(&self, arguments: &[&str]) -> Output {
        let here = self.0.path().display().to_string();
        Command::new(self.path("usr/bin/signpost"))
            .current_dir(self.path("var/lib/signpost"))
            .args(arguments)
            .env(
                "SIGNPOST_DATABASE",
                format!("sqlite:{here}/var/lib/signpost/signpost.db"),
            )
            .env(
                "SIGNPOST_BACKUPS",
                format!("{here}/var/lib/signpost/backups"),
            )
            .env("SIGNPOST_CONFIG", self.path("etc/signpost/signpost.toml"))
            .output()
            .expect("the installed binary runs")
    }
}

#[test]
fn a_package_is_installed_upgraded_with_what_people_wrote_and_purged_without_their_data() {
    let packages = TempDir::new().expect("a folder");
    let first = package(packages.path(), "0.1.0", None);
    let root = Root::new();
    root.install(&first);
    for file in [
        "usr/bin/signpost",
        "usr/lib/systemd/system/signpost.service",
        "usr/lib/systemd/system/signpost-backup.timer",
        "usr/share/man/man1/signpost.1.gz",
        "usr/share/man/man1/signpost-backup.1.gz",
        "usr/share/bash-completion/completions/signpost",
        "usr/share/zsh/vendor-completions/_signpost",
        "usr/share/fish/vendor_completions.d/signpost.fish",
        "usr/share/doc/signpost/examples/Caddyfile",
        "usr/share/doc/signpost/examples/nginx.conf",
        "usr/share/doc/signpost/RUN.md",
        "usr/share/doc/signpost/sbom.cdx.json",
        "usr/share/signpost/kenora/sites.csv",
    ] {
        assert!(root.path(file).is_file(), "{file}");
    }
    let users = fs::read_to_string(root.path("etc/passwd")).expect("users");
    assert!(users.contains("signpost:"), "{users}");
    assert!(root.path("var/lib/signpost/backups").is_dir());

    // A town moves in, and somebody writes settings.
    let town = root.path("usr/share/signpost/kenora").display().to_string();
    for command in [vec!["import", &town], vec!["backup"], vec!["rehearse"]] {
        let done = root.signpost(&command);
        assert!(done.status.success(), "{command:?}: {}", words(&done));
    }
    let settings = root.path("etc/signpost/signpost.toml");
    let own = fs::read_to_string(&settings)
        .expect("settings")
        .replace("8080", "8099");
    fs::write(&settings, &own).expect("written");
    let before = root.signpost(&["export", "--format", "csv"]).stdout;

    let second = package(
        packages.path(),
        "0.1.1",
        Some("\n# A line of a newer release.\n"),
    );
    root.install(&second);
    assert_eq!(fs::read_to_string(&settings).expect("settings"), own);
    let offered = fs::read_to_string(root.path("etc/signpost/signpost.toml.dpkg-dist"));
    assert!(
        offered
            .expect("the newer ones beside it")
            .contains("newer release")
    );
    assert_eq!(root.signpost(&["export", "--format", "csv"]).stdout, before);
    let verified = root.signpost(&["verify"]);
    assert!(verified.status.success(), "{}", words(&verified));

    // Gone, and its data not.
    root.dpkg(&["--remove"], Path::new("signpost"));
    assert!(!root.path("usr/bin/signpost").exists() && settings.exists());
    let said = root.dpkg(&["--purge"], Path::new("signpost"));
    assert!(
        words(&said).contains("kept in /var/lib/signpost"),
        "{}",
        words(&said)
    );
    assert!(!root.path("etc/signpost").exists());
    let kept = format!(
        "sqlite:{}",
        root.path("var/lib/signpost/signpost.db").display()
    );
    let whole = signpost(&["verify", "--database", &kept]);
    assert!(whole.status.success(), "{}", words(&whole));
    // Asked for, they go too.
    root.install(&second);
    assert_eq!(root.signpost(&["export", "--format", "csv"]).stdout, before);
    fs::write(root.path("var/lib/signpost/remove-on-purge"), "").expect("written");
    root.dpkg(&["--purge"], Path::new("signpost"));
    assert!(!root.path("var/lib/signpost").exists());
}

#[test]
fn the_same_binary_makes_the_same_package_and_its_list_names_what_is_built_in() {
    let (one, two) = (
        TempDir::new().expect("a folder"),
        TempDir::new().expect("a folder"),
    );
    let first = package(one.path(), "0.1.0", None);
    let second = package(two.path(), "0.1.0", None);
    assert!(fs::read(first).expect("a package") == fs::read(second).expect("a package"));
    let list = fs::read_to_string(one.path().join("signpost_0.1.0.cdx.json")).expect("a list");
    let list: serde_json::Value = serde_json::from_str(&list).expect("JSON");
    assert_eq!(list["bomFormat"], "CycloneDX");
    let components = list["components"].as_array().expect("components");
    let names: Vec<&str> = components
        .iter()
        .filter_map(|one| one["name"].as_str())
        .collect();
    for built_in in ["actix-web", "sqlx", "jiff", "maplibre-gl", "leaflet"] {
        assert!(names.contains(&built_in), "{built_in}");
    }
    for for_tests in ["proptest", "jsonschema", "playwright-core", "lighthouse"] {
        assert!(!names.contains(&for_tests), "{for_tests}");
    }
    for one in components {
        assert!(one["licenses"][0]["expression"].is_string(), "{one}");
    }
}
