"""The tools by which an assistant asks the models, and the server that offers them.

``server`` speaks the protocol and passes each call to ``answering``, which finds the tool in
``tools``. ``asked`` reads the arguments, ``items`` tells records, and ``paging`` cuts an answer
into pages. What the server has read is at the ``desk``.
"""
