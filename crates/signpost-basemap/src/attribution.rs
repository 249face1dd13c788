//! Who has to be named beside the map, as HTML that holds nothing but text and links.

/// For street maps whose archive names nobody: practically all of them are made of this.
pub(crate) const OPEN_STREET_MAP: &str = "<a href=\"https://www.openstreetmap.org/copyright\" rel=\"noopener\">\
     © OpenStreetMap contributors</a>";

/// Keeps text and links with an `http` or `https` address; every other tag goes. A file from elsewhere must not bring script into a page.
pub(crate) fn cleaned(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    let mut open = false;
    while let Some((text, tag_on)) = rest.split_once('<') {
        push_text(&mut out, text);
        let Some((tag, after)) = tag_on.split_once('>') else {
            rest = "";
            break;
        };
        rest = after;
        if tag.trim().eq_ignore_ascii_case("/a") && open {
            out.push_str("</a>");
            open = false;
        } else if let Some(address) = link(tag).filter(|_| !open) {
            out.push_str("<a href=\"");
            out.push_str(&address);
            out.push_str("\" rel=\"noopener\">");
            open = true;
        }
    }
    push_text(&mut out, rest);
    if open {
        out.push_str("</a>");
    }
    out
}

/// The address of an `<a …>`, when it is one a person can follow.
fn link(tag: &str) -> Option<String> {
    let (name, attributes) = tag.trim().split_once(char::is_whitespace)?;
    if !name.eq_ignore_ascii_case("a") {
        return None;
    }
    let (_, value) = attributes.split_once("href")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (address, _) = value.strip_prefix(quote)?.split_once(quote)?;
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    let is_plain = address
        .chars()
        .all(|c| c.is_ascii_graphic() && !matches!(c, '"' | '\'' | '<' | '>' | '\\'));
    (is_web && is_plain).then(|| address.to_owned())
}

fn push_text(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn links_stay_and_everything_else_goes() {
        assert_eq!(
            cleaned(
                "<a href=\"https://www.openstreetmap.org/copyright\" target=\"_blank\">&copy; OpenStreetMap</a>"
            ),
            "<a href=\"https://www.openstreetmap.org/copyright\" rel=\"noopener\">&copy; OpenStreetMap</a>"
        );
        assert_eq!(cleaned("<script>alert(1)</script>"), "alert(1)");
        assert_eq!(cleaned("<a href='javascript:alert(1)'>x</a>"), "x");
        assert_eq!(cleaned("<img src=x onerror=alert(1)>© Us"), "© Us");
        assert_eq!(
            cleaned("<a href=\"https://a.example/\">open"),
            "<a href=\"https://a.example/\" rel=\"noopener\">open</a>"
        );
        assert_eq!(cleaned("cut <a href=\"https:"), "cut ");
    }

    proptest! {
        #[test]
        fn whatever_is_given_no_tag_but_a_link_comes_out(html in "[<>a/\"'= hrefscript:.x-]{0,60}") {
            let out = cleaned(&html);
            let left = out.replace("</a>", "");
            for tag in left.split('<').skip(1) {
                prop_assert!(tag.starts_with("a href=\"http"), "{out}");
            }
        }
    }
}
