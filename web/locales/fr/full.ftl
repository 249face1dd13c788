# Le code sur une boîte à seringues usagées.
full-ask = Cette boîte est-elle pleine?
full-yes = Oui, elle est pleine
full-private = Nous gardons seulement le jour et la boîte. Rien sur vous.
full-thanks = Merci. Les gens qui la vident le voient maintenant.
full-known = Merci. Quelqu’un l’a déjà dit, et c’est sur la liste.
full-too-many = Trop de gens nous le disent en même temps. Appelez un de ces numéros, s’il vous plaît.
full-then = Et maintenant?
full-where-else = Autres lieux pour les seringues usagées
full-ground = S’il vous plaît, ne laissez pas de seringues par terre ni à côté de la boîte.
full-may-be = Quelqu’un a dit qu’elle est peut-être pleine.
full-tell = Elle est pleine? Dites-le-nous
full-gone = Cette boîte n’est plus là.
full-gone-nearest = Le lieu le plus proche pour les seringues usagées qui est ouvert maintenant :
