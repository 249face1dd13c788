//! `/disposal/service/{slug}`: what was done at one place, and the form to note more. For its owner, the subcommittee and stewards.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::{ToSpan as _, civil::Date};
use signpost_answers::site_words::whereabouts;
use signpost_domain::{CountMethod, Line, NeedCode, PointMember, ServiceEntry, ServiceKind, Site};
use signpost_hours::words;
use signpost_web::{ApiError, SharedApp, params::Params};

use super::{
    entry_words,
    upkeep::upkeep_of,
    withdrawing::{self, Wrong},
};
use crate::{
    access::{Actor, Authors, Form, PortalContext, Role, page, redirect},
    agency::form::{
        draft,
        faults::FormFaults,
        field::{FieldView, Look},
        fields::Fields,
        key,
        opened::{Opened, open, today},
        reader::FormReader,
        view::{Block, DraftOffer, choice},
    },
};

/// What its drafts are stored under.
const NAME: &str = "service-log";
/// How long ago something may have been done that is noted today.
///
/// # Units
/// Days.
const LONGEST_AGO: i64 = 400;
/// How many lines of the log are shown.
const LINES: u32 = 60;

#[derive(Template)]
#[template(path = "portal/disposal/log.html")]
struct LogPage {
    f: PortalContext,
    title: String,
    whereabouts: String,
    news: Vec<String>,
    /// That somebody said it is full; when it is due.
    standing: Vec<String>,
    /// What it is, as pairs of a name and what is known.
    facts: Vec<(String, String)>,
    faults: FormFaults,
    action: String,
    drafts: String,
    draft: Option<DraftOffer>,
    blocks: Vec<Block>,
    carried: Vec<(String, String)>,
    /// The line that is about to be taken back, instead of a new one.
    wrong: Option<Wrong>,
    lines: Vec<entry_words::EntryView>,
    /// Where its owner says that it is full.
    stock: Option<String>,
    change: String,
    public: String,
    back: (String, String),
}

/// What the page asks beside its form.
#[derive(Default)]
struct Asked {
    /// A draft that could be gone on with.
    draft: Option<DraftOffer>,
    /// The number of a line that is about to be taken back.
    wrong: Option<i64>,
}

/// GET
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["done", "since", "waits", "wrong"])?;
    let opened = open(&app, &who, &request).await?;
    let news = match params.text("done") {
        Some("logged") => vec![opened.f.t("log-done")],
        Some("room") => vec![opened.f.t("log-done-room")],
        Some("taken-back") => vec![opened.f.t("log-done-taken-back")],
        Some("damaged") => vec![opened.f.t("log-done-damaged")],
        Some("disposal-point") => vec![opened.f.t("done-disposal-point")],
        _ => vec![],
    };
    let fields = fresh(&opened).await?;
    let draft = draft::offer(&opened, NAME).await?;
    let wrong = params.text("wrong").and_then(|number| number.parse().ok());
    let asked = Asked { draft, wrong };
    log_page(opened, &fields, FormFaults::default(), news, asked).await
}

/// POST
pub(crate) async fn sent(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    sent: Form,
) -> Result<HttpResponse, ApiError> {
    let opened = open(&app, &who, &request).await?;
    let here = opened.f.link(&format!("/disposal/service/{}", opened.slug));
    let fields = Fields::sent(sent.0);
    match fields.text("act") {
        "drop-draft" => {
            draft::drop(&opened, NAME).await?;
            return Ok(redirect(&here));
        }
        "use-draft" => {
            let Some(draft) = draft::take(&opened, NAME).await? else {
                return Ok(redirect(&here));
            };
            let (faults, asked) = (FormFaults::default(), Asked::default());
            return log_page(opened, &draft, faults, vec![], asked).await;
        }
        "take-back" => {
            let number = fields.text("line").parse();
            let number: i64 = number.map_err(|_none| ApiError::not_found())?;
            let Some(faults) = withdrawing::take_back(&opened, &fields, number).await? else {
                return Ok(redirect(&format!("{here}?done=taken-back")));
            };
            let asked = Asked {
                wrong: Some(number),
                draft: None,
            };
            return log_page(opened, &fields, faults, vec![], asked).await;
        }
        _ => {}
    }
    let entry = match read(&opened, &fields) {
        Ok(entry) => entry,
        Err(faults) => {
            return log_page(opened, &fields, faults, vec![], Asked::default()).await;
        }
    };
    let kind = entry.kind;
    let logged = signpost_editing::service_log::log_service(app.live(), entry).await?;
    let done = match kind {
        ServiceKind::Damaged => "damaged",
        _ if logged.made_room => "room",
        _ => "logged",
    };
    draft::drop(&opened, NAME).await?;
    Ok(redirect(&format!("{here}?done={done}")))
}

