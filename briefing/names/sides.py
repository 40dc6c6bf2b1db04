"""The sides of the map, in English and Chinese."""

SIDES = {"north": "北", "south": "南", "east": "东", "west": "西"}
BETWEEN_SIDES = {"northeast": "东北", "northwest": "西北", "southeast": "东南", "southwest": "西南"}
OPPOSITE_SIDES = {"north": "south", "south": "north", "east": "west", "west": "east"}
SIDE = f"[{''.join(SIDES.values())}]"
"""The pattern of the character for a side."""
