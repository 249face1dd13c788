//! `/voice`: a call. One answer is read out; a digit says what for, 1 is the other language, 0 a person.

use std::time::Instant;

use actix_web::{
    HttpRequest, HttpResponse,
    web::{self, Payload},
};
use signpost_answers::Speaker;
use signpost_domain::Lang;
use signpost_text::{menu, person, spoken};
use signpost_web::{ApiError, App, SharedApp, params::Params};

use crate::{
    counted::count,
    doors::Gateways,
    lately::{Door, too_many},
    signed::{field, signed_fields},
    xml::Xml,
};

pub(crate) async fn ask(
    app: SharedApp,
    gateways: web::Data<Gateways>,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, ApiError> {
    let secret = gateways.voice.as_ref().ok_or_else(ApiError::not_found)?;
    let fields = signed_fields(secret, &request, payload).await?;
    let params = Params::read(request.query_string(), &["lang"])?;
    let caller = field(&fields, "From");
    let digit = field(&fields, "Digits").and_then(|digits| digits.chars().next());
    let door = if digit.is_some() {
        Door::Digit
    } else {
        Door::Voice
    };
    // Who wants a person gets one, however much came before.
    if digit != Some('0') && !gateways.lately.admits(door, caller, Instant::now()) {
        return Ok(too_many());
    }
    let lang = match params.value("lang")?.unwrap_or_default() {
        Lang::Fr => Lang::Fr,
        // No voice reads Anishinaabemowin.
        Lang::En | Lang::OjLatn | Lang::OjCans => Lang::En,
    };
    match digit {
        Some('0') => put_through(&app, lang),
        Some('1') => ask_what(&app, other(lang), None),
        Some(digit) => answer(&app, &request, lang, digit),
        None => ask_what(&app, lang, None),
    }
}

const fn other(lang: Lang) -> Lang {
    match lang {
        Lang::Fr => Lang::En,
        Lang::En | Lang::OjLatn | Lang::OjCans => Lang::Fr,
    }
}

const fn voice_of(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "fr-CA",
        Lang::En | Lang::OjLatn | Lang::OjCans => "en-CA",
    }
}

/// What is looked for under a digit, then the digits again.
fn answer(
    app: &App,
    request: &HttpRequest,
    lang: Lang,
    digit: char,
) -> Result<HttpResponse, ApiError> {
    let snapshot = app.snapshot();
    let chosen = menu(&snapshot, lang);
    let Some(chosen) = chosen.iter().find(|one| one.digit == digit) else {
        return ask_what(app, lang, None);
    };
    let reply = spoken(&snapshot, &chosen.need, app.now(), lang);
    count(app, request, &reply);
    ask_what(app, lang, Some(&reply.segments))
}

/// Says something, then what the digits are for, and waits for one.
fn ask_what(app: &App, lang: Lang, first: Option<&[String]>) -> Result<HttpResponse, ApiError> {
    let speaker = Speaker::of(lang);
    let language = [("language", voice_of(lang))];
    let action = format!("/voice?lang={}", lang.tag());
    let mut xml = Xml::response()?;
    let gather = [
        ("input", "dtmf"),
        ("numDigits", "1"),
        ("timeout", "8"),
        ("method", "POST"),
        ("action", action.as_str()),
    ];
    xml.open("Gather", &gather)?;
    if let Some(said) = first {
        for one in said {
            xml.said("Say", &language, one)?;
        }
        xml.said("Say", &language, &speaker.t("voice-again"))?;
    } else {
        xml.said("Say", &language, &speaker.t("voice-danger"))?;
        let french = [("language", voice_of(other(lang)))];
        let in_other = Speaker::of(other(lang)).t("voice-other");
        xml.said("Say", &french, &in_other)?;
        xml.said("Say", &language, &speaker.t("voice-person"))?;
    }
    for one in menu(&app.snapshot(), lang) {
        let digit = one.digit.to_string();
        let told = speaker.t2("voice-digit", ("what", &one.name), ("digit", &digit));
        xml.said("Say", &language, &told)?;
    }
    xml.close("Gather")?;
    xml.said("Say", &language, &speaker.t("voice-bye"))?;
    xml.empty("Hangup")?;
    xml.finish()
}

/// To a person who answers the phone.
fn put_through(app: &App, lang: Lang) -> Result<HttpResponse, ApiError> {
    let speaker = Speaker::of(lang);
    let language = [("language", voice_of(lang))];
    let mut xml = Xml::response()?;
    match person(&app.snapshot(), app.now(), lang) {
        Some(line) => {
            xml.said(
                "Say",
                &language,
                &speaker.t1("voice-through", "name", line.name.as_str()),
            )?;
            let number = line.call.trim_start_matches("tel:");
            let number = number.split(';').next().unwrap_or(number);
            xml.said("Dial", &[], number)?;
        }
        None => {
            xml.said("Say", &language, &speaker.t("voice-nobody"))?;
        }
    }
    xml.empty("Hangup")?;
    xml.finish()
}
