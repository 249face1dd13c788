//! What an answer is held against: actix itself, without a layer, that sends bytes it holds.

use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};

/// Serves until it is killed: `/0/…` is answered with a body of the first size, `/1/…` of the second, and so on.
pub async fn serve(sizes: &[usize]) {
    let bodies: Vec<web::Bytes> = sizes.iter().map(|&size| vec![b' '; size].into()).collect();
    let server = HttpServer::new(move || {
        let bodies = bodies.clone();
        App::new().default_service(web::to(move |request: HttpRequest| {
            let number = request.path().split('/').nth(1);
            let number = number.and_then(|number| number.parse::<usize>().ok());
            let body = number.and_then(|number| bodies.get(number)).cloned();
            async move {
                match body {
                    Some(body) => HttpResponse::Ok()
                        .content_type("application/json")
                        .body(body),
                    None => HttpResponse::NotFound().finish(),
                }
            }
        }))
    })
    .workers(1)
    .bind("127.0.0.1:0")
    .expect("a port");
    // The same words as the product's, for who waits for them.
    eprintln!("listening on http://{}", server.addrs()[0]);
    server.run().await.expect("it serves");
}
