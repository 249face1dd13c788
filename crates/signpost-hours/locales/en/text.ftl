# An hours text in words: "Monday to Friday 8:30 am to 4:30 pm; closed on public holidays".

always = Open 24 hours, every day
# The same of a day that is named already.
always-that-day = 24 hours
every-day = every day
public-holidays = public holidays
weekdays = { $first } to { $last }
days-and-times = { $days } { $times }
all-day = all day
closed-every-day = closed { $days }
closed-on-days = closed on { $days }
