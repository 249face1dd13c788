# The hour-by-hour proof. A test reads its sentences back to the grid they came from.

lost = lost
call-first = call first
moved = moved
kept = kept
gained = gained
not-served = not served before or after
moved-farther = moved, { $metres } m farther
moved-nearer = moved, { $metres } m nearer
moved-up-to = moved, up to { $metres } m farther
moved-up-to-nearer = moved, up to { $metres } m nearer
moved-as-far = moved, as far as before
moved-unknown = moved, nobody knows how far
run = { $when }: { $what }.
part = { $when }: { $what }
between = ;{ " " }
every-hour = Every hour of the week
days = { $first } to { $last }
days-and-times = { $days } { $times }
from-to = { $from } to { $to }
all-day = all day
nobody-all-day = nobody is served all day, before or after
day-hour = { $day } { $time }
hours = { $number ->
    [one] 1 hour
   *[other] { $number } hours
}
worst-lost = Worst hour: { $when }, then nothing is open for { $hours }.
worst-never = Worst hour: { $when }, and nothing is open all week.
worst-farther = Worst hour: { $when }, { $metres } m farther.
longest-lost = Longest time lost: { $hours }, from { $from }.
