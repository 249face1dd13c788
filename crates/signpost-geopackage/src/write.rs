//! Writing the file.

use std::{fmt::Write as _, path::Path};

use geopackage_core::{
    ddl, geometry::encode_gpb, ident::quote, triggers, version::APPLICATION_ID_GPKG,
};
use sqlx::{
    ConnectOptions as _, Connection as _, SqliteConnection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode},
};

use crate::{Cell, Layer};

/// The reference system: longitude and latitude on WGS 84.
const SRS: i32 = 4326;
/// The version that is written: 1.4.
const VERSION: u32 = 10_400;
/// The column of the geometry.
const GEOMETRY: &str = "geom";
/// The column of the number of a row.
const NUMBER: &str = "fid";

/// Why no file came about.
#[derive(Debug, thiserror::Error)]
pub enum GeoPackageError {
    /// SQLite could not write.
    #[error("the GeoPackage cannot be written: {0}")]
    Write(#[from] sqlx::Error),
    /// The disk could not.
    #[error("the GeoPackage cannot be written: {0}")]
    Disk(#[from] std::io::Error),
    /// A geometry cannot be coded.
    #[error("a geometry cannot be written: {0}")]
    Geometry(#[from] geopackage_core::geometry::GeometryError),
    /// A name cannot be quoted.
    #[error("a name cannot be written: {0}")]
    Name(#[from] geopackage_core::Error),
}

/// These layers as a GeoPackage. `last_change` is the instant it tells, in UTC, such as `2026-11-22T19:30:00.000Z`.
///
/// # Errors
/// When it cannot be written.
pub async fn geopackage(layers: &[Layer], last_change: &str) -> Result<Vec<u8>, GeoPackageError> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("layers.gpkg");
    write(&file, layers, last_change).await?;
    Ok(tokio::fs::read(&file).await?)
}

async fn write(file: &Path, layers: &[Layer], last_change: &str) -> Result<(), GeoPackageError> {
    let mut db = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        // One file, with nothing beside it; it is thrown away when it is not finished.
        .journal_mode(SqliteJournalMode::Off)
        .disable_statement_logging()
        .connect()
        .await?;
    let written = all(&mut db, layers, last_change).await;
    db.close().await?;
    written
}

async fn all(
    db: &mut SqliteConnection,
    layers: &[Layer],
    last_change: &str,
) -> Result<(), GeoPackageError> {
    run(
        db,
        &format!("PRAGMA application_id = {APPLICATION_ID_GPKG}"),
    )
    .await?;
    run(db, &format!("PRAGMA user_version = {VERSION}")).await?;
    run(db, "BEGIN").await?;
    for table in [
        ddl::CREATE_GPKG_SPATIAL_REF_SYS,
        ddl::CREATE_GPKG_CONTENTS,
        ddl::CREATE_GPKG_GEOMETRY_COLUMNS,
        ddl::CREATE_GPKG_EXTENSIONS,
    ] {
        run(db, table).await?;
    }
    for row in ddl::SEED_SPATIAL_REF_SYS {
        run(db, row).await?;
    }
    for layer in layers {
        one(db, layer, last_change).await?;
    }
    run(db, "COMMIT").await
}

async fn run(db: &mut SqliteConnection, sql: &str) -> Result<(), GeoPackageError> {
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(db).await?;
    Ok(())
}

async fn one(
    db: &mut SqliteConnection,
    layer: &Layer,
    last_change: &str,
) -> Result<(), GeoPackageError> {
    let table = quote(layer.name)?;
    let mut columns = String::new();
    let mut names = String::new();
    for column in &layer.columns {
        let name = quote(column.name)?;
        let _infallible = write!(columns, ", {name} {}", column.kind.name());
        let _infallible = write!(names, ", {name}");
    }
    run(
        db,
        &format!(
            "CREATE TABLE {table} ({NUMBER} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {GEOMETRY} {}{columns})",
            layer.geometry.name()
        ),
    )
    .await?;
    run(db, &triggers::create_rtree_table_sql(layer.name, GEOMETRY)?).await?;
    let marks = ", ?".repeat(layer.columns.len());
    let insert = format!("INSERT INTO {table} ({NUMBER}, {GEOMETRY}{names}) VALUES (?, ?{marks})");
    let index = quote(&triggers::rtree_table_name(layer.name, GEOMETRY))?;
    let index = format!("INSERT INTO {index} (id, minx, maxx, miny, maxy) VALUES (?, ?, ?, ?, ?)");
    let mut extent: Option<[f64; 4]> = None;
    for (number, row) in (1_i64..).zip(&layer.rows) {
        let coded = row.geometry.as_ref().map(|one| encode_gpb(one, SRS));
        let (blob, bounds) = coded.transpose()?.unzip();
        let mut query = sqlx::query(sqlx::AssertSqlSafe(&*insert))
            .bind(number)
            .bind(blob);
        for cell in &row.cells {
            query = match cell {
                Cell::Null => query.bind(None::<String>),
                Cell::Text(words) => query.bind(words.as_str()),
                Cell::Integer(number) => query.bind(*number),
                Cell::Real(number) => query.bind(*number),
                Cell::Boolean(yes) => query.bind(*yes),
            };
        }
        query.execute(&mut *db).await?;
        if let Some(bounds) = bounds.flatten() {
            let [min_x, max_x, min_y, max_y] = bounds;
            sqlx::query(sqlx::AssertSqlSafe(&*index))
                .bind(number)
                .bind(min_x)
                .bind(max_x)
                .bind(min_y)
                .bind(max_y)
                .execute(&mut *db)
                .await?;
            extent = Some(extent.map_or(bounds, |known| widened(known, bounds)));
        }
    }
    // They call functions that only GIS programs bring along, so they come after the rows.
    for trigger in triggers::create_triggers_sql(layer.name, GEOMETRY, NUMBER)? {
        run(db, &trigger).await?;
    }
    registered(db, layer, extent, last_change).await
}

fn widened(known: [f64; 4], more: [f64; 4]) -> [f64; 4] {
    let ([a, b, c, d], [min_x, max_x, min_y, max_y]) = (known, more);
    [a.min(min_x), b.max(max_x), c.min(min_y), d.max(max_y)]
}

/// Enters a layer into the tables that say what is in the file.
async fn registered(
    db: &mut SqliteConnection,
    layer: &Layer,
    extent: Option<[f64; 4]>,
    last_change: &str,
) -> Result<(), GeoPackageError> {
    let [min_x, max_x, min_y, max_y] = extent.map_or([None; 4], |bounds| bounds.map(Some));
    sqlx::query(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, min_x, min_y, max_x, max_y, srs_id)
         VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(layer.name)
    .bind(layer.title.as_str())
    .bind(layer.description.as_str())
    .bind(last_change)
    .bind(min_x)
    .bind(min_y)
    .bind(max_x)
    .bind(max_y)
    .bind(SRS)
    .execute(&mut *db)
    .await?;
    sqlx::query("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)")
        .bind(layer.name)
        .bind(GEOMETRY)
        .bind(layer.geometry.name())
        .bind(SRS)
        .execute(&mut *db)
        .await?;
    sqlx::query("INSERT INTO gpkg_extensions VALUES (?, ?, ?, ?, ?)")
        .bind(layer.name)
        .bind(GEOMETRY)
        .bind(triggers::EXTENSION_NAME)
        .bind(triggers::EXTENSION_DEFINITION)
        .bind(triggers::EXTENSION_SCOPE)
        .execute(&mut *db)
        .await?;
    Ok(())
}
