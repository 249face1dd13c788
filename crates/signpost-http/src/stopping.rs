//! Stopping without dropping anybody.
//!
//! Whoever asked already is answered, whoever comes now is told to come again in a moment, and only then the server goes.

use std::{
    io,
    net::TcpListener,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use actix_web::{
    Error,
    body::MessageBody,
    dev::{ServerHandle, ServiceRequest, ServiceResponse},
    http::ConnectionType,
    middleware::Next,
    web,
};
use futures_util::{FutureExt as _, future::select_all};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    signal::unix::{Signal, SignalKind, signal},
    time::{Instant, sleep, timeout},
};

/// How long requests under way may take.
const UNDER_WAY: Duration = Duration::from_secs(6);
/// Nobody asks for this long: nobody is under way.
const QUIET: Duration = Duration::from_millis(300);
/// How long one connection may take to be told to come again.
const TELLING: Duration = Duration::from_secs(1);

/// What is told to whoever comes while the server stops.
const COME_AGAIN: &str = "HTTP/1.1 503 Service Unavailable\r\ncontent-type: text/plain; charset=utf-8\r\nretry-after: 5\r\n\
    cache-control: no-store\r\nconnection: close\r\ncontent-length: 51\r\n\r\n\
    Back in a moment. / De retour dans un instant. 911\n";

/// What every worker knows of the end.
#[derive(Debug, Clone, Default)]
pub struct Stopping(Arc<State>);

#[derive(Debug, Default)]
struct State {
    begun: AtomicBool,
    under_way: AtomicUsize,
}

/// Counts a request while it is answered; once the server stops, its connection is not kept.
pub(crate) async fn count<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let stopping = request.app_data::<web::Data<Stopping>>().cloned();
    let _under_way = stopping
        .as_ref()
        .map(|stopping| UnderWay::one_more(stopping));
    let mut answer = next.call(request).await?;
    if stopping.is_some_and(|stopping| stopping.has_begun()) {
        let head = answer.response_mut().head_mut();
        head.set_connection_type(ConnectionType::Close);
    }
    Ok(answer)
}

struct UnderWay(Arc<State>);

impl UnderWay {
    fn one_more(stopping: &Stopping) -> Self {
        stopping.0.under_way.fetch_add(1, Ordering::Relaxed);
        Self(Arc::clone(&stopping.0))
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.under_way.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Stopping {
    /// Whether the server was told to stop.
    pub(crate) fn has_begun(&self) -> bool {
        self.0.begun.load(Ordering::Relaxed)
    }

    /// Waits for the signal to stop (SIGTERM, SIGINT), then stops the server: at once when told a second time.
    ///
    /// # Errors
    /// When signals cannot be heard.
    pub(crate) async fn when_told(
        &self,
        server: ServerHandle,
        listener: TcpListener,
    ) -> io::Result<()> {
        let mut signals = [
            signal(SignalKind::terminate())?,
            signal(SignalKind::interrupt())?,
        ];
        told(&mut signals).await;
        tracing::info!("stopping");
        self.0.begun.store(true, Ordering::Relaxed);
        let ending = async {
            // From here on new connections are ours to turn away.
            server.pause().await;
            let Ok(last) = listener.try_clone() else {
                return;
            };
            let turning_away = tokio::spawn(turn_away(listener));
            self.until_quiet().await;
            server.stop(true).await;
            turning_away.abort();
            let _let_go = turning_away.await;
            last_call(last);
            // The last of them are still being told.
            sleep(QUIET).await;
        };
        tokio::select! {
            () = ending => {}
            () = told(&mut signals) => server.stop(false).await,
        }
        Ok(())
    }

    async fn until_quiet(&self) {
        let end = Instant::now() + UNDER_WAY;
        let mut quiet_since = Instant::now();
        while Instant::now() < end && quiet_since.elapsed() < QUIET {
            sleep(Duration::from_millis(20)).await;
            if self.0.under_way.load(Ordering::Relaxed) > 0 {
                quiet_since = Instant::now();
            }
        }
    }
}

async fn told(signals: &mut [Signal; 2]) {
    select_all(signals.iter_mut().map(|one| one.recv().boxed())).await;
}

/// Tells everybody who comes to come again.
async fn turn_away(listener: TcpListener) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else {
        return;
    };
    while let Ok((connection, _peer)) = listener.accept().await {
        tokio::spawn(timeout(TELLING, tell(connection)));
    }
}

/// Takes all who wait, in one go, and only then closes the socket: closing it resets whoever still waits. They are told afterwards.
fn last_call(listener: TcpListener) {
    let waiting: Vec<_> = std::iter::from_fn(|| listener.accept().ok()).collect();
    drop(listener);
    for (connection, _peer) in waiting {
        let ready = connection.set_nonblocking(true);
        if let Ok(connection) = ready.and_then(|()| TcpStream::from_std(connection)) {
            tokio::spawn(timeout(TELLING, tell(connection)));
        }
    }
}

/// Reads what is there, so that closing resets nothing, and answers.
async fn tell(mut connection: TcpStream) -> io::Result<()> {
    let mut request = [0; 4_096];
    if connection.read(&mut request).await? == 0 {
        return Ok(());
    }
    connection.write_all(COME_AGAIN.as_bytes()).await?;
    connection.shutdown().await?;
    while connection.read(&mut request).await? > 0 {}
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_as_long_as_their_head_says() {
        let (head, body) = COME_AGAIN.split_once("\r\n\r\n").unwrap();
        assert!(
            head.contains(&format!("content-length: {}", body.len())),
            "{}",
            body.len()
        );
    }
}
