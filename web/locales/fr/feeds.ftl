# Calendriers et fils que d’autres programmes suivent.
feed-title = Changements, { $town }
feed-new = Nouveau sur la liste.
feed-gone = N’est plus sur la liste.
