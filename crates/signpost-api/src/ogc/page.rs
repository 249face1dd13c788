//! Answers of `/ogc` as small pages without any script. They are for who looks at the interface; people who look for help have better ones.

use std::fmt::Write as _;

use serde_json::{Map, Value};
use signpost_answers::{Speaker, locale_path};
use signpost_domain::Lang;
use signpost_web::assets;

/// A document as a page.
pub(super) fn page(document: &Value, lang: Lang, speaker: &Speaker) -> String {
    let title = title(document);
    let mut body = String::new();
    let word = |name: &str| document[name].as_str().unwrap_or_default();
    if !word("description").is_empty() {
        let _infallible = write!(body, "<p>{}</p>", escaped(word("description")));
    }
    if !word("banner").is_empty() {
        let _infallible = write!(body, "<p><b>{}</b></p>", escaped(word("banner")));
    }
    if let Some(conforms) = document["conformsTo"].as_array() {
        list(
            &mut body,
            conforms.iter().filter_map(Value::as_str).map(escaped),
        );
    }
    if let Some(collections) = document["collections"].as_array() {
        list(&mut body, collections.iter().map(collection));
    }
    if let Some(features) = document["features"].as_array() {
        let (shown, all) = (features.len(), &document["numberMatched"]);
        let (shown, all) = (shown.to_string(), all.to_string());
        let counted = speaker.t2("ogc-shown", ("shown", &shown), ("all", &all));
        let _infallible = write!(body, "<p>{}</p>", escaped(&counted));
        list(&mut body, features.iter().map(|one| feature(one, document)));
    }
    if let Some(properties) = document["properties"].as_object() {
        table(&mut body, properties, speaker);
    }
    if let Some(paths) = document["paths"].as_object() {
        for (path, item) in paths {
            operation(
                &mut body,
                path,
                item,
                document.pointer("/components/parameters"),
            );
        }
    }
    let links = document["links"].as_array().into_iter().flatten();
    let shown = links.filter(|link| link["rel"] != "self");
    let _infallible = write!(body, "<h2>{}</h2>", escaped(&speaker.t("ogc-links")));
    list(&mut body, shown.map(anchor));
    let home = locale_path::address(speaker.lang, "/");
    // Links of the head stay in the language; those of the list have it in their address already.
    let tongue = match speaker.lang {
        Lang::En => String::new(),
        other => format!("&amp;lang={}", other.tag()),
    };
    format!(
        "<!doctype html>\n<html lang=\"{words}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>{title}</title>\
         <meta name=\"color-scheme\" content=\"light dark\"><link rel=\"stylesheet\" href=\"{}\"></head><body><main>\
         <p><a href=\"{home}\">{}</a> · <a href=\"/ogc?f=html{tongue}\">OGC API</a> · \
         <a href=\"/ogc/collections?f=html{tongue}\">{}</a></p><h1 lang=\"{}\">{title}</h1>{body}</main></body></html>\n",
        assets::css(),
        escaped(&speaker.t("title")),
        escaped(&speaker.t("ogc-collections")),
        lang.tag(),
        words = speaker.lang.tag(),
        title = escaped(&title),
    )
}

fn title(document: &Value) -> String {
    let candidates = [
        document.pointer("/title"),
        document.pointer("/properties/name"),
        document.pointer("/info/title"),
    ];
    let title = candidates.into_iter().flatten().find_map(Value::as_str);
    title.unwrap_or("OGC API").to_owned()
}

fn list(body: &mut String, lines: impl Iterator<Item = String>) {
    body.push_str("<ul>");
    for line in lines {
        let _infallible = write!(body, "<li>{line}</li>");
    }
    body.push_str("</ul>");
}

fn anchor(link: &Value) -> String {
    let word = |name: &str| escaped(link[name].as_str().unwrap_or_default());
    format!(
        "<a href=\"{}\">{}</a> ({}, {})",
        word("href"),
        word("title"),
        word("rel"),
        word("type")
    )
}

fn collection(one: &Value) -> String {
    let word = |name: &str| escaped(one[name].as_str().unwrap_or_default());
    format!(
        "<a href=\"/ogc/collections/{id}/items?f=html\">{}</a> (<code>{id}</code>). {}",
        word("title"),
        word("description"),
        id = word("id"),
    )
}

/// A place in a list: its name, where it is, and its state in words.
fn feature(one: &Value, document: &Value) -> String {
    let word = |name: &str| {
        let properties = one.get("properties");
        let value = properties.and_then(|properties| properties.get(name));
        escaped(value.and_then(Value::as_str).unwrap_or_default())
    };
    let links = document["links"].as_array().into_iter().flatten();
    let collection = links
        .filter(|link| link["rel"] == "collection")
        .find_map(|link| link["href"].as_str())
        .unwrap_or_default();
    let about = [word("address"), word("locality"), word("sentence")];
    let about: Vec<String> = about
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect();
    format!(
        "<a href=\"{}/items/{}?f=html\">{}</a> {}",
        escaped(collection),
        escaped(one["id"].as_str().unwrap_or_default()),
        word("name"),
        about.join(" · ")
    )
}

fn table(body: &mut String, properties: &Map<String, Value>, speaker: &Speaker) {
    body.push_str("<table><tbody>");
    for (name, value) in properties {
        let words = match value {
            Value::Null => continue,
            Value::String(words) if words.starts_with("http") => {
                let words = escaped(words);
                format!("<a href=\"{words}\" rel=\"noreferrer\">{words}</a>")
            }
            Value::String(words) => escaped(words),
            Value::Bool(yes) => speaker.t(if *yes { "ogc-yes" } else { "ogc-no" }),
            Value::Array(all) => {
                let words = all.iter().filter_map(Value::as_str).map(escaped);
                words.collect::<Vec<_>>().join(", ")
            }
            other => escaped(&other.to_string()),
        };
        let name = escaped(&name.replace('_', " "));
        let _infallible = write!(
            body,
            "<tr><th scope=\"row\">{name}</th><td>{words}</td></tr>"
        );
    }
    body.push_str("</tbody></table>");
}

/// An address and its parameters.
fn operation(body: &mut String, path: &str, item: &Value, shared: Option<&Value>) {
    let get = &item["get"];
    let summary = get["summary"].as_str().unwrap_or_default();
    let _infallible = write!(
        body,
        "<h2><code>GET /ogc{}</code></h2><p>{}.</p><dl>",
        escaped(path.trim_end_matches('/')),
        escaped(summary)
    );
    for parameter in get["parameters"].as_array().into_iter().flatten() {
        let name = parameter["$ref"]
            .as_str()
            .and_then(|name| name.rsplit('/').next());
        let Some(parameter) = name.and_then(|name| shared?.get(name)) else {
            continue;
        };
        let word = |name: &str| escaped(parameter[name].as_str().unwrap_or_default());
        let _infallible = write!(
            body,
            "<dt><code>{}</code>, {}<dd>{}",
            word("name"),
            word("in"),
            word("description")
        );
    }
    body.push_str("</dl>");
}

fn escaped(words: &str) -> String {
    words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_somebody_typed_stays_words() {
        let document = json!({
            "title": "<b>\"",
            "properties": {"website": "https://example.org/?a=1&b=\"2\"", "name": "<script>"},
            "links": [],
        });
        let page = page(&document, Lang::En, &Speaker::of(Lang::En));
        assert!(
            !page.contains("<script") && !page.contains("<b>\""),
            "{page}"
        );
        assert!(page.contains("href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\""));
    }
}
