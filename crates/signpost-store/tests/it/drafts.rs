//! What somebody typed and has not saved.

use signpost_store::{Draft, DraftKey, Store};

fn key(account: i64, form: &str) -> DraftKey {
    DraftKey {
        account,
        subject: "cedar-circle-house".to_owned(),
        form: form.to_owned(),
    }
}

fn draft(words: &str, at: &str) -> Draft {
    Draft {
        version: 3,
        fields: vec![("description.en".to_owned(), words.to_owned())],
        at: at.parse().unwrap(),
    }
}

#[tokio::test]
async fn a_draft_is_kept_replaced_and_thrown_away_and_belongs_to_one_account() {
    let store = Store::open("sqlite::memory:").await.unwrap();
    let mine = key(1, "words");
    assert_eq!(store.draft(&mine).await.unwrap(), None);
    let first = draft("<b>\u{7}=1+1", "2026-11-25T19:15:00Z");
    store.keep_draft(&mine, &first).await.unwrap();
    assert_eq!(store.draft(&mine).await.unwrap(), Some(first));
    let second = draft("second", "2026-11-25T19:16:00Z");
    store.keep_draft(&mine, &second).await.unwrap();
    assert_eq!(store.draft(&mine).await.unwrap(), Some(second));
    assert_eq!(store.draft(&key(2, "words")).await.unwrap(), None);
    assert_eq!(store.draft(&key(1, "hours")).await.unwrap(), None);
    store.drop_draft(&mine).await.unwrap();
    store.drop_draft(&mine).await.unwrap();
    assert_eq!(store.draft(&mine).await.unwrap(), None);
}

#[tokio::test]
async fn drafts_go_away_by_themselves_and_nobody_fills_the_disk_with_them() {
    let store = Store::open("sqlite::memory:").await.unwrap();
    let old = draft("old", "2026-11-01T12:00:00Z");
    store.keep_draft(&key(7, "old"), &old).await.unwrap();
    for number in 0..45 {
        let words = draft("new", &format!("2026-11-25T12:00:{number:02}Z"));
        store
            .keep_draft(&key(1, &format!("form-{number}")), &words)
            .await
            .unwrap();
    }
    assert_eq!(store.draft(&key(7, "old")).await.unwrap(), None);
    assert_eq!(store.draft(&key(1, "form-4")).await.unwrap(), None);
    assert!(store.draft(&key(1, "form-5")).await.unwrap().is_some());
    assert!(store.draft(&key(1, "form-44")).await.unwrap().is_some());
}
