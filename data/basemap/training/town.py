"""Makes an OpenStreetMap file of what `drawing.py` draws: corners rounded, crossings joined, houses along the streets. The same every time.

    python3 town.py OUT.osm
"""

import math
import sys
from xml.sax.saxutils import quoteattr

import drawing

MIDDLE = (-94.897, 49.551)
METRES = (math.cos(math.radians(MIDDLE[1])) * 111_320, 111_200)


def metres(point):
    return tuple((point[ix] - MIDDLE[ix]) * METRES[ix] for ix in (0, 1))


def degrees(point):
    return tuple(round(MIDDLE[ix] + point[ix] / METRES[ix], 6) for ix in (0, 1))


def rounded(points, closed=False, step=22):
    """A smooth line through the points (Catmull-Rom), with a corner every `step` metres where it bends."""
    if len(points) < 3:
        return points
    made = []
    count = len(points)
    for ix in range(count if closed else count - 1):
        a, b, c, d = (points[(ix + off) % count if closed else min(max(ix + off, 0), count - 1)] for off in (-1, 0, 1, 2))
        parts = max(1, round(math.dist(b, c) / step))
        bent = abs(turn(a, b, c)) > 0.03 or abs(turn(b, c, d)) > 0.03
        for part in range(parts if bent else 1):
            t = part / parts
            made.append(tuple(
                0.5 * (2 * b[k] + (c[k] - a[k]) * t + (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t**2 + (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t**3)
                for k in (0, 1)
            ))
    return made if closed else [*made, points[-1]]


def turn(a, b, c):
    if a == b or b == c:
        return 0.0
    angle = math.atan2(c[1] - b[1], c[0] - b[0]) - math.atan2(b[1] - a[1], b[0] - a[0])
    return math.remainder(angle, 2 * math.pi)


def crossing(a, b, c, d):
    """Where two stretches cross, and how far along the first."""
    r, s = (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1])
    across = r[0] * s[1] - r[1] * s[0]
    if abs(across) < 1e-9:
        return None
    t = ((c[0] - a[0]) * s[1] - (c[1] - a[1]) * s[0]) / across
    u = ((c[0] - a[0]) * r[1] - (c[1] - a[1]) * r[0]) / across
    if not (0 <= t <= 1 and 0 <= u <= 1):
        return None
    return t, (a[0] + t * r[0], a[1] + t * r[1])


def foot(point, a, b):
    """The nearest point of a stretch, and how far it is."""
    length = math.dist(a, b) ** 2 or 1
    t = max(0, min(1, ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length))
    at = (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]))
    return at, math.dist(point, at)


def joined(lines):
    """Streets that cross share a corner there; an end that nearly touches another street is put onto it."""
    for ix, (points, is_bridge) in enumerate(lines):
        for end in (0, -1):
            near = min(
                (foot(points[end], a, b)[::-1] for other, (others, _) in enumerate(lines) if other != ix for a, b in zip(others, others[1:])),
                default=(99, None),
            )
            if near[0] < 14 and not is_bridge:
                points[end] = near[1]
    corners = {}
    def corner(point):
        """One corner for everything within three metres."""
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                for one in corners.get((round(point[0] / 3) + dx, round(point[1] / 3) + dy), ()):
                    if math.dist(one, point) < 3:
                        return one
        corners.setdefault((round(point[0] / 3), round(point[1] / 3)), []).append(point)
        return point
    for points, _ in lines:
        for point in (points[0], points[-1]):
            corner(point)
    made = []
    for ix, (points, is_bridge) in enumerate(lines):
        line = [corner(points[0])]
        for a, b in zip(points, points[1:]):
            cuts = []
            for other, (others, over) in enumerate(lines):
                if other == ix:
                    continue
                for c, d in zip(others, others[1:]):
                    if max(a[0], b[0]) < min(c[0], d[0]) - 1 or max(c[0], d[0]) < min(a[0], b[0]) - 1:
                        continue
                    if found := crossing(a, b, c, d):
                        cuts.append(found)
                    for end in (c, d):
                        at, off = foot(end, a, b)
                        if off < 1.5:
                            cuts.append((math.dist(a, at) / (math.dist(a, b) or 1), end))
            for _, at in sorted(cuts):
                line.append(corner(at))
            line.append(corner(b))
        made.append([point for k, point in enumerate(line) if k == 0 or point != line[k - 1]])
    return made


def inside(point, ring):
    odd = False
    for a, b in zip(ring, ring[1:] + ring[:1]):
        if (a[1] > point[1]) != (b[1] > point[1]) and point[0] < (b[0] - a[0]) * (point[1] - a[1]) / (b[1] - a[1]) + a[0]:
            odd = not odd
    return odd


def rectangle(middle, direction, wide, deep):
    along = (math.cos(direction), math.sin(direction))
    out = (-along[1], along[0])
    return [
        (middle[0] + along[0] * x * wide / 2 + out[0] * y * deep / 2, middle[1] + along[1] * x * wide / 2 + out[1] * y * deep / 2)
        for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]


class Chance:
    """Numbers that are the same every time (a linear congruential generator)."""

    def __init__(self):
        self.state = 20_261_101

    def next(self):
        self.state = (self.state * 1_103_515_245 + 12_345) % 2**31
        return self.state / 2**31


