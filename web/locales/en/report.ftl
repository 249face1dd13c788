# The report of a month, for stewards and, once it is public, for everybody.
rep-name = Report of the month
rep-title = { $town }: report of { $month }
rep-title-invented = { $town }: report of { $month } (all of it is invented)
rep-made = Made { $day }.
rep-rule = Counts of what people did: 0 to 4 is “fewer than 5”; others are rounded to 5, and sums are made of what is printed.
rep-week = Week from
rep-what = What
rep-day = Day
rep-hours = Hours that were promised
rep-hours-caption = Hours that the plan promised, by week
rep-promised = Promised
rep-served = Served
rep-unknown = Not known
rep-look-ups-title = What people looked for
rep-look-ups = Look-ups
rep-look-ups-caption = Look-ups and answers, by week
rep-look-ups-said = { $all } look-ups; in { $open } a place was open.
rep-look-ups-none = No look-ups were counted.
rep-open = A place was open
rep-line = None open: phone lines
rep-past = One shown was due for review
rep-scans = Poster codes followed
rep-beside-caption = Before and after the plan of { $day }
rep-before = { $number ->
    [one] 1 week before
   *[other] { $number } weeks before
  }
rep-after = { $number ->
    [one] Last week
   *[other] Last { $number } weeks
  }
rep-places = How sure the list is
rep-places-caption = What places offer
rep-places-said = { $confirmed } of { $all } offers were confirmed on { $day }; { $stale } nobody vouches for now.
rep-listings = Offers
rep-confirmed = Confirmed
rep-sourced = From a source, not confirmed
rep-stale = Past review, or never said
rep-reports = What visitors said was wrong
rep-reports-caption = Reports that were decided
rep-decided = Decided
rep-percent = Percent
rep-phone-none = No places were checked by phone yet.
rep-disposal = Used needles
rep-disposal-caption = What was taken away
rep-needles-said = { $number ->
    [0] No needle was counted.
    [one] About one needle was in them.
   *[other] About { $number } needles were in them.
}
rep-place = Place
rep-emptied = Emptied
rep-kilograms = Kilograms
rep-needles = Needles
rep-coverage = People near a place, in percent
rep-coverage-caption = Within { $metres } metres of a place for used needles
rep-month-before = Month before
rep-month-after = This month
rep-plans = The plan
rep-plans-caption = Versions and decisions
rep-plan-none = No plan was in force.
rep-plan-said = Version { $version } of the plan was in force, since { $day }.
rep-version = Version
rep-from = From
rep-until = Until
rep-decision = Decision
rep-ahead = What changes in the next 60 days
rep-ahead-caption = If nobody does anything
rep-ahead-said = { $number ->
    [0] Nothing of the plan lapses within 60 days.
    [one] 1 thing of the plan lapses within 60 days.
   *[other] { $number } things of the plan lapse within 60 days.
  }
rep-ahead-more = { $number ->
    [one] 1 more is on the plan’s page.
   *[other] { $number } more are on the plan’s page.
  }
rep-publish = Make it public as it is now
rep-publish-again = Make today’s figures public instead
rep-withdraw = Take it back
rep-not-public = Only stewards see this. Made public, it stays as it is now, in English and French.
rep-public-page = The public page
rep-done-public = It is public.
rep-done-withdrawn = It is not public any more.
rep-none-public = No report is public now.
st-home-report = One month for the partner table; four pages on paper.
