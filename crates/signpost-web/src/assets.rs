//! Styles, script and icons, built into the binary and read at start. Their names hold their hashes, so that a browser may keep them for good.

use std::{borrow::Cow, collections::BTreeMap, sync::OnceLock};

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, ContentEncoding},
    web::{self, ServiceConfig},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};

use crate::{ApiError, precompressed::preferred, reading::reading};

/// Looks up a built-in file by its hashed name.
pub type Files = fn(&str) -> Option<Cow<'static, [u8]>>;

/// What was built for the browser, once it was read.
static BUILT: OnceLock<Built> = OnceLock::new();

struct Built {
    files: Files,
    addresses: Addresses,
    /// The style sheet, and the hash by which a policy lets it stand in a page.
    style: (String, String),
}

/// Names the addresses that pages need, each with the file it is built from.
macro_rules! addresses {
    ($($(#[$doc:meta])+ $name:ident = $file:literal;)+) => {
        struct Addresses { $($name: String,)+ }

        impl Addresses {
            fn of(hashed: &BTreeMap<String, String>) -> Self {
                let address = |file: &str| {
                    hashed.get(file).map(|name| format!("/assets/{name}")).unwrap_or_default()
                };
                Self { $($name: address($file),)+ }
            }

        }

        /// Files that pages name and that were not built; empty when all is well.
        #[must_use]
        pub fn unbuilt() -> Vec<&'static str> {
            let all = [$(($file, $name())),+];
            let there = |address: &str| !address.is_empty() && file_named(name(address)).is_some();
            all.into_iter().filter(|(_, address)| !there(address)).map(|(file, _)| file).collect()
        }

        $($(#[$doc])+
        #[must_use]
        pub fn $name() -> &'static str {
            BUILT.get().map_or("", |built| &built.addresses.$name)
        })+
    };
}

addresses! {
    /// Address of the style sheet.
    css = "page.css";
    /// Address of the script.
    js = "page.js";
    /// Address of the map's script, which loads the rest of it.
    map_js = "map.js";
    /// Address of the map's style sheet.
    map_css = "map.css";
    /// Address of the script that reads the map's tiles beside the page.
    map_worker = "map-worker.js";
    /// Address of the layers of the light map.
    style_light = "style-light.json";
    /// Address of the layers of the dark map.
    style_dark = "style-dark.json";
    /// Address of the texts of the licences of all that is built in.
    licences = "licences.txt";
    /// Address of the list of the libraries that are built in.
    built_in = "built-in.json";
    /// Address of what the portal's pages add to the style sheet.
    portal_css = "portal.css";
    /// Address of the portal's script.
    portal_js = "portal.js";
    /// Address of the icons of the needs, one symbol each.
    icons = "icons.svg";
    /// Address of the icon of the pages.
    icon = "icon.svg";
    /// Address of the script that shows the saved list.
    offline_js = "offline.js";
    /// Address of the script behind `/sw.js`.
    worker_js = "worker.js";
    /// Addresses of the icon as pictures, for home screens.
    icon_192 = "icon-192.png";
    /// The larger one.
    icon_512 = "icon-512.png";
    /// With ground up to the edge, for phones that cut icons their own way.
    icon_maskable = "icon-maskable.png";
    /// The same, smaller, for phones that ask for it by this name.
    icon_touch = "icon-touch.png";
}

/// Reads what was built for the browser, once; later calls change nothing. Whoever starts the server brings the files, so that a change of
/// a colour does not build anew the pages that only name it.
pub fn read_assets(files: Files) {
    BUILT.get_or_init(|| {
        let manifest = files("manifest.json").unwrap_or_default();
        let hashed: BTreeMap<String, String> =
            serde_json::from_slice(&manifest).unwrap_or_default();
        let addresses = Addresses::of(&hashed);
        let style = files(name(&addresses.css)).unwrap_or_default();
        let style = String::from_utf8_lossy(&style).trim_end().to_owned();
        let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
        Built {
            files,
            addresses,
            style: (style, format!("sha256-{hash}")),
        }
    });
}

/// A built-in file by its hashed name.
#[must_use]
pub fn file_named(name: &str) -> Option<Cow<'static, [u8]>> {
    BUILT.get().and_then(|built| (built.files)(name))
}

/// The style sheet itself, which public pages hold: on a slow line it would cost a trip there and back of its own.
#[must_use]
pub fn style() -> &'static str {
    BUILT.get().map_or("", |built| &built.style.0)
}

/// The hash by which a policy lets exactly this style sheet stand in a page: `sha256-…`.
#[must_use]
pub fn style_hash() -> &'static str {
    BUILT.get().map_or("", |built| &built.style.1)
}

/// The name of a built-in file, from its address.
#[must_use]
pub fn name(address: &str) -> &str {
    address.trim_start_matches("/assets/")
}

/// `/assets/{file}`.
pub fn routes(cfg: &mut ServiceConfig) {
    reading(cfg, "/assets/{file}", file);
}

async fn file(request: HttpRequest, name: web::Path<String>) -> Result<HttpResponse, ApiError> {
    let found = file_named(&name).ok_or_else(ApiError::not_found)?;
    // Pressed when the pages were built; who cannot read that gets what the compression layer makes of the file.
    let pressed = file_named(&format!("{name}.br"));
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
        Some(pressed) if preferred(&request) == Some(ContentEncoding::Brotli) => answer
            .insert_header(ContentEncoding::Brotli)
            .insert_header((header::VARY, "accept-encoding"))
            .body(pressed),
        _ => answer.body(found),
    })
}

/// The text of a file that is built in, by its address.
#[must_use]
pub fn text_of(address: &str) -> Option<String> {
    let file = file_named(address.strip_prefix("/assets/")?)?;
    String::from_utf8(file.into_owned()).ok()
}
