# Les différences en mots simples, une ligne chacune. Les espaces devant « : » et dans les guillemets sont insécables.

as-it-is = { $label } : { $after }
becomes = { $label } : { $before } devient { $after }
now = { $label } : maintenant { $after }
taken-out = { $label } : { $before } est retiré

label-in-language = { $label } ({ $language })
quoted = « { $words } »

moved = { $label } : déplacé d’environ { $far }
ten-metres-or-less = 10 m ou moins
metres = { $number } m
kilometres = { $number } km
decimal-mark = { "," }

first-to-last = { $first } à { $last }

not-on-the-list = { $names } : absent de la liste
off-the-list = { $names } : retiré de la liste
on-the-list = { $names } : ajouté à la liste
confirmed = { $names } : confirmé par { $who }, valable jusqu’au { $day }
not-confirmed = { $names } : n’est plus confirmé

exception-new = Nouveau : { $exception }
exception-gone = Retiré : { $exception }
exception-becomes = { $before } devient : { $after }
exception-on-day = { $state } le { $day }
exception-on-days = { $state } du { $first } au { $last }
exception-open-ended = { $state } à partir du { $first }, jusqu’à nouvel ordre
exception-for-need = { $exception } ({ $names })
exception-items = { $need } : { $items }
exception-and-more = { $exception }, { $more }
exception-to-review = { $exception }, à revoir d’ici le { $day }
