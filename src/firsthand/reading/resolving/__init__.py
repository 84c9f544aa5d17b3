"""Who a mention means: the named of a text, and which of them a pronoun or a role stands for."""
