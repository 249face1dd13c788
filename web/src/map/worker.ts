// The map's second thread: it reads tiles and lays out names, so that the page stays quick. A file of its own: our policy allows no other.
import "maplibre-gl-worker";
