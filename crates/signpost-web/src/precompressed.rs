//! A body that many will ask for: compressed once, when it is made, and sent as the asker reads it.
//!
//! What is made for one asker alone is zipped as it goes out, by the framework's layer, which never asks for the memory that Brotli would.

use std::io::{self, Write as _};

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, AcceptEncoding, ContentEncoding, Encoding, Header as _},
    web::Bytes,
};
use flate2::{Compression, write::GzEncoder};

/// Small enough to be made while somebody waits, and nearly as small as it gets.
const BROTLI_QUALITY: i32 = 9;
/// 512 kB of what was written before: more than most of these bodies are long.
const BROTLI_WINDOW: i32 = 19;

/// One body in every coding.
#[derive(Debug)]
pub struct Precompressed {
    plain: Bytes,
    gzip: Bytes,
    brotli: Bytes,
}

impl Precompressed {
    /// Compresses a body. This takes its time: call it from a thread that may be busy.
    ///
    /// # Errors
    /// When a compressor fails, which writing to memory gives no cause for.
    pub fn of(body: impl Into<Bytes>) -> io::Result<Self> {
        let plain = body.into();
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&plain)?;
        let parameters = brotli::enc::BrotliEncoderParams {
            quality: BROTLI_QUALITY,
            lgwin: BROTLI_WINDOW,
            size_hint: plain.len(),
            ..Default::default()
        };
        let mut brotli = Vec::new();
        brotli::BrotliCompress(&mut plain.as_ref(), &mut brotli, &parameters)?;
        Ok(Self {
            gzip: gzip.finish()?.into(),
            brotli: brotli.into(),
            plain,
        })
    }

    /// The body as it is.
    #[must_use]
    pub const fn plain(&self) -> &Bytes {
        &self.plain
    }

    /// Puts the body that the asker reads best into an answer, and says so.
    pub fn send(&self, request: &HttpRequest, response: HttpResponse) -> HttpResponse {
        let (body, coding) = match preferred(request) {
            Some(ContentEncoding::Brotli) => (&self.brotli, ContentEncoding::Brotli),
            Some(ContentEncoding::Gzip) => (&self.gzip, ContentEncoding::Gzip),
            _ => (&self.plain, ContentEncoding::Identity),
        };
        let mut response = response.set_body(body.clone()).map_into_boxed_body();
        let headers = response.headers_mut();
        if coding != ContentEncoding::Identity {
            headers.insert(header::CONTENT_ENCODING, coding.to_header_value());
        }
        headers.append(
            header::VARY,
            header::HeaderValue::from_static("accept-encoding"),
        );
        response
    }
}

/// The coding an asker likes best of those we make; `None` when there is none it reads.
#[must_use]
pub fn preferred(request: &HttpRequest) -> Option<ContentEncoding> {
    let made = [Encoding::brotli(), Encoding::gzip(), Encoding::identity()];
    match AcceptEncoding::parse(request)
        .ok()?
        .negotiate(made.iter())?
    {
        Encoding::Known(coding) => Some(coding),
        Encoding::Unknown(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use actix_web::test::TestRequest;

    use super::*;

    #[actix_rt::test]
    async fn each_asker_gets_the_same_words_in_a_coding_it_reads() {
        let words = "where to go now, ".repeat(1_000);
        let body = Precompressed::of(words.clone()).unwrap();
        for (accepts, coding) in [
            ("br, gzip", "br"),
            ("gzip, deflate, br", "br"),
            ("gzip", "gzip"),
            ("br;q=0, gzip", "gzip"),
            ("identity", ""),
            ("deflate", ""),
            ("", ""),
        ] {
            let request = TestRequest::get()
                .insert_header((header::ACCEPT_ENCODING, accepts))
                .to_http_request();
            let response = body.send(&request, HttpResponse::Ok().finish());
            let said = response.headers().get(header::CONTENT_ENCODING);
            let said = said.map_or("", |value| value.to_str().unwrap());
            assert_eq!(said, coding, "{accepts}");
            let vary = response.headers().get(header::VARY).unwrap();
            assert_eq!(vary, "accept-encoding");
            let sent = actix_web::body::to_bytes(response.into_body())
                .await
                .unwrap();
            let mut read = String::new();
            match coding {
                "br" => brotli::Decompressor::new(&sent[..], 4_096).read_to_string(&mut read),
                "gzip" => flate2::read::GzDecoder::new(&sent[..]).read_to_string(&mut read),
                _ => (&sent[..]).read_to_string(&mut read),
            }
            .unwrap();
            assert_eq!(read, words, "{accepts}");
        }
    }
}
