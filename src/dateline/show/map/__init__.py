"""Maps of places: packaged country outlines drawn as SVG, without any tile server."""



