# Where used needles can be left.
disposal-title = Where to leave used needles
disposal-intro = Boxes and counters that take used needles, and what each of them takes.
disposal-place = Place
disposal-takes = What it takes
disposal-now = Now
disposal-takes-unknown = Not known. Ask first.
disposal-not-known = Not known
disposal-not-known-why = We do not know if these places take used needles now.
disposal-not-here = Not taken here
disposal-none = We do not know of a confirmed place yet.
disposal-found = If you find a needle
disposal-found-1 = Take a hard container with a lid and set it on the ground beside the needle.
disposal-found-2 = Wear gloves or use tongs. Pick the needle up by the middle, point down. Never put a cap back on.
disposal-found-3 = Close the lid. Wash your hands. Bring the container to one of these places.
disposal-lines = Or call
