# What if a box came, went or moved, and where the next ones would reach most. For people who sign in.
metres = { $number } m
what-if-title = What if
what-if-intro = Try what would change if a box came, went or moved. Nothing of it is public, and nothing in the directory changes.
what-if-now = As it is now
what-if-outcome = Before and after
what-if-what = What
what-if-before = Before
what-if-after = After
what-if-change = Change
what-if-form = Change something
what-if-form-why = Fill in only what changes. A new box stands at a place that people know, such as those at the end, or at a latitude and longitude such as 49.7696, -94.4882.
what-if-metres = How far people walk
what-if-count = Which places count before
what-if-count-all = All that open within two weeks, also where you have to ask first
what-if-count-now = Only what is open now
what-if-count-night = Only what is open at 3 am
what-if-at = Where new box { $number } stands
what-if-at-hint = A place that people know, such as those below, or latitude and longitude: 49.7696, -94.4882
what-if-name = Its name
what-if-open = Proposed boxes that come
what-if-drop = Places that go
what-if-move = A place that moves
what-if-move-none = None
what-if-to = Where it stands then
what-if-known = Places that people know
what-if-compare = Compare
what-if-empty = Start again
what-if-area = Land near a box
what-if-area-more = { $area } more
what-if-area-less = { $area } less
what-if-share = Share of the land of all parts
what-if-points = { $number } points
what-if-landmarks = Places that people know with a box near, of { $of }
what-if-gained = Near a box only after: { $names }.
what-if-lost = Near a box only before: { $names }.
what-if-new-spot = { $name } (new)
what-if-proof = No set of { $places } new places that we tried reaches more than { $best } of { $of } squares of land. Yours reach { $yours }. A square is { $side } m wide. This is proven.
what-if-proof-one = No single new place that we tried reaches more than { $best } of { $of } squares of land. Yours reaches { $yours }. A square is { $side } m wide. This is proven.
what-if-bound = No set of { $places } new places that we tried can reach more than { $best } of { $of } squares of land; perhaps none reaches that many. Yours reach { $yours }. A square is { $side } m wide.
what-if-bound-one = No single new place that we tried can reach more than { $best } of { $of } squares of land; perhaps none reaches that many. Yours reaches { $yours }. A square is { $side } m wide.
what-if-rounded = Numbers are rounded.
what-if-keep = Keep it
what-if-keep-why = Give it a name, so that others who sign in here find it. Clients never see it.
what-if-called = Name
what-if-note = Note
what-if-keep-it = Keep
what-if-kept = It is kept, below.
what-if-kept-by = Kept by { $who }, { $when }
what-if-ideas = What was kept
what-if-take-off = Take it off the list
what-if-fault-place = We do not know where "{ $name }" stands. Write a place that people know, or latitude and longitude.
what-if-fault-water = "{ $name }" lies in the water on our map. Choose a place on land.
what-if-fault-beyond = "{ $name }" lies beyond the ground that we know. Choose a place in the town.
what-if-fault-name = Give it a name.
what-if-fault-metres = "{ $name }" is not a way on foot. Choose one, or write meters from 50 to 5000.
what-if-fault-unknown = There is no such place on the list: "{ $name }".
what-if-fault-moves = Choose the place that moves to "{ $name }".
what-if-fault-both = { $name } cannot both go and move. Choose one.
sketch-was = Near a box before
sketch-gain = Near one only after
sketch-loss = Near one only before
sketch-how = You can also tap the drawing. Tap the ground: a new box. Tap a box once, then the ground: it moves. Tap it twice: it goes. Tap a "?": that proposed box comes.
sketch-numbers = What the numbers are
sketch-new = A new box stands there.
sketch-full = There is no room for one more. Compare these first.
sketch-move = { $name }: tap where it stands then. Tap it again and it goes.
sketch-moved = { $name } moves there.
sketch-drop = { $name } goes.
sketch-open = { $name } comes.
sketch-undone = { $name } stays as it is.
next-title = Where next
next-intro = Where would the next boxes reach most? We try each choice of places, with what stands now left in place.
next-places = How many new boxes
next-ask = Ask
next-most = What reaches most
next-near = near
next-counted = Land is counted by squares { $side } m wide. We tried { $tried } places: proposed boxes, other places on the list, places that people know, and a grid over the town.
next-left-out = { $number ->
    [one] One place more was not tried, because we try 100 at most. The proof does not speak of it.
   *[other] { $number } places more were not tried, because we try 100 at most. The proof does not speak of them.
}
next-wet = { $name } lies in the water on our map. That is a mistake, so we did not try it.
next-proof = No set of { $places } places that we tried reaches more than { $best } of { $of } squares. These reach { $reached }; what stands now reaches { $before }. This is proven.
next-proof-one = No single place that we tried reaches more than { $best } of { $of } squares. This one reaches { $reached }; what stands now reaches { $before }. This is proven.
next-bound = No set of { $places } places that we tried can reach more than { $best } of { $of } squares; perhaps none reaches that many. These reach { $reached }; what stands now reaches { $before }.
next-bound-one = No single place that we tried can reach more than { $best } of { $of } squares; perhaps none reaches that many. This one reaches { $reached }; what stands now reaches { $before }.
next-nothing = Nothing that we tried would reach more. What stands now reaches { $reached } of { $of } squares.
next-chosen = These places:
next-try = Try them in "What if"
next-drawn = Near a box, with the new ones
next-all = The fewest boxes for every part of the town
next-fewest = { $number } more are needed so that the middle of each part has a box within { $metres } m. Fewer will not do. This is proven.
next-fewest-found = With { $number } more the middle of each part has a box within { $metres } m. Perhaps fewer will do.
next-fewest-none = No more are needed: the middle of each part has a box within { $metres } m.
next-fewest-missing = No number of the places that we tried reaches each part. Out of reach: { $names }.
next-fewest-others = For all other parts { $number } more are needed, so that the middle of each has a box within { $metres } m. Fewer will not do for these. This is proven.
next-fewest-others-found = With { $number } more the middle of each other part has a box within { $metres } m. Perhaps fewer will do for these.
next-fewest-others-none = The other parts need no more: the middle of each has a box within { $metres } m.
effect-title = What is known of the effect
effect-intro = Being near is not the same as being used. This is what studies found, on both sides.
effect-montreal = Montréal: after 12 boxes came, up to 98 % fewer needles were found outside near them (between 72 and 100 %). The effect was seen up to 200 m on foot, and less the further away.
effect-montreal-source = de Montigny and others, International Journal of Drug Policy, 2010
effect-baltimore = Baltimore: red boxes took 2,971 needles in 10 months. The needles on the streets did not change more than where there were no boxes.
effect-baltimore-source = Riley and others, Journal of Acquired Immune Deficiency Syndromes, 1998, volume 18, page 120
effect-san-francisco = San Francisco: 20 needles lay on 1,000 blocks, and people said that they left 13 % in wrong places. Those who got new needles from a program left fewer.
effect-san-francisco-source = Wenger and others, American Journal of Public Health, 2011, volume 101, page 484
effect-none = We know of no study from a small northern town. Snow, dark and long ways may change all of this.
beside-title = New supplies without a box near
beside-intro = Places that give out new supplies, and how far it is from each to a place to leave used needles. Within 200 m is near.
beside-none = Each of them has a place to leave used needles within 200 m.
beside-far-ones = No place to leave used needles within 200 m
beside-near-ones = A place to leave used needles within 200 m
beside-place = Place with supplies
beside-nearest = To the nearest
beside-here = At the same place
beside-far = { $far }, { $name }
beside-nowhere = We do not know where these stand: { $names }.
beside-counted = As in the answers, a place counts when it takes needles of anybody and somebody vouches for its hours, at whatever hour it is open.
report-title = Used needles, { $first } to { $last }
report-runs = This month is not over. It is told up to today.
report-before = The month before
report-after = The month after
report-emptied = { $number ->
    [0] Nobody noted that a box was emptied.
    [one] Boxes were emptied once.
   *[other] Boxes were emptied { $number } times.
}
report-counted = { $number ->
    [one] About one needle was counted in all. Nothing was weighed.
   *[other] About { $number } needles were counted in all. Nothing was weighed.
}
report-taken = { $kilograms } kg were weighed, about { $needles } needles in all.
report-flags = { $number ->
    [0] Nobody said that a box is full.
    [one] Once somebody said that a box is full.
   *[other] { $number } times somebody said that a box is full.
}
report-overdue = { $number ->
    [0] No box was overdue at the end.
    [one] One box was overdue at the end.
   *[other] { $number } boxes were overdue at the end.
}
report-far = { $number ->
    [one] One place with new supplies has no place for used needles within 200 m now.
   *[other] { $number } places with new supplies have no place for used needles within 200 m now.
}
report-volumes = What was taken out
report-weight = Weight
report-needles = Needles
report-fullest = Fullest
report-about = about { $number }
report-nothing = Nothing was noted.
report-flagged = Boxes that somebody said are full
report-no-flags = None.
report-said = Said
report-came = What came of it
report-flag-emptied = { $number ->
    [0] Emptied on the same day
    [one] Emptied after 1 day
   *[other] Emptied after { $number } days
}
report-flag-looked = { $number ->
    [0] Looked at on the same day, not emptied
    [one] Looked at after 1 day, not emptied
   *[other] Looked at after { $number } days, not emptied
}
report-flag-open = Nobody noted that they looked
report-late = Overdue at the end
report-reach = What is near a box
report-method = Within { $metres } m, on the last day of the month before and on the last day told here, all places that stood then, at whatever hour. { $method } Numbers are rounded.
report-proposals = Proposals
report-proposed-since = { $name }, from { $day }
report-ideas = Kept in "What if":
report-log = Log
report-day = Day
report-left-out = { $number } more lines are in the spreadsheet.
report-printed = As known on { $day }.
