//! Under what licences all that is built in stands: libraries by licence, as the build of the pages wrote them down, and what is no library.

use std::{collections::BTreeMap, sync::OnceLock};

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;
use signpost_web::{ApiError, PageContext, SharedApp, assets};

use crate::respond::html;

/// A library, as `built-in.json` has it.
#[derive(Deserialize)]
struct Library {
    name: String,
    version: String,
    licence: String,
}

#[derive(Default, Deserialize)]
struct BuiltIn {
    binary: Vec<Library>,
    pages: Vec<Library>,
    pictures: Vec<Library>,
}

/// Libraries of one part, under one licence.
struct Group {
    licence: String,
    count: usize,
    /// Names and versions, one after another.
    names: String,
}

/// One part of what is built in; its libraries by licence, the most used first.
#[derive(Default)]
struct Part {
    count: i64,
    groups: Vec<Group>,
}

impl Part {
    fn of(libraries: Vec<Library>) -> Self {
        let count = i64::try_from(libraries.len()).unwrap_or(i64::MAX);
        let mut by_licence: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for Library {
            name,
            version,
            licence,
        } in libraries
        {
            let named = by_licence.entry(licence).or_default();
            named.push(format!("{name} {version}"));
        }
        let mut groups: Vec<_> = by_licence
            .into_iter()
            .map(|(licence, names)| Group {
                licence,
                count: names.len(),
                names: names.join(", "),
            })
            .collect();
        groups.sort_by_key(|group| std::cmp::Reverse(group.count));
        Self { count, groups }
    }
}

#[derive(Default)]
struct Parts {
    binary: Part,
    pages: Part,
    pictures: Part,
}

/// The list, sorted once.
fn parts() -> &'static Parts {
    static PARTS: OnceLock<Parts> = OnceLock::new();
    PARTS.get_or_init(|| {
        let list = assets::text_of(assets::built_in()).unwrap_or_default();
        let BuiltIn {
            binary,
            pages,
            pictures,
        } = serde_json::from_str(&list).unwrap_or_default();
        Parts {
            binary: Part::of(binary),
            pages: Part::of(pages),
            pictures: Part::of(pictures),
        }
    })
}

#[derive(Template)]
#[template(path = "pages/licences.html")]
struct LicencesPage {
    f: PageContext,
    parts: &'static Parts,
}

pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let page = LicencesPage {
        f: PageContext::of(&request, &app.snapshot(), app.now()),
        parts: parts(),
    };
    html(&page.f, &page)
}
