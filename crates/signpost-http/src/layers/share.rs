//! How much work one address may ask for: what is dear is counted by the time our threads spend on it, and refused when it is too much.
//!
//! Only in memory, and only until what was spent has come back. What is cheap is never refused, and nobody is written down.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    pin::pin,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use actix_web::{
    Error, ResponseError as _,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    middleware::Next,
    web,
};
use signpost_answers::locale_path;
use signpost_web::{ApiError, hosting_of};

/// What is spent comes back in this time.
const BACK_IN: u32 = 40;
/// With more addresses than this it is looked whose budget is whole again.
const MANY: usize = 256;
/// Nobody is told to wait longer than this many seconds.
const LONGEST: u64 = 600;
/// A list longer than this is dear.
const LONG: u32 = 100;

/// What costs more than an answer to one person. The saved list is not among them: it is made once for all.
const DEAR: [&str; 13] = [
    "/api/v1/coverage",
    "/api/v1/plan",
    "/api/v1/hsds",
    "/changes.",
    "/collections",
    "/export/",
    "/hsds",
    "/map/places.geojson",
    "/map/sketch.json",
    "/ogc",
    "/print",
    "/search",
    "/sitemap.xml",
];

/// What every address may still ask for.
#[derive(Debug)]
pub struct Shares {
    spent: Mutex<HashMap<IpAddr, Spent>>,
    /// How much work one address may ask for at once; none is without a limit.
    budget: Duration,
}

#[derive(Debug, Clone, Copy)]
struct Spent {
    work: Duration,
    at: Instant,
}

impl Default for Shares {
    fn default() -> Self {
        Self::of(Duration::from_secs(2))
    }
}

impl Shares {
    /// This much work at once for each address; nothing means that there is no limit.
    #[must_use]
    pub fn of(budget: Duration) -> Self {
        Self {
            spent: Mutex::default(),
            budget,
        }
    }

    /// After how many seconds there is something left again, when there is nothing now.
    fn empty(&self, peer: IpAddr, now: Instant) -> Option<u64> {
        if self.budget.is_zero() {
            return None;
        }
        let all = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        let over = self
            .left_over(*all.get(&peer)?, now)
            .checked_sub(self.budget)?;
        let seconds = over
            .as_nanos()
            .div_ceil(self.each_second().as_nanos().max(1));
        Some(u64::try_from(seconds).map_or(LONGEST, |seconds| seconds.clamp(1, LONGEST)))
    }

    /// Counts work that was done.
    fn count(&self, peer: IpAddr, work: Duration, now: Instant) {
        if self.budget.is_zero() {
            return;
        }
        let mut all = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        let before = all
            .get(&peer)
            .map_or(Duration::ZERO, |&spent| self.left_over(spent, now));
        all.insert(
            peer,
            Spent {
                work: before + work,
                at: now,
            },
        );
        if all.len() > MANY {
            all.retain(|_, spent| !self.left_over(*spent, now).is_zero());
        }
    }

    /// What of it has not come back yet.
    fn left_over(&self, spent: Spent, now: Instant) -> Duration {
        let back = now.saturating_duration_since(spent.at).as_secs_f64();
        let back = self.each_second().mul_f64(back);
        spent.work.saturating_sub(back)
    }

    fn each_second(&self) -> Duration {
        self.budget / BACK_IN
    }
}

/// Refuses what is dear to who asked for too much of it lately.
pub(crate) async fn keep(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let shares = request.app_data::<web::Data<Shares>>().cloned();
    let (Some(shares), Some(peer)) = (shares.filter(|_| is_dear(&request)), peer_of(&request))
    else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    if let Some(seconds) = shares.empty(peer, Instant::now()) {
        let error = ApiError::TooMuch { seconds };
        let mut response = request.into_response(error.error_response());
        *response.response_mut() = actix_web::HttpResponse::from_error(error);
        return Ok(response);
    }
    let mut work = Duration::ZERO;
    let mut answer = pin!(next.call(request));
    let answered = std::future::poll_fn(|context| {
        let began = Instant::now();
        let polled = answer.as_mut().poll(context);
        work += began.elapsed();
        polled
    })
    .await;
    shares.count(peer, work, Instant::now());
    Ok(answered?.map_into_boxed_body())
}

