//! Styles, script and icons, built into the binary. Their names hold their hashes, so that a browser may keep them for good.

use std::sync::LazyLock;

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, AcceptEncoding, ContentEncoding, Encoding, Header as _},
    web::{self, ServiceConfig},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use rust_embed::Embed;
use sha2::{Digest as _, Sha256};

use crate::ApiError;

/// Address of the style sheet.
pub(crate) const CSS: &str = env!("SIGNPOST_PAGE_CSS");
/// Address of the script.
pub(crate) const JS: &str = env!("SIGNPOST_PAGE_JS");
/// Address of the map's script, which loads the rest of it.
pub(crate) const MAP_JS: &str = env!("SIGNPOST_MAP_JS");
/// Address of the map's style sheet.
pub(crate) const MAP_CSS: &str = env!("SIGNPOST_MAP_CSS");
/// Address of the script that reads the map's tiles beside the page.
pub(crate) const MAP_WORKER: &str = env!("SIGNPOST_MAP_WORKER_JS");
/// Address of the layers of the light map.
pub(crate) const STYLE_LIGHT: &str = env!("SIGNPOST_STYLE_LIGHT_JSON");
/// Address of the layers of the dark map.
pub(crate) const STYLE_DARK: &str = env!("SIGNPOST_STYLE_DARK_JSON");
/// Address of the licences of what the map is built from.
pub(crate) const LICENCES: &str = env!("SIGNPOST_LICENCES_TXT");
/// Address of what the portal's pages add to the style sheet.
pub(crate) const PORTAL_CSS: &str = env!("SIGNPOST_PORTAL_CSS");
/// Address of the portal's script.
pub(crate) const PORTAL_JS: &str = env!("SIGNPOST_PORTAL_JS");
/// Address of the icons of the needs, one symbol each.
pub(crate) const ICONS: &str = env!("SIGNPOST_ICONS_SVG");
/// Address of the icon of the pages.
pub(crate) const ICON: &str = env!("SIGNPOST_ICON_SVG");

/// Address of the script that shows the saved list.
pub(crate) const OFFLINE_JS: &str = env!("SIGNPOST_OFFLINE_JS");
/// Address of the script behind `/sw.js`.
pub(crate) const WORKER_JS: &str = env!("SIGNPOST_WORKER_JS");
/// Addresses of the icon as pictures, for home screens.
pub(crate) const ICON_192: &str = env!("SIGNPOST_ICON_192_PNG");
/// The larger one.
pub(crate) const ICON_512: &str = env!("SIGNPOST_ICON_512_PNG");
/// With ground up to the edge, for phones that cut icons their own way.
pub(crate) const ICON_MASKABLE: &str = env!("SIGNPOST_ICON_MASKABLE_PNG");
/// The same, smaller, for phones that ask for it by this name.
pub(crate) const ICON_TOUCH: &str = env!("SIGNPOST_ICON_TOUCH_PNG");

#[derive(Embed)]
#[folder = "../../web/dist"]
pub(crate) struct Dist;

/// The style sheet itself, which public pages hold: on a slow line it would cost a trip there and back of its own.
pub(crate) fn style() -> &'static str {
    &STYLE.0
}

/// The hash by which a policy lets exactly this style sheet stand in a page: `sha256-…`.
pub(crate) fn style_hash() -> &'static str {
    &STYLE.1
}

static STYLE: LazyLock<(String, String)> = LazyLock::new(|| {
    let Some(file) = Dist::get(name(CSS)) else {
        return Default::default();
    };
    let text = String::from_utf8_lossy(&file.data).trim_end().to_owned();
    let hash = STANDARD.encode(Sha256::digest(text.as_bytes()));
    (text, format!("sha256-{hash}"))
});

/// The name of a built-in file, from its address.
pub(crate) fn name(address: &str) -> &str {
    address.trim_start_matches("/assets/")
}

/// `/assets/{file}`.
pub(crate) fn routes(cfg: &mut ServiceConfig) {
    cfg.service(
        web::resource("/assets/{file}")
            .route(web::get().to(file))
            .route(web::head().to(file)),
    );
}

async fn file(request: HttpRequest, name: web::Path<String>) -> Result<HttpResponse, ApiError> {
    let file = Dist::get(&name).ok_or_else(ApiError::not_found)?;
    // Pressed when the pages were built; who cannot read that gets what the compression layer makes of the file.
    let pressed = Dist::get(&format!("{name}.br"));
    let kind = mime_guess::from_path(name.as_str()).first_or_octet_stream();
    let kind = match kind.type_() {
        mime_guess::mime::TEXT => format!("{kind}; charset=utf-8"),
        _ => kind.to_string(),
    };
    let mut answer = HttpResponse::Ok();
    answer
        .content_type(kind)
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"));
    Ok(match pressed {
        Some(pressed) if reads_brotli(&request) => answer
            .insert_header(ContentEncoding::Brotli)
            .insert_header((header::VARY, "accept-encoding"))
            .body(pressed.data),
        _ => answer.body(file.data),
    })
}

/// The text of a file that is built in, by its address.
pub(crate) fn text_of(address: &str) -> Option<String> {
    let file = Dist::get(address.strip_prefix("/assets/")?)?;
    String::from_utf8(file.data.into_owned()).ok()
}

/// Whether the asker would rather have Brotli than anything else.
fn reads_brotli(request: &HttpRequest) -> bool {
    let pressed = [Encoding::brotli(), Encoding::gzip(), Encoding::identity()];
    AcceptEncoding::parse(request)
        .is_ok_and(|accepted| accepted.negotiate(pressed.iter()) == Some(Encoding::brotli()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_a_page_names_is_built_in() {
        for address in [
            CSS,
            PORTAL_CSS,
            PORTAL_JS,
            JS,
            MAP_JS,
            MAP_CSS,
            MAP_WORKER,
            LICENCES,
            STYLE_LIGHT,
            STYLE_DARK,
            ICONS,
            ICON,
            OFFLINE_JS,
            WORKER_JS,
            ICON_192,
            ICON_512,
            ICON_MASKABLE,
            ICON_TOUCH,
        ] {
            let name = address.strip_prefix("/assets/").unwrap();
            assert!(Dist::get(name).is_some(), "{name}");
        }
    }

    #[test]
    fn the_style_sheet_may_stand_in_a_page() {
        assert!(style().len() > 5_000 && !style().contains('<'));
        assert_eq!(style_hash().len(), "sha256-".len() + 44);
    }

    #[test]
    fn every_need_has_its_icon() {
        let icons = Dist::get(ICONS.strip_prefix("/assets/").unwrap()).unwrap();
        let icons = String::from_utf8(icons.data.into_owned()).unwrap();
        let needs = include_str!("../../../data/needs.toml");
        let names: Vec<&str> = needs
            .lines()
            .filter_map(|line| line.strip_prefix("icon = \"")?.strip_suffix('"'))
            .collect();
        assert!(names.len() > 10);
        for name in names {
            assert!(
                icons.contains(&format!("id=\"{name}\"")),
                "web/icons/{name}.svg"
            );
        }
    }
}
