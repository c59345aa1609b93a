"""All mutations, by name."""

from typing import Callable, NamedTuple

import cosmetic_mutations as cosmetic
import needed_mutations as needed


class Mutation(NamedTuple):
    name: str
    change: Callable  # Of a page to its new lines, or None where that does not apply.
    needed: bool
    shows: bool = False  # May show without any history: more than a sentence between others.

    def branch(self, way):
        return f"mutation-{self.name.replace(' ', '-')}-{way}"


MUTATIONS = (
    Mutation("sentence added", needed.add_sentence, True),
    Mutation("sentence rewritten", needed.rewrite_sentence, True),
    Mutation("sentence lost", needed.lose_sentence, True),
    Mutation("paragraph added", needed.add_paragraph, True, True),
    Mutation("paragraph rewritten", needed.rewrite_paragraph, True, True),
    Mutation("paragraph lost", needed.lose_paragraph, True, True),
    Mutation("item added", needed.add_item, True, True),
    Mutation("item lost", needed.lose_item, True, True),
    Mutation("item rewritten", needed.rewrite_item, True),
    Mutation("code added", needed.add_code, True, True),
    Mutation("code changed", needed.change_code, True, True),
    Mutation("inline code changed", needed.change_inline_code, True, True),
    Mutation("number changed", needed.change_number, True, True),
    Mutation("heading changed", needed.change_heading, True, True),
    Mutation("section added", needed.add_section, True, True),
    Mutation("section lost", needed.lose_section, True, True),
    Mutation("row added", needed.add_row, True, True),
    Mutation("row lost", needed.lose_row, True, True),
    Mutation("row changed", needed.change_row, True),
    Mutation("nothing", lambda page, _: page.lines, False),
    Mutation("emphasis swapped", cosmetic.swap_emphasis, False),
    Mutation("strong added", cosmetic.add_strong, False),
    Mutation("links absolute", cosmetic.make_links_absolute, False),
    Mutation("shortcodes swapped", cosmetic.swap_shortcodes, False),
    Mutation("rewrapped", cosmetic.rewrap, False),
    Mutation("comments added", cosmetic.add_comments, False),
    Mutation("reviewers changed", cosmetic.change_reviewers, False),
    Mutation("trailing blanks", cosmetic.add_trailing_blanks, False),
    Mutation("blank lines doubled", cosmetic.double_blank_lines, False),
    Mutation("crlf", cosmetic.end_lines_in_crlf, False),
    Mutation("combined", cosmetic.combine, False),
    Mutation("combined again", cosmetic.combine, False),
)
NOTHING = next(mutation for mutation in MUTATIONS if mutation.name == "nothing")
