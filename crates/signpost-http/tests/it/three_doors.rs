//! What people enter comes in through three doors: a file, the API and a form. Each says the same of the same words.

use serde_json::{Value, json};
use signpost_domain::Directory;
use signpost_store::Role;
use tempfile::TempDir;

use crate::{
    desk::editor,
    editor::{Edit, PATH, tag},
    sheet::{HOUSE, open},
    town::{Town, training},
};

/// A field, by the names it has at each door.
struct Field {
    column: &'static str,
    member: &'static str,
    /// The form, and the field in it.
    form: (&'static str, &'static str),
}

const DESCRIPTION: Field = Field {
    column: "description_en",
    member: "description.en",
    form: ("/details", "description.en"),
};
const WEBSITE: Field = Field {
    column: "website",
    member: "website",
    form: ("/details", "website"),
};
const PHONE: Field = Field {
    column: "phone",
    member: "phone",
    form: ("/details", "phone"),
};
const LANGUAGES: Field = Field {
    column: "languages",
    member: "languages",
    form: ("/details", "language"),
};
const NAME: Field = Field {
    column: "name_en",
    member: "name.en",
    form: ("/place", "name.en"),
};
const ADDRESS: Field = Field {
    column: "address",
    member: "address",
    form: ("/place", "address"),
};

/// A file of one row over the training town: what stands there then, or where the fault is.
fn import(field: &Field, typed: &str) -> Result<Directory, String> {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("sites.csv");
    let cell = typed.replace('"', "\"\"");
    let text = format!(
        "slug,{},organization,source\ncedar-circle-house,\"{cell}\",cedar-circle,A call\n",
        field.column
    );
    std::fs::write(&file, text).unwrap();
    signpost_exchange::read_into(training(), &file).map_err(|faults| {
        let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
        said.join("\n")
    })
}

fn body(field: &Field, typed: &str) -> Value {
    match field.member.split_once('.') {
        Some((name, lang)) => json!({ name: { lang: typed } }),
        None if field.member == "languages" => {
            json!({ "languages": typed.split(' ').collect::<Vec<_>>() })
        }
        None => json!({ field.member: typed }),
    }
}

const TAKEN: [(Field, &str); 14] = [
    (
        DESCRIPTION,
        "Où aller\u{a0}? ᐊᓂᔑᓈᐯᒧᐎᓐ, «\u{202f}ici\u{202f}»",
    ),
    (DESCRIPTION, "One line,\tand\r\nanother"),
    (WEBSITE, "https://cedar-circle.example/a?b=c#d"),
    (PHONE, "807-555-0150 ext 4"),
    (PHONE, "(807) 555–0150, poste 4"),
    (PHONE, "1 807 555 0150"),
    (PHONE, "988"),
    (PHONE, "+33 1 45 67 89 01"),
    (WEBSITE, "HTTP://cedar-circle.example"),
    (WEBSITE, "www.cedar-circle.example"),
    (LANGUAGES, "fr oj-Latn en-CA cr"),
    (NAME, "Maison du Cercle de cèdre"),
    (ADDRESS, "7-A Cedar Lane (rear)"),
    (ADDRESS, "7-A\tCedar Lane"),
];

#[actix_rt::test]
async fn what_is_fine_is_taken_at_every_door() {
    for (field, typed) in TAKEN {
        if let Err(fault) = import(&field, typed) {
            panic!("{typed:?}: {fault}");
        }

        let town = Town::to_edit().await;
        let (token, before) = (town.token("cedar-circle").await, tag(&town).await);
        let edit = Edit {
            path: PATH,
            token: Some(&token),
            tag: Some(&before),
            key: None,
            body: body(&field, typed),
        };
        let answer = edit.patch(&town).await;
        assert_eq!(answer.status, 200, "{typed:?}: {}", answer.body());

        let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
        let form = open(&mut ana, &format!("{HOUSE}{}", field.form.0)).await;
        let first = typed.split(' ').next().unwrap();
        let typed = if field.column == "languages" {
            first
        } else {
            typed
        };
        let form = form.with(field.form.1, typed);
        let saved = form.press(&mut ana, "save").await;
        assert_eq!(saved.status, 303, "{typed:?}: {}", saved.body());
    }
}

