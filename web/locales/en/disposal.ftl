# Where used needles can be dropped off.
disposal-page = Drop-off places
disposal-title = Where to drop off used needles
disposal-intro = Boxes and counters that take used needles, and what each of them takes.
disposal-place = Place
disposal-takes = What it takes
disposal-now = Now
disposal-takes-unknown = Not known. Ask first.
disposal-not-known = Not known
disposal-not-known-why = We do not know if these places take used needles now.
disposal-not-here = Not taken here
disposal-none = We do not know of a confirmed place yet.
disposal-lines = Or call
disposal-none-fits = No place fits that choice now.
disposal-filters = Choose and sort
disposal-accepts = Takes:
disposal-accepts-any = Anything
disposal-when = When:
disposal-when-any = Any time
disposal-when-open = Open now
disposal-when-always = Day and night
disposal-sort = Sort by:
disposal-sort-name = Name
disposal-sort-kind = Kind
disposal-sort-state = Open now
disposal-reach = How much of the town is near one
disposal-reach-choices = How far, and which places count
disposal-walk = Within:
disposal-count = Count:
disposal-count-open = Only what is open now
disposal-count-unknown = Also where you have to call first
disposal-reach-points = { $number ->
    [0] We know of no place that is open now.
    [one] One place is open now.
   *[other] { $number } places are open now.
}
disposal-reach-points-asked = { $number ->
    [0] We know of no place that is open now, or that one could ask.
    [one] One place is open now, or one has to ask there first.
   *[other] { $number } places are open now, or one has to ask there first.
}
disposal-reach-unplaced-asked = { $number ->
    [one] Of one more that is open or has to be asked, we do not know where it stands.
   *[other] Of { $number } more that are open or have to be asked, we do not know where they stand.
}
disposal-reach-none-counts = No place is known to be open
disposal-gap-none-counts = { $place }: { $area }.
disposal-reach-area = Within { $metres } m of one there is { $area } of land.
disposal-reach-share = Of the parts below, { $reached } of { $all } are that near: { $percent } %.
disposal-reach-landmarks = { $reached } of { $of } places that people know have one that near.
disposal-reach-unplaced = { $number ->
    [one] One more is open, but we do not know where it stands.
   *[other] { $number } more are open, but we do not know where they stand.
}
disposal-reach-unknown = { $number ->
    [one] Of one more you have to ask first. It is not counted.
   *[other] Of { $number } more you have to ask first. They are not counted.
}
disposal-reach-wet = { $name } lies in the water on our map. That is a mistake, so it is not counted.
disposal-reach-parts = Parts of the town
disposal-reach-part = Part
disposal-reach-reached = Near a place
disposal-reach-marks = From places that people know
disposal-reach-from = From
disposal-reach-nearest = To the nearest
disposal-reach-no-way = No way on foot
disposal-gaps = The largest gaps
disposal-gap-near = { $place }, near { $near }
disposal-gap = { $place }: { $area }. From its far edge it is { $far } to a place.
disposal-gap-cut-off = { $place }: { $area }. From its far edge it is { $far } to a place; from some corners no way leads there.
disposal-gap-no-way = { $place }: { $area }. No way leads to a place.
disposal-week = At each hour of the week
disposal-week-shares = How much of the land of these parts is near a place that is open.
disposal-week-marks = How many of the places that people know are near a place that is open.
disposal-week-hour = Hour
disposal-reach-method = { $method } { $day }. Numbers are rounded.
disposal-reach-later = We are working this out. Please come back in a minute.
disposal-files = Take it along
disposal-file-csv = Spreadsheet (CSV)
disposal-file-geojson = Map data (GeoJSON)
disposal-file-gpkg = Layers for a map program (GeoPackage)
disposal-for-staff = For people who empty boxes and plan new ones
percent = { $number } %
disposal-file-method = Points and what they take stand as their sources give them, each with its day. That one may be full was said by somebody at the box and not looked at yet.
