//! Who owns boxes, and the city's subcommittee, are told each week which are full and whose service is due; and nobody else is.

use signpost_domain::{Lang, ServiceEntry, ServiceKind};
use signpost_mail::letters::MailingRound;
use signpost_store::Role;

use crate::{
    desk::editor,
    letters::{at, person, send_letters_due},
    mail_server::MailServer,
    town::{NOW, Town, training},
};

#[actix_rt::test]
async fn a_full_box_and_one_whose_service_is_due_are_in_the_weekly_letter() {
    let server = MailServer::start();
    let first = Town::to_edit().await;
    let town = at(&first, NOW, &server.url).await;
    // Every box was emptied a day ago but one, long ago; another is full.
    let day = |text: &str| text.parse().unwrap();
    for site in training()
        .sites
        .iter()
        .filter(|site| site.disposal_point.is_some())
    {
        let emptied = if site.slug.as_str() == "north-dock-box" {
            "2026-09-01"
        } else {
            "2026-11-24"
        };
        let entry = ServiceEntry::of(site.slug.clone(), day(emptied), ServiceKind::Emptied);
        town.store().add_service_entries(&[entry]).await.unwrap();
    }
    let mill: signpost_domain::SiteSlug = "mill-park-box".parse().unwrap();
    assert!(
        town.store()
            .report_full(&mill, day("2026-11-25"))
            .await
            .unwrap()
    );
    person(&town, "Owen", editor("birch-landing-works"), Lang::En).await;
    person(&town, "Sam", Role::Subcommittee, Lang::Fr).await;
    person(&town, "Bo", editor("granite-street"), Lang::En).await;

    let round = send_letters_due(&town).await;
    assert_eq!(round, MailingRound { sent: 2, failed: 0 });
    let mut letters = server.take();
    letters.sort_by_key(|letter| letter.to.clone());
    let owen = letters[0].text();
    for words in [
        "Mill Park needle box\nSomebody said on November 25, 2026 that it is full.",
        "North Dock needle box\nService was due",
        "https://where.example.org/disposal/service/mill-park-box",
    ] {
        assert!(owen.contains(words), "{words}: {owen}");
    }
    assert!(!owen.contains("West Landing"), "{owen}");
    let sam = letters[1].text();
    assert!(
        sam.contains("https://where.example.org/fr/disposal/service/north-dock-box"),
        "{sam}"
    );
    // Offers of agencies are not the subcommittee's.
    assert!(!sam.contains("/agency/"), "{sam}");
}
