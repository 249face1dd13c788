//! Every address of the API, what it takes and what it gives. `/api/openapi.json` and `/api` are made from it, and the tests hold it against
//! the routes.

use super::{
    endpoint::{Endpoint, JSON, Param, query},
    tile_catalogue::TILES,
};

const LANG: Param = query(
    "lang",
    "Lang",
    "Language of names and sentences; en when left out.",
);
const SLUG: Param = Param {
    name: "slug",
    place: "path",
    required: true,
    schema: "Id",
    says: "The site.",
};
const IF_MATCH: Param = Param {
    name: "If-Match",
    place: "header",
    required: true,
    schema: "Words",
    says: "The ETag of the version you read. 428 without, 412 when the site was changed since.",
};
const KEY: Param = Param {
    name: "Idempotency-Key",
    place: "header",
    required: false,
    schema: "Words",
    says: "Your own key for this request. The same key again gives the same answer and changes nothing twice; kept for 30 days.",
};
const NEAR: Param = query(
    "near",
    "LatLon",
    "LAT,LON to measure from, latitude first, such as 49.7696,-94.4882.",
);

const GEO_JSON: &str = "application/geo+json";
const EDIT_PROBLEMS: &[u16] = &[400, 401, 404, 408, 412, 413, 415, 422, 428, 503];

/// Every address, in the order a reader wants them.
pub(crate) fn endpoints() -> impl Iterator<Item = &'static Endpoint> {
    ENDPOINTS.iter().chain(TILES)
}

const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        method: "get",
        path: "/api/v1/where-to-go",
        summary: "Where to go now: the soonest served, with the reasons",
        takes: &[
            Param {
                name: "need",
                place: "query",
                required: true,
                schema: "Id",
                says: "What for; /api/v1/needs lists the codes.",
            },
            NEAR,
            query(
                "from",
                "Id",
                "The site one comes from: the plan may have a rule for it.",
            ),
            query(
                "at",
                "Instant",
                "For which instant; now when left out. A + in the offset is written %2B.",
            ),
            query(
                "limit",
                "Limit50",
                "At most so many answers; 10 when left out.",
            ),
            LANG,
        ],
        body: None,
        gives: (200, JSON, "Reply"),
        problems: &[400],
    },
    Endpoint {
        method: "post",
        path: "/api/v1/where-to-go",
        summary: "The same with the question in the body, so that no position stands in an address",
        takes: &[],
        body: Some("Question"),
        gives: (200, JSON, "Reply"),
        problems: &[400, 408, 413, 415],
    },
    Endpoint {
        method: "get",
        path: "/api/v1/sites",
        summary: "Sites as GeoJSON: nearest first with near, else in the order of their slugs",
        takes: &[
            query("need", "Id", "Only sites that offer this, or may."),
            query(
                "open",
                "OpenAt",
                "now, or an instant: only sites that are open then. Unknown is not open.",
            ),
            query(
                "bbox",
                "BBox",
                "W,S,E,N in degrees; a west greater than east crosses the antimeridian.",
            ),
            NEAR,
            query(
                "within",
                "Metres",
                "Only sites no farther than this; needs near.",
            ),
            query("limit", "Limit1000", "At most so many; 50 when left out."),
            query(
                "cursor",
                "Words",
                "The next of the page before, with the other parameters as they were.",
            ),
            query(
                "q",
                "Words",
                "Words to look for in names, addresses and what people call a need.",
            ),
            LANG,
        ],
        body: None,
        gives: (200, GEO_JSON, "Sites"),
        problems: &[400],
    },
    Endpoint {
        method: "get",
        path: "/api/v1/sites/{slug}",
        summary: "One site with all it offers",
        takes: &[SLUG, LANG],
        body: None,
        gives: (200, GEO_JSON, "Site"),
        problems: &[304, 400, 404],
    },
    Endpoint {
        method: "patch",
        path: "/api/v1/sites/{slug}",
        summary: "Changes details of your own site (JSON merge patch, RFC 7386)",
        takes: &[SLUG, IF_MATCH, KEY],
        body: Some("Patch"),
        gives: (200, JSON, "Acknowledged"),
        problems: EDIT_PROBLEMS,
    },
    Endpoint {
        method: "post",
        path: "/api/v1/sites/{slug}/exceptions",
        summary: "Adds a dated exception to the hours of your own site",
        takes: &[SLUG, IF_MATCH, KEY],
        body: Some("Exception"),
        gives: (201, JSON, "Acknowledged"),
        problems: EDIT_PROBLEMS,
    },
    Endpoint {
        method: "delete",
        path: "/api/v1/sites/{slug}/exceptions/{id}",
        summary: "Takes an exception away",
        takes: &[
            SLUG,
            Param {
                name: "id",
                place: "path",
                required: true,
                schema: "Id",
                says: "The exception.",
            },
            IF_MATCH,
            KEY,
        ],
        body: None,
        gives: (200, JSON, "Acknowledged"),
        problems: EDIT_PROBLEMS,
    },
    Endpoint {
        method: "get",
        path: "/api/v1/needs",
        summary: "What people may look for",
        takes: &[LANG],
        body: None,
        gives: (200, JSON, "Needs"),
        problems: &[400],
    },
    Endpoint {
        method: "get",
        path: "/api/v1/plan",
        summary: "The redirection plan in force, or null, and the versions there are",
        takes: &[LANG],
        body: None,
        gives: (200, JSON, "Plans"),
        problems: &[400],
    },
    Endpoint {
        method: "get",
        path: "/api/v1/plan/{version}",
        summary: "One version of the plan with its rules",
        takes: &[
            Param {
                name: "version",
                place: "path",
                required: true,
                schema: "Version",
                says: "Its number.",
            },
            LANG,
        ],
        body: None,
        gives: (200, JSON, "Plan"),
        problems: &[400, 404],
    },
    Endpoint {
        method: "get",
        path: "/api/v1/plan/check",
        summary: "What is wrong with each version of the plan",
        takes: &[],
        body: None,
        gives: (200, JSON, "PlanFaults"),
        problems: &[400],
    },
    Endpoint {
        method: "post",
        path: "/api/v1/language/check",
        summary: "Words that hurt, what to write instead, and how hard a text is to read",
        takes: &[],
        body: Some("TextToCheck"),
        gives: (200, JSON, "Findings"),
        problems: &[400, 408, 413, 415],
    },
    Endpoint {
        method: "get",
        path: "/api/v1/directory.json",
        summary: "Everything for a phone without a network: all sites, good for 14 days",
        takes: &[LANG],
        body: None,
        gives: (200, JSON, "Bundle"),
        problems: &[304, 400],
    },
    Endpoint {
        method: "get",
        path: "/api/v1/health",
        summary: "How the server stands",
        takes: &[],
        body: None,
        gives: (200, JSON, "Health"),
        problems: &[400],
    },
    Endpoint {
        method: "get",
        path: "/api/v1/metrics",
        summary: "Counts in Prometheus' text form",
        takes: &[],
        body: None,
        gives: (200, "text/plain", "Words"),
        problems: &[400],
    },
    Endpoint {
        method: "get",
        path: "/api/openapi.json",
        summary: "This list as OpenAPI 3",
        takes: &[],
        body: None,
        gives: (200, JSON, "Anything"),
        problems: &[400],
    },
];
