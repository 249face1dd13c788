use super::*;
use crate::error::StoreError;

#[test]
fn an_old_sqlite_is_told_from_a_new_one() {
    for (version, fine) in [
        ("3.51.3", true),
        ("3.51.10", true),
        ("3.52.0", true),
        ("4.0", true),
        ("3.51.2", false),
        ("3.9.9", false),
        ("3.51", false),
        ("", false),
    ] {
        assert_eq!(new_enough(version), fine, "{version}");
    }
}

#[tokio::test]
async fn what_was_committed_survives_a_power_cut() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("a.db").display());
    let store = Store::open(&url).await.unwrap();
    for (pragma, value) in [
        ("PRAGMA synchronous", "2"),
        ("PRAGMA journal_mode", "wal"),
        ("PRAGMA foreign_keys", "1"),
    ] {
        let row = sqlx::raw_sql(pragma)
            .fetch_one(&store.writer)
            .await
            .unwrap();
        let found: String = sqlx::Row::try_get_unchecked::<String, _>(&row, 0).unwrap();
        assert_eq!(found, value, "{pragma}");
    }
    let refused = sqlx::query("DELETE FROM tokens")
        .execute(store.readers())
        .await;
    assert!(matches!(
        refused.map_err(StoreError::from),
        Err(StoreError::ReadOnly)
    ));
}

#[tokio::test]
async fn the_writer_recovers_from_a_full_disk() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("a.db").display());
    let store = Store::open(&url).await.unwrap();
    sqlx::raw_sql("PRAGMA max_page_count = 1")
        .execute(&store.writer)
        .await
        .unwrap();
    let big = "x".repeat(1 << 20);
    let fill = async || {
        let mut session = store.writing().await?;
        let done = sqlx::query(
            "INSERT INTO tokens (organization, label, hash, made_at) VALUES ('a', ?, 'b', 'c')",
        )
        .bind(&big)
        .execute(&mut *session)
        .await;
        store.settle(session, done.map_err(StoreError::from)).await
    };
    assert!(matches!(fill().await, Err(StoreError::Full)));
    // SQLite rolled back by itself, so the connection was given up, and with it the limit.
    fill().await.unwrap();
}

#[tokio::test]
async fn a_database_in_memory_outlives_a_renewed_connection() {
    let store = Store::open("sqlite::memory:").await.unwrap();
    drop(store.writing().await.unwrap());
    assert_eq!(store.sequence().await.unwrap(), 0);
}
