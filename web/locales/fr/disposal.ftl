# Où déposer des seringues usagées.
disposal-page = Lieux de dépôt
disposal-title = Où déposer des seringues usagées
disposal-intro = Les boîtes et les comptoirs qui prennent les seringues usagées, et ce que chacun prend.
disposal-place = Lieu
disposal-takes = Ce qu’on y prend
disposal-now = Maintenant
disposal-takes-unknown = On ne sait pas. Demandez d’abord.
disposal-not-known = On ne sait pas
disposal-not-known-why = Nous ne savons pas si ces lieux prennent les seringues usagées maintenant.
disposal-not-here = Pas acceptées ici
disposal-none = Nous ne connaissons pas encore de lieu confirmé.
disposal-lines = Ou appelez
disposal-none-fits = Aucun lieu ne correspond à ce choix maintenant.
disposal-filters = Choisir et trier
disposal-accepts = Prend :
disposal-accepts-any = Peu importe
disposal-when = Quand :
disposal-when-any = N’importe quand
disposal-when-open = Ouvert maintenant
disposal-when-always = Jour et nuit
disposal-sort = Trier par :
disposal-sort-name = Nom
disposal-sort-kind = Genre
disposal-sort-state = Ouvert maintenant
disposal-reach = Quelle part de la ville en a un tout près
disposal-reach-choices = À quelle distance, et quels lieux comptent
disposal-walk = À moins de :
disposal-count = Compter :
disposal-count-open = Seulement ce qui est ouvert maintenant
disposal-count-unknown = Aussi là où il faut d’abord appeler
disposal-reach-points = { $number ->
    [0] Nous ne connaissons aucun lieu ouvert maintenant.
    [one] Un lieu est ouvert maintenant.
   *[other] { $number } lieux sont ouverts maintenant.
}
disposal-reach-points-asked = { $number ->
    [0] Nous ne connaissons aucun lieu ouvert maintenant, ni aucun où demander.
    [one] Un lieu est ouvert maintenant, ou il faut d’abord y demander.
   *[other] { $number } lieux sont ouverts maintenant, ou il faut d’abord y demander.
}
disposal-reach-unplaced-asked = { $number ->
    [one] D’un autre, ouvert ou à demander, nous ne savons pas où il est.
   *[other] De { $number } autres, ouverts ou à demander, nous ne savons pas où ils sont.
}
disposal-reach-none-counts = Aucun lieu connu n’est ouvert
disposal-gap-none-counts = { $place } : { $area }.
disposal-reach-area = À moins de { $metres } m de l’un d’eux, il y a { $area } de terrain.
disposal-reach-share = Des quartiers ci-dessous, { $reached } sur { $all } sont aussi près : { $percent } %.
disposal-reach-landmarks = { $reached } endroits connus sur { $of } en ont un aussi près.
disposal-reach-unplaced = { $number ->
    [one] Un autre est ouvert, mais nous ne savons pas où il est.
   *[other] { $number } autres sont ouverts, mais nous ne savons pas où ils sont.
}
disposal-reach-unknown = { $number ->
    [one] Pour un autre, il faut d’abord demander. Il n’est pas compté.
   *[other] Pour { $number } autres, il faut d’abord demander. Ils ne sont pas comptés.
}
disposal-reach-wet = { $name } est dans l’eau sur notre carte. C’est une erreur, donc ce lieu n’est pas compté.
disposal-reach-parts = Quartiers
disposal-reach-part = Quartier
disposal-reach-reached = Près d’un lieu
disposal-reach-marks = À partir d’endroits connus
disposal-reach-from = De
disposal-reach-nearest = Jusqu’au plus proche
disposal-reach-no-way = Aucun chemin à pied
disposal-gaps = Les plus grands vides
disposal-gap-near = { $place }, près de { $near }
disposal-gap = { $place } : { $area }. De son bord le plus loin, il y a { $far } jusqu’à un lieu.
disposal-gap-cut-off = { $place } : { $area }. De son bord le plus loin, il y a { $far } jusqu’à un lieu; de certains coins, aucun chemin n’y mène.
disposal-gap-no-way = { $place } : { $area }. Aucun chemin ne mène à un lieu.
disposal-week = À chaque heure de la semaine
disposal-week-shares = La part du terrain de ces quartiers qui est près d’un lieu ouvert.
disposal-week-marks = Combien d’endroits connus sont près d’un lieu ouvert.
disposal-week-hour = Heure
disposal-reach-method = { $method } { $day }. Les chiffres sont arrondis.
disposal-reach-later = Nous y travaillons. Revenez dans une minute, s’il vous plaît.
disposal-files = À emporter
disposal-file-csv = Tableur (CSV)
disposal-file-geojson = Données pour cartes (GeoJSON)
disposal-file-gpkg = Couches pour un logiciel de cartes (GeoPackage)
disposal-for-staff = Pour les gens qui vident les boîtes et prévoient les prochaines
percent = { $number } %
disposal-file-method = Les points et ce qu’ils prennent figurent tels que leurs sources les donnent, chacune avec son jour. Qu’une boîte soit peut-être pleine a été dit par quelqu’un sur place et n’a pas encore été vérifié.
