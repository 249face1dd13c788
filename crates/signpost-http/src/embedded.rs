//! What is built into the binary for readers: the files of `web/dist` and the messages of `web/locales`. Only this crate is built anew when
//! a word or a colour changes; the rooms read them at start.

use std::borrow::Cow;

use rust_embed::Embed;
use signpost_answers::messages::read_messages;
use signpost_domain::Lang;
use signpost_web::assets::read_assets;

#[derive(Embed)]
#[folder = "../../web/dist"]
struct Dist;

#[derive(Embed)]
#[folder = "../../web/locales"]
struct Locales;

/// Reads what is built in, once. A server does so by itself; a command that says anything to readers does it first.
pub fn read_embedded() {
    read_assets(built_file);
    read_messages(messages_in);
}

fn built_file(name: &str) -> Option<Cow<'static, [u8]>> {
    Dist::get(name).map(|file| file.data)
}

/// Every file of a language, whichever page it is for.
fn messages_in(lang: Lang) -> Vec<Cow<'static, str>> {
    let folder = match lang {
        Lang::En => "en/",
        Lang::Fr => "fr/",
        Lang::OjLatn => "oj-Latn/",
        Lang::OjCans => "oj-Cans/",
    };
    Locales::iter()
        .filter(|name| name.starts_with(folder) && name.ends_with(".ftl"))
        .filter_map(|name| Locales::get(&name))
        .map(|file| Cow::Owned(String::from_utf8_lossy(&file.data).into_owned()))
        .collect()
}

#[cfg(test)]
mod tests;
