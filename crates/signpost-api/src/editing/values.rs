//! Members of an edit, read one by one; every fault is named and none hides another.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use signpost_domain::{Lang, Prose, Text, WordsFault, entry};
use signpost_hours::HoursText;
use utoipa::PartialSchema;

use signpost_editing::{FieldFault, WordingOverride};
use signpost_web::members::names;

/// The faults found so far.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<FieldFault>);

impl Faults {
    /// Notes a fault of the member at this path.
    pub(crate) fn add(&mut self, field: impl Into<String>, detail: impl Into<String>) {
        self.0.push(FieldFault {
            field: field.into(),
            detail: detail.into(),
        });
    }

    /// The members of a body by the type that describes them; every other one is a fault.
    pub(crate) fn members<T>(&mut self, body: &Map<String, Value>, path: &str) -> T
    where
        T: Default + DeserializeOwned + PartialSchema,
    {
        let known = names::<T>();
        let (own, others): (Vec<_>, Vec<_>) =
            body.iter().partition(|(name, _)| known.contains(name));
        for (name, _) in others {
            let shown: String = name.chars().take(40).collect();
            self.add(
                format!("{path}{shown}"),
                format!("it cannot be set here; these can: {}", known.join(", ")),
            );
        }
        let own = own.into_iter();
        let own: Map<String, Value> = own
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        self.read(&Value::Object(own), path, "the members that are described")
            .unwrap_or_default()
    }

    /// A member that must be there.
    pub(crate) fn needed<T: DeserializeOwned>(
        &mut self,
        value: Option<Value>,
        name: &str,
        wanted: &str,
    ) -> Option<T> {
        if value.as_ref().is_none_or(Value::is_null) {
            self.add(name, format!("it is missing; write {wanted}"));
            return None;
        }
        self.optional(value, name, wanted)
    }

    /// A member that may be left out or null.
    pub(crate) fn optional<T: DeserializeOwned>(
        &mut self,
        value: Option<Value>,
        name: &str,
        wanted: &str,
    ) -> Option<T> {
        let value = value.filter(|value| !value.is_null())?;
        self.read(&value, name, wanted)
    }

    /// A value as a type of the domain, which checks itself.
    pub(crate) fn read<T: DeserializeOwned>(
        &mut self,
        value: &Value,
        path: &str,
        wanted: &str,
    ) -> Option<T> {
        let read = T::deserialize(value).ok();
        if read.is_none() {
            self.add(path, format!("write {wanted}"));
        }
        read
    }

    /// What somebody said, or null when nobody did.
    pub(crate) fn said(&mut self, said: &mut Option<bool>, value: &Value, path: &str) {
        if let Some(given) = self.read(value, path, "true or false, or null when nobody said") {
            *said = given;
        }
    }

    /// The value, if there is no fault.
    pub(crate) fn none_or<T>(self, value: T) -> Result<T, Vec<FieldFault>> {
        if self.0.is_empty() {
            Ok(value)
        } else {
            Err(self.0)
        }
    }

    /// The faults.
    pub(crate) fn into_list(self) -> Vec<FieldFault> {
        self.0
    }
}

/// Merges `{"en": "…", "fr": null}` into a text; null empties it.
pub(crate) fn merge_text(text: &mut Text, value: &Value, path: &str, faults: &mut Faults) {
    merge_words(text, value, path, entry::prose, faults);
}

/// The same for words of the kind that `enter` takes.
pub(crate) fn merge_words(
    text: &mut Text,
    value: &Value,
    path: &str,
    enter: fn(&mut Text, Lang, &str) -> Result<(), WordsFault>,
    faults: &mut Faults,
) {
    let members = match value {
        Value::Null => {
            *text = Text::default();
            return;
        }
        Value::Object(members) => members,
        _ => {
            faults.add(
                path,
                "write the words by language, such as {\"en\": \"…\", \"fr\": \"…\"}",
            );
            return;
        }
    };
    for (tag, words) in members {
        let shown: String = tag.chars().take(20).collect();
        let path = format!("{path}.{shown}");
        match (tag.parse::<Lang>(), words) {
            (Err(error), _) => faults.add(path, error.to_string()),
            (Ok(lang), Value::Null) => text.set(lang, ""),
            (Ok(lang), Value::String(words)) => {
                if let Err(fault) = enter(text, lang, words) {
                    faults.add(path, fault.to_string());
                }
            }
            (Ok(_), _) => faults.add(path, "write a text in quotes, or null to take it out"),
        }
    }
}

/// The reasons why words should stay though the language check would have others, by field.
pub(crate) fn kept(value: &Value) -> Result<Vec<WordingOverride>, Vec<FieldFault>> {
    let wanted = "write by field why its words should stay, such as {\"description.en\": \"it is the name of a law\"}";
    let mut faults = Faults::default();
    let mut kept = Vec::new();
    let Value::Object(reasons) = value else {
        faults.add("keep", wanted);
        return Err(faults.into_list());
    };
    for (field, because) in reasons {
        let because = Prose::new(because.as_str().unwrap_or_default());
        let shown: String = field.chars().take(80).collect();
        match because {
            Err(fault) => faults.add(format!("keep.{shown}"), fault.to_string()),
            Ok(because) if because.as_str().is_empty() => {
                faults.add(format!("keep.{shown}"), wanted);
            }
            Ok(because) => kept.push(WordingOverride {
                field: shown,
                because: because.into(),
            }),
        }
    }
    faults.none_or(kept)
}

/// An hours text through the gate; null means that the hours are not known.
pub(crate) fn merge_hours(
    hours: &mut Option<String>,
    value: &Value,
    path: &str,
    faults: &mut Faults,
) {
    match value {
        Value::Null => *hours = None,
        Value::String(text) => match HoursText::parse(text) {
            Ok(_) => *hours = Some(text.clone()),
            Err(fault) => faults.add(path, format!("column {}: {}", fault.column, fault.message)),
        },
        _ => faults.add(
            path,
            "write an opening_hours text in quotes, or null when they are not known",
        ),
    }
}
