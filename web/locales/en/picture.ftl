# Pictures of the map: what is written on them, and what they show for who cannot see them.
picture-sketch = A sketch. Streets are not installed on this server.
picture-minutes = { $number } min on foot
picture-metres = { $number } m
picture-kilometres = { $number } km
picture-place = Map: { $name } and what is near
picture-town = Map of the places in { $town }
