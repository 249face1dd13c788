//! Who may hold how many connections, and for how long one may keep us waiting.

use std::{
    any::Any,
    collections::HashMap,
    net::{IpAddr, Shutdown},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use actix_web::{dev::Extensions, rt::net::TcpStream};
use signpost_web::hosting::TrustedProxies;
use socket2::SockRef;

/// How long what was sent may stay unread before the connection is given up. The kernel counts, so that no task has to wait.
const UNREAD: Duration = Duration::from_secs(20);

/// Descriptors that are kept for files, the database and the log.
const KEPT_FREE: u64 = 128;
/// More connections than this are of no use to a town.
const MOST: u64 = 20_000;
/// One address in this many may hold all that one may hold: the rest stays free for others.
const SHARE: usize = 4;

/// How many connections there may be in all; the descriptor limit is raised for it as far as the system lets us.
#[must_use]
pub fn raise_limit() -> usize {
    let raised = rlimit::increase_nofile_limit(MOST + KEPT_FREE).unwrap_or(1_024);
    let connections = raised.saturating_sub(KEPT_FREE).clamp(64, MOST);
    usize::try_from(connections).unwrap_or(usize::MAX)
}

/// Counts the connections of each address, in memory only, and only while they last.
#[derive(Debug, Clone)]
pub struct Connections {
    held: Arc<Mutex<HashMap<IpAddr, usize>>>,
    most: usize,
    /// All the world comes through these, so they hold as many as there are.
    proxies: TrustedProxies,
}

impl Connections {
    /// One address may hold a quarter of all connections, unless it is a proxy that the settings name.
    #[must_use]
    pub fn of(all: usize, proxies: TrustedProxies) -> Self {
        Self {
            held: Arc::default(),
            most: (all / SHARE).max(1),
            proxies,
        }
    }

    /// Looks at a connection as it comes in: counts it, and ends it at once when its address holds too many.
    pub fn admit(&self, connection: &dyn Any, kept: &mut Extensions) {
        let Some(stream) = connection.downcast_ref::<TcpStream>() else {
            return;
        };
        let socket = SockRef::from(stream);
        // Where the system does not know this, the deadlines of the framework remain.
        let _known = socket.set_tcp_user_timeout(Some(UNREAD));
        let Ok(peer) = stream.peer_addr() else {
            return;
        };
        match self.count(peer.ip().to_canonical()) {
            Some(counted) => {
                kept.insert(counted);
            }
            None => {
                let _gone = socket.shutdown(Shutdown::Both);
            }
        }
    }

    fn count(&self, peer: IpAddr) -> Option<Counted> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let count = held.entry(peer).or_default();
        if *count >= self.most && !self.proxies.have(peer) {
            return None;
        }
        *count += 1;
        Some(Counted {
            held: Arc::clone(&self.held),
            peer,
        })
    }
}

/// One connection that is counted until it ends.
struct Counted {
    held: Arc<Mutex<HashMap<IpAddr, usize>>>,
    peer: IpAddr,
}

impl Drop for Counted {
    fn drop(&mut self) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = held.get_mut(&self.peer) {
            *count -= 1;
            if *count == 0 {
                held.remove(&self.peer);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_holds_its_share_and_leaves_the_rest_to_others() {
        let connections = Connections::of(8, "192.0.2.80/28".parse().unwrap());
        let one: IpAddr = "192.0.2.1".parse().unwrap();
        let other: IpAddr = "192.0.2.2".parse().unwrap();
        let mut first: Vec<_> = (0..2).map(|_| connections.count(one).unwrap()).collect();
        assert!(connections.count(one).is_none());
        assert!(connections.count(other).is_some());
        first.pop();
        assert!(connections.count(one).is_some());
        drop(first);
        let proxy: IpAddr = "192.0.2.81".parse().unwrap();
        let through: Vec<_> = (0..8).map(|_| connections.count(proxy)).collect();
        assert!(through.iter().all(Option::is_some), "all the world");
        drop(through);
        assert!(
            connections.held.lock().unwrap().is_empty(),
            "nothing is kept"
        );
    }
}
