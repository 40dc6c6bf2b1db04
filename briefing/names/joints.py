"""What joins the items of a list in a Chinese text: 甲、乙和丙以及丁."""

JOINTS = ("、", "和", "与", "及", "以及")
"""The marks and words that may stand between two items."""
JOINT = f"(?:{'|'.join(JOINTS)})"
"""The pattern of one of them."""
