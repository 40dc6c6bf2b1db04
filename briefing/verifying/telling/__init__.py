"""What a memo tells besides numbers and names: stages, speakers, quotations, opposites."""
