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
    [one] One thing comes up for review. If a listing did not change, open it and tap “Still right”. Of a closing, say “Still so” or “It is over”. Past its day, people are told to call first.
   *[other] { $number } things come up for review. If a listing did not change, open it and tap “Still right”. Of a closing, say “Still so” or “It is over”. Past its day, people are told to call first.
 }
letter-waiting = { $number ->
    [one] One change waits for a decision:
   *[other] { $number } changes wait for a decision:
 }
letter-ahead = { $number ->
    [one] If nobody does anything, one thing happens to where people are sent:
   *[other] If nobody does anything, { $number } things happen to where people are sent:
 }
letter-posters = { $number ->
    [one] One poster at an old door does not say what holds, or soon will not:
   *[other] { $number } posters at old doors do not say what holds, or soon will not:
 }
letter-boxes = { $number ->
    [one] One place to leave used needles is to be looked at:
   *[other] { $number } places to leave used needles are to be looked at:
 }
letter-more = { $number ->
    [one] And one more:
   *[other] And { $number } more:
 }
letter-end = This letter comes about once a week, and only when there is something to look at. Nobody reads answers to it.
letter-phone-subject = A lost phone, for the directory desk
letter-phone-why = { $by } made a link for you, because your phone is lost. It switches the second step off. You need your password for it.
letter-phone-link = Open this:
letter-notice-subject = Your access to the directory desk
letter-notice-when = When: { $day }, { $time }.
letter-notice-not-you = If that was you, or you know of it, all is well. If not, change your password now, sign out everywhere else, and tell a steward:
letter-notice-password = A new password was set for your account.
letter-notice-step-on = The second step was switched on for your account.
letter-notice-step-off = The second step was switched off for your account.
letter-notice-codes = New recovery codes were made for your account. The old ones do not work any more.
letter-notice-recovery = Somebody signed in to your account with a recovery code.
letter-notice-sessions = All other sessions of your account were ended.
letter-notice-role = { $by } gave your account another role.
letter-notice-stopped = { $by } stopped your access.
letter-notice-let-in = { $by } let you in again.
letter-notice-link = From your account, a link was made for { $whom }.
letter-notice-role-given = From your account, { $whom } was given another role.
letter-notice-stop-given = From your account, the access of { $whom } was stopped.
letter-notice-let-in-given = From your account, { $whom } was let in again.
letter-notice-token = { $by } made a token that can change the places of an organization: { $label }.
letter-notice-token-ended = { $by } ended a token: { $label }.
