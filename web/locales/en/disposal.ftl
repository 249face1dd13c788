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
