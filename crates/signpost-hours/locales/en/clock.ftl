# Times of day, days and dates.

# How many hours the clock counts before it begins again: 12 or 24.
hours-of-the-clock = 12
clock-midnight = midnight
clock-noon = noon
clock-morning = { $hour } am
clock-afternoon = { $hour } pm
clock-morning-minutes = { $hour }:{ $minute } am
clock-afternoon-minutes = { $hour }:{ $minute } pm

monday = Monday
tuesday = Tuesday
wednesday = Wednesday
thursday = Thursday
friday = Friday
saturday = Saturday
sunday = Sunday

january = January
february = February
march = March
april = April
may = May
june = June
july = July
august = August
september = September
october = October
november = November
december = December

# A day in the year that is meant: the first of a month, any other.
date-first = { $month } 1
date = { $month } { $day }
date-and-year = { $date }, { $year }

# A time within a week.
weekday-and-clock = { $day } { $time }
# A day of the week with its date: "Monday, November 30".
weekday-and-date = { $day }, { $date }

# When something begins, seen from today. It stands after "Opens".
at-today = { $time }
at-tomorrow = tomorrow { $time }
at-weekday = { $day } { $time }
at-date = { $date }, { $time }
# The midnight at which tomorrow starts is tonight's.
at-midnight-tonight = midnight tonight
at-weekday-midnight = { $day } at 12 am
at-date-midnight = { $date } at 12 am

# When something ends, seen from today. Midnight belongs to the day that ends.
until-today = until { $time }
until-tomorrow = until { $time } tomorrow
until-weekday = until { $day } { $time }
until-date = until { $date }, { $time }
until-tomorrow-midnight = until midnight tomorrow
until-weekday-midnight = until midnight on { $day }
until-date-midnight = until midnight on { $date }

# When something ends on a day at no time of its own.
until-day-tomorrow = until tomorrow
until-day-weekday = until { $day }
until-day-date = until { $date }

# From one time to another.
from-to = { $from } to { $to }

# The same on a day, at the beginning of a sentence.
times-today = Today { $times }
times-tonight = Tonight { $times }
times-tomorrow = Tomorrow { $times }
times-weekday = { $day } { $times }
times-date = { $date }, { $times }
