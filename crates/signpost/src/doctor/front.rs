//! What is between the server and the world: the public address, the proxy in front, the mail server.

use std::time::Duration;

use signpost_web::hosting::TrustedProxies;

use super::Finding;
use crate::settings::ServeSettings;

const TIMEOUT: Duration = Duration::from_secs(10);

/// The public address, and whether Signpost answers there.
pub(crate) async fn address(settings: &ServeSettings, ask: bool) -> Vec<Finding> {
    const WHAT: &str = "public address";
    let Some(public) = &settings.mail.address else {
        let said = "none is set: links and cookies go by what each request says.";
        let to_do =
            "set public_url in [mail], or SIGNPOST_PUBLIC_URL, such as https://where.example.org";
        return vec![if settings.bind.ip().is_loopback() {
            Finding::better(WHAT, said, to_do)
        } else {
            Finding::bad(WHAT, said, to_do)
        }];
    };
    let text = public.as_str().to_owned();
    let mut findings = vec![if public.is_https() {
        Finding::good(WHAT, format!("{text}."))
    } else {
        let to_do =
            "put a front with HTTPS before it (docs/RUN.md), and write https:// in public_url";
        Finding::bad(WHAT, format!("{text} is without HTTPS."), to_do)
    }];
    if ask {
        let answered = tokio::task::spawn_blocking(move || reached(&text)).await;
        findings.extend(answered.ok());
    }
    findings
}

/// Asks as the world would.
fn reached(public: &str) -> Finding {
    const WHAT: &str = "proxy";
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(TIMEOUT))
        .build()
        .into();
    let address = format!("{public}/api/v1/health");
    let mut answer = match agent.get(&address).call() {
        Ok(answer) => answer,
        Err(error) => {
            return Finding::bad(
                WHAT,
                format!("{address} is not reached: {error}."),
                "start the server and the front; look at the name in DNS, at the certificate and at the firewall",
            );
        }
    };
    let has = |name: &str| answer.headers().get(name).is_some();
    let (secure, own) = (
        has("strict-transport-security"),
        has("x-content-type-options"),
    );
    let health = answer.body_mut().read_json::<serde_json::Value>();
    if !answer.status().is_success() || !health.is_ok_and(|it| it.get("snapshot").is_some()) {
        return Finding::bad(
            WHAT,
            format!(
                "{address} answers {}, and not as Signpost does.",
                answer.status()
            ),
            "let the front hand everything to the address that bind names (deploy/Caddyfile, deploy/nginx.conf)",
        );
    }
    if public.starts_with("https:") && !(secure && own) {
        return Finding::bad(
            WHAT,
            "on the way headers are lost that keep people safe.",
            "let the front pass on all headers of an answer; restart the server, should its public address be new",
        );
    }
    Finding::good(
        WHAT,
        "the public address leads here, and headers come through.",
    )
}

/// Whose `X-Forwarded-*` is believed.
pub(crate) fn proxies(settings: &ServeSettings) -> Finding {
    const WHAT: &str = "proxy headers";
    let none = settings.access.proxies == TrustedProxies::default();
    let behind = settings.bind.ip().is_loopback() && settings.mail.address.is_some();
    if none && behind {
        return Finding::bad(
            WHAT,
            "no proxy is trusted, and the world comes through one: all people count as one address.",
            "set trusted_proxies in [access], or SIGNPOST_TRUSTED_PROXIES, such as 127.0.0.1",
        );
    }
    if none {
        return Finding::good(WHAT, "nobody's are believed.");
    }
    Finding::good(WHAT, "those of the proxies that are named are believed.")
}

/// Whether letters can go.
pub(crate) async fn mail(settings: &ServeSettings, ask: bool) -> Finding {
    const WHAT: &str = "mail";
    let Some(post) = &settings.mail.post else {
        return Finding::better(
            WHAT,
            "no mail server is set: links are given by hand, and nobody is reminded.",
            "set SIGNPOST_SMTP_URL and SIGNPOST_MAIL_FROM",
        );
    };
    if !ask {
        return Finding::good(WHAT, "a mail server is set; it was not asked.");
    }
    match post.greet().await {
        Ok(()) => Finding::good(WHAT, "the mail server lets us in."),
        Err(error) => Finding::bad(
            WHAT,
            format!("{error}."),
            "look at SIGNPOST_SMTP_URL: host, name, password",
        ),
    }
}
