# Posters at old doors. At most 60 words with both languages; nothing here says why somebody would come.

poster-title = Poster for { $place }
poster-headline = Where to go now
poster-changed = What you find here has changed.
poster-scan = Scan or type:
poster-call = Or call { $phone }
poster-code = A code for a phone’s camera. It opens { $address }
