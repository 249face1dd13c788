# Licences de ce qui est contenu ici.
licences-title = Licences
licences-1 = Ces pages sont faites avec des logiciels libres. Voici ce qu’elles contiennent, et à quelles conditions on peut s’en servir.
licences-own = Signpost est libre : vous pouvez l’utiliser, le changer et le transmettre. Sa licence est Apache 2.0.
licences-texts = Les textes de toutes les licences, en anglais
licences-libraries = Ce que d’autres ont fait
licences-choice = Quand une licence dit « OR » (ou), vous pouvez en choisir une.
licences-program = { $number ->
    [one] Dans le serveur : { $number } élément
   *[other] Dans le serveur : { $number } éléments
 }
licences-pages = { $number ->
    [one] Dans les pages et la carte : { $number } élément
   *[other] Dans les pages et la carte : { $number } éléments
 }
licences-pictures = { $number ->
    [one] Dans le programme qui dessine les images de la carte : { $number } élément
   *[other] Dans le programme qui dessine les images de la carte : { $number } éléments
 }
licences-pictures-how = C’est un programme à part. Tous les serveurs ne l’ont pas.
licences-others = Code, lettres et cartes
licences-std = Ce qui vient avec le langage Rust :
licences-sqlite = SQLite, qui garde les données : libre pour tous, dans le domaine public.
licences-zones = Les règles des fuseaux horaires, de l’IANA : dans le domaine public.
licences-fonts = Noto Sans, les lettres des affiches et des cartes :
licences-district = La carte du district, tirée de Natural Earth : dans le domaine public.
licences-streets = Les rues de la carte et les chemins à pied, si ce serveur les a. © les contributeurs d’OpenStreetMap :
licences-data = La liste des lieux
licences-directory = La liste ne dit pas encore comment d’autres peuvent s’en servir. Qui gère ce serveur doit le dire. Chaque lieu dit où nous l’avons lu.
