//! Texts as people write them: no capitals, one word, two needs, French, a question, an insult, a landmark spelled wrong, 2 am, the storm
//! Friday. The answers were read as somebody reads them who is tired and cold.

use signpost_domain::Lang;
use signpost_locate::Snapshot;
use signpost_text::reply;

use crate::town::snapshot;

/// When, what is typed, and what comes back.
const TEXTS: &[(&str, &str, &[&str])] = &[
    (
        "2026-11-25T14:15:00-05:00",
        "needles",
        &[
            "Training only. Pinecone Pharmacy, Main Street, 101 Main Street, East Side. Open now, until 8 pm. Birch Landing time. 807-555-0104.",
            "Next: Granite Street Drop-In, 60 Granite Street. Open now, until 8 pm.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "where can i get needels",
        &[
            "Training only. Pinecone Pharmacy, Main Street, 101 Main Street, East Side. Open now, until 8 pm. Birch Landing time. 807-555-0104.",
            "Next: Granite Street Drop-In, 60 Granite Street. Open now, until 8 pm.",
        ],
    ),
    (
        "2026-11-25T02:00:00-05:00",
        "need rigs asap",
        &[
            "Training only. Pinecone Pharmacy, Main Street, 101 Main Street, East Side. Opens 9 am. Birch Landing time. 807-555-0104.",
            "Next: Pinecone Pharmacy, West Side, 22 Sawmill Road. Opens 9 am. To talk now: 807-555-0190.",
        ],
    ),
    (
        "2026-12-04T21:00:00-05:00",
        "supplies",
        &[
            "Training only. Riverbend van, Mill Bridge stop, Parking lot at the east end of Mill Bridge. Call first. 807-555-0107.",
            "Next: Pinecone Pharmacy, Main Street, 101 Main Street. Opens tomorrow 10 am. To talk now: 807-555-0191.",
        ],
    ),
    (
        "2026-11-25T08:00:00-05:00",
        "hungry",
        &[
            "Training only. West Side Kitchen, 30 Sawmill Road, West Side. Open now, until 9:30 am. Birch Landing time. 807-555-0112.",
            "Next: Kettle Table Hall, 15 Kettle Street. Opens 11:30 am.",
        ],
    ),
    (
        "2026-11-25T12:15:00-05:00",
        "fod",
        &[
            "Training only. Kettle Table Hall, 15 Kettle Street, East Side. Open now, until 1 pm. Birch Landing time. 807-555-0109.",
            "Next: Cedar Circle House, 7 Cedar Lane. Open now, until 1:30 pm.",
        ],
    ),
    (
        "2026-11-25T17:00:00-05:00",
        "food and a bed",
        &[
            "FOOD: Training only. West Side Kitchen, 30 Sawmill Road, West Side. Opens tomorrow 7:30 am. Birch Landing time. 807-555-0112.",
            "A BED: Training only. Lantern Rest Shelter, 3 Lantern Court, East Side. Open now, until 8 am tomorrow. Birch Landing time. 807-555-0106.",
        ],
    ),
    (
        "2026-11-25T22:00:00-05:00",
        "bed tonite",
        &[
            "Training only. Lantern Rest Shelter, 3 Lantern Court, East Side. Open now, until 8 am tomorrow. Birch Landing time. 807-555-0106.",
        ],
    ),
    (
        "2026-11-25T22:00:00-05:00",
        "lit",
        &[
            "Formation seulement. Refuge Lantern Rest, 3 Lantern Court, East Side. Ouvert, jusqu'à demain à 8 h. Heure de Birch Landing. 807-555-0106.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "seringues svp",
        &[
            "Formation seulement. Pharmacie Pinecone, rue Main, 101 Main Street, East Side. Ouvert, jusqu'à 20 h. Heure de Birch Landing. 807-555-0104.",
            "Ensuite : Halte de la rue Granite, 60 Granite Street. Ouvert, jusqu'à 20 h.",
        ],
    ),
    (
        "2026-11-25T02:00:00-05:00",
        "ou sont les seringues",
        &[
            "Formation seulement. Pharmacie Pinecone, rue Main, 101 Main Street, East Side. Ouvre à 9 h. Heure de Birch Landing. 807-555-0104.",
            "Ensuite : Pharmacie Pinecone, coté ouest, 22 Sawmill Road. Ouvre à 9 h. Pour parler maintenant : 807-555-0190.",
        ],
    ),
    (
        "2026-11-25T02:00:00-05:00",
        "je cherche un endroit pour dormir",
        &[
            "Formation seulement. Refuge Lantern Rest, 3 Lantern Court, East Side. Ouvert, jusqu'à 8 h. Heure de Birch Landing. 807-555-0106.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "jai faim",
        &[
            "Formation seulement. Cuisine du coté ouest, 30 Sawmill Road, West Side. Ouvre demain à 7 h 30. Heure de Birch Landing. 807-555-0112.",
            "Ensuite : Salle Kettle Table, 15 Kettle Street. Ouvre demain à 11 h 30. Pour parler maintenant : 807-555-0190.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "narcan?",
        &[
            "Training only. Pinecone Pharmacy, Main Street, 101 Main Street, East Side. Open now, until 8 pm. Birch Landing time. 807-555-0104.",
            "Next: Birch Landing Health Office, 12 Anchor Street. Open now, until 4:30 pm.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "911",
        &[
            "Call 911 now if someone is hurt, in danger, or will not wake up. Say where you are. Stay with them if it is safe.",
        ],
    ),
    (
        "2026-11-28T00:30:00-05:00",
        "my friend is od'ing wont wake up",
        &[
            "Call 911 now if someone is hurt, in danger, or will not wake up. Say where you are. Stay with them if it is safe.",
        ],
    ),
    (
        "2026-11-28T00:30:00-05:00",
        "surdose vite",
        &[
            "Appelez le 911 si quelqu'un est blessé, en danger ou ne se réveille pas. Dites où vous etes. Restez si c'est sur.",
            "Formation seulement. Camionnette Riverbend, arret du pont du Moulin, Parking lot at the east end of Mill Bridge. Ouvert, jusqu'à 2 h. 807-555-0107.",
        ],
    ),
    (
        "2026-11-28T00:30:00-05:00",
        "i want to die",
        &["You matter. Call Loon Line now: 807-555-0190. In danger, call 911."],
    ),
    ("2026-11-25T14:15:00-05:00", "STOP", &[]),
    ("2026-11-25T14:15:00-05:00", "Arrêt", &[]),
    ("2026-11-25T14:15:00-05:00", "stop texting me", &[]),
    (
        "2026-11-25T14:15:00-05:00",
        "fuck you",
        &[
            "Sorry, what do you need? Text it in one word, and a street or place if you like. To talk to a person, call 807-555-0190.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "hello?",
        &[
            "Sorry, what do you need? Text it in one word, and a street or place if you like. To talk to a person, call 807-555-0190.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "help",
        &[
            "Birch Landing: text what you need, and where you are. You get one answer. We keep no number. To talk to a person, call 807-555-0190.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "bonjour",
        &[
            "Que vous faut-il? Textez un seul mot, et une rue ou un lieu si vous voulez. Pour parler à une personne : 807-555-0190.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "from birch-health-office",
        &[
            "Training only. Cedar Circle House, 7 Cedar Lane, East Side. Open now, until 6 pm. Birch Landing time. 807-555-0103.",
            "Next: Pinecone Pharmacy, Main Street, 101 Main Street. Open now, until 8 pm.",
        ],
    ),
    (
        "2026-11-24T10:00:00-05:00",
        "im at old-mill-counter",
        &[
            "Training only. Pinecone Pharmacy, West Side, 22 Sawmill Road, West Side. Open now, until 5:30 pm. Birch Landing time. 807-555-0105.",
            "Next: Pinecone Pharmacy, Main Street, 101 Main Street. Open now, until 8 pm.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "needles near mil brige",
        &[
            "Training only. Pinecone Pharmacy, Main Street, 101 Main Street, East Side. Open now, until 8 pm. Birch Landing time. 807-555-0104.",
            "Next: Cedar Circle House, 7 Cedar Lane. Open now, until 6 pm.",
        ],
    ),
    (
        "2026-11-25T10:30:00-05:00",
        "washroom by the foot bridge",
        &[
            "Training only. Cedar Circle House, 7 Cedar Lane, East Side. Open now, until 6 pm. Birch Landing time. 807-555-0103. Next: Kettle Table Hall. Opens 11 am.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "where do i dump old needles",
        &[
            "Training only. Pinecone Pharmacy, Main Street, 101 Main Street, East Side. Open now, until 8 pm. Birch Landing time. 807-555-0104.",
            "Next: Mill Park needle box, Mill Park, beside the washroom. Open 24 hours.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "seringues usagées",
        &[
            "Formation seulement. Pharmacie Pinecone, rue Main, 101 Main Street, East Side. Ouvert, jusqu'à 20 h. Heure de Birch Landing. 807-555-0104.",
            "Ensuite : Boite à seringues du parc du Moulin, Mill Park, beside the washroom. Ouvert 24 heures sur 24.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "is cedar circle open",
        &[
            "Training only. Cedar Circle House, 7 Cedar Lane, East Side. Open now, until 6 pm. Birch Landing time. 807-555-0103.",
        ],
    ),
    (
        "2026-11-25T19:15:00-05:00",
        "when does kettle table open",
        &[
            "Training only. Kettle Table Hall, 15 Kettle Street, East Side. Opens tomorrow 11 am. Birch Landing time. 807-555-0109.",
        ],
    ),
    (
        "2026-11-25T14:15:00-05:00",
        "detox",
        &[
            "Training only. Tamarack House, 5 Tamarack Hill, West Side. Call first. 807-555-0113. To talk now: 807-555-0192.",
        ],
    ),
    (
        "2026-11-25T12:05:00-05:00",
        "nurse pls got an abscess",
        &[
            "Training only. Northwind Clinic, 9 Northwind Way, East Side. Open now, until 8 pm. Birch Landing time. 807-555-0110.",
            "Next: Birch Landing Health Office, 12 Anchor Street. Opens 1 pm.",
        ],
    ),
    (
        "2026-12-01T14:00:00-05:00",
        "test my dope",
        &[
            "Training only. Birch Hall, 48 Ferry Road, East Side. Open now, until 4 pm. Birch Landing time. 807-555-0102.",
        ],
    ),
    (
        "2027-02-15T10:00:00-05:00",
        "somewhere to pee",
        &[
            "Training only. Kettle Table Hall, 15 Kettle Street, East Side. Opens 11 am. Birch Landing time. 807-555-0109.",
            "Next: Lantern Rest Shelter, 3 Lantern Court. Opens 4 pm. To talk now: 807-555-0190.",
        ],
    ),
    (
        "2026-11-25T12:00:00-05:00",
        "food near the shelter",
        &[
            "Training only. Kettle Table Hall, 15 Kettle Street, East Side. Open now, until 1 pm. Birch Landing time. 807-555-0109.",
            "Next: Cedar Circle House, 7 Cedar Lane. Open now, until 1:30 pm.",
        ],
    ),
    (
        "2026-11-25T12:00:00-05:00",
        "can i talk to a person",
        &["To talk to a person, call 807-555-0190."],
    ),
    (
        "2026-11-25T12:00:00-05:00",
        "ride to hospital",
        &[
            "RIDE: Training only. Cedar Circle House, 7 Cedar Lane, East Side. Open now, until 6 pm. Birch Landing time. 807-555-0103.",
            "HOSPITAL: Training only. Northwind Clinic, 9 Northwind Way, East Side. Open now, until 8 pm. Birch Landing time. 807-555-0110.",
        ],
    ),
    (
        "2026-11-25T12:00:00-05:00",
        "housing??",
        &[
            "Training only. Tamarack House, 5 Tamarack Hill, West Side. Opens 1 pm. Birch Landing time. 807-555-0113. To talk now: 807-555-0193.",
        ],
    ),
    (
        "2026-11-27T22:00:00-05:00",
        "where's the van",
        &[
            "Training only. Riverbend van, Mill Bridge stop, Parking lot at the east end of Mill Bridge. Open now, until 2 am tomorrow. Birch Landing time. 807-555-0107.",
        ],
    ),
    (
        "2026-11-25T12:00:00-05:00",
        "food on granite st",
        &[
            "Training only. Kettle Table Hall, 15 Kettle Street, East Side. Open now, until 1 pm. Birch Landing time. 807-555-0109.",
            "Next: Cedar Circle House, 7 Cedar Lane. Open now, until 1:30 pm.",
        ],
    ),
    (
        "2026-11-25T12:00:00-05:00",
        "i need to stop using",
        &[
            "Training only. Tamarack House, 5 Tamarack Hill, West Side. Call first. 807-555-0113. To talk now: 807-555-0192.",
        ],
    ),
    (
        "2026-11-25T12:00:00-05:00",
        "lost my id",
        &[
            "Training only. Birch Hall, 48 Ferry Road, East Side. Call first. 807-555-0102. To talk now: 807-555-0190.",
        ],
    ),
    (
        "2026-11-25T12:00:00-05:00",
        "asdf",
        &[
            "Sorry, what do you need? Text it in one word, and a street or place if you like. To talk to a person, call 807-555-0190.",
        ],
    ),
    (
        "2026-11-25T12:00:00-05:00",
        "🍕",
        &[
            "Sorry, what do you need? Text it in one word, and a street or place if you like. To talk to a person, call 807-555-0190.",
        ],
    ),
    (
        "2026-11-25T12:00:00-05:00",
        "",
        &[
            "Sorry, what do you need? Text it in one word, and a street or place if you like. To talk to a person, call 807-555-0190.",
        ],
    ),
];

#[test]
fn each_gets_what_a_tired_person_can_use() {
    signpost_http::read_embedded();
    let town = snapshot();
    assert!(TEXTS.len() >= 40);
    hold(&town, TEXTS);
}

/// Each text gets its answer.
#[track_caller]
pub fn hold(town: &Snapshot, texts: &[(&str, &str, &[&str])]) {
    for (at, text, expected) in texts {
        let got = reply(town, text, at.parse().unwrap(), Lang::En);
        assert_eq!(got.segments, *expected, "{text:?} at {at}");
    }
}
