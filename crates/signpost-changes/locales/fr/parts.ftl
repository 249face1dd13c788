# Comment s’appelle chaque partie d’un lieu.

part-name = Nom
part-alternate-name = Autres noms
part-former-name = Anciens noms
part-kind = Genre de lieu
part-point = Emplacement sur la carte
part-address = Adresse
part-locality = Ville ou secteur
part-zone = Fuseau horaire
part-phone = Téléphone
part-website = Site web
part-door = Comment trouver la porte
part-access = Accès
part-step-free = Sans marche
part-description = Description
part-languages = Langues
part-organization = Organisme
part-source = Source
part-example = Exemple
part-exception = Dates

# Comment s’appelle chaque partie d’un service, après le nom du besoin.
service-part = { $names }, { $part }
service-hours = heures
service-closed-on = fermé le
service-hours-note = note sur les heures
service-description = description
service-bring = quoi apporter
service-eligibility-description = pour qui
service-minimum-age = âge minimum
service-maximum-age = âge maximum
service-id-required = pièce d’identité demandée
service-for-women = quelque chose pour les femmes
service-pets = animaux admis
service-items = articles
service-source = source
service-example = exemple

# Comment s’appelle chaque partie d’un point de dépôt.
point-part = Point de dépôt, { $part }
point-kind = genre
point-whose = seringues de qui
point-winter = accessible en hiver
point-wheelchair = en fauteuil roulant
point-braille = braille
point-status = état
point-first-day = premier jour
point-last-day = dernier jour
point-owner = propriétaire
point-emptied-by = vidé par
point-empty-every-days = jours entre deux vidages
point-capacity-litres = litres
point-asset = numéro d’inventaire
point-is-outdoor-box = boîte extérieure
point-is-indoor-box = boîte intérieure
point-is-kiosk = borne
point-is-pharmacy-return = retour en pharmacie
point-is-staffed-counter = comptoir avec du personnel
point-is-vehicle = véhicule
point-is-public = tout le monde
point-is-own-clients = sa propre clientèle
point-is-household-medical = personnes qui prennent un médicament à la maison
point-is-existing = en place
point-is-proposed = proposé
point-is-closed = fermé

# Ce que les parties contiennent.
kind-building = bâtiment
kind-pharmacy = pharmacie
kind-box = boîte pour seringues usagées
kind-mobile = arrêt mobile
offer-offered = offert
offer-not-offered = pas offert
offer-unknown = inconnu
language-en = anglais
language-fr = français
language-oj = anishinaabemowin
exception-closed = fermé
exception-open = ouvert
exception-unknown = appelez d’abord
exception-out-of-stock = en rupture de stock
exception-full = plein
yes = oui
no-holiday = aucun jour férié
no = non