/// The form before anybody filled it in: today, and what a needle was taken to weigh last time.
async fn fresh(opened: &Opened<'_>) -> Result<Fields, ApiError> {
    let mut fields = Fields::default();
    fields.put("day", today(opened).to_string());
    let before = opened
        .store
        .service_log(Some(&opened.slug), Date::MIN, LINES)
        .await?;
    let each = before.iter().find_map(|entry| entry.tenths_each);
    if let Some(each) = each {
        fields.put(
            "grams-each",
            entry_words::grams(each, signpost_domain::Lang::En),
        );
    }
    Ok(fields)
}

/// What was sent as a line of the log.
fn read(opened: &Opened<'_>, fields: &Fields) -> Result<ServiceEntry, FormFaults> {
    let mut reader = FormReader::of(fields, opened.f.lang);
    let today = today(opened);
    let kind = ServiceKind::DONE
        .into_iter()
        .find(|kind| kind.code() == fields.text("kind"));
    if kind.is_none() {
        reader.fault("kind", "fault-choice");
    }
    let day = reader.day("day");
    if let Some(day) = day {
        let earliest = today.saturating_sub(LONGEST_AGO.days());
        if day > today || day < earliest {
            reader.fault("day", "log-fault-day");
        }
    }
    let full = number(&mut reader, "full", 100);
    let grams = number(&mut reader, "grams", ServiceEntry::MOST);
    let counted = number(&mut reader, "needles", ServiceEntry::MOST);
    let each = tenths(fields.text("grams-each"));
    if each.is_none() && !fields.text("grams-each").is_empty() {
        reader.fault("grams-each", "log-fault-each");
    }
    let mut note = String::new();
    reader.line("note", &mut note);
    reader.finish().map_err(FormFaults::of_fields)?;
    let (Some(kind), Some(day)) = (kind, day) else {
        return Err(FormFaults::default());
    };
    let by_weight = grams
        .zip(each)
        .and_then(|(grams, each)| ServiceEntry::by_weight(grams, each));
    let (needles, method) = match (counted, by_weight) {
        (Some(counted), _) => (Some(counted), Some(CountMethod::Counted)),
        (None, Some(needles)) => (Some(needles), Some(CountMethod::ByWeight)),
        (None, None) => (None, None),
    };
    Ok(ServiceEntry {
        at: Some(opened.app.now()),
        author: opened.who.author(),
        full_percent: full.and_then(|full| u8::try_from(full).ok()),
        grams,
        needles,
        tenths_each: each.filter(|_| method == Some(CountMethod::ByWeight)),
        method,
        note,
        key: key::sent(fields.text("key")).map(|key| format!("form {key}")),
        ..ServiceEntry::of(opened.slug.clone(), day, kind)
    })
}

/// A whole number, or nothing.
fn number(reader: &mut FormReader<'_>, name: &str, most: u32) -> Option<u32> {
    let typed = reader.fields.text(name);
    if typed.is_empty() || typed == "not-said" {
        return None;
    }
    let read = typed.parse().ok().filter(|number| *number <= most);
    if read.is_none() {
        reader.fault_with(name, "log-fault-number", &[("most", &most.to_string())]);
    }
    read
}

