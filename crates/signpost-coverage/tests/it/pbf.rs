//! A small file of OpenStreetMap, written by hand: the format is blobs of protocol buffers.

use std::{fs, path::Path};

/// A number as protocol buffers write it.
fn varint(mut number: u64, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// A field that holds bytes.
fn bytes(field: u64, content: &[u8], out: &mut Vec<u8>) {
    varint(field << 3 | 2, out);
    varint(content.len() as u64, out);
    out.extend_from_slice(content);
}

/// A field that holds a number.
fn number(field: u64, value: u64, out: &mut Vec<u8>) {
    varint(field << 3, out);
    varint(value, out);
}

fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)).cast_unsigned()
}

fn packed(values: impl Iterator<Item = u64>) -> Vec<u8> {
    let mut out = Vec::new();
    values.for_each(|value| varint(value, &mut out));
    out
}

fn differences(values: &[i64]) -> Vec<u8> {
    let mut before = 0;
    packed(values.iter().map(|&value| {
        let step = value - before;
        before = value;
        zigzag(step)
    }))
}

/// A blob with its header.
fn blob(kind: &str, content: &[u8], file: &mut Vec<u8>) {
    let mut blob = Vec::new();
    bytes(1, content, &mut blob);
    number(2, content.len() as u64, &mut blob);
    let mut header = Vec::new();
    bytes(1, kind.as_bytes(), &mut header);
    number(3, blob.len() as u64, &mut header);
    file.extend_from_slice(&(header.len() as u32).to_be_bytes());
    file.extend_from_slice(&header);
    file.extend_from_slice(&blob);
}

/// A street: its tags and the nodes it goes over.
pub type Street<'a> = (&'a [(&'a str, &'a str)], &'a [i64]);

/// Writes nodes (id, longitude, latitude) and ways.
pub fn write(file: &Path, nodes: &[(i64, f64, f64)], ways: &[Street<'_>]) {
    let mut strings: Vec<String> = vec![String::new()];
    let mut place = |text: &str| {
        strings
            .iter()
            .position(|own| own == text)
            .unwrap_or_else(|| {
                strings.push(text.to_owned());
                strings.len() - 1
            }) as u64
    };
    let mut way_blocks = Vec::new();
    for (ix, (tags, refs)) in ways.iter().enumerate() {
        let mut way = Vec::new();
        number(1, ix as u64 + 1, &mut way);
        bytes(
            2,
            &packed(
                tags.iter()
                    .map(|(key, _)| place(key))
                    .collect::<Vec<_>>()
                    .into_iter(),
            ),
            &mut way,
        );
        bytes(
            3,
            &packed(
                tags.iter()
                    .map(|(_, value)| place(value))
                    .collect::<Vec<_>>()
                    .into_iter(),
            ),
            &mut way,
        );
        bytes(8, &differences(refs), &mut way);
        way_blocks.push(way);
    }
    let mut table = Vec::new();
    for text in &strings {
        bytes(1, text.as_bytes(), &mut table);
    }
    let of = |part: fn(&(i64, f64, f64)) -> i64| nodes.iter().map(part).collect::<Vec<_>>();
    let mut dense = Vec::new();
    bytes(1, &differences(&of(|node| node.0)), &mut dense);
    bytes(
        8,
        &differences(&of(|node| (node.2 * 1e7).round() as i64)),
        &mut dense,
    );
    bytes(
        9,
        &differences(&of(|node| (node.1 * 1e7).round() as i64)),
        &mut dense,
    );
    let (mut node_group, mut way_group) = (Vec::new(), Vec::new());
    bytes(2, &dense, &mut node_group);
    for way in &way_blocks {
        bytes(3, way, &mut way_group);
    }
    let mut block = Vec::new();
    bytes(1, &table, &mut block);
    bytes(2, &node_group, &mut block);
    bytes(2, &way_group, &mut block);
    let mut header = Vec::new();
    bytes(4, b"OsmSchema-V0.6", &mut header);
    bytes(4, b"DenseNodes", &mut header);
    let mut out = Vec::new();
    blob("OSMHeader", &header, &mut out);
    blob("OSMData", &block, &mut out);
    fs::write(file, out).unwrap();
}
