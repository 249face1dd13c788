# Answers by text message and by voice. Each letter of a text message costs: keep them short, and without any letter a phone of 2005 lacks.
text-danger = Call 911 now if someone is hurt, in danger, or will not wake up. Say where you are. Stay with them if it is safe.
text-despair = You matter. Call { $name } now: { $phone }. In danger, call 911.
text-person = To talk to a person, call { $phone }.
text-how = { $town }: text what you need, and where you are. You get one answer. We keep no number.
text-how-short = Text what you need, and where you are. We keep no number.
text-unclear = Sorry, what do you need? Text it in one word, and a street or place if you like.
text-none = We know no place for that now.
text-none-call = We know no place for that now. Call { $phone }.
text-only-now = For now only:
text-only-town = { $town } only:
text-next = Next: { $place }
text-despair-short = You matter. Call { $phone } now. In danger, call 911.
text-ask = To ask: { $phone }.
text-talk = To talk now: { $phone }.
text-time = { $town } time.
text-example = Training only.
text-unconfirmed = Not confirmed.
text-away = { $number ->
    [one] In another town, { $number } km.
   *[other] In another town, { $number } km.
 }
text-other-town = In another town.
text-phone-spoken = Phone: { $phone }.
voice-danger = In danger, hang up and call 911.
voice-other = For English, press 1.
voice-person = To talk to a person, press 0.
voice-digit = { $what }: press { $digit }.
voice-again = Press a digit to ask again, or hang up.
voice-through = We call { $name } for you. Please wait.
voice-nobody = Nobody can take your call now. In danger, call 911.
voice-bye = Goodbye.
by-text-title = By text or by phone
by-text = No data on your phone? Text what you need, or call.
by-text-text = Text { $phone }
by-text-how = One answer comes back. We keep no number. Your phone company knows whom you text and call. Texting costs what your plan says.
