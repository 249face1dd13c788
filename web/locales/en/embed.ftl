# The list in a frame on another website.
embed-whole = Open this list in a page of its own
about-embed = Your website can show the list or the map. Put this where it should stand:
