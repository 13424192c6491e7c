"""Reports into stories: streaming, explained, restartable."""

from dateline.story.grouping.grouper import Grouper, group, group_stories
from dateline.story.items import Item, in_order

__all__ = ["Grouper", "Item", "group", "group_stories", "in_order"]
