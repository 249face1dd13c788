//! Secrets that have to be read again, and are of no use to whoever has only the database: sealed under a key in a file of its own.

mod cipher;
mod key_file;
mod secrets;

pub(crate) use self::key_file::KeyFile;
pub use self::secrets::SecretsKept;
