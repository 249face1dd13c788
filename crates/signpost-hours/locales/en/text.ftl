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

# What may not be meant, to one who writes hours.
warning-night-cut = One of the nights ends at midnight, because another rule begins on the next day. To keep its morning, write a comma and a space before that rule instead of a semicolon, or enter the closed day as an exception.
warning-weeks = Some years have 53 weeks. After such a year, every second week by its number opens two weeks in a row, or not for three. Check the dates around New Year.
warning-long-night = It opens at { $from } and closes at { $to } on the next day. If it closes on the same day, write that time: 9 to 5 is 09:00-17:00.
warning-never-open = This is never open. If the hours are not known, or it is by appointment, say that instead.

# Single days: "first and third Tuesday of the month", "every second Thursday".
nth-1 = first
nth-2 = second
nth-3 = third
nth-4 = fourth
nth-5 = fifth
nth-last = last
and-nth = { $nths } and { $nth }
day-of-the-month = { $nths } { $day } of the month
every-second = every second { $day }
# The same with its next days.
single-days = { $rule }: { $dates }
# Hours for which one has to call first, and no hours at all but that.
by-appointment = { $hours } by appointment: call first
always-by-appointment = By appointment: call first
# The same where nobody can be called.
by-appointment-ask = { $hours } by appointment: ask there
always-by-appointment-ask = By appointment: ask there
# The same of people who go about.
by-appointment-ask-them = { $hours } by appointment: ask them when you see them
always-by-appointment-ask-them = By appointment: ask them when you see them