/// Whether a request may cost much: by its address, or because it asks for a search, a page far on, or a long list.
fn is_dear(request: &ServiceRequest) -> bool {
    let path = locale_path::bare(request.path());
    let query = request.query_string();
    request.method().is_safe()
        && (path == "/disposal"
            || DEAR.iter().any(|dear| path.starts_with(dear))
            || asks_for_much(query))
}

fn asks_for_much(query: &str) -> bool {
    query.split('&').any(|one| match one.split_once('=') {
        Some(("q" | "cursor" | "offset", value)) => !value.is_empty(),
        Some(("limit", value)) => value.parse().is_ok_and(|limit: u32| limit > LONG),
        _ => false,
    })
}

/// Who asks: the peer, or whom a proxy that the settings name asks for. `None` where nobody can say.
fn peer_of(request: &ServiceRequest) -> Option<IpAddr> {
    let peer = request.peer_addr()?.ip().to_canonical();
    if !hosting_of(request.request()).proxies.have(peer) {
        return Some(household(peer));
    }
    let forwarded = request.headers().get("x-forwarded-for")?.to_str().ok()?;
    let last = forwarded.rsplit(',').next()?.trim();
    last.parse()
        .ok()
        .map(|peer: IpAddr| household(peer.to_canonical()))
}

/// One customer has a whole network of IPv6: it counts as one.
fn household(peer: IpAddr) -> IpAddr {
    match peer {
        IpAddr::V4(_) => peer,
        IpAddr::V6(peer) => {
            let network = u128::from(peer) >> 64 << 64;
            IpAddr::V6(Ipv6Addr::from(network))
        }
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn what_is_spent_comes_back_and_nobody_is_kept_longer() {
        let shares = Shares::of(Duration::from_secs(2));
        let now = Instant::now();
        let later = |seconds| now + Duration::from_secs(seconds);
        let one: IpAddr = "192.0.2.1".parse().unwrap();
        let other: IpAddr = "192.0.2.2".parse().unwrap();
        shares.count(one, Duration::from_millis(1_900), now);
        assert_eq!(shares.empty(one, now), None);
        shares.count(one, Duration::from_millis(600), now);
        assert_eq!(shares.empty(one, now), Some(10), "half a second too much");
        assert_eq!(shares.empty(other, now), None);
        assert_eq!(shares.empty(one, later(11)), None);
        for address in 0..300_u32 {
            let peer = IpAddr::V4((0x0A00_0000 + address).into());
            shares.count(peer, Duration::from_millis(1), later(100));
        }
        shares.count(other, Duration::from_millis(1), later(200));
        assert_eq!(shares.spent.lock().unwrap().len(), 1);
        let unlimited = Shares::of(Duration::ZERO);
        unlimited.count(one, Duration::from_secs(99), now);
        assert_eq!(unlimited.empty(one, now), None);
    }

    #[test]
    fn what_is_dear_is_known_by_its_address() {
        let dear = |path: &str| is_dear(&TestRequest::with_uri(path).to_srv_request());
        for path in [
            "/disposal",
            "/fr/search?q=a",
            "/api/v1/sites?q=health",
            "/api/v1/sites?limit=1000",
            "/api/v1/sites?need=food&cursor=abc",
            "/export/sites.gpkg",
        ] {
            assert!(dear(path), "{path}");
        }
        for path in [
            "/",
            "/fr/?need=food",
            "/go/birch-health-office",
            "/api/v1/where-to-go?need=supplies",
            "/api/v1/sites?limit=20",
            "/api/v1/directory.json",
            "/api/v1/health",
        ] {
            assert!(!dear(path), "{path}");
        }
    }

    #[test]
    fn a_forwarded_address_counts_only_of_a_proxy_that_is_named() {
        let request = TestRequest::default()
            .peer_addr("127.0.0.1:4000".parse().unwrap())
            .insert_header(("x-forwarded-for", "198.51.100.7"))
            .to_srv_request();
        assert_eq!(peer_of(&request), Some("127.0.0.1".parse().unwrap()));
        let six = household("2001:db8:1:2:3:4:5:6".parse().unwrap());
        assert_eq!(six, "2001:db8:1:2::".parse::<IpAddr>().unwrap());
    }
}
