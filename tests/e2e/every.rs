//! `tests/every.sh`, by which `make test` runs its steps: a step that fails keeps no other from running, and is named.

use std::process::Command;

use crate::server::root;

#[test]
fn every_step_is_run_and_those_that_failed_are_named() {
    let run = |steps: &[&str]| {
        let output = Command::new("sh")
            .arg("tests/every.sh")
            .args(steps)
            .current_dir(root())
            .output()
            .expect("sh runs");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (
            output.status.code(),
            text(&output.stdout),
            text(&output.stderr),
        )
    };
    let (code, said, named) = run(&["exit 3", "echo second", "false"]);
    assert_eq!((code, said.as_str()), (Some(1), "second\n"));
    assert!(
        named.ends_with("These failed:\n  exit 3\n  false\n"),
        "{named}"
    );
    let (code, _, named) = run(&["true", "echo second"]);
    assert_eq!(code, Some(0), "{named}");
}
