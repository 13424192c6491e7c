"""Maps of places: packaged country outlines drawn as SVG, without any tile server."""

from dateline.show.map.drawing import map_drawing

__all__ = ["map_drawing"]
