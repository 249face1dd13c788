# Où laisser des seringues usagées.
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
disposal-found = Si vous trouvez une seringue
disposal-found-1 = Prenez un contenant dur avec un couvercle et posez-le par terre près de la seringue.
disposal-found-2 = Portez des gants ou prenez des pinces. Tenez la seringue par le milieu, la pointe vers le bas. Ne remettez jamais le capuchon.
disposal-found-3 = Fermez le couvercle. Lavez-vous les mains. Apportez le contenant à un de ces lieux.
disposal-lines = Ou appelez
