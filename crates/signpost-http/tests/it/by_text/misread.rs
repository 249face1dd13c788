//! Texts that were once misread, and must not be: danger and despair in other words, violence, another day, another town, a place by its name.

use crate::town::snapshot;

use super::table::hold;

/// When, what is typed, and what comes back.
const TEXTS: &[(&str, &str, &[&str])] = &[
    (
        "2026-11-25T14:15:00-05:00",
        "gave him narcan still blue",
        &[
            "Call 911 now if someone is hurt, in danger, or will not wake up. Say where you are. Stay with them if it is safe.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "narcan didnt work",
        &[
            "Call 911 now if someone is hurt, in danger, or will not wake up. Say where you are. Stay with them if it is safe.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "i took too many pills",
        &[
            "Call 911 now if someone is hurt, in danger, or will not wake up. Say where you are. Stay with them if it is safe.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "unresponsive",
        &[
            "Call 911 now if someone is hurt, in danger, or will not wake up. Say where you are. Stay with them if it is safe.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "he fell down wont get up",
        &[
            "Call 911 now if someone is hurt, in danger, or will not wake up. Say where you are. Stay with them if it is safe.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "o.d.",
        &[
            "Call 911 now if someone is hurt, in danger, or will not wake up. Say where you are. Stay with them if it is safe.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "il est bleu",
        &[
            "Appelez le 911 si quelqu'un est blessé, en danger ou ne se réveille pas. Dites où vous etes. Restez si c'est sur.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "mon chum fait une surdose",
        &[
            "Appelez le 911 si quelqu'un est blessé, en danger ou ne se réveille pas. Dites où vous etes. Restez si c'est sur.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "no reason to live",
        &["You matter. Call Loon Line now: 807-555-0190. In danger, call 911."],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "i dont want to be here anymore",
        &["You matter. Call Loon Line now: 807-555-0190. In danger, call 911."],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "no one would miss me",
        &["You matter. Call Loon Line now: 807-555-0190. In danger, call 911."],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "whats the point",
        &["You matter. Call Loon Line now: 807-555-0190. In danger, call 911."],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "my bf beat me",
        &[
            "Training only. Tamarack House, 5 Tamarack Hill, West Side. Open 24 hours. 807-555-0113.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "i was raped",
        &[
            "Training only. Tamarack House, 5 Tamarack Hill, West Side. Open 24 hours. 807-555-0113.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "needles tomorrow",
        &[
            "For now only: Training only. Pinecone Pharmacy, Main Street, 101 Main Street, East Side. Open now, until 8 pm. Birch Landing time. 807-555-0104.",
            "Next: Granite Street Drop-In, 60 Granite Street. Open now, until 8 pm.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "is cedar circle open friday?",
        &[
            "For now only: Training only. Cedar Circle House, 7 Cedar Lane, East Side. Open now, until 6 pm. Birch Landing time. 807-555-0103.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "needles in thunder bay",
        &[
            "Birch Landing only: Training only. Pinecone Pharmacy, Main Street, 101 Main Street, East Side. Open now, until 8 pm. Birch Landing time. 807-555-0104.",
            "Next: Granite Street Drop-In, 60 Granite Street. Open now, until 8 pm.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "is birch landing health office open",
        &[
            "Training only. Birch Landing Health Office, 12 Anchor Street, East Side. Open now, until 4:30 pm. Birch Landing time. 807-555-0101.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "lantern rest",
        &[
            "Training only. Lantern Rest Shelter, 3 Lantern Court, East Side. Opens 4 pm. Birch Landing time. 807-555-0106.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "je fait quoi",
        &[
            "Que vous faut-il? Textez un seul mot, et une rue ou un lieu si vous voulez. Pour parler à une personne : 807-555-0190.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "i found a needle",
        &[
            "Training only. Pinecone Pharmacy, Main Street, 101 Main Street, East Side. Open now, until 8 pm. Birch Landing time. 807-555-0104.",
            "Next: Mill Park needle box, Mill Park, beside the washroom. Open 24 hours.",
        ],
    ),
    ("2026-11-25T14:15:00-05:00", "leave me alone", &[]),
];

#[test]
fn who_is_in_danger_is_not_sent_shopping_and_no_answer_is_for_what_was_not_asked() {
    signpost_http::read_embedded();
    hold(&snapshot(), TEXTS);
}
