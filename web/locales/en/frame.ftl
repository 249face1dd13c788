# What stands on every page.
title = Where to go now
title-short = Where to go
skip = Skip to the answers
home = Where to go now
other-language = Français
languages = Languages
language-oj-latn = Anishinaabemowin
language-oj-cans = Anishinaabemowin (syllabics)
leave = Leave
leaving = Leaving this page
edition-label = Please note
preview = Preview. These places are real, but most details are not confirmed yet. Ask first.
preview-training = Preview.
# On every page while the database cannot be used and a copy of it is shown. $day is "November 24, 2026", $time is "2:05 pm".
kept-copy = This list is a copy from { $day }, { $time }. Things may have changed since. Call before you go.
clock = At { $time }, { $place } time
nav = More pages
nav-map = Map
nav-disposal = Where to drop off used needles
nav-found = Found a needle?
nav-plan = What changed
nav-about = About
nav-privacy = Privacy
nav-leave = How Leave works
# At the foot of every page.
operator-title = Who runs this and how to reach them
operator-runs = Run by { $who }.
operator-unsaid = Nobody has said yet who runs this copy. So nobody answers for it: please do not rely on it alone.
operator-wrong = Is something wrong about a place? Open its page and tap “Was this right?”. You need no account, and we do not ask who you are.
# On a page that was left open. $when is "2:05 pm Tuesday".
stale = This list is from { $when }.
stale-when = { $time } { $day }
stale-update = Update

# A page as it is at another instant.
as-of-label = Preview
as-of = Preview of { $weekday }, { $day }, { $time }, by what we know today. This is not how it is now.
as-of-unread = We could not read the day in this address. This is how it is now.
unread-need = We do not know the kind of help in this address. Choose one here.
unread-near = We do not know the place in this address. So this is for the whole town.
unread-from = We do not know the old place in this address. So this list goes on without it.
unread-at = This page knows of no other day. This is how it is now.
as-of-now = See how it is now
