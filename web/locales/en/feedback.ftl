# "Was this right?": what visitors say of a place, and the list of it for those who look after the place.
feedback-ask = Was this right?
feedback-right = Yes, it was right
feedback-closed = It was closed when I came
feedback-moved = It has moved or is gone
feedback-not-done = They do not do this
feedback-other = Something else
feedback-other-hint = Up to 500 letters. Please no names.
feedback-send = Send these words
feedback-private = We keep what you say and the day. We do not keep who you are, where you are or what phone you have.
feedback-back = Back to this place
feedback-thanks = Thank you
feedback-kept = The people who look after this page will read it.
feedback-changed = This page has been changed since you looked. See how it stands now.
feedback-fault-said = Please choose one of these.
feedback-fault-empty = Please write what was not right.
feedback-fault-words = Please write at most 500 letters, as plain words.
feedback-fault-many = Many people are telling us things right now. Please try again in an hour.
# Behind "Call first:" or "Ask first:".
feedback-doubt = People came and found it closed
# For those who look after places.
fb-title = What visitors say
fb-intro = People who used the page of a place told us these things. Look, then say what you found. We do not know who they are. Their words are deleted when you decide.
fb-none = Nothing is waiting.
fb-doubted = Three people found it closed. Until you decide, the public reads: call or ask first.
fb-line = { $what }: { $when }
fb-line-need = { $what } ({ $need }): { $when }
fb-right = It was right
fb-closed = Closed when they came
fb-moved = Moved or gone
fb-not-done = They do not do this
fb-other = Something else
fb-age = { $number ->
    [0] today
    [1] yesterday
   *[other] { $number } days ago
  }
fb-mended = I mended it
fb-still-right = It is right as it stands
fb-not-ours = This is not about us
fb-change = Change the page
fb-decided = Decided lately
fb-decided-line = { $what }. { $decision } ({ $who })
fb-done = Done. Thank you for looking.
fb-waiting = { $number ->
    [0] Nothing is waiting.
    [one] Visitors told us something about 1 place.
   *[other] Visitors told us something about { $number } places.
  }
fb-months = What came of it, by month
fb-months-why = Months that are over, by the day of the decision. A count of 0 to 4 is “fewer than 5”; others are rounded to 5.
fb-months-all = Decided: { $number }.
fb-share = { $number } ({ $percent } %)
fb-took = { $number ->
    [0] 9 in 10 reports of visitors were decided on the same day.
    [one] 9 in 10 reports of visitors were decided within 1 day.
   *[other] 9 in 10 reports of visitors were decided within { $number } days.
  }
fb-took-few = Too few to say how long they took.
fb-goal-met = { $number ->
   *[other] The goal of { $number } days is met.
  }
fb-goal-missed = { $number ->
   *[other] The goal is { $number } days.
  }
