# Ouvert, fermé ou inconnu, en une phrase et dans les lignes d’une semaine.

open-all-day = Ouvert 24 heures sur 24
open-until = Ouvert, { $until }
closed = Fermé
closed-because = Fermé : { $reason }
closed-today = Fermé aujourd’hui
closed-today-because = Fermé aujourd’hui : { $reason }
out-of-stock = En rupture de stock
out-of-stock-until = En rupture de stock { $until }
out-of-stock-because = En rupture de stock : { $reason }
full = Plein
full-until = Plein { $until }
full-because = Plein : { $reason }
call-first = Appelez d’abord
call-first-because = Appelez d’abord : { $reason }
emergency-department = Service des urgences. En danger, appelez le 911
then-call-first = Ensuite, appelez d’abord
opens = Ouvre { $when }
may-open = Ouvrira peut-être { $when }. Appelez d’abord
two-sentences = { $first }. { $second }

from-to-call-first = de { $from } à { $to } (appelez d’abord)
