//! The file held against the standard, requirement by requirement, by reading it with SQLite alone.
#![cfg(test)]

use geo::{Geometry, MultiPolygon, Point, Rect};
use geopackage_core::geometry::GpbGeometry;
use signpost_geopackage::{Cell, Column, ColumnType, GeometryKind, Layer, Row, geopackage};
use sqlx::{Connection as _, Row as _, SqliteConnection};
use tempfile::TempDir;

/// Name, type, west, north, reference system.
type Content = (String, String, Option<f64>, Option<f64>, i64);

fn layers() -> Vec<Layer> {
    let point = |lon: f64, lat: f64| Some(Geometry::Point(Point::new(lon, lat)));
    let square = |west: f64, south: f64| {
        let rect = Rect::new((west, south), (west + 0.01, south + 0.01));
        Some(Geometry::MultiPolygon(MultiPolygon::new(vec![
            rect.to_polygon(),
        ])))
    };
    vec![
        Layer {
            name: "points",
            title: "Disposal points".into(),
            description: "2026-11-25, preview".into(),
            geometry: GeometryKind::Point,
            columns: vec![
                Column {
                    name: "slug",
                    kind: ColumnType::Text,
                },
                Column {
                    name: "winter",
                    kind: ColumnType::Boolean,
                },
                Column {
                    name: "litres",
                    kind: ColumnType::Integer,
                },
                Column {
                    name: "since",
                    kind: ColumnType::Date,
                },
                Column {
                    name: "metres",
                    kind: ColumnType::Real,
                },
            ],
            rows: vec![
                Row {
                    geometry: point(-94.5, 49.77),
                    cells: vec![
                        "a".into(),
                        true.into(),
                        60_i64.into(),
                        "2024-05-14".into(),
                        12.5.into(),
                    ],
                },
                Row {
                    geometry: None,
                    cells: vec![
                        "it's \"here\"; --".into(),
                        Cell::Null,
                        Cell::Null,
                        Cell::Null,
                        Cell::Null,
                    ],
                },
                Row {
                    geometry: point(-94.4, 49.70),
                    cells: vec![
                        "c".into(),
                        false.into(),
                        5_i64.into(),
                        Cell::Null,
                        0.0.into(),
                    ],
                },
            ],
        },
        Layer {
            name: "coverage",
            title: "Within reach".into(),
            description: String::new(),
            geometry: GeometryKind::MultiPolygon,
            columns: vec![Column {
                name: "metres",
                kind: ColumnType::Real,
            }],
            rows: vec![Row {
                geometry: square(-94.5, 49.7),
                cells: vec![400.0.into()],
            }],
        },
        Layer {
            name: "gaps",
            title: "Not within reach".into(),
            description: String::new(),
            geometry: GeometryKind::MultiPolygon,
            columns: vec![],
            rows: vec![],
        },
    ]
}

async fn opened() -> (TempDir, SqliteConnection, Vec<u8>) {
    let bytes = geopackage(&layers(), "2026-11-25T19:15:00.000Z")
        .await
        .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("town.gpkg");
    std::fs::write(&file, &bytes).unwrap();
    let db = SqliteConnection::connect(&format!("sqlite:{}", file.display()))
        .await
        .unwrap();
    (folder, db, bytes)
}

#[tokio::test]
async fn the_file_says_that_it_is_a_geopackage_and_is_whole() {
    let (_folder, mut db, bytes) = opened().await;
    assert_eq!(&bytes[..16], b"SQLite format 3\0", "requirement 1");
    assert_eq!(&bytes[68..72], b"GPKG", "requirement 2: the application id");
    let version: i64 = sqlx::query_scalar("PRAGMA user_version")
        .fetch_one(&mut db)
        .await
        .unwrap();
    assert_eq!(version, 10_400);
    let fine: String = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_one(&mut db)
        .await
        .unwrap();
    assert_eq!(fine, "ok", "requirement 6");
    let wrong = sqlx::query("PRAGMA foreign_key_check")
        .fetch_all(&mut db)
        .await
        .unwrap();
    assert!(wrong.is_empty(), "requirement 7");
}

