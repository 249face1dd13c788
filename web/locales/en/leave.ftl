# How Leave works.
leave-title = How Leave works
leave-1 = “Leave” is at the top of every page. It takes you at once to a page about the weather.
leave-2 = With a keyboard, you can press Esc three times instead.
leave-3 = It does not erase your history. Somebody who looks through your phone can still find that you were here. Use a private window, or delete the pages from the history.
leave-4 = It does not remove the saved list either. You can remove it on the page “Your privacy”.
leave-now = Leave now
leave-history = How to be more private
