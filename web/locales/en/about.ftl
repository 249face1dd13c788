# About.
about-title = About these pages
about-1 = These pages answer one question: where can I go now? They list places that give new needles and supplies, and places that take used needles. They also list other help, such as a bed, food or a nurse.
about-order-title = How the list is ordered
about-order = First comes what can help you soonest, by half hours, with the walk. When a plan sends people from one place to another, its places come first among those. Places for everyone come before places for some ages or some people. Then comes what is confirmed, then what we read somewhere, then what nobody knows. Where you need to call first, places with a phone number come first. Then the nearest. Places too far to walk come after all of these, under “In other towns”. There the nearest town comes first, and in it what is open. The place you came from comes last, unless it can help you with this.
about-sure-title = How sure we are
about-sure = Each place says who confirmed it and on what day, or where we read about it. We do not guess. What nobody confirmed is marked so.
about-time-title = Time
about-time = All times are Kenora time unless a page says otherwise. Kenora no longer changes its clocks.
about-others-title = For other websites and maps
about-others = The same facts are open to programs.
about-others-link = How programs can ask
about-calendar = A calendar program can follow what is closed and what has other hours. A feed reader can follow what changed.
about-calendar-link = The calendar
about-feed-link = The feed
about-map = These pages and the map are made with free software, and with map data that others share.
about-streets = A map without streets is still a map. Whoever runs this server adds streets with one command:
about-licences = Its licences
