# Open, closed or unknown, as one sentence and in the lines of a week.

open-all-day = Open 24 hours
# $until is one of the "until" of clock.ftl.
open-until = Open now, { $until }
closed = Closed
closed-because = Closed: { $reason }
# $day is a week or more away: "April 1, 2027".
closed-until = Closed until { $day }
closed-until-because = Closed until { $day }: { $reason }
closed-today = Closed today
closed-today-because = Closed today: { $reason }
# Of the night that would still run, in its small hours.
closed-tonight = Closed tonight
closed-tonight-because = Closed tonight: { $reason }
closed-further-notice = Closed until further notice
closed-further-notice-because = Closed until further notice: { $reason }
out-of-stock = Out of stock
out-of-stock-further-notice = Out of stock until further notice
out-of-stock-until = Out of stock { $until }
out-of-stock-because = Out of stock: { $reason }
# The same of a box, where people leave something: no room is left.
full = Full
full-further-notice = Full until further notice
full-until = Full { $until }
full-because = Full: { $reason }
call-first = Call first
call-first-because = Call first: { $reason }
emergency-department = Emergency department. In danger call 911
# Of a whole day in a week: the place may have no phone.
ask-first = Ask first
ask-first-because = Ask first: { $reason }
then-call-first = Then call first
then-ask-there = Then ask there
then-look-there = Then look there
then-ask-them = Then ask them when you see them
# $when is one of the "at" of clock.ftl.
opens = Opens { $when }
may-open = May open { $when }. Call first
may-open-ask = May open { $when }. Ask there
may-open-look = May open { $when }. Look there
may-open-ask-them = May be there { $when }. Ask them when you see them
# $times is one of the "times" of clock.ftl: "Tonight 8 pm to 2 am".
maybe-not = { $times }, maybe not: { $reason }
two-sentences = { $first }. { $second }

# The hours of a day on which nobody is sure.
from-to-call-first = { $from } to { $to } (ask first)
from-to-maybe-not = { $from } to { $to }, maybe not: { $reason }
