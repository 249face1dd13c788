# Why a place is among the answers: one short sentence each.

plan-target = This place takes over from { $from }.
plan-target-alone = The plan sends you here.
open-now = Open now.
open-all-day = It stays open all day and all night.
closing-soon = It closes too soon to go there now.
opens-later = It opens later.
# $when is "Monday 9 am", "tomorrow noon".
opens-at = Opens { $when }.
not-soon = It does not open in the next two weeks.
call-first = Call first.
# Where nobody can be called.
ask-there = Ask there.
look-there = Look there.
ask-them = Ask them when you see them.
unconfirmed = These details are not confirmed.
nearest = It is the nearest place.
crosses-water = You cross water on the way there.
crosses-water-over = You cross water on the way there: { $crossings }.
# The names of crossings, in walking order.
and-then = { $crossings }, then { $next }
no-way-on-foot = We do not know a way to walk there.
place-not-known = We do not know the exact place.
other-town = In another town, too far to walk.
