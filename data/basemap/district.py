"""Natural Earth 1:10m -> GeoJSON lines in the Protomaps v4 schema, for the district around Kenora.

Usage: district.py FOLDER_OF_SHAPEFILES OUT_FOLDER. Writes earth, water, boundaries and places, one feature a line.
Needs pyshp. What it leaves out on purpose: roads and every shoreline detail; see README.md.
"""

import json
import math
import pathlib
import sys

import shapefile

# A degree or so more than the district itself, so that no edge shows: west, south, east, north.
BOX = (-97.0, 47.8, -89.0, 52.2)

# Natural Earth has no French names. These are the ones in use in French-language atlases of Canada.
FRENCH = {
    "Lake of the Woods": "Lac des Bois",
    "Lake Winnipeg": "Lac Winnipeg",
    "Rainy Lake": "Lac à la Pluie",
    "Lake St. Joseph": "Lac Saint-Joseph",
    "Trout Lake": "Lac Trout",
    "Marmion Lake": "Lac Marmion",
    "Winnipeg River": "Rivière Winnipeg",
    "Rainy River": "Rivière à la Pluie",
    "Red River": "Rivière Rouge",
    "English River": "Rivière English",
    "Albany River": "Rivière Albany",
}

# From this zoom on a place is drawn, by Natural Earth's rank of it.
PLACE_ZOOM = {3: 3, 4: 5, 6: 5, 7: 6, 8: 7}


def main(source, out):
    source, out = pathlib.Path(source), pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    write(out / "earth", [feature({"type": "Polygon", "coordinates": [rectangle(BOX)]}, {"kind": "earth"}, 0)])
    write(out / "water", [*lakes(source), *rivers(source)])
    write(out / "boundaries", [*borders(source)])
    write(out / "places", [*places(source)])


def lakes(source):
    for shape, row in shapes(source / "ne_10m_ocean"):
        if row["featurecla"] == "Ocean":
            continue
        yield feature(shape.__geo_interface__, {"kind": "lake"}, 0)
        if not row["name"]:
            continue
        west, south, east, north = shape.bbox
        size = math.sqrt((east - west) * (north - south))
        first = 4 if size > 1.5 else 5 if size > 1.0 else 6 if size > 0.5 else 7
        if where := label_point(shape):
            point = {"type": "Point", "coordinates": where}
            yield feature(point, {"kind": "lake", **named(row["name"]), "min_zoom": first}, first)


def rivers(source):
    for shape, row in shapes(source / "ne_10m_rivers_lake_centerlines"):
        if row["featurecla"] != "River":
            continue
        first = max(2, int(row["scalerank"]) - 2)
        names = named(f"{row['name']} River") if row["name"] else {}
        yield feature(shape.__geo_interface__, {"kind": "river", **names, "min_zoom": first}, first)


def borders(source):
    for shape, _row in shapes(source / "ne_10m_admin_0_boundary_lines_land"):
        yield feature(shape.__geo_interface__, {"kind": "country", "kind_detail": 2, "min_zoom": 0}, 0)
    for shape, _row in shapes(source / "ne_10m_admin_1_states_provinces_lines"):
        yield feature(shape.__geo_interface__, {"kind": "region", "kind_detail": 4, "min_zoom": 3}, 3)


def places(source):
    for shape, row in shapes(source / "ne_10m_populated_places_simple"):
        first = PLACE_ZOOM[int(row["scalerank"])]
        people = int(row["pop_max"])
        kind_detail = "city" if people >= 50_000 else "town" if people >= 1_000 else "village"
        tags = {
            "kind": "locality",
            "kind_detail": kind_detail,
            **named(row["name"]),
            "population": people,
            "population_rank": population_rank(people),
            "min_zoom": first,
        }
        yield feature(shape.__geo_interface__, tags, first)


def population_rank(people):
    """The steps of the Protomaps schema, as far as a district needs them."""
    steps = (200, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000)
    return sum(people >= step for step in steps)


def shapes(path):
    """Shapes and rows that touch the box. By index: some of these files have gaps between their records."""
    with shapefile.Reader(str(path), encoding="utf-8", encodingErrors="replace") as reader:
        for ix in range(len(reader)):
            shape = reader.shape(ix)
            box = getattr(shape, "bbox", None) or (*shape.points[0][:2], *shape.points[0][:2])
            if box[2] < BOX[0] or box[0] > BOX[2] or box[3] < BOX[1] or box[1] > BOX[3]:
                continue
            yield shape, {name.lower(): value for name, value in reader.record(ix).as_dict().items()}


def label_point(shape):
    """The point of a grid that lies deepest inside the outline, where the box shows it; good enough to write a name at."""
    west, south = max(shape.bbox[0], BOX[0]), max(shape.bbox[1], BOX[1])
    east, north = min(shape.bbox[2], BOX[2]), min(shape.bbox[3], BOX[3])
    best, depth = None, -1.0
    for row in range(1, 60):
        for column in range(1, 60):
            x, y = west + (east - west) * column / 60, south + (north - south) * row / 60
            if not inside(x, y, shape):
                continue
            near = min((x - px) ** 2 + (y - py) ** 2 for px, py in shape.points)
            near = min(near, (x - BOX[0]) ** 2, (BOX[2] - x) ** 2, (y - BOX[1]) ** 2, (BOX[3] - y) ** 2)
            if near > depth:
                best, depth = [round(x, 5), round(y, 5)], near
    return best


def inside(x, y, shape):
    starts = [*shape.parts, len(shape.points)]
    crossings = 0
    for first, end in zip(starts, starts[1:]):
        ring = shape.points[first:end]
        for (ax, ay), (bx, by) in zip(ring, ring[1:]):
            if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
                crossings += 1
    return crossings % 2 == 1


def named(name):
    french = FRENCH.get(name)
    return {"name": name, "name:fr": french} if french else {"name": name}


def rectangle(box):
    west, south, east, north = box
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def feature(geometry, properties, first_zoom):
    return {
        "type": "Feature",
        "tippecanoe": {"minzoom": first_zoom},
        "properties": properties,
        "geometry": geometry,
    }


def write(path, features):
    with open(f"{path}.geojsonl", "w", encoding="utf-8") as file:
        for one in features:
            file.write(json.dumps(one, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
