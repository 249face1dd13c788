//! gammu-smsd with its dummy phone, `deploy/gammu-smsdrc` and `deploy/gammu-reply`.

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    process::{Command, Stdio},
};

use tempfile::TempDir;

use super::{
    SECRET, TEXTS, expected, files, nobody_is_in, nobody_is_known_to, sender, serve, shipped,
    start, wait_for,
};
use crate::server::root;

#[test]
fn gammu_answers_each_message_and_keeps_none() {
    let server = serve();
    let folder = TempDir::new().expect("a folder");
    let of = |name: &str| folder.path().join(name).display().to_string();
    for name in ["inbox", "outbox", "sent", "error", "phone", "bin"] {
        fs::create_dir(folder.path().join(name)).expect("a folder");
    }
    // What is handed to the modem, seen on its way; outside the folder that is searched.
    let seen = TempDir::new().expect("a folder");
    let inject = folder.path().join("bin/gammu-smsd-inject");
    let script = format!(
        "#!/bin/sh\nfor to in \"$@\"; do case $to in +*) tee {}/$to | /usr/bin/gammu-smsd-inject \"$@\";; esac; done\n",
        seen.path().display()
    );
    fs::write(&inject, script).expect("written");
    fs::set_permissions(&inject, fs::Permissions::from_mode(0o755)).expect("a program");
    let reply = root().join("deploy/gammu-reply").display().to_string();
    let conf = shipped(
        "gammu-smsdrc",
        &[
            (
                "device = /dev/ttyUSB0",
                &format!("model = dummy\ndevice = {}\n", of("phone")),
            ),
            ("connection = at", "connection = none"),
            ("/usr/local/lib/signpost/gammu-reply", &reply),
            ("/run/gammu-smsd", &folder.path().display().to_string()),
            (
                "maxretries = 2",
                "maxretries = 2\nreceivefrequency = 1\nloopsleep = 1",
            ),
        ],
    );
    let file = folder.path().join("smsdrc");
    fs::write(&file, conf).expect("written");
    let token = folder.path().join("token");
    fs::write(
        &token,
        format!("header = \"Authorization: Bearer {SECRET}\"\n"),
    )
    .expect("written");
    let path = std::env::var("PATH").unwrap_or_default();
    // The dummy phone is laid out when gammu first looks at it.
    let mut texts: Vec<(String, &str)> = TEXTS
        .iter()
        .enumerate()
        .skip(25)
        .map(|(nth, text)| (sender(nth), *text))
        .collect();
    texts.push(("8075550198".to_owned(), "ARRÊT"));
    let _smsd = start(
        "gammu-smsd",
        Command::new("gammu-smsd")
            .arg("-c")
            .arg(&file)
            .env("SIGNPOST_URL", &server.url)
            .env("SIGNPOST_GAMMU_TOKEN", &token)
            .env("GAMMU_SMSDRC", &file)
            .env("GAMMU_FOLDER", folder.path())
            .env("PATH", format!("{}:{path}", of("bin")))
            .stdout(Stdio::null())
            .stderr(Stdio::null()),
    );
    let inbox = folder.path().join("phone/sms/1");
    wait_for("the dummy phone", || inbox.is_dir().then_some(()));
    for (number, text) in &texts {
        let saved = Command::new("gammu")
            .arg("-c")
            .arg(&file)
            .args(["savesms", "TEXT", "-folder", "1", "-unread", "-sender"])
            .arg(format!("+1{number}"))
            .args(["-text", text])
            .env("LC_ALL", "C.UTF-8")
            .output()
            .expect("gammu runs: make packages installs it");
        assert!(saved.status.success(), "{saved:?}");
    }
    for (number, text) in texts.iter().take(25) {
        let sent = seen.path().join(format!("+1{number}"));
        let wanted = expected(&server, text);
        let got = wait_for(text, || {
            let got = fs::read_to_string(&sent).ok()?;
            (!got.is_empty()).then_some(got)
        });
        assert_eq!(got, wanted, "{text}");
    }
    // Sent by the modem, and deleted: nothing is left under way.
    wait_for("all are sent", || {
        let left = ["inbox", "outbox", "sent", "error", "phone/sms/1"].iter();
        let left = left.map(|name| files(&folder.path().join(name)).len());
        (left.sum::<usize>() == 0).then_some(())
    });
    assert!(
        !seen.path().join("+18075550198").exists(),
        "ARRET was answered"
    );
    nobody_is_in(folder.path());
    nobody_is_known_to(&server);
}
