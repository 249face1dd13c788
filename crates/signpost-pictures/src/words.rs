//! What is written on a picture besides names.

use signpost_answers::Speaker;
use signpost_domain::Lang;

/// Sentences of a picture, in one language.
pub(crate) struct Words {
    speaker: Speaker,
}

impl Words {
    pub fn of(lang: Lang) -> Self {
        Self {
            speaker: Speaker::of(lang),
        }
    }

    /// That this is no map of streets.
    pub fn sketch(&self) -> String {
        self.speaker.t("picture-sketch")
    }

    /// "5 min on foot"
    pub fn minutes(&self, minutes: i64) -> String {
        self.speaker.t_number("picture-minutes", minutes)
    }

    /// "200 m", "1 km"
    pub fn length(&self, metres: i64) -> String {
        if metres >= 1_000 {
            self.speaker.t_number("picture-kilometres", metres / 1_000)
        } else {
            self.speaker.t_number("picture-metres", metres)
        }
    }
}

/// Who has to be named, without the links that no picture can have.
pub(crate) fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => text.push(letter),
            _ => {}
        }
    }
    let entities = [
        ("&copy;", "©"),
        ("&#169;", "©"),
        ("&nbsp;", " "),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    for (entity, letter) in entities {
        text = text.replace(entity, letter);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_named_stands_without_the_link() {
        let html = "<a href=\"https://www.openstreetmap.org/copyright\">&copy; OpenStreetMap</a>\n contributors &amp; others";
        assert_eq!(plain(html), "© OpenStreetMap contributors & others");
    }
}
