//! Line and column of a JSON value, found by walking the text along a JSON pointer (RFC 6901).
//!
//! `serde_json` keeps no places, so this runs only when there is a fault to show. It walks without recursion, over text that
//! `serde_json` has already accepted.

/// Line and column (counted from 1, column in characters) of the value at `pointer`.
pub(crate) fn find(text: &str, pointer: &str) -> Option<(u64, u64)> {
    let bytes = text.as_bytes();
    let mut at = blank(bytes, 0);
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        at = match bytes.get(at)? {
            b'{' => member(text, at, &step)?,
            b'[' => element(bytes, at, step.parse().ok()?)?,
            _ => return None,
        };
    }
    Some(line_and_column(text, at))
}

/// Line and column, counted from 1, of a byte of the text.
pub(crate) fn line_and_column(text: &str, at: usize) -> (u64, u64) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.bytes().filter(|&b| b == b'\n').count() as u64 + 1;
    let last = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before
        .get(last..)
        .map_or(0, |start| start.chars().count() as u64)
        + 1;
    (line, column)
}

/// The first byte at or after `at` that is not white space.
fn blank(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|b| b.is_ascii_whitespace()).count()
}

/// Where the member called `name` of the object at `at` has its value. Of two the last counts, as `serde_json` reads it.
fn member(text: &str, at: usize, name: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut found = None;
    let mut at = blank(bytes, at + 1);
    while *bytes.get(at)? == b'"' {
        let end = past(bytes, at)?;
        let key: String = serde_json::from_str(text.get(at..end)?).ok()?;
        let value = blank(bytes, blank(bytes, end) + 1);
        if key == name {
            found = Some(value);
        }
        at = blank(bytes, past(bytes, value)?);
        if *bytes.get(at)? == b',' {
            at = blank(bytes, at + 1);
        }
    }
    found
}

/// Where the element `index` of the array at `at` starts.
fn element(bytes: &[u8], at: usize, index: usize) -> Option<usize> {
    let mut at = blank(bytes, at + 1);
    for _ in 0..index {
        at = blank(bytes, past(bytes, at)?);
        if *bytes.get(at)? != b',' {
            return None;
        }
        at = blank(bytes, at + 1);
    }
    (*bytes.get(at)? != b']').then_some(at)
}

/// The first byte past the value at `at`.
fn past(bytes: &[u8], at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut i = at;
    loop {
        match bytes.get(i)? {
            b'"' => {
                i += 1;
                while *bytes.get(i)? != b'"' {
                    i += if *bytes.get(i)? == b'\\' { 2 } else { 1 };
                }
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.checked_sub(1)?,
            _ => {
                let scalar = |b: &u8| !b.is_ascii_whitespace() && !b",:{}[]\"".contains(b);
                while bytes.get(i + 1).is_some_and(scalar) {
                    i += 1;
                }
            }
        }
        i += 1;
        if depth == 0 {
            return Some(i);
        }
        let between = |b: &u8| b.is_ascii_whitespace() || b",:".contains(b);
        while bytes.get(i).is_some_and(between) {
            i += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_leads_to_line_and_column() {
        let text = "{\n  \"a/b\": [1, {\"é\": \"x]\\\"\"},\n   -2.5e3 ],\n  \"c\": {}\n}";
        for (pointer, expected) in [
            ("", Some((1, 1))),
            ("/a~1b/0", Some((2, 11))),
            ("/a~1b/1/é", Some((2, 20))),
            ("/a~1b/2", Some((3, 4))),
            ("/c", Some((4, 8))),
            ("/c/d", None),
            ("/a~1b/3", None),
        ] {
            assert_eq!(find(text, pointer), expected, "{pointer}");
        }
    }
}
