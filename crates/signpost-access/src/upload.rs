//! A file that somebody sends with a form: written to the disk as it arrives, never held in memory, and only for who proves to be of the session.

use std::{path::Path, time::Duration};

use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::{HttpRequest, web::Payload};
use futures_util::StreamExt as _;
use signpost_web::ApiError;
use tokio::{
    fs::File,
    io::AsyncWriteExt as _,
    time::{Instant, timeout, timeout_at},
};

use crate::{Actor, form::is_proven, kept_form::CSRF};

/// How long the next bytes may take.
const NEXT: Duration = Duration::from_secs(20);
/// How long the whole may take: 200 MB on a line that sends 3 Mbit/s.
const WHOLE: Duration = Duration::from_mins(10);
/// A proof is shorter than this.
const PROOF_BYTES: usize = 1024;
/// What the file's field is called.
const FILE: &str = "file";

/// Writes the file of a form to `to`, which is there only when all of it arrived. How many bytes it has; 0 when no file was chosen.
///
/// # Errors
/// When it is no such form, when it does not prove to be of `who`'s session before the file begins, when it is larger than `most` bytes or
/// comes too slowly, and when the disk takes no more. Nothing is left at `to` then.
pub async fn receive(
    request: &HttpRequest,
    payload: Payload,
    who: &Actor,
    (to, most): (&Path, usize),
) -> Result<usize, ApiError> {
    let whole = Instant::now() + WHOLE;
    let received = timeout_at(whole, read(request, payload, who, (to, most)));
    let received = received.await.unwrap_or(Err(ApiError::Timeout));
    if !matches!(received, Ok(bytes) if bytes > 0) {
        let _never_made = tokio::fs::remove_file(to).await;
    }
    received
}

async fn read(
    request: &HttpRequest,
    payload: Payload,
    who: &Actor,
    (to, most): (&Path, usize),
) -> Result<usize, ApiError> {
    let mut form = Multipart::new(request.headers(), payload);
    let mut proven = false;
    while let Some(field) = next(form.next()).await? {
        let mut field = field.map_err(fault)?;
        match field.name() {
            Some(CSRF) => {
                let proof = field.bytes(PROOF_BYTES);
                let proof = next(proof)
                    .await?
                    .map_err(|_too_long| ApiError::Forbidden)?;
                let proof = proof.map_err(fault)?;
                let proof = String::from_utf8_lossy(&proof).into_owned();
                proven = is_proven(who, &[(CSRF.to_owned(), proof)]);
            }
            Some(FILE) if proven => return write(field, (to, most)).await,
            _ => return Err(ApiError::Forbidden),
        }
    }
    Ok(0)
}

async fn write(mut field: Field, (to, most): (&Path, usize)) -> Result<usize, ApiError> {
    let mut file = File::create(to).await.map_err(ApiError::internal)?;
    let mut bytes = 0;
    while let Some(chunk) = next(field.next()).await? {
        let chunk = chunk.map_err(fault)?;
        bytes += chunk.len();
        if bytes > most {
            return Err(ApiError::TooLarge { limit_bytes: most });
        }
        file.write_all(&chunk).await.map_err(ApiError::internal)?;
    }
    file.sync_all().await.map_err(ApiError::internal)?;
    Ok(bytes)
}

/// What comes next, if it comes in time.
async fn next<T>(waited: impl Future<Output = T>) -> Result<T, ApiError> {
    let waited = timeout(NEXT, waited).await;
    waited.map_err(|_elapsed| ApiError::Timeout)
}

fn fault(error: MultipartError) -> ApiError {
    match error {
        MultipartError::ContentTypeMissing
        | MultipartError::ContentTypeParse
        | MultipartError::ContentTypeIncompatible => ApiError::MediaType {
            detail: "send the file as multipart/form-data".to_owned(),
        },
        other => ApiError::body(other),
    }
}
