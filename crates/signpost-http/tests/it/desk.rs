//! Somebody who is signed in, with their cookies, as a browser would send them.

use actix_web::{cookie::Cookie, http::Method, test as at};
use signpost_domain::{Lang, OrganizationId};
use signpost_store::{AccountId, NewAccount, Role};

use crate::town::{Answer, Town, clock};

/// A browser: it keeps the cookies it is given and sends them back.
pub struct Desk<'t> {
    pub town: &'t Town,
    pub cookies: Vec<(String, String)>,
}

/// The editor of an organization.
pub fn editor(organization: &str) -> Role {
    Role::Editor(OrganizationId::new(organization).expect("an id"))
}

impl Town {
    /// An account of this role; its e-mail address is `{name}@example.org`.
    pub async fn account(&self, name: &str, role: Role) -> AccountId {
        let new = NewAccount {
            name: name.to_owned(),
            email: format!("{}@example.org", name.to_lowercase()),
            role,
            lang: Lang::En,
            by: "test".to_owned(),
            at: clock()(),
        };
        self.store().add_account(new).await.expect("an account")
    }

    /// A browser in which somebody of this role is signed in and just showed their password again. None is hashed, so it is quick.
    pub async fn signed_in(&self, name: &str, role: Role) -> Desk<'_> {
        let mut desk = self.signed_in_before(name, role).await;
        for (_, secret) in &mut desk.cookies {
            let proven = self.store().prove_session(secret, self.app.now()).await;
            *secret = proven.expect("stored").expect("a session");
        }
        desk
    }

    /// The same, some time after the sign-in: what gives access asks for the password again.
    pub async fn signed_in_before(&self, name: &str, role: Role) -> Desk<'_> {
        let id = self.account(name, role).await;
        let now = self.app.now();
        let session = self.store().begin_session(id, None, now).await;
        let secret = session.expect("a session").secret;
        Desk {
            town: self,
            cookies: vec![(self.session_cookie().to_owned(), secret)],
        }
    }

    /// What the session's cookie is called here.
    pub fn session_cookie(&self) -> &'static str {
        if self.app.hosting().is_https_only() {
            "__Host-signpost"
        } else {
            "signpost"
        }
    }

    /// A browser in which nobody is signed in.
    pub fn desk(&self) -> Desk<'_> {
        Desk {
            town: self,
            cookies: Vec::new(),
        }
    }
}

impl Desk<'_> {
    pub async fn get(&mut self, path: &str) -> Answer {
        let request = at::TestRequest::get().uri(path);
        self.send(request).await
    }

    /// Asks what GET would say.
    pub async fn head(&mut self, path: &str) -> Answer {
        let request = at::TestRequest::default().method(Method::HEAD);
        self.send(request.uri(path)).await
    }

    /// Sends a form as the page at `from` would: with what proves the session, when there is one.
    pub async fn submit(&mut self, from: &str, to: &str, fields: &[(&str, &str)]) -> Answer {
        let csrf = self.csrf(from).await;
        let mut all = vec![("csrf", csrf.as_str())];
        all.extend_from_slice(fields);
        self.post(to, &all).await
    }

    /// What proves the session, out of the page at `path`; empty when it has no such field.
    pub async fn csrf(&mut self, path: &str) -> String {
        let page = self.get(path).await.body();
        let found = page.split_once("name=\"csrf\" value=\"");
        let value = found.and_then(|(_, rest)| rest.split_once('"'));
        value.map_or_else(String::new, |(value, _)| value.to_owned())
    }

    /// Sends exactly these fields.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let public = self.town.app.hosting().public.clone();
        let own = public.map_or_else(
            || "http://localhost:8080".to_owned(),
            |public| public.as_str().to_owned(),
        );
        self.post_from(path, fields, &own).await
    }

    /// The same from a page of another server.
    pub async fn post_from(&mut self, path: &str, fields: &[(&str, &str)], origin: &str) -> Answer {
        let request = at::TestRequest::post()
            .uri(path)
            .insert_header(("origin", origin))
            .set_form(fields);
        self.send(request).await
    }

    async fn send(&mut self, mut request: at::TestRequest) -> Answer {
        request = request
            .insert_header(("host", "localhost:8080"))
            .insert_header(("accept", "text/html"));
        for (name, value) in &self.cookies {
            request = request.cookie(Cookie::new(name, value));
        }
        let answer = self.town.send(request).await;
        for header in answer.headers.get_all("set-cookie") {
            let header = header.to_str().expect("plain");
            let pair = header.split(';').next().expect("a pair");
            let (name, value) = pair.split_once('=').expect("a pair");
            self.cookies.retain(|(own, _)| own != name);
            if !value.is_empty() {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        answer
    }
}
