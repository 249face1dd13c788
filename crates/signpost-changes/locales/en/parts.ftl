# What each part of a place is called.

part-name = Name
part-alternate-name = Other names
part-former-name = Former names
part-kind = Kind of place
part-point = Place on the map
part-address = Address
part-locality = Town or area
part-zone = Time zone
part-phone = Phone
part-website = Website
part-door = Finding the door
part-access = Access
part-step-free = Without a step
part-description = Description
part-languages = Languages
part-organization = Organization
part-source = Source
part-example = Example
part-exception = Dates

# What each part of a service is called, behind the name of its need.
service-part = { $names }, { $part }
service-hours = hours
service-closed-on = closed on
service-hours-note = note on the hours
service-description = description
service-bring = what to bring
service-eligibility-description = who it is for
service-minimum-age = youngest age
service-maximum-age = oldest age
service-id-required = ID is asked for
service-for-women = something for women
service-pets = pets may come in
service-items = items
service-source = source
service-example = example

# What each part of a disposal point is called.
point-part = Disposal point, { $part }
point-kind = kind
point-whose = whose needles
point-winter = can be reached in winter
point-wheelchair = with a wheelchair
point-braille = Braille
point-status = status
point-first-day = first day
point-last-day = last day
point-owner = owner
point-emptied-by = emptied by
point-empty-every-days = days between emptying
point-capacity-litres = litres
point-asset = asset number
point-is-outdoor-box = outdoor box
point-is-indoor-box = indoor box
point-is-kiosk = kiosk
point-is-pharmacy-return = pharmacy return
point-is-staffed-counter = staffed counter
point-is-vehicle = vehicle
point-is-public = anybody
point-is-own-clients = own clients
point-is-household-medical = people who take medicine at home
point-is-existing = existing
point-is-proposed = proposed
point-is-closed = closed

# What parts hold.
kind-building = building
kind-pharmacy = pharmacy
kind-box = box for used needles
kind-mobile = mobile stop
offer-offered = offered
offer-not-offered = not offered
offer-unknown = not known
language-en = English
language-fr = French
language-oj = Anishinaabemowin
exception-closed = closed
exception-open = open
exception-unknown = call first
exception-out-of-stock = out of stock
exception-full = full
yes = yes
no-holiday = no holiday
no = no
