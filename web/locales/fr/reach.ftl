# Ce qui est à portée des lieux ouverts, en chiffres.
reach-over-land = À vol d’oiseau sur la terre ferme, et par les ponts quand il y a de l’eau entre les deux.
reach-straight = À vol d’oiseau. Personne n’a dessiné l’eau ici.
reach-streets = Le long des rues et des sentiers, avec le terrain jusqu’à 50 mètres à côté.
reach-approximate = Les contours des quartiers sont approximatifs.
reach-metres = environ { $number } m
reach-kilometres = environ { $number } km
reach-hectares = environ { $number } ha
reach-square-kilometres = environ { $number } km²
