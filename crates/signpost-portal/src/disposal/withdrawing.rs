//! Taking back a line of the service log that was wrong: it stays to be read, with who took it back and why, and counts for nothing.

use signpost_domain::Line;
use signpost_hours::Zone;
use signpost_store::{LoggedLine, Withdrawal};
use signpost_web::ApiError;

use super::entry_words::{self, EntryView};
use crate::{
    access::{Authors, PortalContext},
    agency::form::{
        faults::FormFaults,
        field::{FieldView, Look},
        fields::Fields,
        opened::Opened,
        reader::FormReader,
        view::Block,
    },
};

/// The line that somebody says is wrong, and what is asked of them.
pub(super) struct Wrong {
    /// Its number.
    pub number: i64,
    /// What it says.
    pub line: EntryView,
    /// What was wrong with it.
    pub blocks: Vec<Block>,
}

/// What is asked before a line is taken back; `None` when there is none of this number that counts.
pub(super) fn ask(
    f: &PortalContext,
    known: (&Authors, &Zone),
    lines: &[LoggedLine],
    number: i64,
    (fields, faults): (&Fields, &FormFaults),
) -> Option<Wrong> {
    let mut lines = lines.iter();
    let line = lines.find(|line| line.number == number && entry_words::can_be_taken_back(line))?;
    let why = FieldView::of(fields, faults, "why", Look::Line("text"))
        .label(f.t("log-why"))
        .hint(f.t("log-note-hint"))
        .most(Line::LONGEST);
    Some(Wrong {
        number,
        line: entry_words::logged(f, known, line),
        blocks: vec![Block::Field(Box::new(why))],
    })
}

/// Takes back the line, if somebody says why.
pub(super) async fn take_back(
    opened: &Opened<'_>,
    fields: &Fields,
    number: i64,
) -> Result<Option<FormFaults>, ApiError> {
    let mut reader = FormReader::of(fields, opened.f.lang);
    let mut why = String::new();
    reader.line("why", &mut why);
    if fields.text("why").is_empty() {
        reader.fault("why", "log-fault-why");
    }
    if let Err(faults) = reader.finish() {
        return Ok(Some(FormFaults::of_fields(faults)));
    }
    let withdrawal = Withdrawal {
        at: opened.app.now(),
        by: opened.who.author(),
        why,
    };
    let live = opened.app.live();
    signpost_editing::service_log::withdraw_service_entry(live, &opened.slug, number, &withdrawal)
        .await?;
    Ok(None)
}
