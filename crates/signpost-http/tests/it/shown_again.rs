//! A button that loads a form anew shows it where somebody was, without script; and a day is copied to others in one act.

use crate::{
    desk::editor,
    sheet::{HOUSE, open, sheet},
    town::Town,
};

/// The id of what has the focus when a page is opened.
fn focus(page: &str) -> String {
    let tags: Vec<&str> = page
        .split('<')
        .map(|rest| rest.split('>').next().unwrap())
        .filter(|tag| tag.contains(" autofocus"))
        .collect();
    assert!(tags.len() < 2, "{tags:?}");
    let id = tags.first().and_then(|tag| tag.split_once("id=\""));
    id.map_or_else(String::new, |(_, rest)| {
        rest.split('"').next().unwrap().to_owned()
    })
}

#[actix_rt::test]
async fn every_button_of_the_hours_returns_to_its_field() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    for lang in ["", "/fr"] {
        let path = format!("{lang}{HOUSE}/hours/supplies");
        let form = open(&mut ana, &path).await;
        assert_eq!(focus(&ana.get(&path).await.body()), "");
        for (act, id) in [
            ("more mo", "f-mo-from-2"),
            ("same we", "f-we-state"),
            ("weekdays mo", "f-mo-state"),
            ("every su", "f-su-state"),
            ("more monthly", "f-monthly-2-nth"),
            ("read", "f-kind"),
            ("back", "f-kind"),
        ] {
            let answer = form.press(&mut ana, act).await;
            assert_eq!(answer.status, 200, "{act}");
            assert_eq!(focus(&answer.body()), id, "{lang} {act}");
        }
    }
}

#[actix_rt::test]
async fn a_draft_and_the_holidays_return_to_their_first_field() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let form = open(&mut ana, &format!("{HOUSE}/details")).await;
    let kept = form.with("door.en", "Green");
    let kept = crate::sheet::Sheet {
        action: format!("{HOUSE}/drafts/details"),
        ..kept
    };
    assert_eq!(kept.press(&mut ana, "").await.status, 204);
    let form = open(&mut ana, &format!("{HOUSE}/details")).await;
    let answer = form.press(&mut ana, "use-draft").await;
    assert_eq!(focus(&answer.body()), "f-description-en");

    let form = open(&mut ana, "/agency/holidays").await;
    let answer = form.press(&mut ana, "back").await;
    assert_eq!(focus(&answer.body()), "f-closed");
    let form = open(&mut ana, &format!("{HOUSE}/holidays/supplies")).await;
    let answer = form.press(&mut ana, "back").await;
    assert_eq!(focus(&answer.body()), "f-kind");
}

#[actix_rt::test]
async fn a_day_is_copied_to_the_week_in_one_act() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let form = open(&mut ana, &format!("{HOUSE}/hours/supplies")).await;
    let form = form
        .with("kind", "week")
        .with("tu.state", "open")
        .with("tu.from.1", "09:30")
        .with("tu.to.1", "15:30")
        .with("sa.state", "closed");
    let answer = form.press(&mut ana, "weekdays tu").await.body();
    let form = sheet(&answer, 0);
    for day in ["mo", "tu", "we", "th", "fr"] {
        assert_eq!(form.text(&format!("{day}.from.1")), "09:30", "{day}");
        assert_eq!(form.text(&format!("{day}.to.1")), "15:30", "{day}");
    }
    assert_eq!(form.text("sa.state"), "closed");
    let form = sheet(&form.press(&mut ana, "every tu").await.body(), 0);
    assert_eq!(form.text("sa.from.1"), "09:30");
}
