//! A form that is sent when its session is over: nothing is changed, and nothing of what was typed is lost.

use signpost_store::{AccountId, Role};

use crate::{
    desk::{Desk, editor},
    power::with_password,
    sign_in::PASSPHRASE,
    town::{Answer, Town, clock},
};

const SHEET: &str = "/agency/sites/cedar-circle-house/details";

/// Somebody with a password, signed in.
async fn ana(town: &Town) -> (Desk<'_>, AccountId) {
    let id = town.account("Ana", editor("cedar-circle")).await;
    let link = town.store().one_time_link(id, "test", clock()()).await;
    let path = format!("/invite/{}", link.unwrap().secret);
    let mut ana = town.desk();
    ana.post(&path, &[("password", PASSPHRASE)]).await;
    assert_eq!(sign_in(&mut ana, &[]).await.status, 303);
    (ana, id)
}

async fn sign_in(desk: &mut Desk<'_>, more: &[(&str, &str)]) -> Answer {
    let mut fields = vec![("email", "ana@example.org"), ("password", PASSPHRASE)];
    fields.extend_from_slice(more);
    desk.post("/login", &fields).await
}

/// Everything a form on a page would send, as it stands there.
fn fields_of(page: &str, action: &str) -> Vec<(String, String)> {
    let (_, form) = page
        .split_once(&format!("action=\"{action}\""))
        .unwrap_or_else(|| panic!("no form to {action}: {page}"));
    let form = form.split_once("</form>").unwrap().0;
    form.split("<input ")
        .skip(1)
        .filter_map(|input| {
            let value = |name: &str| {
                let (_, rest) = input.split_once(&format!("{name}=\""))?;
                Some(plain(rest.split_once('"')?.0))
            };
            Some((value(" name").or_else(|| value("name"))?, value("value")?))
        })
        .collect()
}

/// What HTML writes as numbers.
fn plain(text: &str) -> String {
    text.replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#38;", "&")
}

fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    let pairs = fields.iter();
    pairs
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}

/// What was typed; the rest of the sheet stands as it was.
const DESCRIPTION: &str = "Knock twice. \"Ana's\" door <left> & up.\r\nThen ring.";

#[actix_rt::test]
async fn what_was_typed_goes_through_the_sign_in_and_is_sent_by_a_button() {
    let town = Town::to_edit().await;
    let (mut ana, _) = ana(&town).await;
    let before = ana.get(SHEET).await;
    assert_eq!(before.status, 200, "{}", before.body());
    let csrf = ana.csrf(SHEET).await;
    let session = ana.cookies.iter().find(|(name, _)| name == "signpost");
    let session = session.unwrap().1.clone();
    town.store().end_session(&session).await.unwrap();

    let typed = [("csrf", csrf.as_str()), ("description-en", DESCRIPTION)];
    let over = ana.post(SHEET, &typed).await;
    assert_eq!(over.status, 401);
    let page = over.body();
    assert!(
        page.contains("You were signed out") && page.contains("is kept"),
        "{page}"
    );
    assert!(
        !page.contains(&csrf),
        "the old proof is of no use to anybody"
    );
    let carried = fields_of(&page, "/login");
    let carried: Vec<_> = carried
        .iter()
        .filter(|(name, _)| ["next", "kept"].contains(&name.as_str()))
        .cloned()
        .collect();
    assert_eq!(carried[0].1, SHEET);

    // A wrong password does not lose it.
    let mut wrong = vec![("email", "ana@example.org"), ("password", "geese")];
    wrong.extend(borrowed(&carried));
    let again = ana.post("/login", &wrong).await;
    assert_eq!(again.status, 401);
    let still: Vec<_> = fields_of(&again.body(), "/login");
    assert!(still.contains(&carried[1]), "{still:?}");

    let asked = sign_in(&mut ana, &borrowed(&carried)).await;
    assert_eq!(asked.status, 200);
    let page = asked.body();
    assert!(page.contains("Send what you typed?"), "{page}");
    let ready = fields_of(&page, SHEET);
    let text = ready.iter().find(|(name, _)| name == "description-en");
    assert_eq!(text.unwrap().1, DESCRIPTION);
    let sent = ana.post(SHEET, &borrowed(&ready)).await;
    assert!(
        [303, 422].contains(&sent.status),
        "the sheet answers now: {}",
        sent.status
    );
}

#[actix_rt::test]
async fn a_page_of_the_session_before_asks_before_it_sends_and_says_so_with_403() {
    let town = Town::to_edit().await;
    let (mut ana, _) = ana(&town).await;
    let old = ana.csrf(SHEET).await;
    assert_eq!(sign_in(&mut ana, &[]).await.status, 303, "in another tab");
    let typed = [("csrf", old.as_str()), ("description-en", DESCRIPTION)];
    let asked = ana.post(SHEET, &typed).await;
    assert_eq!(asked.status, 403);
    let ready = fields_of(&asked.body(), SHEET);
    assert!(ready.iter().any(|(_, value)| value == DESCRIPTION));
    // Another server's page gets no such page, whatever its browser says about a session.
    for origin in ["https://evil.example", "null"] {
        let stolen = ana.post_from(SHEET, &typed, origin).await;
        assert_eq!(stolen.status, 403);
        assert!(
            !stolen.body().contains("name=\"csrf\""),
            "{}",
            stolen.body()
        );
        assert!(!stolen.body().contains("Knock"), "{}", stolen.body());
    }
}

