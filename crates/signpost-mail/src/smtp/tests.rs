use std::{
    io::{BufRead as _, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, mpsc},
    thread,
};

use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio_rustls::rustls::{
    ServerConfig, ServerConnection, StreamOwned,
    crypto::ring,
    pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer},
};

use super::*;

fn letter() -> Letter {
    Letter {
        to: "ana@example.org".to_owned(),
        name: "Ana".to_owned(),
        subject: "Hello".to_owned(),
        text: "Hello\n".to_owned(),
        at: jiff::Timestamp::UNIX_EPOCH,
    }
}

#[tokio::test]
async fn a_server_that_says_nothing_holds_nobody_up() {
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", silent.local_addr().unwrap());
    let mut mailer = Mailer::new(&url, "desk@example.org").unwrap();
    mailer.timeout = Duration::from_millis(50);
    assert_eq!(mailer.send(&letter()).await, Err(MailError::Unreachable));
}

/// A mail server for one letter that speaks TLS: from the first byte, or once it is asked to. Its port, its certificate, and what it heard.
struct Secret {
    port: u16,
    pem: String,
    heard: mpsc::Receiver<String>,
}

impl Secret {
    fn start(asked_to: bool) -> Self {
        let CertifiedKey { cert, signing_key } =
            generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(signing_key.serialize_der()));
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![cert.der().clone()], key)
            .unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (say, heard) = mpsc::channel();
        let config = Arc::new(config);
        thread::spawn(move || {
            for line in listener.incoming().map_while(Result::ok) {
                one(line, asked_to, Arc::clone(&config), &say);
            }
        });
        Self {
            port,
            pem: cert.pem(),
            heard,
        }
    }
}

fn one(line: TcpStream, asked_to: bool, config: Arc<ServerConfig>, say: &mpsc::Sender<String>) {
    if asked_to {
        let mut open = BufReader::new(line.try_clone().unwrap());
        (&line).write_all(b"220 here\r\n").unwrap();
        for answer in ["250-here\r\n250 STARTTLS\r\n", "220 go on\r\n"] {
            let mut said = String::new();
            open.read_line(&mut said).unwrap();
            (&line).write_all(answer.as_bytes()).unwrap();
        }
    }
    let secret = StreamOwned::new(ServerConnection::new(config).unwrap(), line);
    talk(BufReader::new(secret), !asked_to, say);
}

fn talk<S: Read + Write>(mut line: BufReader<S>, greets: bool, say: &mpsc::Sender<String>) {
    if greets && line.get_mut().write_all(b"220 here\r\n").is_err() {
        return;
    }
    let mut said = String::new();
    let mut in_letter = false;
    while line.read_line(&mut said).is_ok_and(|count| count > 0) {
        let words = std::mem::take(&mut said).trim_end().to_owned();
        let answer = match words.split(' ').next().unwrap_or_default() {
            "." => "250 taken\r\n",
            _ if in_letter => "",
            "EHLO" => "250-here\r\n250 AUTH PLAIN\r\n",
            "AUTH" => "235 come in\r\n",
            "DATA" => "354 go on\r\n",
            _ => "250 fine\r\n",
        };
        in_letter = (in_letter || words == "DATA") && words != ".";
        // Whoever listened may be gone; the server stays polite.
        let _ = say.send(words);
        if line.get_mut().write_all(answer.as_bytes()).is_err() || line.get_mut().flush().is_err() {
            return;
        }
    }
}

#[tokio::test]
async fn a_letter_and_its_password_go_over_tls_to_a_server_whose_authority_is_known() {
    for asked_to in [false, true] {
        let secret = Secret::start(asked_to);
        let url = if asked_to {
            format!("smtp://desk:s3cret@localhost:{}?tls=required", secret.port)
        } else {
            format!("smtps://desk:s3cret@localhost:{}", secret.port)
        };
        let (from, authority) = ("desk@example.org", secret.pem.as_bytes());
        let knows = Mailer::trusting(&url, from, Some(authority)).unwrap();
        assert_eq!(knows.send(&letter()).await, Ok(()), "{url}");
        let heard: Vec<String> = secret.heard.try_iter().collect();
        // The base64 of \0desk\0s3cret, said only where nobody else hears it.
        assert!(
            heard.contains(&"AUTH PLAIN AGRlc2sAczNjcmV0".to_owned()),
            "{heard:?}"
        );
        assert!(
            heard.contains(&"RCPT TO:<ana@example.org>".to_owned()),
            "{heard:?}"
        );

        let stranger = Mailer::new(&url, from).unwrap();
        let refused = stranger.send(&letter()).await;
        assert_eq!(refused, Err(MailError::Certificate), "{url}");
        let heard: Vec<String> = secret.heard.try_iter().collect();
        assert!(heard.is_empty(), "{heard:?}");

        let elsewhere = url.replace("localhost", "127.0.0.1");
        let other = Mailer::trusting(&elsewhere, from, Some(authority)).unwrap();
        let refused = other.send(&letter()).await;
        assert_eq!(refused, Err(MailError::Certificate), "{elsewhere}");
    }
}

#[test]
fn a_file_without_a_certificate_is_not_taken_for_one() {
    let pem = Secret::start(false).pem;
    let url = "smtps://localhost";
    for (server, authority) in [
        (url, "hello"),
        (url, ""),
        (
            url,
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        ),
        ("smtp://localhost", pem.as_str()),
    ] {
        let made = Mailer::trusting(server, "desk@example.org", Some(authority.as_bytes()));
        assert_eq!(made.err(), Some(MailError::Authority), "{authority}");
    }
}
