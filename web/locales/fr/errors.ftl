# Quand quelque chose n’a pas marché.
error-not-found = Cette page n’est pas ici
error-not-found-more = L’adresse a peut-être changé. Voici où vous pouvez aller maintenant :
error-too-much = Attendez un peu
error-too-much-more = Beaucoup de demandes viennent de votre connexion. Les autres pages marchent. Réessayez celle-ci dans une minute.
error-ours = Un problème est survenu de notre côté
error-ours-more = Veuillez réessayer. Ces lieux et ces lignes restent valables :
error-refused = Cela n’a pas marché
error-refused-more = L’adresse n’a pas été comprise. Voici où vous pouvez aller maintenant :
