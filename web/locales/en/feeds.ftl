# Calendars and feeds that other programs follow.
feed-title = Changes, { $town }
feed-new = New on the list.
feed-gone = Not on the list any more.
