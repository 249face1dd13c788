//! Listening, with limits on time and connections.

use std::{
    io,
    net::{SocketAddr, TcpListener},
    sync::Arc,
    time::Duration,
};

use actix_web::{
    HttpServer,
    dev::{Server, ServerHandle},
};
use signpost_editing::{keeping, refresh};
use signpost_mail::letters;
use signpost_web::{App, SharedApp, metrics::MetricsPlace};
use socket2::{Domain, Socket, Type};
use tokio::sync::oneshot;

use crate::{
    Shell, application,
    connections::{Connections, raise_limit},
};

/// How long the head of a request may take.
const HEAD_TIME: Duration = Duration::from_secs(5);
/// How long a connection without a request is kept.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// How often it is looked whether another process wrote, or put another street map in place.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// How long pictures are left alone that could not be kept.
const TRY_AGAIN: Duration = Duration::from_mins(5);
/// How often counts are written down.
const WRITE_EVERY: Duration = Duration::from_mins(1);
/// How often the database is looked through for damage.
const LOOK_THROUGH_EVERY: Duration = Duration::from_hours(24);
/// How long connections may take to end, once nobody is under way on them any more.
const STOP_SECONDS: u64 = 2;
/// How many connections may wait to be taken.
const BACKLOG: i32 = 1_024;

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

/// A server that listens; it serves while [`Running::until_stopped`] is awaited.
pub struct Running {
    shell: Shell,
    server: Server,
    listener: TcpListener,
    counts: Option<Server>,
    /// The addresses it listens on.
    pub addresses: Vec<SocketAddr>,
    /// The addresses at which the counts can be read, when they have some of their own.
    pub metrics: Vec<SocketAddr>,
}

/// Starts listening.
///
/// # Errors
/// When the address is taken or not ours.
pub fn listen(shell: Shell, serving: Serving) -> Result<Running, ServeError> {
    let shared = shell.clone();
    let most = raise_limit();
    let workers = serving.workers.unwrap_or_else(cores).max(1);
    let connections = Connections::of(most, shell.app.hosting().proxies.clone());
    tracing::info!(connections = most, "the most at once");
    let bind = serving.bind;
    let refused = |source| ServeError::Bind { bind, source };
    let listener = bound(bind).map_err(refused)?;
    let server = HttpServer::new(move || application(&shared))
        .workers(workers)
        .max_connections(most.div_ceil(workers))
        .on_connect(move |connection, kept| connections.admit(connection, kept))
        .client_request_timeout(HEAD_TIME)
        .client_disconnect_timeout(Duration::from_secs(2))
        .keep_alive(KEEP_ALIVE)
        .shutdown_timeout(STOP_SECONDS)
        .disable_signals()
        .listen(listener.try_clone().map_err(refused)?)
        .map_err(refused)?;
    let counts = match shell.app.metrics.place() {
        MetricsPlace::At(address) => Some(counts_at(&shell, address)?),
        MetricsPlace::Off | MetricsPlace::Public => None,
    };
    let (counts, metrics) = counts.unzip();
    Ok(Running {
        shell,
        counts,
        metrics: metrics.unwrap_or_default(),
        addresses: server.addrs(),
        server: server.run(),
        listener,
    })
}

/// A server for the counts alone, at an address that is not for everybody.
fn counts_at(shell: &Shell, bind: SocketAddr) -> Result<(Server, Vec<SocketAddr>), ServeError> {
    let app = shell.app.clone();
    let refused = |source| ServeError::Bind { bind, source };
    let server = HttpServer::new(move || {
        actix_web::App::new()
            .app_data(app.clone())
            .configure(signpost_api::metrics_apart)
    })
    .workers(1)
    .client_request_timeout(HEAD_TIME)
    .shutdown_timeout(STOP_SECONDS)
    .disable_signals()
    .listen(bound(bind).map_err(refused)?)
    .map_err(refused)?;
    let addresses = server.addrs();
    Ok((server.run(), addresses))
}

/// One worker a core.
fn cores() -> usize {
    std::thread::available_parallelism().map_or(2, usize::from)
}

/// A socket that listens; our own, so that it can go on telling people to come again while the server stops.
fn bound(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = Socket::new(Domain::for_address(address), Type::STREAM, None)?;
    socket.set_reuse_address(true)?;
    socket.set_nonblocking(true)?;
    socket.bind(&address.into())?;
    socket.listen(BACKLOG)?;
    Ok(socket.into())
}

