//! Letters when an organization takes its word back: at once, and each week until it is mended.

use signpost_domain::Lang;
use signpost_store::Role;

use crate::{
    desk::editor,
    letters::{at, person, send_letters_due},
    mail_server::MailServer,
    town::{NOW, Town},
};

#[actix_rt::test]
async fn stewards_are_written_to_when_an_organization_takes_its_word_back_and_each_week_until_it_is_mended()
 {
    let server = MailServer::start();
    let first = Town::to_edit().await;
    let town = at(&first, NOW, &server.url).await;
    person(&town, "Kim", Role::Steward, Lang::En).await;
    let mut ana = town.signed_in("Ana", editor("pinecone-pharmacy")).await;
    let fields = [("need", "supplies"), ("answer", "withdrawn")];
    ana.submit("/agency/consent", "/agency/consent", &fields)
        .await;
    let letters = server.take();
    let to: Vec<_> = letters.iter().map(|letter| letter.to.as_str()).collect();
    assert_eq!(to, ["kim@example.org"]);
    let text = letters[0].text();
    for words in [
        "Pinecone Pharmacy took back at once",
        "West Side Kitchen, New needles and supplies: people are not sent to Pinecone Pharmacy, West Side any more. No other place is left.",
        "https://where.example.org/steward/plan/ahead\n",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("change your password"), "{text}");

    assert_eq!(send_letters_due(&town).await.sent, 1);
    let weekly = server.take();
    let text = weekly[0].text();
    assert!(
        text.contains("Since November 25, 2026\nPinecone Pharmacy has not agreed any more"),
        "{text}"
    );
}
