"""How results look and what they are called: tables, notebook forms, the symbol for what is hidden, labels."""
