# The plan in words, for stewards, letters and commands.
plan-door = { $place }, { $need }

# What is wrong with a version. Each is about the plan, a door or a place.
plan-fault-zone = The time zone of the plan is not known.
plan-fault-no-first-day = The plan needs a first day. Without one it never starts.
plan-fault-dates = The last day is before the first, or no day of the rule is a day of the plan. { $door }
plan-fault-overlap = { $door }: another rule is for the same door, need and days. Only the first one would count.
plan-fault-loop = { $door }: people would be sent around in a circle, back to a door they came from.
plan-fault-own-door = { $door }: people are not sent back to the door they came from.
plan-fault-unknown-site = { $door }: a place in this rule is not in the directory. { $place }
plan-fault-not-offered = { $door }: { $place } does not offer this.
plan-fault-no-message = { $door }: write in English what people read who come here.
plan-fault-no-rules = The plan has no rules yet. It would send nobody anywhere.
plan-fault-plans-overlap = Version { $number } is approved for some of the same days. On those this version counts, because its number is higher.
plan-fault-overridden = From { $day } to { $last } version { $number } counts and not this one, because its number is higher.
plan-fault-overridden-on = From { $day } on version { $number } counts and not this one, because its number is higher.
plan-fault-never-counts = This version would never count. These versions are approved for its days and have higher numbers: { $number }. End them first, or start the next version as a copy of this one.
plan-fault-over = The last day of this version is over. It would send nobody anywhere.
plan-fault-outside-plan = { $door }: some days of the rule are not days of the plan. On those days the rule does not count.
plan-fault-one-language = { $door }: the message is not in French yet.
plan-fault-no-targets = { $door }: no place is named. People read the message and the usual list.
plan-fault-target-twice = { $door }: { $place } is named twice.
plan-fault-offer-unknown = { $door }: nobody has said whether { $place } offers this. People are told to call first.
plan-fault-unconfirmed = { $door }: nobody has confirmed what { $place } offers for the day the rule starts. People are told to call first.
plan-fault-no-consent = { $door }: the organization of { $place } has not agreed yet, so nobody is sent there.
plan-fault-consent-gap = { $door }: the organization of { $place } has not agreed for every day. From { $day } on nobody is sent there.
plan-fault-names-unagreed = { $door }: the words name “{ $name }”, but { $who } has not agreed. Until it has, people read a sentence of ours instead.
plan-fault-names-unagreed-plan = The title or the summary names “{ $name }”, but { $who } has not agreed. Until it has, people read words of ours instead.
plan-fault-names-gap = { $door }: the words name “{ $name }”, but { $who } has not agreed for every day. From { $day } on people read a sentence of ours instead.
plan-fault-names-gap-plan = The title or the summary names “{ $name }”, but { $who } has not agreed for every day. From { $day } on people read words of ours instead.
plan-fault-closes-earlier = { $place } takes over from { $from } for this: { $need }. But it closes at { $at }, { $earlier } before { $from } did: { $days }.
plan-fault-closes-earlier-always = { $place } takes over from { $from } for this: { $need }. But it closes at { $at }, and { $from } never closed: { $days }.
plan-fault-closed-days = { $door }: { $from } is open on days when no place that takes over from it opens. Nobody is there on: { $days }.
plan-days = { $first } to { $last }
plan-fault-sent-on = { $door }: people are sent on from { $place } by another rule, so they never see it.

# What differs between two versions.
plan-fact-title = Title
plan-fact-summary = Summary
plan-fact-from = First day
plan-fact-until = Last day
plan-fact-decision = Decision
plan-fact-decided-on = Day of the decision
plan-fact-decided-by = Who decided
plan-fact-owner = Who looks after it
plan-fact-review-by = Look at it again by
plan-fact-hidden = Only stewards see the draft
plan-diff-fact = { $fact }: was { $before }, is now { $after }.
plan-diff-nothing = nothing
plan-diff-yes = yes
plan-diff-no = no
plan-diff-span = { $first } to { $last }
plan-diff-nowhere = no place
plan-diff-then = , then { "" }
plan-diff-rule-added = New: people who come to { $door } are sent to { $targets }.
plan-diff-rule-removed = Gone: people who come to { $door } were sent to { $targets }.
plan-diff-days = Days of the rule for { $door }
plan-diff-message = Message at { $door }
plan-diff-decision = Decision for { $door }
plan-diff-target-added = { $door }: people are now also sent to { $place }.
plan-diff-target-removed = { $door }: people are not sent to { $place } any more.
plan-diff-consent-added = Written into it: { $who } agreed to be sent people for this: { $need }, { $days } ({ $reference }).
plan-diff-consent-removed = Not written into it any more: { $who } agreed to be sent people for this: { $need }, { $days } ({ $reference }).
plan-diff-every-need = everything
plan-diff-order = { $door }: another order. Now { $place }.
plan-diff-fact-new = { $fact }: nothing before, now { $after }.
plan-diff-fact-gone = { $fact }: was { $before }, and is taken away.
plan-diff-from = from { $first } on
plan-diff-until = until { $last }
plan-diff-as-plan = the days of the plan
plan-diff-note-gone = { $door }: the note about { $place } is taken away.
plan-diff-note = { $door }: the note about { $place } is now { $note }.

# What comes if nobody does anything.
plan-ahead-since = Since { $day }
plan-ahead-consent = { $who } has not agreed from this day on for this: { $need }. The plan sends nobody there then.
plan-ahead-consent-gone = { $who } has not agreed any more for this: { $need }. The plan sends nobody there now.
plan-ahead-confirmation = Nobody vouches for { $who } any more for this: { $need }. People are told to call first.
plan-ahead-rule = A rule has ended. People read the usual list.
plan-ahead-rule-next = A rule has ended, and the next one begins on { $day }. Until then people read the usual list.
plan-ahead-rule-by = Version { $number } counts from this day and has no rule for this. People read the usual list.
plan-ahead-every-week = Each week there is no open place for { $hours }: { $when }.
plan-ahead-hours = { $who } has no more open days for this: { $need }. People are sent to a closed place.
plan-ahead-holiday = { $holiday }: { $who } has not said if it is open for this: { $need }. People are told to call first.
plan-ahead-not-known = { $who }: on this day nobody is sure if it is open for this: { $need }. People are told to call first.
plan-ahead-no-place = No open place for { $hours } of this day that are served in a usual week.
# An old door that it concerns. $reads is one of the sentences below.
plan-ahead-door = { $door }: { $reads }
plan-ahead-door-lost = { $door }: people are not sent to { $lost } any more. { $left } { $reads }
plan-ahead-left = { $number ->
    [0] No other place is left.
    [one] 1 place is left.
   *[other] { $number } places are left.
}
plan-minutes-count = { $number ->
    [one] 1 minute
   *[other] { $number } minutes
}
plan-ahead-hours-count = { $number ->
    [one] 1 hour
   *[other] { $number } hours
}
plan-ahead-reads-open = They would read first: { $place }, open.
plan-ahead-reads-closed = They would read first: { $place }, closed.
plan-ahead-reads-unknown = They would read first: { $place }, call first.
plan-ahead-reads-nothing = They would read that no place is known.
plan-ahead-reads-own = In the usual list { $place } would still come first, as any place that is near, and not because of the plan.

# Who had agreed, and has not any more.
plan-gone = Not agreed any more: { $who }.
plan-gone-doors = { $number ->
    [one] One old door lost a place.
   *[other] { $number } old doors lost a place.
}
plan-gone-bare = { $number ->
    [one] One of them has no place left.
   *[other] { $number } of them have no place left.
}

# What was promised, and what was kept.
plan-delivered = Served { $served } of { $promised } promised hours.
plan-delivered-unknown = Nobody knows about { $hours }: people were told to call or ask first.
plan-delivered-nothing = Nothing was promised: nobody was sent to a place that tells its hours.
plan-delivered-hours = { $hours } hours
plan-delivered-missed-closed = { $weekday }, { $day }: { $hours } not served. { $why }
plan-delivered-missed-unknown = { $weekday }, { $day }: nobody knows about { $hours }. { $why }
plan-delivered-why = { $why }: { $reason }
plan-delivered-why-exception = Closed or other hours
plan-delivered-why-unsure = The hours were not sure
plan-delivered-why-out-of-stock = Out of stock
plan-delivered-why-full = Full
plan-delivered-why-holiday = Holiday
plan-delivered-why-not-offered = It does not do this
plan-delivered-why-not-confirmed = Nobody had confirmed its hours
