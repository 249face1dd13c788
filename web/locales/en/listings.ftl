# Listings checked by phone, and those that asked not to be listed.
month-name = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
}
month-and-year = { $month } { $year }
check-score = { $right } of { $of } listings checked by phone in { $month } were right (likely { $least }–{ $most } %).
check-how = We pick places by lot and call them. A place that we cannot reach counts as not right.
check-title = Checked by phone
check-intro = Places are drawn by lot from all that have a number, each as likely as any other. Call each and ask: is this number yours, where are you, when are you open, what do you offer? The page “About” tells how many were right, good or bad, once all of a draw were called.
check-many = How many places
check-seed = Number for the lot
check-seed-hint = The same number gives the same places. Today’s date is as good as any.
check-draw = Draw places
check-fault = Write how many places, from 1 to { $most }, and a whole number for the lot.
check-all = Draws
check-none = No places were drawn yet.
check-drawn = Drawn { $day }
check-so-far = { $done } of { $of } called so far. Nothing is public before all were.
check-how-drawn = { $asked } of { $of } places with a number, drawn with the number { $seed }.
check-ask = Say who you are and that you check a public list. Ask, do not read the answers out first.
check-done = Saved.
check-nothing-drawn = No place has a number that may be called.
check-changed = This was changed since it was drawn. Ask about what stands here now.
check-gone = This place is not listed any more.
check-phone = Number
check-address = Address
check-hours = Hours
check-offers = What they offer
check-right = Right
check-wrong = Wrong
check-unreachable = Nobody could say
check-not-yet = Not asked yet
check-save = Save
check-hours-line = { $what }: { $hours }
check-hours-unknown = hours not known
check-offers-none = nothing that we know of
st-home-phone = Places drawn by lot and called.
dnl-title = Do not list, do not call
dnl-intro = Some places ask not to be listed. While one stands here it is on no page, in no file and on no phone sheet, whatever an import brings, and nobody can propose it. A place of the same name in the same town is hidden too.
dnl-standing = Not listed
dnl-none = No place asked for it.
dnl-hides = Hidden now:
dnl-hides-none = We have no place like this. One that is brought later stays hidden.
dnl-set-line = Since { $day }, by { $who }: { $why }
dnl-lifted-line = Lifted { $day } by { $who }: { $why }
dnl-lift = List it again
dnl-new = A place asks not to be listed
dnl-name = Name of the place
dnl-locality = Town or area
dnl-phone = Number not to call
dnl-reason = Why, and who asked
dnl-fault-name = Write the name of the place.
dnl-fault-reason = Write why, for those who read this later.
dnl-do = Hide it
dnl-done-set = It is hidden. If a plan sends people there, change the plan.
dnl-done-lifted = It may be listed again.
dnl-lifted = Lifted
dnl-link = Do not list this place
st-home-do-not-list = Places that asked for it.
st-new-fault-do-not-list = This place asked not to be listed and not to be called.
st-reason-do-not-list = asked not to be listed and not to be called
st-reason-listed-again = may be listed again
