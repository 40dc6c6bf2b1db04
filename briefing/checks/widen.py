"""Punctuation of Chinese texts that are written with the marks of English ones."""

import re

_HALF = re.compile(
    '(?<=[\u4e00-\u9fff”）)"])[,:;?!](?=[\u4e00-\u9fff“"0-9]|$)'
    "|(?<=[%0-9A-Za-z])[,;](?=[\u4e00-\u9fff“])"
)
_WIDE = str.maketrans(",:;?!", "，：；？！")
_DASHES = str.maketrans("―─", "——")
_PLAIN = re.compile('"([^"]*)"')


def widen_marks(text: str) -> str:
    """Return a text with Chinese marks between Chinese characters; each keeps its place.

    >>> widen_marks('县长李某说:"路通了,好。"产值1,000元')
    '县长李某说：“路通了，好。”产值1,000元'
    """
    text = _HALF.sub(lambda match: match[0].translate(_WIDE), text)
    return _PLAIN.sub("“\\1”", text).translate(_DASHES)
