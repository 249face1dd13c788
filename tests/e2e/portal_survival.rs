//! A form of the portal in the middle of a power cut: what was acknowledged is there, and sending it again changes once.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use crate::{
    people::{editor, signed_in},
    server::{Server, client, signpost},
};

const NOW: &str = "2026-11-25T14:15:00-05:00";
const FORM: &str = "/agency/sites/cedar-circle-house/details";

/// A form that was opened: what proves it, the version it shows, its key, and a door.
#[derive(Debug, Clone)]
struct Sheet {
    body: String,
    number: usize,
}

fn open(url: &str, cookie: &str, number: usize) -> Option<Sheet> {
    let request = client()
        .get(format!("{url}{FORM}"))
        .header("cookie", format!("signpost={cookie}"));
    // A page that the power cut tears apart is no page: this is not `answer`, which takes a torn body for a broken server.
    let page = request.call().ok()?.body_mut().read_to_string().ok()?;
    // The first form of the page signs out; its proof is the same.
    let hidden = |name: &str| {
        let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\""))?;
        rest.split('"').next().map(str::to_owned)
    };
    let (csrf, version, key) = (hidden("csrf")?, hidden("version")?, hidden("key")?);
    let body = format!("csrf={csrf}&version={version}&key={key}&act=save&door.en=Door+{number}");
    Some(Sheet { body, number })
}

/// What was said to the form: its status and as much of the words as arrived. A 303 acknowledges, whatever comes after it.
fn send(url: &str, cookie: &str, sheet: &Sheet) -> Option<(u16, String)> {
    let request = client()
        .post(format!("{url}{FORM}"))
        .header("cookie", format!("signpost={cookie}"))
        .header("content-type", "application/x-www-form-urlencoded");
    let mut response = request.send(&sheet.body).ok()?;
    let words = response.body_mut().read_to_string().unwrap_or_default();
    Some((response.status().as_u16(), words))
}

fn verified(server: &Server) -> bool {
    let database = server.database();
    signpost(&["verify", "--database", &database])
        .status
        .success()
}

#[test]
fn a_form_in_the_middle_of_a_power_cut_is_lost_only_if_nobody_said_it_was_saved() {
    let server = Server::start("data/training", NOW);
    let cookie = signed_in(&server, "Ana", editor("cedar-circle"), NOW);
    let saved: Arc<Mutex<Vec<Sheet>>> = Arc::default();
    let stop = Arc::new(AtomicBool::new(false));
    let writer = {
        let (url, cookie) = (server.url.clone(), cookie.clone());
        let (saved, stop) = (Arc::clone(&saved), Arc::clone(&stop));
        thread::spawn(move || {
            for number in 1.. {
                if stop.load(Ordering::Relaxed) {
                    break;
                }
                let Some(sheet) = open(&url, &cookie, number) else {
                    continue;
                };
                match send(&url, &cookie, &sheet) {
                    Some((303, _)) => saved.lock().expect("list").push(sheet),
                    // A server that still answers has no reason to refuse; its words say what went wrong.
                    Some((status, words)) => return Err(format!("{number}: {status} {words}")),
                    // Only the power cut leaves a form without an answer, and nothing is sent after it.
                    None => return Ok(Some(sheet)),
                }
            }
            Ok(None)
        })
    };
    while saved.lock().expect("list").len() < 20 && !writer.is_finished() {
        thread::sleep(Duration::from_millis(20));
    }
    let folder = server.kill();
    stop.store(true, Ordering::Relaxed);
    let unsure = writer.join().expect("the writer");
    let unsure = unsure.expect("every form sent before the power cut is saved");
    assert!(saved.lock().expect("list").len() >= 20, "{unsure:?}");

    let server = Server::start_in(folder, "data/training", NOW);
    let last = saved.lock().expect("list").last().cloned().expect("saved");
    let door = || {
        let site = server.get("/api/v1/sites/cedar-circle-house").json();
        let door = site["properties"]["door"].as_str().map(str::to_owned);
        let number = door.as_deref().and_then(|door| door.strip_prefix("Door "));
        number.and_then(|number| number.parse::<usize>().ok())
    };
    let found = door().expect("a door with a number");
    let possible = [Some(last.number), unsure.as_ref().map(|sheet| sheet.number)];
    assert!(possible.contains(&Some(found)), "{found} of {possible:?}");

    // Who is not sure sends the same form again.
    let again = unsure.unwrap_or(last);
    let sequence = || server.get("/api/v1/health").json()["snapshot"]["sequence"].as_u64();
    let first = send(&server.url, &cookie, &again).expect("an answer");
    assert_eq!(first.0, 303, "{}", first.1);
    assert_eq!(door(), Some(again.number));
    let after = sequence();
    assert!(after.is_some(), "the health page says the sequence");
    let second = send(&server.url, &cookie, &again).expect("an answer");
    assert_eq!((second.0, sequence()), (303, after));
    assert!(verified(&server), "the history holds");
}
