//! Calls: each answer is what the schema says, and can be heard.

use std::{fs, process::Command};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use tempfile::TempDir;

use super::{SECRET, nobody_is_known_to, sender, serve};
use crate::server::{Server, client, root};

fn call(server: &Server, path: &str, digits: Option<&str>) -> String {
    let number = format!("+1{}", sender(0));
    let mut fields = vec![("From", number.as_str())];
    fields.extend(digits.map(|digits| ("Digits", digits)));
    fields.sort_unstable();
    let mut mac = Hmac::<Sha1>::new_from_slice(SECRET.as_bytes()).expect("a key");
    mac.update(format!("{}{path}", server.url).as_bytes());
    for (name, value) in &fields {
        mac.update(name.as_bytes());
        mac.update(value.as_bytes());
    }
    let mut answer = client()
        .post(format!("{}{path}", server.url))
        .header(
            "X-Twilio-Signature",
            BASE64_STANDARD.encode(mac.finalize().into_bytes()),
        )
        .send_form(fields)
        .expect("an answer");
    assert_eq!(answer.status(), 200, "{path} {digits:?}");
    answer.body_mut().read_to_string().expect("text")
}

#[test]
fn every_step_of_a_call_is_as_the_schema_says_and_can_be_heard() {
    let server = serve();
    let folder = TempDir::new().expect("a folder");
    let mut heard = 0;
    for path in ["/voice", "/voice?lang=fr"] {
        // One caller may begin ten calls in ten minutes.
        for digit in [
            None,
            Some("0"),
            Some("1"),
            Some("2"),
            Some("4"),
            Some("6"),
            Some("9"),
            Some("*"),
        ] {
            let xml = call(&server, path, digit);
            let file = folder.path().join("answer.xml");
            fs::write(&file, &xml).expect("written");
            let checked = Command::new("xmllint")
                .args(["--noout", "--schema"])
                .arg(root().join("tests/e2e/gateways/voice.xsd"))
                .arg(&file)
                .output()
                .expect("xmllint runs: make packages installs it");
            let said = String::from_utf8_lossy(&checked.stderr);
            assert!(checked.status.success(), "{said}\n{xml}");
            if digit == Some("6") {
                let words: Vec<&str> = xml
                    .split("<Say language=\"")
                    .skip(1)
                    .filter_map(|part| part.split_once("\">")?.1.split('<').next())
                    .collect();
                let sound = folder.path().join("heard.wav");
                let voice = if path.ends_with("fr") { "fr" } else { "en" };
                let spoken = Command::new("espeak-ng")
                    .args(["-v", voice, "-w"])
                    .arg(&sound)
                    .arg(words.join(" "))
                    .status()
                    .expect("espeak-ng runs: make packages installs it");
                assert!(spoken.success());
                // Two seconds of 22,050 Hz are more than silence and a head.
                assert!(fs::metadata(&sound).expect("a file").len() > 88_200);
                heard += 1;
            }
        }
    }
    assert_eq!(heard, 2);
    nobody_is_known_to(&server);
}

#[test]
fn the_schema_refuses_what_no_gateway_reads() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("wrong.xml");
    fs::write(&file, "<Response><Shout>Hi</Shout></Response>").expect("written");
    let checked = Command::new("xmllint")
        .args(["--noout", "--schema"])
        .arg(root().join("tests/e2e/gateways/voice.xsd"))
        .arg(&file)
        .output()
        .expect("xmllint runs: make packages installs it");
    assert!(!checked.status.success());
}
