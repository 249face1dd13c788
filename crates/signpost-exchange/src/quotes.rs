//! Quotes in CSV that open and never close, or stand in the middle of a cell.
//!
//! The CSV reader forgives them (RFC 4180 §2.5 does not): a quote left open swallows the rows behind it without a word.

/// Byte offset and message of every quote that cannot be right, in a text whose cells this byte separates.
pub(crate) fn faults(text: &str, separator: u8) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    let mut state = State::CellStart;
    for (at, byte) in text.bytes().enumerate() {
        state = match (state, byte) {
            (State::CellStart, b'"') => State::Quoted(at),
            (State::Quoted(start), b'"') => State::QuoteInQuoted(start),
            (State::Quoted(start), _) | (State::QuoteInQuoted(start), b'"') => State::Quoted(start),
            (_, byte) if byte == separator || matches!(byte, b'\n' | b'\r') => State::CellStart,
            (State::QuoteInQuoted(_), _) => {
                found.push((
                    at,
                    "something follows a closing quote; write a quote inside a cell twice",
                ));
                State::Bare
            }
            (State::Bare, b'"') => {
                found.push((
                    at,
                    "a quote in the middle of a cell; put the whole cell between quotes and write the inner quote twice",
                ));
                State::Bare
            }
            (State::CellStart | State::Bare, _) => State::Bare,
        };
    }
    if let State::Quoted(start) = state {
        found.push((start, "this quote is never closed"));
    }
    found
}

#[derive(Clone, Copy)]
enum State {
    CellStart,
    Bare,
    /// Inside a quoted cell, which started at this byte.
    Quoted(usize),
    /// Just past a quote inside a quoted cell: its end, or half of a doubled one.
    QuoteInQuoted(usize),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_quotes_that_swallow_or_split_are_faults() {
        assert!(faults("a,\"b, \"\"c\"\"\nd\",\"\"\r\n\"e\",f\n", b',').is_empty());
        let at = |text| faults(text, b',').iter().map(|f| f.0).collect::<Vec<_>>();
        assert_eq!(at("a,\"b\nc,d\n"), [2]);
        assert_eq!(at("a,b \"c\" d\n"), [4, 6]);
        assert_eq!(at("\"a\" b,c\n"), [3]);
    }
}
