//! Forms as a browser holds them: a page is asked for, and its form sent back as it came, with some fields changed.

use crate::{
    desk::Desk,
    town::{Answer, Town},
};

/// A site of `cedar-circle`.
pub const HOUSE: &str = "/agency/sites/cedar-circle-house";

/// A form as a browser holds it: where it goes, and its fields.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub action: String,
    pub fields: Vec<(String, String)>,
}

/// The form of a page, `nth` of those that are sent by POST.
pub fn sheet(page: &str, nth: usize) -> Sheet {
    let (_, main) = page.split_once("<main").expect("a page");
    let form = main
        .split("<form ")
        .skip(1)
        .filter(|form| form.contains("method=\"post\""))
        .nth(nth)
        .unwrap_or_else(|| panic!("no form in {page}"));
    let form = form.split("</form>").next().unwrap();
    let action = attribute(form, "action").unwrap();
    let mut fields = Vec::new();
    for (start, _) in form.match_indices('<') {
        let rest = form.get(start..).unwrap();
        let tag = rest.split('>').next().unwrap();
        let name = attribute(tag, "name");
        let value = attribute(tag, "value").unwrap_or_default();
        match (tag.split_whitespace().next().unwrap(), name) {
            ("<input", Some(name)) => {
                let box_or_button =
                    tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"");
                if !box_or_button || tag.contains(" checked") {
                    fields.push((name, value));
                }
            }
            ("<textarea", Some(name)) => {
                let words = rest.split_once('>').unwrap().1;
                let words = words.split("</textarea>").next().unwrap();
                fields.push((name, unescaped(words)));
            }
            ("<select", Some(name)) => {
                let options = rest.split("</select>").next().unwrap();
                let chosen = options
                    .split("<option ")
                    .skip(1)
                    .find(|option| option.split('>').next().unwrap().contains("selected"))
                    .or_else(|| options.split("<option ").nth(1))
                    .and_then(|option| attribute(option, "value"));
                fields.push((name, chosen.unwrap_or_default()));
            }
            _ => {}
        }
    }
    Sheet { action, fields }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let rest = tag.split_once(&format!("{name}=\""))?.1;
    Some(unescaped(rest.split('"').next()?))
}

pub fn unescaped(text: &str) -> String {
    text.replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#38;", "&")
}

impl Sheet {
    pub fn text(&self, name: &str) -> &str {
        let found = self.fields.iter().find(|(own, _)| own == name);
        found.map_or("", |(_, value)| value)
    }

    /// With a field as somebody typed it.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(own, _)| own != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sent with one of its buttons.
    pub async fn press(&self, desk: &mut Desk<'_>, act: &str) -> Answer {
        let form = self.clone().with("act", act);
        let fields: Vec<(&str, &str)> = form
            .fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        desk.post(&form.action, &fields).await
    }
}

/// Opens a page and gives its form.
pub async fn open(desk: &mut Desk<'_>, path: &str) -> Sheet {
    let page = desk.get(path).await;
    assert_eq!(page.status, 200, "{}", page.body());
    sheet(&page.body(), 0)
}

/// The public page of the house.
pub async fn public(town: &Town) -> String {
    town.get("/sites/cedar-circle-house").await.body()
}
