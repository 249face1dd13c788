//! Words that are put together begin small; where they begin a sentence or a line, they begin with a capital.

/// The same words with a capital at their beginning.
///
/// ```
/// use signpost_hours::words::capital;
/// assert_eq!(capital("every day noon to 4 pm"), "Every day noon to 4 pm");
/// assert_eq!(capital("été"), "Été");
/// assert_eq!(capital("9 am to 5 pm"), "9 am to 5 pm");
/// ```
#[must_use]
pub fn capital(words: &str) -> String {
    let mut rest = words.chars();
    match rest.next() {
        Some(first) => first.to_uppercase().chain(rest).collect(),
        None => String::new(),
    }
}
