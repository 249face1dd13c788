//! Listening, with limits on time and connections.

use std::{io, net::SocketAddr, time::Duration};

use actix_web::{HttpServer, web};

use crate::{App, application, refresh};

/// How long the head of a request may take.
const HEAD_TIME: Duration = Duration::from_secs(5);
/// How long a connection without a request is kept.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// How long requests under way may take when the server is told to stop.
const STOP_SECONDS: u64 = 10;

/// Where and how to listen.
#[derive(Debug, Clone, Copy)]
pub struct Serving {
    /// Address and port; port 0 takes a free one.
    pub bind: SocketAddr,
    /// Worker threads; `None` means one per core.
    pub workers: Option<usize>,
}

/// Why it cannot listen.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The address is taken or not ours.
    #[error("cannot listen on {bind}")]
    Bind {
        /// The address.
        bind: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
    /// The server stopped by itself.
    #[error("the server stopped")]
    Stopped(#[source] io::Error),
}

/// Serves until it is told to stop. Says in the log where it listens.
pub async fn serve(app: App, serving: Serving) -> Result<(), ServeError> {
    let app = web::Data::new(app);
    let shared = app.clone();
    let mut server = HttpServer::new(move || application(shared.clone()))
        .client_request_timeout(HEAD_TIME)
        .client_disconnect_timeout(Duration::from_secs(2))
        .keep_alive(KEEP_ALIVE)
        .shutdown_timeout(STOP_SECONDS);
    if let Some(workers) = serving.workers {
        server = server.workers(workers.max(1));
    }
    let server = server
        .bind(serving.bind)
        .map_err(|source| ServeError::Bind {
            bind: serving.bind,
            source,
        })?;
    for address in server.addrs() {
        tracing::info!("listening on http://{address}");
    }
    let refreshing = tokio::spawn(refresh::forever(app));
    let stopped = server.run().await.map_err(ServeError::Stopped);
    refreshing.abort();
    stopped
}
