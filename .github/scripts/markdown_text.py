"""Foreign text in GitHub's Markdown, inert: it stays the text that it is.

Paths, headings and names of branches come from strangers. In a code span they ping nobody, link to
nothing and bring no HTML along, as long as they cannot end it.
"""

import re
import unicodedata

# Markdown takes a longer run of backticks for plain text.
LONGEST_FENCE = 80
LONGEST_TEXT = 500


def is_hidden(character):
    """Controls, marks of direction, line separators, and what is no character at all."""
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def printable(text):
    """One line without hidden characters, and not endless."""
    shown = "".join(f"\\u{{{ord(c):x}}}" if is_hidden(c) else c for c in text)
    return shown if len(shown) <= LONGEST_TEXT else shown[:LONGEST_TEXT] + "..."


def code_span(text):
    """The text as code, whatever is in it."""
    shown = printable(text)
    if not shown.strip(" "):
        return "` `"
    fence = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    if len(fence) > LONGEST_FENCE:
        return code_span(shown.replace("`", "'"))
    pad = " " if "`" in (shown[0], shown[-1]) or shown[0] == shown[-1] == " " else ""
    return fence + pad + shown + pad + fence


def plain_text(text):
    """The text as it is if it is harmless, else as code."""
    return text if re.fullmatch(r"#?[\w ,.;()-]*", text, re.ASCII) else code_span(text)
