//! A form as a browser would send it back, with some of its fields changed.

use crate::{desk::Desk, town::Answer};

/// Every field of a page's first form as a browser would send it back: what stands in inputs, texts and chosen options.
pub fn filled(page: &str) -> Vec<(String, String)> {
    let form = page.split("class=\"form\"").nth(1).unwrap();
    let form = form.split("</form>").next().unwrap();
    let attribute = |tag: &str, name: &str| {
        let found = tag.split_once(&format!(" {name}=\""));
        found.map(|(_, rest)| plain(rest.split('"').next().unwrap()))
    };
    let mut fields = Vec::new();
    for part in form.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap();
        let name = attribute(tag, "name");
        if tag.starts_with("input") {
            let is_choice = tag.contains("type=\"radio\"") || tag.contains("type=\"checkbox\"");
            if !is_choice || tag.contains(" checked") {
                fields.push((name.unwrap(), attribute(tag, "value").unwrap_or_default()));
            }
        } else if tag.starts_with("textarea") {
            fields.push((name.unwrap(), plain(text)));
        } else if tag.starts_with("select") {
            fields.push((name.unwrap(), String::new()));
        } else if tag.starts_with("option") && tag.contains(" selected") {
            fields.last_mut().unwrap().1 = attribute(tag, "value").unwrap();
        }
    }
    fields
}

fn plain(html: &str) -> String {
    [
        ("&#38;", "&"),
        ("&#39;", "'"),
        ("&#34;", "\""),
        ("&#60;", "<"),
        ("&#62;", ">"),
    ]
    .into_iter()
    .fold(html.to_owned(), |text, (entity, sign)| {
        text.replace(entity, sign)
    })
}

/// Opens the form at an address, changes these fields, and sends it.
pub async fn fill(desk: &mut Desk<'_>, path: &str, changes: &[(&str, &str)]) -> Answer {
    let page = desk.get(path).await;
    assert_eq!(page.status, 200, "{path}: {}", page.body());
    let mut fields = filled(&page.body());
    for (name, value) in changes {
        match fields.iter_mut().find(|(own, _)| own == name) {
            Some((_, own)) => (*value).clone_into(own),
            None => fields.push(((*name).to_owned(), (*value).to_owned())),
        }
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (&**n, &**v)).collect();
    desk.post(path, &fields).await
}
