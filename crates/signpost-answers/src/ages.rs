//! Who a service is for, in words.

use signpost_domain::{Lang, Service};

use crate::messages::words_of;

/// "For ages 12 to 25"; empty for all ages.
#[must_use]
pub fn ages(service: &Service, lang: Lang) -> String {
    let (least, most) = (service.minimum_age, service.maximum_age);
    let [from, to] = [least, most].map(|age| age.map(|age| age.to_string()).unwrap_or_default());
    let key = match (least, most) {
        (None, None) => return String::new(),
        (Some(least), Some(most)) if least == most => "ages-one",
        (Some(_), Some(_)) => "ages-between",
        (Some(_), None) => "ages-from",
        (None, Some(_)) => "ages-to",
    };
    words_of(lang).say(key, &[("from", &from), ("to", &to)])
}
