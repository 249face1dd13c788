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
