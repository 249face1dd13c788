# One place.
site-run-by = Run by { $who }
site-indigenous-led = Indigenous-led.
site-getting-there = Getting there
way-coordinates = Point on any map
way-copy = Copy the point
way-copied = Copied.
way-app = Open the map on this phone
way-elsewhere = Maps of others show the way. You leave this site, and they see where you want to go.
site-address = Address
site-phone = Phone
site-website = Website
site-door = How to find the door
site-access = Getting in
site-languages = Languages
site-offers = What you can get here
site-week = The next seven days
site-hours-unknown = We do not know the hours.
site-hours-emergency = We do not know the hours for sure. In danger call 911.
site-not-offered = Not offered here
site-not-known = Not known
site-not-known-why = We do not know if these are offered here now.
site-where-else = Where to go for this now
site-changes = Days that are different
site-holidays = Holidays soon
site-holiday-closed = Closed
site-holiday-usual = Usual hours
site-holiday-unknown = Not known.
# Where services differ: "Closed (Food, Supplies)".
site-holiday-of = { $what } ({ $names })
site-exception-closed = Closed
site-exception-open = Open
site-exception-unknown = Not known.
site-exception-out-of-stock = Out of stock.
site-exception-full = Full.
# Some things of what a service hands out or takes; the rest is there.
items-out = Out of stock until further notice: { $items }
items-out-until = Out of stock until { $day }: { $items }
items-full = No room until further notice: { $items }
items-full-until = No room until { $day }: { $items }
items-unsure = Perhaps out of stock: { $items }.
site-days = { $first } to { $last }
site-days-open = From { $first } until further notice
site-changed = { $days }: { $what }.
site-sources = Where this comes from
site-source = This place: { $source }, { $day }.
site-source-dated = This place: { $source }.
site-source-undated = This place: { $source }, no date given.
site-time-there = Times on this page are the time at this place.
site-place-unknown = We do not know the exact place.
language-en = English
language-fr = French
language-oj = Anishinaabemowin
language-cr = Cree
# The link back to the list one came from.
site-back = Back to the list: { $need }
# The row of a week that is running. A night that began the day before is tonight.
week-today = today
week-tonight = tonight
# Above the days ahead, some of which may be different.
site-usual = Usual hours
# Handing a place on, without anybody between.
share-title = Share this place
share-link = Link to this page
share-copy = Copy link
share-done = Copied.
share-text = Send it in a text message
