# Privacy.
privacy-title = Your privacy
privacy-not-title = What we do not keep
privacy-not-1 = No cookies. All that these pages save on your phone is a copy of the list. See “The saved list” below.
privacy-not-2 = No names, no accounts, no counting of persons.
privacy-not-3 = No other company is told that you were here. The pages load nothing from anywhere else.
privacy-not-4 = Not where you are. When you tap “Start from where I am”, your phone sorts the list by itself. The position is not sent.
privacy-keep-title = What the server notes
privacy-keep = The kind of page, whether it worked, and how long it took. Not your address on the network, not what you looked for, not your phone’s model.
privacy-counts = How often something is looked for: by week, and by old door or kind of help. Never who, when or where. Fewer than 5 are not told apart. We add no noise on purpose: in a town of this size it would drown all figures.
privacy-receipt-title = All that the server stores
privacy-receipt = Each table of the database, its columns, and how many rows it has. The server wrote this list from the database itself, within the last minute.
privacy-receipt-rows = { $number ->
    [one] 1 row
   *[other] { $number } rows
}
privacy-more-title = How to be more private
privacy-more-1 = Your phone keeps a history. Use a private window, or delete the page from the history afterward.
privacy-more-2 = The address of a page shows what you looked for. Somebody who watches your phone or owns your Wi-Fi may see that you were here.
privacy-more-3 = Calls stay in the phone’s call list. You can delete them there.
privacy-more-4 = “Directions” hands the place to the map app on your phone, which may remember it. The street address is always written out too.
privacy-more-5 = You can print the list. Paper remembers nothing.
privacy-feedback = When you answer “Was this right?”: your answer, the place and the day. Words you write are deleted when somebody has looked. The rest is deleted after 90 days. What stays: how many such answers came in a month, of what kind, and how long we took.