impl Running {
    /// A handle to stop it by.
    #[must_use]
    pub fn handle(&self) -> ServerHandle {
        self.server.handle()
    }

    /// Serves until it is told to stop; requests under way may finish.
    pub async fn until_stopped(self) -> Result<(), ServeError> {
        let handle = self.server.handle();
        let stopping = self.shell.stopping.clone();
        let writing = tokio::spawn(send_letters(self.shell.clone()));
        let counting = tokio::spawn(write_counts_down(self.shell.app.clone()));
        let apart = self.counts.map(|server| {
            let handle = server.handle();
            (tokio::spawn(server), handle)
        });
        let looking = tokio::spawn(look_through_daily(self.shell.app.clone()));
        let app = self.shell.app.clone();
        let kept = Arc::clone(app.live());
        let keeping = tokio::spawn(async move { keeping::keep_forever(&kept).await });
        let drawing = tokio::spawn(draw_pictures(app.clone()));
        let refreshing = tokio::spawn(follow_what_is_stored(self.shell));
        let when_told = stopping.clone();
        let ending = tokio::spawn(async move { when_told.when_told(handle, self.listener).await });
        let stopped = self.server.await.map_err(ServeError::Stopped);
        // When it was told to stop, those who came meanwhile are told too.
        if stopping.has_begun() {
            let _told = ending.await;
        } else {
            ending.abort();
        }
        refreshing.abort();
        drawing.abort();
        writing.abort();
        counting.abort();
        keeping.abort();
        looking.abort();
        if let Some((serving, handle)) = apart {
            handle.stop(false).await;
            serving.abort();
        }
        write_down(&app).await;
        stopped
    }
}

/// Serves until it is told to stop. Says in the log where it listens.
pub async fn serve(shell: Shell, serving: Serving) -> Result<(), ServeError> {
    let running = listen(shell, serving)?;
    for address in &running.addresses {
        tracing::info!("listening on http://{address}");
    }
    for address in &running.metrics {
        tracing::info!("counts are at http://{address}/api/v1/metrics");
    }
    running.until_stopped().await
}

/// What was looked for goes into the database each minute, so that a power cut takes a minute's counts and no more.
async fn write_counts_down(app: SharedApp) {
    loop {
        write_down(&app).await;
        tokio::time::sleep(WRITE_EVERY).await;
    }
}

async fn write_down(app: &App) {
    if let Err(error) = app.write_counts_down().await {
        tracing::warn!(%error, "counts wait to be written down");
    }
}

/// The snapshot follows the database and the days that go by, the street map follows its file; and the log tells what is missing in it.
async fn follow_what_is_stored(shell: Shell) {
    let mut lost_before = 0;
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let lost = shell.app.metrics.lost_lines();
        if lost > lost_before {
            tracing::warn!(lines = lost - lost_before, "lines of the log were lost");
            lost_before = lost;
        }
        refresh::follow(shell.app.live()).await;
        shell.app.look_at_the_basemap().await;
    }
}

/// The database is looked through once a day; at start it was.
async fn look_through_daily(app: SharedApp) {
    loop {
        tokio::time::sleep(LOOK_THROUGH_EVERY).await;
        refresh::look_through(app.live()).await;
    }
}

/// Pictures of the map follow data and street map, on a thread that answers nobody and that nobody waits for when the server stops.
async fn draw_pictures(app: SharedApp) {
    while app.pictures().is_some() {
        let own = app.clone();
        let (done, drawn) = oneshot::channel();
        std::thread::spawn(move || done.send(own.draw_pictures()));
        match drawn.await {
            Ok(Ok(0)) => {}
            Ok(Ok(pictures)) => tracing::info!(pictures, "pictures of the map drawn"),
            Ok(Err(error)) => {
                tracing::error!(%error, "pictures of the map cannot be kept; pages are whole without");
                tokio::time::sleep(TRY_AGAIN).await;
            }
            Err(error) => {
                tracing::error!(%error, "drawing pictures of the map fell over; pages are whole without");
                return;
            }
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

/// The weekly letters, when letters can be sent at all.
async fn send_letters(shell: Shell) {
    if let Some(post) = &shell.portal.post {
        letters::send_letters_forever(shell.app.live(), post).await;
    }
}
