"""What pages lend each other for a mutation."""

import re

ATTEMPTS = 30  # At borrowing what the page does not have.
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
PLAIN_SENTENCE = re.compile(r"[A-Z][A-Za-z ,'()-]+\.$")


class Bank:
    """What other pages lend to a mutation."""

    def __init__(self, pages):
        self.sentences, self.headings, self.code = [], [], []
        for page in pages:
            self.sentences += [(page.path, one) for block in page.of_kind("paragraph")
                               for one in SENTENCE_END.split(page.text(block).replace("\n", " "))
                               if PLAIN_SENTENCE.match(one) and 7 <= len(one.split()) <= 25]
            self.headings += [(page.path, page.lines[block.start])
                              for block in page.of_kind("heading")
                              if re.match(r"#+ [A-Z][a-z A-Z]+$", page.lines[block.start])]
            self.code += [(page.path, page.lines[block.start:block.end])
                          for block in page.of_kind("code")
                          if block.end - block.start <= 12 and page.lines[block.start][:1] == "`"]

    @staticmethod
    def lend(kept, page, rng):
        """Something that is neither of the page nor in it."""
        for _ in range(ATTEMPTS):
            path, thing = rng.choice(kept)
            text = thing if isinstance(thing, str) else "\n".join(thing[1:-1])
            if path != page.path and text not in page.whole:
                return thing
        raise LookupError("the pages are too few to lend each other anything")

    def sentence(self, page, rng):
        return self.lend(self.sentences, page, rng)
