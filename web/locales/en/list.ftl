# The list: where to go now.
list-needs = What do you need?
list-more = More kinds of help
list-other = Look for something else
near-label = Near
near-none = Choose a place you know
near-sort = Show
near-or-when = Another place or time
near-or-wish = Another place or wish
near-when-wish = Another place, time or wish
wish-title = What do you need there?
wish-no-id = No ID asked for
wish-step-free = No steps
wish-for-women = For women
wish-pets = Pets may come in
wish-age = Your age
wish-shown = Only: { $what }.
wish-age-shown = For age { $age }: places for other ages come last.
wish-all = Show all
wish-unsaid = Nobody has said for these
wish-none = We do not know of a place where somebody said this.
wish-denied = { $number ->
    [one] One place said no. It is left out.
   *[other] { $number } places said no. They are left out.
}
wish-id-asked = ID is asked for
wish-steps = There are steps
wish-no-pets = No pets
when-title = When?
when-now = Now
when-tonight = Tonight, 9 pm
when-tomorrow = Tomorrow, 9 am
when-this-morning = This morning, 9 am
when-day = On a day, at noon
near-me = Start from where I am
near-wait = Asking your phone where you are.
near-done = The list starts from where you are. What helps you soonest stays on top, then comes the nearest. Distances are as the crow flies: the way can be longer. Your phone told nobody where you are.
near-refused = Your phone did not say where you are. That is fine. You can choose a place you know instead.
near-failed = Your phone could not find out where you are. You can choose a place you know instead.
came-no-plan = No plan for that place now.
came-from = You came from: { $place }.
none-open = We know of no place that is open for this right now.
none-known = We do not know of a place for this yet.
none-near = We know of no place for this near here. In other towns there are some.
call-these = You can call:
ask-these = Ask one of these:
# Where nobody told us whether any of the places is open: of one kind of help in its own words.
nobody-said = Nobody has told us yet which of these places are open.
nobody-said-supplies = We do not know yet who has new needles.
try-these = Places to try
or-call = Or call
list-print = A page to print
list-on-map = See these places on a map
# The title of a list, where the need's own name would say much to who looks over a shoulder.
subject-supplies = Supplies
subject-disposal = Drop-off
subject-drug-checking = Checking
subject-treatment = Treatment
# What many places of a list say alike stands once, below them.
said-once = { $number } of these places: { $words }
