# What is said about a place, on the list and on its own page.
call = Call { $phone }
directions = Directions
not-confirmed = Not confirmed
distance = about { $distance } as the crow flies
# Over bridges, from end to end: the way is at least that long.
distance-over = at least { $distance } by foot
no-phone = We have no phone number for this place.
confirmed = Confirmed { $day } by { $who }.
from-source = Not confirmed. From: { $source }, { $day }.
from-source-dated = Not confirmed. From: { $source }.
from-source-undated = Not confirmed. From: { $source }, no date given.
call-first = Call first.
example = Example
local-time = (the time at that place)
month = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
  }
dispose-here = You can leave used needles here too.
dispose-near = Used needles:
ask-there = Not known. Ask there.
distance-away = about { $distance } away
elsewhere = In other towns
more-elsewhere = { $number ->
    [one] 1 more, in another town
   *[other] { $number } more, in other towns
  }
more-left-out = { $number ->
    [one] 1 more place
   *[other] { $number } more places
  }
look-there = Not known. Look there.
ask-them = Not known. Ask them when you see them.
ages-between = For ages { $from } to { $to }
ages-from = For ages { $from } and up
ages-to = For ages up to { $to }
ages-one = For age { $from }
find-out-ask = Ask there.
find-out-look = Look there.
find-out-ask-them = Ask them when you see them.
# In the last half hour; $number is 2 to 30.
closes-in = Closes in { $number } minutes
closes-now = Closes in a minute
