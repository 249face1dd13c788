//! Who runs this, and how to reach them: on the foot of every page, as the settings say.

use signpost_domain::{Lang, Phone};

/// Who runs this server for the public.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Operator {
    /// What they are called.
    pub name: String,
    /// The same in French, where it is another name.
    pub name_fr: Option<String>,
    /// An e-mail address.
    pub email: Option<String>,
    /// A phone number as printed.
    pub phone: Option<String>,
    /// A page of theirs.
    pub website: Option<String>,
}

impl Operator {
    /// Their name for a reader.
    #[must_use]
    pub fn named(&self, lang: Lang) -> &str {
        let french = self.name_fr.as_deref().filter(|_| lang == Lang::Fr);
        french.unwrap_or(&self.name)
    }

    /// The number as it is dialled.
    #[must_use]
    pub fn dialled(&self) -> Option<String> {
        let phone = Phone::new(self.phone.as_ref()?).ok()?;
        Some(phone.tel())
    }
}
