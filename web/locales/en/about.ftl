# About.
about-title = About these pages
about-1 = These pages answer one question: where can I go now? They list places that give new needles and supplies, and places that take used needles. They also list other help, such as a bed, food or a nurse.
about-order-title = How the list is ordered
about-order = First comes what can help you soonest. When a plan sends people from one place to another, its places come first among those. Then the nearest. A place whose hours we do not know says “Call first”, or “Ask there” when it has no phone.
about-sure-title = How sure we are
about-sure = Each place says who confirmed it and on what day, or where we read about it. We do not guess. What nobody confirmed is marked so.
about-time-title = Time
about-time = All times are Kenora time unless a page says otherwise. Kenora no longer changes its clocks.
about-others-title = For other websites and maps
about-others = The same facts are open to programs.
about-others-link = How programs can ask
about-map = The map is drawn by free software, with map data that others share.
about-licences = Its licences
