//! Headers on every answer.

use std::sync::LazyLock;

use actix_web::{
    Error,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::{
        Method,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
};

use signpost_answers::locale_path;
use signpost_web::{SharedApp, assets};

/// What a page may load and do: only its own files, no frame, no inline script, and no inline style but the one that every page holds.
static CONTENT_SECURITY_POLICY: LazyLock<String> =
    LazyLock::new(|| policy("manifest-src 'self'; form-action 'self'; frame-ancestors 'none'"));

/// The same for the one page that is made for frames on other sites. It has no form, so none may be sent.
static POLICY_IN_A_FRAME: LazyLock<String> =
    LazyLock::new(|| policy("form-action 'none'; frame-ancestors *"));

fn policy(more: &str) -> String {
    let style = assets::style_hash();
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self' '{style}'; img-src 'self' data:; font-src 'self'; \
         connect-src 'self'; worker-src 'self'; base-uri 'none'; {more}"
    )
}

/// The position stays on the phone, which may ask for it; nothing else is used.
const PERMISSIONS: &str = "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=(), \
     interest-cohort=(), accelerometer=(), gyroscope=(), magnetometer=()";

/// For a year browsers come by https only, to this host and all below it.
const HTTPS_ONLY: &str = "max-age=31536000; includeSubDomains";

/// Adds them, whatever the answer is.
pub(crate) async fn add<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let open = is_open_to_others(request.path(), request.method());
    let framed = locale_path::bare(request.path()) == "/embed";
    let https_only = request
        .app_data::<SharedApp>()
        .is_some_and(|app| app.hosting().is_https_only());
    let mut response = next.call(request).await?;
    put(response.headers_mut(), https_only);
    if framed {
        let headers = response.headers_mut();
        set(headers, "content-security-policy", &POLICY_IN_A_FRAME);
        headers.remove(header::X_FRAME_OPTIONS);
    }
    if open {
        let headers = response.headers_mut();
        set(headers, "access-control-allow-origin", "*");
        set(
            headers,
            "access-control-expose-headers",
            "Content-Crs, ETag, Link, Retry-After",
        );
    }
    Ok(response)
}

/// The headers of every answer; also for answers that no layer sees again.
pub(crate) fn put(headers: &mut HeaderMap, https_only: bool) {
    if https_only {
        set(headers, "strict-transport-security", HTTPS_ONLY);
    }
    set(headers, "content-security-policy", &CONTENT_SECURITY_POLICY);
    // A page of the portal says "same-origin" itself: with "no-referrer" a browser would not tell us that a form is ours.
    if !headers.contains_key(header::REFERRER_POLICY) {
        set(headers, "referrer-policy", "no-referrer");
    }
    set(headers, "x-content-type-options", "nosniff");
    set(headers, "x-frame-options", "DENY");
    set(headers, "permissions-policy", PERMISSIONS);
    set(headers, "cross-origin-opener-policy", "same-origin");
    if !headers.contains_key(header::CACHE_CONTROL) {
        set(headers, "cache-control", "no-store");
    }
    headers.remove(header::SERVER);
}

fn set(headers: &mut HeaderMap, name: &'static str, value: &'static str) {
    headers.insert(
        HeaderName::from_static(name),
        HeaderValue::from_static(value),
    );
}

/// Reading, and asking where to go, is for pages of every origin; edits are for programs, which need no such leave.
fn is_open_to_others(path: &str, method: &Method) -> bool {
    let read = [Method::GET, Method::HEAD, Method::OPTIONS].contains(method);
    let asks = method == Method::POST && path == "/api/v1/where-to-go";
    (path.starts_with("/api/")
        || path.starts_with("/export/")
        || path.starts_with("/tiles/")
        || path.starts_with("/hsds/")
        || path == "/ogc"
        || path.starts_with("/ogc/")
        || path == "/style.json")
        && (read || asks)
}
