//! What is kept at all: every table with its columns and how many rows it has, as the database itself says.

use sqlx::AssertSqlSafe;

use crate::{error::StoreError, store::Store};

/// One table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptTable {
    /// Its name.
    pub name: String,
    /// Its columns, in order.
    pub columns: Vec<String>,
    /// How many rows it has.
    pub rows: u64,
}

const TABLES: &str = "
    SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";

impl Store {
    /// Every table that is there. Nothing is listed by hand, so that none can be left out.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn receipt(&self) -> Result<Vec<KeptTable>, StoreError> {
        let mut session = self.reading().await?;
        let outcome = async {
            let names: Vec<String> = sqlx::query_scalar(TABLES).fetch_all(&mut *session).await?;
            let mut kept = Vec::with_capacity(names.len());
            for name in names {
                let columns =
                    sqlx::query_scalar("SELECT name FROM pragma_table_xinfo(?) ORDER BY cid")
                        .bind(name.as_str())
                        .fetch_all(&mut *session)
                        .await?;
                // The name comes from the schema, and is quoted.
                let count = format!("SELECT count(*) FROM \"{}\"", name.replace('"', "\"\""));
                let rows: i64 = sqlx::query_scalar(AssertSqlSafe(count))
                    .fetch_one(&mut *session)
                    .await?;
                kept.push(KeptTable {
                    name,
                    columns,
                    rows: rows.try_into().unwrap_or(0),
                });
            }
            Ok(kept)
        }
        .await;
        self.settle(session, outcome).await
    }
}