#[actix_rt::test]
async fn what_somebody_typed_is_neither_shown_to_nor_sent_by_who_signs_in_after_them() {
    let town = Town::to_edit().await;
    with_password(&town, "Kim", Role::Steward).await;
    let (mut ana, _) = ana(&town).await;
    let csrf = ana.csrf(SHEET).await;
    let session = ana.cookies.iter().find(|(name, _)| name == "signpost");
    let session = session.unwrap().1.clone();
    town.store().end_session(&session).await.unwrap();
    let typed = [("csrf", csrf.as_str()), ("description-en", DESCRIPTION)];
    let over = ana.post(SHEET, &typed).await.body();
    let carried: Vec<_> = fields_of(&over, "/login")
        .into_iter()
        .filter(|(name, _)| ["next", "kept"].contains(&name.as_str()))
        .collect();
    assert!(carried[1].1.contains("Knock"));

    // Kim signs in at the browser that Ana left.
    let mut kim = town.desk();
    let mut fields = vec![("email", "kim@example.org"), ("password", PASSPHRASE)];
    fields.extend(borrowed(&carried));
    let inside = kim.post("/login", &fields).await;
    assert_eq!((inside.status, inside.header("location")), (303, "/portal"));
    assert!(!inside.body().contains("Knock"));

    // Nor from a page of Ana's that is still open in another tab.
    let asked = kim.post(SHEET, &typed).await;
    assert_eq!(asked.status, 403);
    assert!(
        !asked.body().contains("Knock") && !asked.body().contains("name=\"csrf\""),
        "{}",
        asked.body()
    );
    // Nobody can put words into Kim's hands: a form that says it is hers, of who does not know her mark.
    let forged = format!(
        "{{\"by\":\"{}\",\"fields\":[[\"phone\",\"1\"]]}}",
        "0".repeat(32)
    );
    let mut fields = vec![("email", "kim@example.org"), ("password", PASSPHRASE)];
    fields.extend([("next", SHEET), ("kept", forged.as_str())]);
    let inside = town.desk().post("/login", &fields).await;
    assert_eq!((inside.status, inside.header("location")), (303, "/portal"));
}

#[actix_rt::test]
async fn what_was_typed_is_shown_before_it_is_sent() {
    let town = Town::to_edit().await;
    let (mut ana, _) = ana(&town).await;
    let old = ana.csrf(SHEET).await;
    assert_eq!(sign_in(&mut ana, &[]).await.status, 303, "in another tab");
    let typed = [
        ("csrf", old.as_str()),
        ("version", "7"),
        ("description-en", DESCRIPTION),
    ];
    let page = ana.post(SHEET, &typed).await.body();
    let shown = page.split_once("<dl").unwrap().1;
    let shown = plain(shown.split("</dl>").next().unwrap());
    assert!(shown.contains(DESCRIPTION), "{shown}");
    assert!(!shown.contains("version"), "only what was typed: {shown}");
    assert!(
        shown.contains("Description (English)") && !shown.contains("description-en"),
        "in words, not by inner names: {shown}"
    );
    // A page of before does not show a password that was typed into it.
    let secret = [("csrf", old.as_str()), ("current", PASSPHRASE)];
    let page = ana.post("/account/password", &secret).await;
    assert_eq!(page.status, 403);
    assert!(!page.body().contains("geese"), "{}", page.body());
}

#[actix_rt::test]
async fn passwords_are_not_kept_and_strangers_forms_are_not_either() {
    let town = Town::to_edit().await;
    let mut nobody = town.desk();
    let password = [
        ("current", PASSPHRASE),
        ("password", "six otters in a canoe"),
    ];
    let sent = nobody.post("/account/password", &password).await;
    assert_eq!(sent.status, 303);
    let foreign = nobody
        .post_from(SHEET, &[("phone", "1")], "https://evil.example")
        .await;
    assert_eq!(foreign.status, 303);
    // Nothing leads elsewhere from what a sign-in carries.
    let (mut ana, _) = ana(&town).await;
    let elsewhere = [
        ("next", "https://evil.example/"),
        ("kept", "[[\"phone\",\"1\"]]"),
    ];
    let answer = sign_in(&mut ana, &elsewhere).await;
    assert_eq!((answer.status, answer.header("location")), (303, "/portal"));
}

#[actix_rt::test]
async fn who_is_refused_in_the_portal_reads_what_happened_in_their_language() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let refused = ana.get("/fr/steward/accounts").await;
    assert_eq!(refused.status, 403);
    assert!(
        refused.body().contains("Cela n’a pas été fait"),
        "{}",
        refused.body()
    );
    assert_eq!(refused.header("cache-control"), "no-store");
    let (foreign, missing) = (
        ana.get("/agency/sites/lantern-rest-shelter").await,
        ana.get("/agency/sites/no-such-place-here").await,
    );
    assert_eq!((foreign.status, missing.status), (404, 404));
    assert_eq!(
        foreign.body(),
        missing.body(),
        "nobody learns which places there are"
    );
}