/// "7.5" or "7,5" as tenths of a gram.
fn tenths(typed: &str) -> Option<u16> {
    let typed = typed.replace(',', ".");
    let (whole, tenths) = typed.split_once('.').unwrap_or((&typed, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let fine = digits(whole) && digits(tenths) && tenths.len() == 1;
    let number: Option<u16> = format!("{whole}{tenths}").parse().ok();
    number.filter(|tenths| fine && *tenths > 0)
}

fn blocks(f: &PortalContext, fields: &Fields, faults: &FormFaults) -> Vec<Block> {
    let kinds = ServiceKind::DONE.map(|kind| {
        let code = kind.code();
        (code.to_owned(), f.t(&format!("log-{code}")))
    });
    let full = ["0", "25", "50", "75", "100"]
        .map(|percent| (percent.to_owned(), f.t(&format!("log-full-{percent}"))))
        .into_iter()
        .chain([("not-said".to_owned(), f.t("dp-not-said"))]);
    let field = |name: &str, look: &'static str, hint: bool, most: usize| {
        let hint = if hint {
            f.t(&format!("log-{name}-hint"))
        } else {
            String::new()
        };
        let view = FieldView::of(fields, faults, name, Look::Line(look))
            .label(f.t(&format!("log-{name}")))
            .hint(hint)
            .most(most);
        Block::Field(Box::new(view))
    };
    vec![
        Block::Choice(choice(fields, faults, "kind", f.t("log-kind"), kinds)),
        field("day", "date", false, 10),
        Block::Choice(choice(fields, faults, "full", f.t("log-full"), full)),
        field("grams", "number", true, 7),
        field("grams-each", "text", true, 6),
        field("needles", "number", true, 7),
        field("note", "text", true, Line::LONGEST),
    ]
}

/// What is known of the place, the members that only those read who look after it among them.
fn facts(f: &PortalContext, site: &Site) -> Vec<(String, String)> {
    PointMember::ALL
        .iter()
        .map(|&member| (member, site.point_member(member)))
        .filter(|(_, word)| !word.is_empty())
        .map(|(member, word)| {
            let label = f.t(&format!("dp-{}", member.code().replace('_', "-")));
            (label, entry_words::member(f, member, &word))
        })
        .collect()
}

/// That its owner said that it is full, and how that ends.
fn said_full(opened: &Opened<'_>) -> Vec<String> {
    let (f, today) = (&opened.f, today(opened));
    let mut exceptions = opened.site.exceptions.iter();
    let Some(full) = exceptions.find(|one| one.is_full_on(today)) else {
        return vec![];
    };
    let said = match full.last {
        Some(last) => f.t1("log-said-full", "day", words::date(last, f.lang)),
        None => f.t("log-said-full-open"),
    };
    vec![format!("{said} {}", f.t("log-said-full-ends"))]
}

async fn log_page(
    opened: Opened<'_>,
    fields: &Fields,
    faults: FormFaults,
    news: Vec<String>,
    asked: Asked,
) -> Result<HttpResponse, ApiError> {
    if opened.site.service(&NeedCode::disposal()).is_none() {
        return Err(ApiError::not_found());
    }
    let snapshot = opened.app.snapshot();
    let upkeep = upkeep_of(opened.store, &snapshot, today(&opened)).await?;
    let standing = upkeep.of(&opened.slug, opened.site.disposal_point.as_ref());
    let lines = opened.store.logged_lines(&opened.slug, LINES).await?;
    let authors = Authors::read(opened.store).await?;
    let zone = snapshot.town_zone();
    let f = &opened.f;
    let day = |day: Date| words::date(day, f.lang);
    let mut said = said_full(&opened);
    if let Some(since) = standing.reported {
        said.push(f.t1("log-reported", "day", day(since)));
    }
    if let Some(due) = standing.due {
        let key = if standing.overdue {
            "log-overdue"
        } else {
            "log-due"
        };
        said.push(f.t1(key, "day", day(due)));
    }
    let back = match opened.who.role {
        Role::Editor(_) => (opened.address(""), opened.f.t("back")),
        _ => (f.link("/disposal/service"), f.t("back")),
    };
    let key = key::sent(fields.text("key")).unwrap_or_else(key::fresh);
    let page_of = LogPage {
        title: opened.name(),
        whereabouts: whereabouts(&opened.site.address, &opened.site.locality),
        news,
        standing: said,
        facts: facts(f, &opened.site),
        action: f.link(&format!("/disposal/service/{}", opened.slug)),
        drafts: draft::address(&opened, NAME),
        draft: asked.draft,
        wrong: asked.wrong.and_then(|number| {
            withdrawing::ask(f, (&authors, zone), &lines, number, (fields, &faults))
        }),
        blocks: blocks(f, fields, &faults),
        carried: vec![("key".to_owned(), key)],
        lines: lines
            .iter()
            .map(|line| entry_words::logged(f, (&authors, zone), line))
            .collect(),
        stock: (opened.who.role != Role::Subcommittee).then(|| opened.address("stock")),
        change: opened.address("disposal-point"),
        public: f.link(&format!("/sites/{}", opened.slug)),
        back,
        faults,
        f: opened.f,
    };
    page(&page_of.f, &page_of, page_of.faults.is_none())
}
