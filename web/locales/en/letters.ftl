# Letters by e-mail, to people who sign in.
letter-hello = Hello { $name },
letter-invite-subject = Your access to the directory desk
letter-invite-why = { $by } asks you to help keep the directory true.
letter-invite-link = Choose your password here:
letter-invite-once = The link works once, until { $day }, { $time }. If it does not work any more, ask a steward for a new one.
letter-reset-subject = A new password for the directory desk
letter-reset-why = { $by } made a link for you, with which you choose a new password.
letter-not-you = If you do not know what this is about, delete this letter. Nothing happens then.
letter-due-subject = { $number ->
    [one] Directory: one thing to look at
   *[other] Directory: { $number } things to look at
 }
letter-due-why = { $number ->
    [one] One listing comes up for review. If nothing changed, open it and tap “Still right”. Past its day, people are told to call first.
   *[other] { $number } listings come up for review. If nothing changed, open each and tap “Still right”. Past its day, people are told to call first.
 }
letter-waiting = { $number ->
    [one] One change waits for a decision:
   *[other] { $number } changes wait for a decision:
 }
letter-more = { $number ->
    [one] And one more:
   *[other] And { $number } more:
 }
letter-end = This letter comes about once a week, and only when there is something to look at. Nobody reads answers to it.
