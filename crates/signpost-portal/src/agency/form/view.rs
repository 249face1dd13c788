//! A form on a page: its blocks from top to bottom, what is wrong with it, and what it carries along.

use actix_web::HttpResponse;
use askama::Template;
use signpost_domain::{Lang, Prose, Text};

use super::{
    faults::{FormFaults, id_of},
    field::{FieldView, Look},
    fields::{Fields, WRITTEN},
    reader::NOT_SAID,
};
use crate::access::{PortalContext, page};
use signpost_web::ApiError;

/// One thing of a form.
#[derive(Debug, Clone)]
pub(crate) enum Block {
    /// A field.
    Field(Box<FieldView>),
    /// Fields beside each other.
    Row(Vec<FieldView>),
    /// One or several of these.
    Choice(ChoiceView),
    /// One of a long list.
    Select(ChoiceView),
}

impl Block {
    /// A field that counts only with a choice.
    pub(crate) fn selects(self, choice: &str, value: &str) -> Self {
        match self {
            Self::Field(field) => Self::Field(Box::new(field.selects(choice, value))),
            other => other,
        }
    }

    /// What the field of this name is called, when it is one of these.
    pub(crate) fn label_of(&self, name: &str) -> Option<&str> {
        let own = |field: &FieldView| field.name == name;
        match self {
            Self::Field(field) => own(field).then_some(field.label.as_str()),
            Self::Row(fields) => {
                let field = fields.iter().find(|field| own(field));
                field.map(|field| field.label.as_str())
            }
            Self::Choice(choice) | Self::Select(choice) => {
                (choice.name == name).then_some(choice.legend.as_str())
            }
        }
    }
}

/// Buttons to choose from, or boxes to tick.
#[derive(Debug, Clone)]
pub(crate) struct ChoiceView {
    /// The name of its fields.
    pub name: String,
    /// Its id on the page.
    pub id: String,
    /// What is asked.
    pub legend: String,
    /// What it means; may be empty.
    pub hint: String,
    /// Whether several may be chosen.
    pub several: bool,
    /// What there is.
    pub options: Vec<OptionView>,
    /// What is wrong with it.
    pub faults: Vec<String>,
    /// Whether the form is shown at it.
    pub autofocus: bool,
}

/// One of several.
#[derive(Debug, Clone)]
pub(crate) struct OptionView {
    /// The name of its field, when it is not that of the choice.
    pub own_name: String,
    /// Its value.
    pub value: String,
    /// What it says.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A button at the end of a form.
#[derive(Debug, Clone)]
pub(crate) struct Button {
    /// What it does: the value of `act`.
    pub act: &'static str,
    /// What it says.
    pub label: String,
    /// Whether it is the one most people want.
    pub main: bool,
}

/// A draft that is offered.
#[derive(Debug, Clone)]
pub(crate) struct DraftOffer {
    /// When it was kept, in words.
    pub when: String,
}

/// A form as a page.
#[derive(Template)]
#[template(path = "portal/agency/form.html")]
pub(crate) struct FormPage {
    pub f: PortalContext,
    /// The title.
    pub title: String,
    /// The place it is about; may be empty.
    pub about: String,
    /// What to know before.
    pub intro: Vec<String>,
    /// What has just happened; may be empty.
    pub news: Vec<String>,
    /// Where it is sent.
    pub action: String,
    /// Where the script sends what was typed so far; empty when nothing is kept.
    pub drafts: String,
    /// A draft somebody left.
    pub draft: Option<DraftOffer>,
    /// What is on it.
    pub blocks: Vec<Block>,
    /// What is wrong.
    pub faults: FormFaults,
    /// What it carries along, by name.
    pub carried: Vec<(String, String)>,
    /// How it ends.
    pub buttons: Vec<Button>,
    /// Where one goes without saving, and what that link says.
    pub back: (String, String),
}

impl FormPage {
    /// The page as an answer: 200 for a form to fill in, 422 for one that came back.
    pub(crate) fn answer(&self) -> Result<HttpResponse, ApiError> {
        page(&self.f, self, self.faults.is_none())
    }
}

/// A text in each language we write in: two fields.
pub(crate) fn text_fields(
    f: &PortalContext,
    fields: &Fields,
    faults: &FormFaults,
    name: &str,
    label: &str,
    hint: &str,
) -> Vec<Block> {
    WRITTEN
        .into_iter()
        .map(|lang| {
            let language = match lang {
                Lang::Fr => f.t("in-french"),
                _ => f.t("in-english"),
            };
            let label = f.t2("field-in", ("field", label), ("language", &language));
            let field = FieldView::of(fields, faults, &format!("{name}.{lang}"), Look::Lines)
                .label(label)
                .most(Prose::LONGEST)
                .written_in(lang);
            Block::Field(Box::new(if lang == Lang::En {
                field.hint(hint.to_owned())
            } else {
                field
            }))
        })
        .collect()
}

/// A choice as the form has it.
pub(crate) fn choice(
    fields: &Fields,
    faults: &FormFaults,
    name: &str,
    legend: String,
    options: impl IntoIterator<Item = (String, String)>,
) -> ChoiceView {
    ChoiceView {
        id: id_of(name),
        legend,
        hint: String::new(),
        several: false,
        options: options
            .into_iter()
            .map(|(value, label)| OptionView {
                own_name: String::new(),
                chosen: fields.holds(name, &value),
                value,
                label,
            })
            .collect(),
        faults: faults.of(name),
        autofocus: fields.are_shown_at(name),
        name: name.to_owned(),
    }
}

impl ChoiceView {
    /// Boxes to tick instead of buttons to choose from.
    pub(crate) fn several(mut self) -> Self {
        self.several = true;
        self
    }

    /// What it means.
    pub(crate) fn hint(mut self, hint: String) -> Self {
        self.hint = hint;
        self
    }

    /// The ids of what describes it.
    pub(crate) fn described_by(&self) -> String {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.id));
        let fault = (!self.faults.is_empty()).then(|| format!("{}-fault", self.id));
        let ids: Vec<String> = hint.into_iter().chain(fault).collect();
        ids.join(" ")
    }

    /// The `type` of its inputs.
    pub(crate) fn input(&self) -> &'static str {
        if self.several { "checkbox" } else { "radio" }
    }

    /// The name of one of its inputs.
    pub(crate) fn name_of<'n>(&'n self, option: &'n OptionView) -> &'n str {
        match option.own_name.as_str() {
            "" => &self.name,
            own => own,
        }
    }

    /// The id of one of its inputs; the first bears the id of the choice, so that a link to it gets there.
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "a template gives references"
    )]
    pub(crate) fn input_id(&self, nth: &usize) -> String {
        match nth {
            0 => self.id.clone(),
            nth => format!("{}-{nth}", self.id),
        }
    }
}

/// The words of a text in one language, or in any when there are none.
pub(crate) fn text_for(text: &Text, lang: Lang) -> String {
    text.words(lang).to_owned()
}

/// A question of which nobody may have said anything yet: yes, no, or not known.
pub(crate) fn said(
    f: &PortalContext,
    fields: &Fields,
    faults: &FormFaults,
    name: &str,
    question: &str,
) -> Block {
    let options = [
        ("yes", f.t("dp-yes")),
        ("no", f.t("dp-no")),
        (NOT_SAID, f.t("dp-not-said")),
    ];
    let options = options.map(|(word, label)| (word.to_owned(), label));
    Block::Choice(choice(fields, faults, name, question.to_owned(), options))
}
