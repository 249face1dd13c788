# Differences in plain words, one line each.

# What a part holds now, what it held before, and what it holds then.
as-it-is = { $label }: { $after }
becomes = { $label }: { $before } becomes { $after }
now = { $label }: now { $after }
taken-out = { $label }: { $before } is taken out

# Words in another language than the reader's.
label-in-language = { $label } ({ $language })
# Words as somebody else's.
quoted = “{ $words }”

# A place that moved on the map.
moved = { $label }: moved by about { $far }
ten-metres-or-less = 10 m or less
metres = { $number } m
kilometres = { $number } km
decimal-mark = { "." }

# Neighbouring days with the same change.
first-to-last = { $first } to { $last }

# A need that a place speaks of, or not.
not-on-the-list = { $names }: not on the list
off-the-list = { $names }: taken off the list
on-the-list = { $names }: put on the list
confirmed = { $names }: confirmed by { $who }, good until { $day }
not-confirmed = { $names }: no longer confirmed

# Dated exceptions. $exception is put together from the messages below these three.
exception-new = New: { $exception }
exception-gone = Taken out: { $exception }
exception-becomes = { $before } becomes: { $after }
exception-on-day = { $state } on { $day }
exception-on-days = { $state } from { $first } to { $last }
exception-open-ended = { $state } from { $first } until further notice
exception-for-need = { $exception } ({ $names })
exception-items = { $need }: { $items }
exception-and-more = { $exception }, { $more }
exception-to-review = { $exception }, to be looked at again by { $day }
