"""The numbers and dates in a memo, and what bears them out.

- ``amounts`` judges each number by the ``facts`` that its sentence speaks of. ``indexes`` finds
  them, ``binding`` ranks them by ``nearness``, ``told``, ``times`` and ``whereabouts``,
  ``weighing`` holds the number beside them.
- ``agreeing`` keeps those that may be meant, ``rivals`` those that are more so; ``doubts`` asks
  what is told otherwise (``otherwise``, ``measured``, ``manner``, ``roles``, ``undone``,
  ``outcomes``, ``exclusions``, ``qualified``). ``kinds`` and ``rounding`` tell what is alike.
- What facts do not settle, ``company``, ``side_by_side``, ``lists`` and ``bare`` settle by what
  stands beside it, ``texts``, ``counting`` and ``lengths`` by clauses, and ``working_out`` by
  other numbers: ``operands`` and ``ways``, ``deriving``, ``points``, ``averages``, ``earlier``,
  ``othertimes`` and ``sums``.
- ``moments`` judges dates, with ``figuretimes``, and ``periods`` other times; ``comparing`` and
  ``pairs`` judge what is above what, ``areas`` and ``countables`` what is counted.
"""
