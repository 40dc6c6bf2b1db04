"""Which clause of a text can bear all that a clause of a memo tells, with what it carries on."""
