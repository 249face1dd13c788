//! Which words of a member are in another language.

use std::collections::BTreeMap;

use signpost_answers::LocalizedText;
use signpost_domain::Lang;

/// Which of these words are not in the reader's language, and which language they are in.
pub(crate) fn text_languages(
    members: &[(&'static str, &LocalizedText)],
    lang: Lang,
) -> BTreeMap<&'static str, &'static str> {
    members
        .iter()
        .filter(|(_, said)| !said.is_empty())
        .filter_map(|&(member, said)| Some((member, said.other_than(lang)?)))
        .collect()
}
