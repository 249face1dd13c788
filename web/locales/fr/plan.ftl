# Le plan en mots simples.
plan-title = Ce qui a changé
plan-none = Aucun plan n’est en vigueur. Personne n’est dirigé d’un lieu vers un autre. La première page montre tous les lieux que nous connaissons.
plan-in-force = En vigueur
plan-since = Depuis le { $day }.
plan-until = Jusqu’au { $day }.
plan-draft = Ébauche
plan-draft-means = Ceci est une ébauche. Rien n’est décidé, et personne n’est dirigé ailleurs.
plan-coming = Approuvé, pas encore en vigueur
plan-ended = Terminé
plan-came-from = Si vous alliez à « { $place } » pour ceci : { $need }
plan-go-to = Allez maintenant à :
plan-no-target = Aucun autre lieu n’a encore été nommé.
plan-see-now = Voir ce qui est ouvert maintenant
plan-decision = Décision : { $reference }