def houses(streets, taken, open_ground):
    """Houses on both sides of the streets people live in: `(outline)` of each."""
    chance = Chance()
    stretches = [(a, b) for line, _ in streets for a, b in zip(line, line[1:])]
    made, middles = [], list(taken)
    for line, kind in streets:
        if kind not in ("residential", "tertiary"):
            continue
        for side in (1, -1):
            due = 16.0
            for a, b in zip(line, line[1:]):
                length = math.dist(a, b)
                direction = math.atan2(b[1] - a[1], b[0] - a[0])
                while due < length:
                    wide, deep = 9 + 6 * chance.next(), 8 + 3 * chance.next()
                    off = 15 + 3 * chance.next() + deep / 2
                    at = (a[0] + (b[0] - a[0]) * due / length - math.sin(direction) * side * off, a[1] + (b[1] - a[1]) * due / length + math.cos(direction) * side * off)
                    due += wide + 8 + 6 * chance.next()
                    if chance.next() < 0.08 or any(inside(at, ring) for ring in open_ground):
                        continue
                    if min(foot(at, c, d)[1] for c, d in stretches) < deep / 2 + 9:
                        continue
                    if any(math.dist(at, other) < room + wide / 2 for other, room in middles):
                        continue
                    middles.append((at, wide / 2 + 3))
                    made.append(rectangle(at, direction, wide, deep))
                due -= length
    return made


class Osm:
    """What is written: nodes, ways and relations, each point once."""

    def __init__(self):
        self.nodes, self.ways, self.relations = {}, [], []

    def node(self, point, tags=None):
        key = (degrees(point), tuple((tags or {}).items()))
        return self.nodes.setdefault(key, len(self.nodes) + 1)

    def way(self, points, tags):
        refs = [self.node(point) for point in points]
        self.ways.append((refs, tags))
        return len(self.ways)

    def area(self, points, tags):
        return self.way([*points, points[0]], tags)

    def write(self, out):
        def tagged(tags):
            return "".join(f"<tag k={quoteattr(k)} v={quoteattr(v)}/>" for k, v in tags.items())
        about = 'version="1" timestamp="2026-11-01T00:00:00Z"'
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6" generator="data/basemap/training/town.py">\n')
        for ((lon, lat), tags), ix in self.nodes.items():
            out.write(f'<node id="{ix}" {about} lon="{lon:.6f}" lat="{lat:.6f}">{tagged(dict(tags))}</node>\n')
        for ix, (refs, tags) in enumerate(self.ways, 1):
            out.write(f'<way id="{ix}" {about}>' + "".join(f'<nd ref="{ref}"/>' for ref in refs) + tagged(tags) + "</way>\n")
        for ix, (members, tags) in enumerate(self.relations, 1):
            ways = "".join(f'<member type="way" ref="{ref}" role="{role}"/>' for ref, role in members)
            out.write(f'<relation id="{ix}" {about}>{ways}{tagged(tags)}</relation>\n')
        out.write("</osm>\n")


def main(path):
    osm = Osm()
    lines = [[metres(point) for point in points] for _, _, points, _ in drawing.STREETS]
    bridges = ["bridge" in tags for *_, tags in drawing.STREETS]
    lines = joined([[rounded(line), bridge] for line, bridge in zip(lines, bridges)])
    streets = []
    for line, (name, kind, _, more) in zip(lines, drawing.STREETS):
        osm.way(line, {"highway": kind, **({"name": name} if name else {}), **more})
        streets.append((line, kind))
    for points, more in drawing.RAIL:
        osm.way(rounded([metres(point) for point in points], step=60), {"railway": "rail", **more})

    def ring(points, step=22):
        return rounded([metres(point) for point in points], closed=True, step=step)

    def line(points):
        return rounded([metres(point) for point in points])

    river = line(drawing.WEST_BANK) + line(drawing.EAST_BANK)[::-1]
    osm.area(river, {"natural": "water", "water": "river"})
    osm.way(line(drawing.RIVER), {"waterway": "river", "name": "Birch River", "name:fr": "Rivière Birch"})
    osm.way(line(drawing.CREEK), {"waterway": "stream"})
    lake = ring(drawing.LAKE, 40)
    members = [(osm.area(lake, {}), "outer")] + [(osm.area(ring(points, 30), {}), "inner") for _, points in drawing.ISLANDS]
    osm.relations.append((members, {"type": "multipolygon", "natural": "water", "water": "lake", "name": "Birch Lake", "name:fr": "Lac Birch"}))
    pond = ring(drawing.POND)
    osm.area(pond, {"natural": "water", "water": "lake", "name": "Loon Lake", "name:fr": "Lac Loon"})

    closed = [river, lake, pond]
    for tags, points, is_round in drawing.AREAS:
        outline = ring(points, 60) if is_round else [metres(point) for point in points]
        osm.area(outline, tags)
        if any(value in drawing.OPEN_GROUND for value in tags.values()):
            closed.append(outline)

    taken = []
    for where, wide, deep, tags in drawing.BUILDINGS:
        at = metres(where)
        _, a, b = min((foot(at, a, b)[1], a, b) for points, kind in streets if kind != "footway" for a, b in zip(points, points[1:]))
        osm.area(rectangle(at, math.atan2(b[1] - a[1], b[0] - a[0]), wide, deep), {"building": "yes", **tags})
        if "addr:housenumber" in tags:
            osm.node(at, tags)
        taken.append((at, max(wide, deep) / 2 + 4))
    for outline in houses(streets, taken, closed):
        osm.area(outline, {"building": "house"})
    for where, tags in drawing.PLACES:
        osm.node(metres(where), tags)
    with open(path, "w", encoding="utf-8") as out:
        osm.write(out)


main(sys.argv[1])
