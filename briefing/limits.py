"""How large an input may be. Messages and manuals take their numbers from here.

The catalogue of messages names a limit as ``{MODEL_VALUES:,}``; whoever changes one here changes
it everywhere.
"""

MODEL_MEBIBYTES = 16
"""The size of a model file."""

PAGE_MEBIBYTES = 16
"""The size of a page that a model is drafted of."""

PAGE_LEVELS = 200
"""How deep the elements of a page may stand in each other; on pages of papers it is some thirty."""

MODEL_VALUES = 40_000
"""The texts, numbers, lists and mappings in a model: four times those of the shipped one. A plan of
100,000 characters needs 30,000, and a communiqué of 2,000 figures 36,000. ``schema_version`` is not
counted."""

MODEL_NUMBERS = 5_000
"""The numbers that the texts of a model state in both languages together, which a check compares
with its evidence: three times those of a model of 30,000 values, and more than two for each figure
of a long communiqué. Figures have their numbers in fields of their own, which are not counted."""

MODEL_CHARACTERS = 400_000
"""The characters of the texts of a model that a check compares with its evidence, in two languages:
a third more than those of a model of 40,000 values that is as wordy as the shipped one."""

SHELF_MODELS = 900
"""The models that a command reads together: two and a half years of an article a day."""

PAGE_ELEMENTS = 15_000
"""The elements of a page that a model is drafted of: ten times those of a long article, with all
that stands around it."""

TEMPLATE_MEBIBYTES = 16
"""The size of a Word file whose styles are taken over."""

DOCUMENT_MEBIBYTES = 32
"""The size of a web page, and of the text of a Word document with all its marks, unpacked."""

DOCUMENT_TAGS = 400_000
"""The tags of a Word document: each costs time and memory, and thousands fit a byte once packed."""

VALUE_CHARACTERS = 20_000
"""The length of one text in a model: ten pages, more than any cell of a table can show."""

NESTING_LEVELS = 64
"""How deep lists and mappings of a model may stand in each other, and records by ``part_of``."""

SOURCE_CHARACTERS = 105_000
"""The length of a source text: a plan of 100,000 characters, and what stands around it. The outline
of a five-year plan, the longest of its kind, has seventy to eighty thousand."""

SOURCE_PARAGRAPHS = 4_200
"""The paragraphs of a source text: the longest text in lines of twenty-five characters."""

SOURCE_SENTENCES = 10_500
"""The sentences of a source text: the longest text in sentences of ten characters. Those of news
and of plans have thirty and more."""

MEMO_CHARACTERS = 20_000
"""The length of a finished memo: seven pages of English, or fifteen of Chinese."""

MEMO_SENTENCES = 1_000
"""The sentences of a finished memo outside of its tables: the longest memo in sentences of twenty
characters. Those of news and of reports have twenty-five at least, on the average of a text."""

MEMO_NUMBERS = 1_600
"""The numbers of a finished memo outside of its tables, be they quantities or parts of names: one
in twelve characters of the longest memo. News has one in twenty-two, and only what is shorter by
far is tighter."""

MEMO_CELLS = 900
"""The different cells in the tables of a finished memo: three hundred rows of three columns."""

MEMO_COMPARISONS = 250_000_000
"""The characters of a finished memo times those of all texts that it is held against: the longest
memo against three articles of 4,000 characters, or two pages against a plan of 100,000."""

SOURCE_NUMBERS = 6_500
"""The numbers in a source text, be they quantities or parts of names: one in sixteen characters of
the longest text, and twice as many as a model has room for as figures. News of 100,000 characters
has 4,400. Only the tightest prose of statistics has one in eleven, and is shorter by far."""

QUERY_CHARACTERS = 300
"""The length of what is looked for: a long sentence that is pasted, or fifty words."""

ID_CHARACTERS = 64
"""The length of the id of a record."""

ANCHOR_CHARACTERS = 20
"""The length of an anchor, which is to be a name, a term or a quantity."""

COPIED_CHARACTERS = 20
"""So many Chinese characters of the source in a row are a copy of it."""

PROBLEMS_OF_A_CODE = 1_000
"""So many problems of one code are listed of a file; the others are counted."""

FINDINGS_OF_A_CODE = 10_000
"""So many findings of one code are kept in memory: more than the records of any model."""

PAGE_BYTES = 4_096
"""One page of an answer to an assistant: its text and its structured content, as JSON in UTF-8."""

REQUEST_MEBIBYTES = 32
"""The length of one request of an assistant, which may hold a model with all its escapes."""

TERMINAL_CELLS = 1_000
"""The widest terminal that is drawn for."""


def by_name() -> dict[str, int]:
    """Return every limit by its name, for texts that name limits in braces."""
    return {name: value for name, value in globals().items() if name.isupper()}
