# The redirection plan in plain words.
plan-title = What changed
plan-none = No plan is in force. Nobody is sent from one place to another. The first page shows every place we know.
plan-in-force = In force
plan-since = Since { $day }.
plan-until = Until { $day }.
plan-draft = Draft
plan-draft-means = This is a draft. It is not decided, and it sends nobody anywhere.
plan-coming = Approved, not started yet
plan-ended = Ended
plan-came-from = If you came to { $place } for this: { $need }
plan-go-to = Now go to:
plan-no-target = No other place has been named yet.
plan-see-now = See what is open now
plan-decision = Decision: { $reference }