#[tokio::test]
async fn layers_are_registered_with_their_reference_system_extent_and_index() {
    let (_folder, mut db, _) = opened().await;
    let srs: Vec<i64> = sqlx::query_scalar("SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1")
        .fetch_all(&mut db)
        .await
        .unwrap();
    assert_eq!(srs, [-1, 0, 4326], "requirement 11");
    let contents: Vec<Content> = sqlx::query_as(
        "SELECT table_name, data_type, min_x, max_y, srs_id FROM gpkg_contents ORDER BY 1",
    )
    .fetch_all(&mut db)
    .await
    .unwrap();
    let row =
        |name: &str, min_x, max_y| (name.to_owned(), "features".to_owned(), min_x, max_y, 4326);
    assert_eq!(
        contents,
        [
            row("coverage", Some(-94.5), Some(49.71)),
            row("gaps", None, None),
            row("points", Some(-94.5), Some(49.77)),
        ]
    );
    let kinds: Vec<(String, String)> = sqlx::query_as(
        "SELECT table_name, geometry_type_name FROM gpkg_geometry_columns WHERE column_name = 'geom' AND z = 0 AND m = 0 ORDER BY 1",
    )
    .fetch_all(&mut db)
    .await
    .unwrap();
    assert_eq!(kinds[0], ("coverage".to_owned(), "MULTIPOLYGON".to_owned()));
    assert_eq!(kinds[2], ("points".to_owned(), "POINT".to_owned()));
    let indexes: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index' AND scope = 'write-only'",
    )
    .fetch_one(&mut db)
    .await
    .unwrap();
    assert_eq!(indexes, 3, "requirement 75");
    let triggers: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'points'",
    )
    .fetch_one(&mut db)
    .await
    .unwrap();
    assert_eq!(triggers, 7, "requirement 77");
    // Looking up by a box finds what is in it, and what has no place is not in the index.
    let found: Vec<i64> = sqlx::query_scalar(
        "SELECT id FROM rtree_points_geom WHERE minx <= -94.45 AND maxx >= -94.55 AND miny <= 49.8 AND maxy >= 49.75",
    )
    .fetch_all(&mut db)
    .await
    .unwrap();
    assert_eq!(found, [1]);
}

#[tokio::test]
async fn rows_hold_what_was_given_and_geometries_can_be_read_again() {
    let (_folder, mut db, _) = opened().await;
    let rows = sqlx::query("SELECT * FROM points ORDER BY fid")
        .fetch_all(&mut db)
        .await
        .unwrap();
    assert_eq!(rows.len(), 3);
    let blob: Vec<u8> = rows[0].get("geom");
    assert_eq!(&blob[..2], b"GP", "requirement 19");
    let geometry = GpbGeometry::parse(&blob).unwrap();
    assert_eq!(geometry.header().srs_id, 4326);
    assert_eq!(
        geometry.to_geo(),
        Some(Geometry::Point(Point::new(-94.5, 49.77)))
    );
    assert!(rows[0].get::<bool, _>("winter"));
    assert_eq!(rows[0].get::<i64, _>("litres"), 60);
    assert_eq!(rows[0].get::<String, _>("since"), "2024-05-14");
    assert_eq!(rows[1].get::<Option<Vec<u8>>, _>("geom"), None);
    assert_eq!(rows[1].get::<String, _>("slug"), "it's \"here\"; --");
    let types: Vec<(String, String)> =
        sqlx::query_as("SELECT name, type FROM pragma_table_info('points') ORDER BY cid")
            .fetch_all(&mut db)
            .await
            .unwrap();
    let types: Vec<String> = types
        .into_iter()
        .map(|(name, kind)| format!("{name} {kind}"))
        .collect();
    assert_eq!(
        types,
        [
            "fid INTEGER",
            "geom POINT",
            "slug TEXT",
            "winter BOOLEAN",
            "litres INTEGER",
            "since DATE",
            "metres DOUBLE"
        ]
    );
    let area: Vec<u8> = sqlx::query_scalar("SELECT geom FROM coverage")
        .fetch_one(&mut db)
        .await
        .unwrap();
    let area = GpbGeometry::parse(&area).unwrap().to_geo();
    assert!(matches!(area, Some(Geometry::MultiPolygon(_))), "{area:?}");
}
