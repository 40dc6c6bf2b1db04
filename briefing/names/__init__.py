"""Chinese names: how they are read in pinyin, and where they stand in a text.

Nothing here knows models. The tables are files beside the modules; each says where it is from.
"""
