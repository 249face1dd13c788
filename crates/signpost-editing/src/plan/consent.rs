//! What an organization says to being sent people, in its own name or through a steward who says where it is written.

use signpost_domain::{ConsentWord, NeedCode, OrganizationId};
use signpost_locate::Inputs;
use signpost_store::{Cause, Edited, OrganizationEdit, Reason};

use crate::{EditError, FieldFault, Live, refresh, site::put_in_place};

/// An answer as it came in.
#[derive(Debug, Clone)]
pub struct ConsentRequest {
    /// Whose.
    pub organization: OrganizationId,
    /// What it says.
    pub word: ConsentWord,
    /// How the history names who answers for it.
    pub author: String,
}

/// Adds an answer to those of an organization: stored, and served everywhere, when this comes back. Earlier answers stay as they are.
///
/// # Errors
/// [`EditError::NotFound`] when there is no such organization, [`EditError::Fields`] of a need that is not there or of days that run
/// backwards, and when the database cannot be written; nothing was changed then.
pub async fn answer_consent(live: &Live, asked: ConsentRequest) -> Result<Edited, EditError> {
    live.edit(async |store| {
        let found = store.organization(&asked.organization).await?;
        let (mut wanted, revision) = found.ok_or(EditError::NotFound)?;
        let loaded = store.load().await?;
        let mut directory = loaded.directory.ok_or_else(EditError::empty_database)?;
        let word = asked.word;
        let known = |need: &NeedCode| directory.needs.iter().any(|one| one.code == *need);
        if word.need.as_ref().is_some_and(|need| !known(need)) {
            return Err(fault("need", "there is no such need"));
        }
        if word.last.is_some_and(|last| last < word.first) {
            return Err(fault("last", "the last day is before the first"));
        }
        wanted.consents.push(word);
        let over = wanted.consents.len().saturating_sub(ConsentWord::MOST);
        wanted.consents.drain(..over);
        let mut rows = directory.organizations.iter_mut();
        let row = rows.find(|row| row.id == wanted.id);
        row.ok_or(EditError::NotFound)?.clone_from(&wanted);
        let inputs = Inputs {
            directory,
            versions: loaded.versions,
            sequence: loaded.sequence + 1,
        };
        let next = refresh::build(live, inputs).await?;
        let edit = OrganizationEdit {
            expected: revision,
            organization: wanted,
            author: asked.author,
            reason: Reason::from(Cause::ConsentAnswered),
            at: live.now(),
        };
        let edited = store.edit_organization(edit).await?;
        put_in_place(live, store, Some(next), edited).await;
        Ok(edited)
    })
    .await
}

fn fault(field: &str, detail: &str) -> EditError {
    EditError::Fields(vec![FieldFault {
        field: field.to_owned(),
        detail: detail.to_owned(),
    }])
}
