# Without a network: the saved list.
offline-wait = One moment. We are looking for your saved list.
offline-saved = No network, or it is very slow. Saved { $when }.
offline-old = Saved list is old. Ask first.
offline-clock = The clock on your phone may be wrong, so we cannot say what is open. Ask first.
offline-page = That page needs the network. This is the saved list.
offline-map = The map is not on this phone yet. It needs the network once.
offline-gone = That place is not in the saved list.
offline-none = No network, and no list is saved on this phone yet.
offline-again = Try the network again
# The saved list while there is a network, and how to remove it.
kept-note = This list is also saved on your phone, for when there is no network.
kept-remove-link = Remove it
kept-title = The saved list
kept-1 = When you open the list, your phone saves a copy. It works with no network. After 14 days it tells you it is old.
kept-2 = The copy is the same for everyone. It does not hold where you are or what you looked for. It does hold when it was saved.
kept-3 = Parts of the map you looked at are saved too. They can show which part of town you looked at.
kept-4 = Somebody who looks through your phone can find that it has this list. It is called “Where to go now”.
kept-5 = In a private window, it is gone when you close the window.
kept-remove = Remove saved list
kept-removed = Removed. Nothing is saved on your phone now. As long as this tab stays open, nothing is saved again. If you open the list later in a new tab, it is saved again.
kept-failed = That did not work. Delete the data of this site in your browser’s settings.
kept-nothing = No list is saved on this phone now.
kept-by-hand = You can also delete the data of this site in your browser’s settings.
