"""What a valid request needs beside its form, and OpenAPI cannot say.

A need and a site have to be in the directory, a tile has to be in the world, `within` and a cursor go with `near`, and an edit names the
version it is an edit of. Requests whose form is right get all that here; what is meant to be refused goes out as it was made.
"""

import requests
import schemathesis
from schemathesis.core.parameters import ParameterLocation

# Of data/training.
NEEDS = ["supplies", "disposal", "food"]
SITES = ["birch-hall", "birch-health-office", "cedar-circle-house"]
OWN_SITES = ["birch-hall", "birch-health-office"]


def name_what_is_there(members, sites):
    for name, known in (("need", NEEDS), ("from", SITES), ("slug", sites)):
        value = members.get(name)
        if isinstance(value, str) and value not in known:
            members[name] = known[len(value) % len(known)]


# A version of data/training that is a draft, and others.
DRAFT, VERSIONS = 3, [1, 2, 3]


def name_versions_that_are_there(query):
    """A version before goes with one after."""
    for name in ("after", "before"):
        if isinstance(query.get(name), int):
            query[name] = VERSIONS[query[name] % len(VERSIONS)]
    if query.get("after") is None:
        query.pop("before", None)


def stay_in_the_world(path):
    """At zoom z there are 2^z columns and rows. What follows the addresses of a TileJSON puts no numbers in: the whole world will do."""
    if "z" not in path:
        return
    numbers = [str(path[name]) for name in "zxy"]
    zoom, column, row = map(int, numbers) if all(one.isdigit() for one in numbers) else (0, 0, 0)
    path.update(z=zoom, x=column % 2**zoom, y=row % 2**zoom)


def go_with_near(query):
    near = query.get("near") is not None
    if not near:
        query.pop("within", None)
    if "cursor" in query and query["cursor"].startswith("n") != near:
        del query["cursor"]


@schemathesis.hook
def before_call(context, case, **kwargs):
    def is_right(location):
        return case.meta is not None and not case.meta.is_negative_at(location)

    edits = case.method in ("PATCH", "DELETE") or case.path.endswith("/exceptions")
    sites = OWN_SITES if edits else SITES
    path, query = case.path_parameters or {}, case.query or {}
    if is_right(ParameterLocation.PATH):
        name_what_is_there(path, sites)
        stay_in_the_world(path)
    if is_right(ParameterLocation.QUERY):
        name_what_is_there(query, sites)
        go_with_near(query)
        if case.path.endswith("/plan/check"):
            name_versions_that_are_there(query)
        if case.path.endswith("/plan/delivered") and query.get("week") is not None:
            query["week"] = "2026-11-18"
    if is_right(ParameterLocation.BODY) and isinstance(case.body, dict):
        name_what_is_there(case.body, sites)
    if edits and is_right(ParameterLocation.HEADER) and path.get("slug") in sites:
        site = f"{case.operation.base_url.rstrip('/')}/api/v1/sites/{path['slug']}"
        case.headers["If-Match"] = requests.get(site, timeout=10).headers["ETag"]