#[actix_rt::test]
async fn what_browsers_and_spreadsheets_add_is_taken_off_at_every_door() {
    let (typed, kept) = ("One line,\tand\r\nanother ", "One line, and\nanother");
    let site = |directory: &Directory| {
        let mut sites = directory.sites.iter();
        let site = sites.find(|site| site.slug.as_str() == "cedar-circle-house");
        site.unwrap()
            .description
            .words(signpost_domain::Lang::En)
            .to_owned()
    };
    assert_eq!(site(&import(&DESCRIPTION, typed).unwrap()), kept);

    let town = Town::to_edit().await;
    let (token, before) = (town.token("cedar-circle").await, tag(&town).await);
    let edit = Edit {
        path: PATH,
        token: Some(&token),
        tag: Some(&before),
        key: None,
        body: body(&DESCRIPTION, typed),
    };
    assert_eq!(edit.patch(&town).await.status, 200);
    assert_eq!(site(town.app.snapshot().directory()), kept);

    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let form = open(&mut ana, &format!("{HOUSE}/details")).await;
    let saved = form
        .with("description.en", typed)
        .press(&mut ana, "save")
        .await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    assert_eq!(site(town.app.snapshot().directory()), kept);
}

fn refused() -> Vec<(Field, String)> {
    let mut list = vec![
        (WEBSITE, "https://user@host.example/".to_owned()),
        (WEBSITE, "https://user:word@host.example/".to_owned()),
        (WEBSITE, "javascript:alert(1)".to_owned()),
        (WEBSITE, "javascript:alert(1).example".to_owned()),
        (WEBSITE, "https://x".to_owned()),
        (WEBSITE, "https://127.0.0.1/".to_owned()),
        (WEBSITE, "https://a b.example/".to_owned()),
        (WEBSITE, "https://a.example/\"onclick=1".to_owned()),
        (WEBSITE, "https://a.example\\@b.example/".to_owned()),
        (WEBSITE, "https://a.example/\u{202E}gpj".to_owned()),
        (WEBSITE, format!("https://a.example/{}", "a".repeat(200))),
        (PHONE, "807\u{200B}-555-0123".to_owned()),
        (PHONE, "call us".to_owned()),
        (PHONE, "555-0123".to_owned()),
        (PHONE, "123".to_owned()),
        (PHONE, "33 1 45 67 89 01".to_owned()),
        (PHONE, "8075550103.0".to_owned()),
        (PHONE, "8.075550103E9".to_owned()),
        (PHONE, "807-555-0103 ext".to_owned()),
        (WEBSITE, "info@cedar-circle.example".to_owned()),
        (WEBSITE, "mailto:info@cedar-circle.example".to_owned()),
        (WEBSITE, "ftp://cedar-circle.example".to_owned()),
        (LANGUAGES, "English".to_owned()),
        (LANGUAGES, "en_CA".to_owned()),
        (LANGUAGES, "en\u{200B}".to_owned()),
        (DESCRIPTION, "é".repeat(1_001)),
        (NAME, "é".repeat(201)),
        (ADDRESS, "é".repeat(201)),
    ];
    for unseen in [
        '\u{202E}',
        '\u{200B}',
        '\u{200D}',
        '\u{AD}',
        '\u{FEFF}',
        '\u{E0041}',
        '\u{7f}',
    ] {
        for field in [DESCRIPTION, NAME, ADDRESS] {
            list.push((field, format!("Blue{unseen} door")));
        }
    }
    list
}

#[test]
fn a_file_names_line_and_column_of_what_it_may_not_hold() {
    for (field, typed) in refused() {
        let fault = import(&field, &typed).expect_err(&typed);
        let place = format!("sites.csv:2:2 ({})", field.column);
        assert!(fault.contains(&place), "{typed:?}: {fault}");
        assert_eq!(fault.lines().count(), 1, "said once: {typed:?}: {fault}");
    }
}

#[actix_rt::test]
async fn the_api_names_the_member() {
    let town = Town::to_edit().await;
    let (token, before) = (town.token("cedar-circle").await, tag(&town).await);
    for (field, typed) in refused() {
        let edit = Edit {
            path: PATH,
            token: Some(&token),
            tag: Some(&before),
            key: None,
            body: body(&field, &typed),
        };
        let answer = edit.patch(&town).await;
        assert_eq!(answer.status, 400, "{typed:?}: {}", answer.body());
        assert_eq!(
            answer.json()["errors"][0]["field"],
            field.member,
            "{typed:?}"
        );
    }
}

#[actix_rt::test]
async fn a_form_says_it_beside_the_field_and_loses_nothing() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    for (field, typed) in refused() {
        let (path, name) = field.form;
        let form = open(&mut ana, &format!("{HOUSE}{path}")).await;
        let answer = form.with(name, &typed).press(&mut ana, "save").await;
        assert_eq!(answer.status, 422, "{typed:?}: {}", answer.body());
        let id = format!("f-{}", name.replace('.', "-"));
        let (fault, says) = (format!("id=\"{id}-fault\""), format!("id=\"{id}-says\""));
        let page = answer.body();
        assert!(
            page.contains(&fault) || page.contains(&says),
            "{typed:?}: {page}"
        );
        assert!(
            page.contains(&format!("href=\"#{id}\"")),
            "{typed:?}: {page}"
        );
    }
}

