//! Kannel, with `deploy/kannel.conf`.

use std::{
    fs,
    net::{TcpListener, TcpStream},
    process::{Command, Stdio},
};

use tempfile::TempDir;

use super::{
    SECRET, TEXTS, carrier::Carrier, encoded, expected, nobody_is_in, nobody_is_known_to, sender,
    serve, shipped, start, wait_for,
};
use crate::server::client;

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").port()
}

#[test]
fn kannel_threads_each_reply_and_no_number_is_written_anywhere() {
    let server = serve();
    let (carrier, port) = Carrier::listen();
    let folder = TempDir::new().expect("a folder");
    let [admin, boxes, sms, sending] = [(); 4].map(|()| free_port());
    let conf = shipped(
        "kannel.conf",
        &[
            ("13000", &admin.to_string()),
            ("13001", &boxes.to_string()),
            ("port = 13010", &format!("port = {sms}")),
            ("13013", &sending.to_string()),
            (
                "http://127.0.0.1:13099",
                &format!("http://127.0.0.1:{port}"),
            ),
            ("http://127.0.0.1:8080", &server.url),
            ("CHANGE-ME-KEY", SECRET),
            ("/var/log/kannel", &folder.path().display().to_string()),
        ],
    );
    let file = folder.path().join("kannel.conf");
    fs::write(&file, conf).expect("written");
    let run = |program: &str| {
        let out = fs::File::create(folder.path().join(format!("{program}.out"))).expect("a file");
        let mut program = Command::new(program);
        program
            .args(["-v", "4"])
            .arg(&file)
            .stdout(Stdio::null())
            .stderr(out);
        program
    };
    let _bearerbox = start("bearerbox", &mut run("bearerbox"));
    wait_for("bearerbox listens", || {
        TcpStream::connect(("127.0.0.1", boxes)).ok()
    });
    wait_for("the carrier's door is open", || {
        TcpStream::connect(("127.0.0.1", sms)).ok()
    });
    let _smsbox = start("smsbox", &mut run("smsbox"));
    wait_for("smsbox listens", || {
        TcpStream::connect(("127.0.0.1", sending)).ok()
    });

    let arrive = |number: &str, text: &str| {
        let asked = encoded(text);
        let address = format!(
            "http://127.0.0.1:{sms}/in?username=try&password=CHANGE-ME-TRY&from={number}&to=8075550199&text={asked}"
        );
        let taken = client().get(address).call().expect("taken");
        assert_eq!(taken.status(), 202, "{text}");
    };
    for (nth, text) in TEXTS.iter().enumerate().take(25) {
        arrive(&sender(nth), text);
    }
    // Who says stop hears nothing, not even that there is nothing.
    arrive("8075550198", "STOP");
    arrive("8075550197", "food");
    let mut parts = 0;
    for (nth, text) in TEXTS.iter().enumerate().take(25) {
        let wanted = expected(&server, text);
        // A long reply goes in two parts, which a phone puts together.
        let got = wait_for(text, || {
            let got = carrier.sent_to(&sender(nth));
            (got.concat().len() >= wanted.len()).then_some(got)
        });
        assert_eq!(got.concat(), wanted, "{text}");
        assert!(got.len() <= 2, "{text}: {got:?}");
        parts += got.len();
    }
    let last = || carrier.sent_to("8075550197").concat();
    let wanted = expected(&server, "food");
    wait_for("the last", || (last() == wanted).then_some(()));
    parts += carrier.sent_to("8075550197").len();
    assert_eq!(carrier.count(), parts, "STOP was answered");
    assert!(carrier.sent_to("8075550198").is_empty());
    nobody_is_in(folder.path());
    nobody_is_known_to(&server);
}
