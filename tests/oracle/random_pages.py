"""Random texts for pages, such that no measure of alikeness is in doubt.

Every line is unlike any other that was ever drawn, so two pages share only lines that one took over
from the other. A page is edited in a line or two, or written anew as a whole.
"""

WORDS = ("pod", "node", "volume", "cluster", "service", "label", "secret", "job", "taint", "quota")

# Names that quoting and pathspecs could trip over; the last one is not UTF-8.
NAMES = (
    b"_index.md",
    b"docs/_index.md",
    b"docs/a.md",
    b"docs/b.md",
    b"docs/concepts/a.md",
    b"docs/concepts/deep/b.md",
    b"docs/[a].md",
    b"docs/*.md",
    b"docs/:(top)c.md",
    b"docs/two words.md",
    b'docs/"quoted"\t.md',
    b"docs/\xed\x95\x9c.md",
    b"docs/\\back.md",
    b"examples/x.yaml",
    b"examples/img.png",
    b"docs/caf\xe9.md",
)

LANGUAGES = (b"ko", b"zh", b"zh-cn", b"pt-br")


def line(rng):
    return b"%d %s %s %d\n" % (
        rng.getrandbits(40),
        rng.choice(WORDS).encode(),
        rng.choice(WORDS).encode(),
        rng.getrandbits(40),
    )


def new_page(rng):
    if rng.random() < 0.04:
        return b"\x89PNG\0" + rng.randbytes(rng.randint(200, 400))
    return b"".join(line(rng) for _ in range(rng.randint(14, 26)))


def small_edit(rng, page):
    """The page with a line replaced, dropped or added; a binary one becomes another."""
    if b"\0" in page:
        return new_page(rng)
    lines = page.splitlines(keepends=True)
    where = rng.randrange(len(lines))
    kind = rng.random()
    if kind < 0.15 and len(lines) > 12:
        del lines[where]
    elif kind < 0.5:
        lines.insert(where, line(rng))
    else:
        lines[where] = line(rng)
    text = b"".join(lines)
    return text.rstrip(b"\n") if rng.random() < 0.05 else text


def edit(rng, page):
    return new_page(rng) if rng.random() < 0.1 else small_edit(rng, page)
