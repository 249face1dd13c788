# Posters at old doors. At most 60 words with both languages; nothing here says why somebody would come.

poster-title = Poster for { $place }
poster-headline = Where to go now
poster-changed = What you find here has changed.
poster-scan = Scan or type:
poster-call = Or call { $phone }
poster-text = Or text { $phone }
poster-code = A code for a phone’s camera. It opens { $address }

# Posters that hang, for stewards.
poster-hangs = { $door }: { $place }
poster-next = From { $day } on: { $what }
poster-right = It says what holds.
poster-early = It says what holds from { $day } on.
poster-ended = No approved plan sends people on from this door. Take it down.
poster-other-sentence = The plan’s sentence is not the one on it. Print it again.
poster-other-text = The number to text is not the one on it. Print it again.
poster-other-phone = The number to call is not the one on it. Print it again.
poster-other-address = The address is not the one on it. Print it again.
poster-other-places = Its words are the same, but the door sends people somewhere else than when it was put up: { $places }. Read if the words still fit.
poster-other-nowhere = Its words are the same, but the plan names no place for this door that has agreed. Read if the words still fit.
