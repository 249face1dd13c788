# Ouvert, fermé ou inconnu, en une phrase et dans les lignes d’une semaine.

open-all-day = Ouvert 24 heures sur 24
open-until = Ouvert, { $until }
closed = Fermé
closed-because = Fermé : { $reason }
# $day est dans une semaine ou plus : « 1er avril 2027 ».
closed-until = Fermé jusqu’au { $day }
closed-until-because = Fermé jusqu’au { $day } : { $reason }
closed-today = Fermé aujourd’hui
closed-today-because = Fermé aujourd’hui : { $reason }
closed-tonight = Fermé cette nuit
closed-tonight-because = Fermé cette nuit : { $reason }
closed-further-notice = Fermé jusqu’à nouvel ordre
closed-further-notice-because = Fermé jusqu’à nouvel ordre : { $reason }
out-of-stock = En rupture de stock
out-of-stock-further-notice = En rupture de stock jusqu’à nouvel ordre
out-of-stock-until = En rupture de stock { $until }
out-of-stock-because = En rupture de stock : { $reason }
full = Plein
full-further-notice = Plein jusqu’à nouvel ordre
full-until = Plein { $until }
full-because = Plein : { $reason }
call-first = Appelez d’abord
call-first-because = Appelez d’abord : { $reason }
emergency-department = Service des urgences. En danger, appelez le 911
ask-first = Demandez d’abord
ask-first-because = Demandez d’abord : { $reason }
then-call-first = Ensuite, appelez d’abord
then-ask-there = Ensuite, demandez sur place
then-look-there = Ensuite, regardez sur place
then-ask-them = Ensuite, demandez-leur quand vous les voyez
opens = Ouvre { $when }
may-open = Ouvrira peut-être { $when }. Appelez d’abord
may-open-ask = Ouvrira peut-être { $when }. Demandez sur place
may-open-look = Ouvrira peut-être { $when }. Regardez sur place
may-open-ask-them = Y sera peut-être { $when }. Demandez-leur quand vous les voyez
maybe-not = { $times }, peut-être pas : { $reason }
two-sentences = { $first }. { $second }

from-to-call-first = de { $from } à { $to } (demandez d’abord)
from-to-maybe-not = de { $from } à { $to }, peut-être pas : { $reason }
