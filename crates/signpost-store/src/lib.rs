//! The only crate that speaks SQL: rows, revisions, migrations.