#[actix_rt::test]
async fn the_other_forms_take_no_hidden_signs_either() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let form = open(&mut ana, "/agency/sites/new").await;
    let form = form
        .with("name.en", "New\u{202E} house")
        .with("kind", "building");
    let answer = form.press(&mut ana, "save").await;
    assert_eq!(answer.status, 422);
    let page = answer.body();
    assert!(page.contains("id=\"f-name-en-fault\""), "{page}");

    let form = open(&mut ana, "/agency/organization").await;
    let form = form.with("website", "https://user@host.example/");
    let answer = form.press(&mut ana, "save").await;
    assert_eq!(answer.status, 422);
    let page = answer.body();
    assert!(page.contains("id=\"f-website-fault\""), "{page}");

    let here = "/steward/accounts";
    let account = [
        ("name", "A\u{200B}na"),
        ("email", "bo@example.org"),
        ("role", "steward"),
    ];
    assert_eq!(kim.submit(here, here, &account).await.status, 422);
    let here = "/steward/tokens";
    let token = [("organization", "cedar-circle"), ("label", "a\u{202E}b")];
    assert_eq!(kim.submit(here, here, &token).await.status, 422);
}

#[actix_rt::test]
async fn words_of_a_closing_go_through_the_same_type() {
    let town = Town::to_edit().await;
    let (token, before) = (town.token("cedar-circle").await, tag(&town).await);
    let edit = Edit {
        path: "/api/v1/sites/cedar-circle-house/exceptions",
        token: Some(&token),
        tag: Some(&before),
        key: None,
        body: json!({"kind": "closed", "first": "2026-12-01", "last": "2026-12-01", "reason": {"en": "Stock\u{200B}taking"}}),
    };
    let answer = edit.send(&town, actix_web::test::TestRequest::post()).await;
    answer.problem(400);
    assert_eq!(answer.json()["errors"][0]["field"], "reason.en");

    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let form = open(&mut ana, &format!("{HOUSE}/closings")).await;
    let form = form.with("why", "own").with("last", "2026-11-27");
    let answer = form
        .with("reason.en", "Stock\u{200B}taking")
        .press(&mut ana, "save")
        .await;
    assert_eq!(answer.status, 422);
    assert!(
        answer.body().contains("id=\"f-reason-en-fault\""),
        "{}",
        answer.body()
    );
}

/// A field as the directory keeps it after each of the three doors.
async fn kept(field: &Field, typed: &str, of: fn(&signpost_domain::Site) -> String) -> [String; 3] {
    let house = |directory: &Directory| {
        let mut sites = directory.sites.iter();
        of(sites
            .find(|site| site.slug.as_str() == "cedar-circle-house")
            .unwrap())
    };
    let by_file = house(&import(field, typed).unwrap());

    let town = Town::to_edit().await;
    let (token, before) = (town.token("cedar-circle").await, tag(&town).await);
    let edit = Edit {
        path: PATH,
        token: Some(&token),
        tag: Some(&before),
        key: None,
        body: body(field, typed),
    };
    assert_eq!(edit.patch(&town).await.status, 200, "{typed}");
    let by_api = house(town.app.snapshot().directory());

    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let form = open(&mut ana, &format!("{HOUSE}{}", field.form.0)).await;
    let saved = form.with(field.form.1, typed).press(&mut ana, "save").await;
    assert_eq!(saved.status, 303, "{typed}: {}", saved.body());
    [by_file, by_api, house(town.app.snapshot().directory())]
}

#[actix_rt::test]
async fn numbers_and_addresses_are_kept_the_same_whatever_door_they_came_by() {
    let phone = |site: &signpost_domain::Site| site.phone.as_ref().unwrap().to_string();
    for (typed, stands) in [
        ("807 555 0150", "807 555 0150"),
        ("807.555.0150 Ext. 4", "807.555.0150 ext 4"),
        ("807-555-0150x4", "807-555-0150 ext 4"),
        ("807-555-0150 #4", "807-555-0150 ext 4"),
        (
            "807\u{2011}555\u{2013}0150\u{a0}poste\u{202f}4",
            "807-555-0150 ext 4",
        ),
        ("211", "211"),
    ] {
        assert_eq!(kept(&PHONE, typed, phone).await, [stands; 3], "{typed}");
    }
    let website = |site: &signpost_domain::Site| site.website.clone().unwrap();
    for (typed, stands) in [
        (
            "www.cedar-circle.example",
            "https://www.cedar-circle.example",
        ),
        (
            "HTTPS://cedar-circle.example/A",
            "https://cedar-circle.example/A",
        ),
        ("http://cedar-circle.example", "http://cedar-circle.example"),
        (
            "https://https://cedar-circle.example",
            "https://cedar-circle.example",
        ),
    ] {
        assert_eq!(kept(&WEBSITE, typed, website).await, [stands; 3], "{typed}");
    }
}
