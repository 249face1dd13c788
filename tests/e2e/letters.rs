//! Letters as an operator sets them up: what is missing is named, and they can be looked at before any goes.

use crate::{
    people::{editor, signed_in},
    server::{Server, command, signpost},
};

const NOW: &str = "2026-11-25T14:15:00-05:00";

#[test]
fn settings_of_letters_that_are_not_whole_stop_the_server_with_a_sentence_and_without_the_password()
{
    for (name, value, words) in [
        (
            "SIGNPOST_MAIL_FROM",
            "desk@example.org",
            "SIGNPOST_PUBLIC_URL",
        ),
        (
            "SIGNPOST_PUBLIC_URL",
            "https://where.example.org",
            "SIGNPOST_MAIL_FROM",
        ),
    ] {
        let output = command(&[
            "serve",
            "--bind",
            "127.0.0.1:0",
            "--database",
            "sqlite::memory:",
        ])
        .env("SIGNPOST_SMTP_URL", "smtps://desk:s3cret@mail.example.org")
        .env(name, value)
        .output()
        .expect("the binary runs");
        let said = String::from_utf8(output.stderr).expect("text");
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains(words) && !said.contains("s3cret"), "{said}");
    }
    let help = command(&["serve", "--help"])
        .env("SIGNPOST_SMTP_URL", "smtps://desk:s3cret@mail.example.org")
        .output()
        .expect("the binary runs");
    let help = String::from_utf8(help.stdout).expect("text");
    assert!(
        help.contains("--smtp-url") && !help.contains("s3cret"),
        "{help}"
    );
}

#[test]
fn the_weekly_letters_can_be_looked_at_before_any_goes() {
    let server = Server::start("data/training", NOW);
    signed_in(&server, "Rita", editor("riverbend-outreach"), NOW);
    let database = server.database();
    // Rita never set a password, so nobody knows yet whether she reads letters.
    let output = signpost(&["remind", "--dry-run", "--database", &database]);
    let said = String::from_utf8(output.stdout).expect("text");
    assert!(
        output.status.success() && said.ends_with("0 to send.\n"),
        "{said}"
    );
    let output = signpost(&["remind", "--database", &database]);
    let said = String::from_utf8(output.stderr).expect("text");
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("SIGNPOST_SMTP_URL"), "{said}");
}
