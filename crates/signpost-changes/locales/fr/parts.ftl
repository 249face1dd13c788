# Comment s’appelle chaque partie d’un lieu.

part-name = Nom
part-kind = Genre de lieu
part-point = Lieu sur la carte
part-address = Adresse
part-locality = Ville ou secteur
part-zone = Fuseau horaire
part-phone = Téléphone
part-website = Site web
part-door = Comment trouver la porte
part-access = Accès
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
service-items = articles
service-source = source
service-example = exemple

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
yes = oui
no-holiday = aucun jour férié
no = non
