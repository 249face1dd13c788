# Pictures of the map: what is written on them, and what they show for who cannot see them.
picture-sketch = Un croquis. Les rues ne sont pas installées sur ce serveur.
picture-minutes = { $number } min à pied
picture-metres = { $number } m
picture-kilometres = { $number } km
picture-place = Carte : { $name } et ce qui est près
picture-town = Carte des lieux de { $town }
