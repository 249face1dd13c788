"""Tiles of 100,000 places: processor time of the server beside that of PostGIS, for the same tiles of the same places.

    python3 tests/bench/postgis_tiles.py target/release/signpost

It makes up the places, serves them on a port of its own, puts them into a database `signpost_tiles` of the PostgreSQL that `psql` reaches (PGUSER and
the like say which; PostGIS must be installed there), and asks for the same tiles of both. PostGIS is asked with the query that Martin writes for a table of points;
what Martin itself would add to it is not counted. Processor time is user and system time of the process that answers, from /proc, so that a busy machine
does not matter. Each tile is asked for once, so that nothing is answered from memory, and then of the server
once more (`again`), as it answers from what it keeps. Debian: postgresql-15-postgis-3.
"""

import csv
import http.client
import math
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

COUNT = int(os.environ.get("PLACES", "100000"))
TILES = int(os.environ.get("TILES", "400"))
WEST, EAST, SOUTH, NORTH = -99.5, -89.5, 47.3, 52.3
QUERY = """prepare tile(int, int, int) as
select st_asmvt(tile, 'sites', 4096, 'geom') from (
  select st_asmvtgeom(st_transform(geom, 3857), st_tileenvelope($1, $2, $3), 4096, 64, true) as geom, slug, name, needs, kind
  from sites where geom && st_transform(st_tileenvelope($1, $2, $3, margin => 64.0 / 4096), 4326)
) as tile;"""


def processor(pid):
    """Seconds of processor time that a process took, with its threads."""
    spent = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/schedstat") as file:
            spent += int(file.read().split()[0])
    return spent / 1e9


def places():
    dice = random.Random(7)
    for number in range(COUNT):
        yield f"site-{number}", f"Site {number}", dice.uniform(WEST, EAST), dice.uniform(SOUTH, NORTH)


def data_folder(root, folder):
    """The training town with the places in it in place of its own, and without a plan."""
    shutil.copytree(os.path.join(root, "data", "training"), folder)
    for name in os.listdir(folder):
        if name not in ("directory.toml", "organizations.csv", "sites.csv", "services.csv", "ground.geojson", "localities.csv"):
            os.remove(os.path.join(folder, name))
    for name, row in (
        ("sites.csv", lambda slug, called, lon, lat: {"slug": slug, "name_en": called, "kind": "building", "lat": f"{lat:.6f}", "lon": f"{lon:.6f}"}),
        ("services.csv", lambda slug, *_: {"site": slug, "need": "supplies", "offer": "unknown"}),
    ):
        path = os.path.join(folder, name)
        with open(path, newline="") as file:
            reader = csv.DictReader(file)
            columns, first = reader.fieldnames, next(reader)
        with open(path, "w", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            for place in places():
                common = {name: first[name] for name in ("organization", "source", "source_day", "example") if name in columns}
                writer.writerow({**dict.fromkeys(columns, ""), **common, **row(*place)})


def tiles(zoom):
    """Some of the tiles that hold places, each once."""
    side = 2**zoom

    def tile(lon, lat):
        x = (lon + 180) / 360 * side
        y = (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * side
        return zoom, int(x), int(y)

    found = list(dict.fromkeys(tile(lon, lat) for _, _, lon, lat in places()))
    random.Random(zoom).shuffle(found)
    return found[:TILES]


def psql(sql, database="signpost_tiles"):
    subprocess.run(["psql", "-q", "-v", "ON_ERROR_STOP=1", "-d", database], input=sql, text=True, check=True, stdout=subprocess.DEVNULL)


def fill():
    subprocess.run(["dropdb", "--if-exists", "signpost_tiles"], check=True)
    subprocess.run(["createdb", "signpost_tiles"], check=True)
    rows = "".join(f"{slug}\t{name}\tsupplies\tbuilding\tSRID=4326;POINT({lon:.6f} {lat:.6f})\n" for slug, name, lon, lat in places())
    psql("create extension postgis; create table sites (slug text, name text, needs text, kind text, geom geometry(Point, 4326));")
    psql("copy sites from stdin;\n" + rows + "\\.\n")
    psql("create index on sites using gist (geom); analyze sites;")


class PostGis:
    def __init__(self):
        self.process = subprocess.Popen(["psql", "-qAt", "-d", "signpost_tiles"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        self.say(QUERY + "\nset jit = off;")
        self.pid = int(self.ask("select pg_backend_pid();"))

    def say(self, sql):
        self.process.stdin.write(sql + "\n")
        self.process.stdin.flush()

    def ask(self, sql):
        self.say(sql)
        return self.process.stdout.readline().strip()

    def tile(self, z, x, y):
        return (len(self.ask(f"execute tile({z}, {x}, {y});")) - 2) // 2


class Server:
    def __init__(self, program, root, scratch):
        folder = os.path.join(scratch, "data")
        data_folder(root, folder)
        database = "sqlite:" + os.path.join(scratch, "signpost.db")
        subprocess.run([program, "import", folder, "--database", database], check=True, stdout=subprocess.DEVNULL)
        self.port = 18431
        self.process = subprocess.Popen(
            [program, "serve", "--bind", f"127.0.0.1:{self.port}", "--database", database],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=root,
            # Pictures of places are drawn on the side, which is no part of a tile.
            env={**os.environ, "SIGNPOST_PICTURES": "off"},
        )
        self.pid = self.process.pid
        for _ in range(600):
            try:
                self.line = http.client.HTTPConnection("127.0.0.1", self.port)
                self.line.request("GET", "/api/v1/health")
                if self.line.getresponse().read():
                    break
            except OSError:
                time.sleep(0.1)

    def tile(self, z, x, y):
        self.line.request("GET", f"/tiles/sites/{z}/{x}/{y}.mvt")
        answer = self.line.getresponse()
        body = answer.read()
        if answer.status not in (200, 204):
            raise SystemExit(f"{z}/{x}/{y}: {answer.status}")
        return len(body)


def main():
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    program = os.path.abspath(sys.argv[1])
    fill()
    with tempfile.TemporaryDirectory() as scratch:
        server, postgis = Server(program, root, scratch), PostGis()
        try:
            print("zoom  tiles   ours ms  again ms  PostGIS ms   ratio   ours bytes  PostGIS bytes")
            for zoom in range(10, 15):
                wanted = tiles(zoom)
                # What both only do once.
                server.tile(*wanted[0]), postgis.tile(*wanted[0])
                costs = []
                for one in (server, postgis):
                    before = processor(one.pid)
                    size = sum(one.tile(*tile) for tile in wanted[1:])
                    costs.append(((processor(one.pid) - before) * 1000 / (len(wanted) - 1), size))
                before = processor(server.pid)
                for tile in wanted[1:]:
                    server.tile(*tile)
                again = (processor(server.pid) - before) * 1000 / (len(wanted) - 1)
                (ours, own), (theirs, other) = costs
                ratio = theirs / ours if ours else math.inf
                print(f"{zoom:4}  {len(wanted) - 1:5}  {ours:8.3f}  {again:8.3f}  {theirs:11.3f}  {ratio:6.1f}   {own:10}  {other:13}", flush=True)
        finally:
            server.process.terminate()
            server.process.wait()
            postgis.process.stdin.close()


main()
