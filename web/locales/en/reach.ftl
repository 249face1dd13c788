# What is within reach of the places that are open, in figures.
reach-over-land = As the crow flies over land, and over bridges where there is water between.
reach-straight = As the crow flies. Nobody drew the water here.
reach-streets = Along streets and paths, with the ground up to 50 metres beside them.
reach-approximate = The outlines of neighbourhoods are approximate.
reach-metres = about { $number } m
reach-kilometres = about { $number } km
reach-hectares = about { $number } ha
reach-square-kilometres = about { $number } km²
