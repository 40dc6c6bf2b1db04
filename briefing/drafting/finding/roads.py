"""How names of roads and lines go on: with a number, and with the section that is meant."""

SECTION = (
    "(?:(?<=[路铁速道线])(?![建已正将全计的施各等和与在一二])"
    "(?:[东西南北中]|[一-鿿]{2,3}(?<![的路]))段(?![时落位]))?"
)
"""The section of a line, behind its name: 甲乙铁路丙丁段."""
NUMBERED_SECTION = (
    "(?:(?:国道|省道|县道|[GS])\\d{1,4}线?|(?<!\\d)\\d{2,4}(?:国道|省道|县道|复线))"
    "(?:[一-鿿]{1,10}?至)?[一-鿿\\d]{1,8}?(?<![阶时路地])段(?:工程|项目)?(?![时落位])"
)
"""A section of a road that has a number: 国道999线甲县至乙县段."""
