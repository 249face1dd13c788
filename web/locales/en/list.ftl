# The list: where to go now.
list-needs = What do you need?
list-more = More kinds of help
list-other = Look for something else
near-label = Near
near-none = Choose a place you know
near-sort = Sort
near-me = Sort by where I am
near-wait = Asking your phone where you are.
near-done = Sorted by how far it is from you. What is open stays on top. Distances are straight lines: the way can be longer. Your phone told nobody where you are.
near-refused = Your phone did not say where you are. That is fine. You can choose a place you know instead.
near-failed = Your phone could not find out where you are. You can choose a place you know instead.
came-from = You came from: { $place }.
none-open = We do not know of a place that is open for this right now. You can call:
none-known = We do not know of a place for this yet. You can call:
try-these = Places to try
or-call = Or call
