use sqlx::{Connection as _, SqliteConnection};

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("../../migrations/sqlite");

async fn tables(raw: &mut SqliteConnection) -> Vec<String> {
    sqlx::query_scalar(
        "SELECT type || ' ' || name || coalesce(sql, '') FROM sqlite_schema
         WHERE name NOT LIKE 'sqlite_%' AND name <> '_sqlx_migrations' ORDER BY 1",
    )
    .fetch_all(raw)
    .await
    .unwrap()
}

#[tokio::test]
async fn migrations_go_up_and_down_and_up_again() {
    let mut raw = SqliteConnection::connect("sqlite::memory:").await.unwrap();
    sqlx::raw_sql("PRAGMA foreign_keys = ON")
        .execute(&mut raw)
        .await
        .unwrap();
    MIGRATIONS.run(&mut raw).await.unwrap();
    let first = tables(&mut raw).await;
    assert!(first.len() > 15, "{first:?}");
    MIGRATIONS.undo(&mut raw, 0).await.unwrap();
    assert_eq!(tables(&mut raw).await, Vec::<String>::new());
    MIGRATIONS.run(&mut raw).await.unwrap();
    assert_eq!(tables(&mut raw).await, first);
}
