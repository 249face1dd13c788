//! The hours that were sent, into a site: what was typed beside another answer is refused, not dropped.

use signpost_domain::{NeedCode, Service, Site};

use super::{
    fields::{READ, fields, text},
    not_used,
};
use crate::agency::form::reader::FormReader;

/// Puts the hours that were sent into a site.
pub(crate) fn read_into(need: &NeedCode, site: &mut Site, reader: &mut FormReader<'_>) {
    // A text counts or is refused: one that was typed beside another choice is not dropped.
    let typed = reader.fields.text("text");
    let stands = |one: &Service| one.hours.as_deref() == Some(typed);
    let is_new = !typed.is_empty() && !site.services.iter().any(stands);
    if is_new && reader.fields.text("kind") != "text" && typed != reader.fields.text(READ) {
        reader.fault("text", "fault-hours-text-too");
    }
    // So do days and times, whatever stands above them.
    let shown = fields(site, need);
    if reader.fields.text("kind") != "week"
        && let Some(field) = not_used::typed(reader.fields, shown.as_ref())
    {
        reader.fault(&field, "fault-hours-week-too");
    }
    if reader.fields.text("kind") == "week" {
        for field in not_used::days_without_times(reader.fields, shown.as_ref()) {
            reader.fault(&field, "fault-hours-monthly-empty");
        }
    }
    let text = text(reader);
    let chosen: Vec<String> = reader.fields.all("need").map(str::to_owned).collect();
    let mut any = false;
    for service in &mut site.services {
        if chosen.iter().any(|need| need == service.need.as_str()) {
            service.hours.clone_from(&text);
            any = true;
        }
    }
    if !any {
        reader.fault("need", "fault-hours-need");
    }
}
