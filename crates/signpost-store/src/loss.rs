//! Edits that were acknowledged and are not there: nothing is written until somebody decides.

use jiff::Timestamp;

use crate::{
    error::StoreError,
    mark::{self, Mark},
    model::{Cause, Loss, Reason},
    revision::{By, Ledger},
    rows::{Aggregate as _, Settings},
    store::Store,
    verify::verify,
};

impl Store {
    /// Holds the history against the mark beside it, and notes what is lost. What cannot be read is named by whoever reads it.
    ///
    /// # Errors
    /// When the mark is no mark, or the database cannot be read.
    pub async fn look_for_losses(&self) -> Result<Option<Loss>, StoreError> {
        let Some(file) = self.file() else {
            return Ok(None);
        };
        let mark = mark::read(&mark::beside(file.path()))?;
        let mut session = self.reading().await?;
        let outcome = mark::lost(&mut session, mark).await;
        let lost = session.settle(outcome).await?;
        file.set_lost(lost.clone());
        Ok(lost)
    }

    /// What was acknowledged and is not there, as it was last found.
    #[must_use]
    pub fn lost(&self) -> Option<Loss> {
        self.file().and_then(crate::file::File::lost)
    }

    /// Refuses while something is lost; looks again first, because somebody may have decided since.
    pub(crate) async fn nothing_lost(&self) -> Result<(), StoreError> {
        if self.lost().is_none() {
            return Ok(());
        }
        match self.look_for_losses().await? {
            Some(loss) => Err(StoreError::Lost(loss)),
            None => Ok(()),
        }
    }

    /// Marks how far the history goes, for a database of a release that kept no mark.
    ///
    /// # Errors
    /// When something is lost, or the mark cannot be written.
    pub async fn keep_mark(&self) -> Result<(), StoreError> {
        let Some(file) = self.file() else {
            return Ok(());
        };
        self.nothing_lost().await?;
        let mut session = self.reading().await?;
        let outcome = Mark::of(&mut session).await;
        if let Some(last) = session.settle(outcome).await? {
            set(file, &last, false)?;
        }
        Ok(())
    }

    /// Takes a loss: what is there is whole and goes on, and the history says from now on what is missing and who took it so.
    ///
    /// # Errors
    /// [`StoreError::NothingLost`]; [`StoreError::Unsound`] when what is left is not whole; [`StoreError::Lost`] when nothing is left.
    pub async fn accept_loss(&self, author: &str, at: Timestamp) -> Result<Loss, StoreError> {
        let (Some(file), Some(loss)) = (self.file(), self.look_for_losses().await?) else {
            return Err(StoreError::NothingLost);
        };
        let reason = Reason::from(Cause::LossAccepted {
            counted: loss.counted,
            head: loss.head.clone(),
        });
        let reason = &reason;
        let mut session = self.writing_whatever_is_lost().await?;
        let outcome = async {
            verify(&mut session).await?;
            let Some(settings) = Settings::all(&mut session).await?.pop() else {
                return Err(StoreError::Lost(loss.clone()));
            };
            let mut ledger = Ledger::open(&mut session, By { author, reason, at }).await?;
            let row = &settings.row;
            let revision = ledger.append(&mut session, Some(row), Some(row)).await?;
            row.write(&mut session, revision).await?;
            Mark::of(&mut session).await
        }
        .await;
        if let Some(last) = session.settle(outcome).await? {
            set(file, &last, true)?;
        }
        file.set_lost(None);
        Ok(loss)
    }
}

fn set(file: &crate::file::File, mark: &Mark, back: bool) -> Result<(), StoreError> {
    let path = mark::beside(file.path());
    mark::write(&path, mark, back).map_err(|source| StoreError::Io {
        doing: format!("writing {}", path.display()),
        source,
    })
}
