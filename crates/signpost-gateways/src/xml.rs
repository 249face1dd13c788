//! The few elements that such hooks are answered with.

use actix_web::{HttpResponse, http::header};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};
use signpost_web::ApiError;

/// A `<Response>` that is being written.
pub(crate) struct Xml(Writer<Vec<u8>>);

impl Xml {
    pub fn response() -> Result<Self, ApiError> {
        let mut xml = Self(Writer::new(Vec::new()));
        xml.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        xml.open("Response", &[])?;
        Ok(xml)
    }

    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> Result<(), ApiError> {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.write(Event::Start(start))
    }

    pub fn close(&mut self, name: &str) -> Result<(), ApiError> {
        self.write(Event::End(BytesEnd::new(name)))
    }

    /// An element with words in it.
    pub fn said(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        words: &str,
    ) -> Result<(), ApiError> {
        self.open(name, attributes)?;
        self.write(Event::Text(BytesText::new(words)))?;
        self.close(name)
    }

    /// An element with nothing in it.
    pub fn empty(&mut self, name: &str) -> Result<(), ApiError> {
        self.write(Event::Empty(BytesStart::new(name)))
    }

    pub fn finish(mut self) -> Result<HttpResponse, ApiError> {
        self.close("Response")?;
        Ok(HttpResponse::Ok()
            .insert_header((header::CONTENT_TYPE, "text/xml; charset=utf-8"))
            .body(self.0.into_inner()))
    }

    fn write(&mut self, event: Event<'_>) -> Result<(), ApiError> {
        self.0.write_event(event).map_err(ApiError::internal)
    }
}
