//! Words that are not in the page's language, marked while the page is put together and told as HTML when it is done.
//!
//! A page in Anishinaabemowin says in English what no speaker has written yet, and must not pass it off as Anishinaabemowin. Such words
//! may end up between tags, in an attribute or inside another sentence, so whoever says them only puts a mark before and after; the
//! finished page turns the marks into `<span lang="en">` where an element may stand, and takes them out elsewhere. English and French
//! pages have no marks and are not touched.

/// Before and after such words. Unicode keeps these two for a program's own use: no text has them.
const OPEN: char = '\u{fdd0}';
const CLOSE: char = '\u{fdd1}';

/// Elements that hold text alone, and one that holds none: they bear the language themselves.
const BEARERS: [&str; 5] = ["title", "option", "textarea", "code", "meta"];

/// Words with the marks around them.
#[must_use]
pub fn marked(words: &str) -> String {
    if words.is_empty() {
        return String::new();
    }
    format!("{OPEN}{words}{CLOSE}")
}

/// The finished page with its marked words in `<span lang="en">`.
#[must_use]
pub fn told(page: &str) -> String {
    if !page.contains(OPEN) {
        return page.to_owned();
    }
    let mut told = String::with_capacity(page.len() * 2);
    let mut rest = page;
    let mut plain = false;
    while let Some(start) = rest.find('<') {
        let (text, from) = rest.split_at(start);
        put_text(&mut told, text, plain);
        let (tag, after) = from.split_at(end_of_tag(from));
        plain = put_tag(&mut told, tag, after);
        rest = after;
    }
    put_text(&mut told, rest, plain);
    told
}

/// The length of the tag a text begins with; a `>` within quotes does not end it.
fn end_of_tag(from: &str) -> usize {
    let mut quoted = false;
    for (at, c) in from.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return at + 1,
            _ => {}
        }
    }
    from.len()
}

/// Writes a tag, and says whether what follows must stay without elements.
fn put_tag(told: &mut String, tag: &str, after: &str) -> bool {
    let name = tag.trim_start_matches('<');
    let name = name.split([' ', '>', '\n']).next().unwrap_or_default();
    let bears = BEARERS.contains(&name);
    let own = after.split('<').next().unwrap_or_default();
    let speaks = tag.contains(OPEN) || own.contains(OPEN);
    let clean: String = without(tag).collect();
    match clean.strip_suffix('>') {
        Some(open) if bears && speaks && !clean.contains(" lang=") => {
            told.push_str(open);
            told.push_str(" lang=\"en\">");
        }
        _ => told.push_str(&clean),
    }
    bears
}

fn put_text(told: &mut String, text: &str, plain: bool) {
    if plain {
        told.extend(without(text));
        return;
    }
    let mut depth = 0_u32;
    for c in text.chars() {
        match c {
            OPEN => {
                if depth == 0 {
                    told.push_str("<span lang=\"en\">");
                }
                depth += 1;
            }
            CLOSE => {
                if depth == 1 {
                    told.push_str("</span>");
                }
                depth = depth.saturating_sub(1);
            }
            _ => told.push(c),
        }
    }
    if depth > 0 {
        told.push_str("</span>");
    }
}

fn without(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| ![OPEN, CLOSE].contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_words_become_spans_where_an_element_may_stand() {
        let (call, at) = (marked("Call first"), marked("Nov 25"));
        for (page, expected) in [
            (
                format!("<p>{call}</p>"),
                "<p><span lang=\"en\">Call first</span></p>".to_owned(),
            ),
            (
                format!("<nav aria-label=\"{call} > 1\" data-x=\"{call}\">oj</nav>"),
                "<nav aria-label=\"Call first > 1\" data-x=\"Call first\">oj</nav>".to_owned(),
            ),
            (
                format!("<title>{call} · {at}</title><p>oj"),
                "<title lang=\"en\">Call first · Nov 25</title><p>oj".to_owned(),
            ),
            (
                format!("<meta name=\"description\" content=\"{call}\">{call}"),
                "<meta name=\"description\" content=\"Call first\" lang=\"en\">Call first"
                    .to_owned(),
            ),
            (
                format!("<p>oj {at} oj</p>"),
                "<p>oj <span lang=\"en\">Nov 25</span> oj</p>".to_owned(),
            ),
        ] {
            assert_eq!(told(&page), expected);
        }
    }

    #[test]
    fn marks_within_marks_and_stray_ones_leave_the_page_whole() {
        let inner = marked(&format!("Until {}.", marked("Nov 25")));
        assert_eq!(
            told(&format!("<p>{inner}</p>")),
            "<p><span lang=\"en\">Until Nov 25.</span></p>"
        );
        assert_eq!(
            told("<p>a\u{fdd0}b</p>\u{fdd1}c"),
            "<p>a<span lang=\"en\">b</span></p>c"
        );
        assert_eq!(told("<p>plain</p>"), "<p>plain</p>");
        assert_eq!(marked(""), "");
    }
}
