"""Holds a report that looks into pages against the one that takes each as a whole.

What is stale within a page is beyond this reading of the specification. But whatever it is, a look
into pages adds to what their history says and takes nothing away: a page that is in sync may become
partially updated, and nothing else may change.
"""

# What only a look into pages can tell, of pages whose source has changed.
OF_BLOCKS = ("draft", "text_now_in", "severity", "alignment", "open_changes", "stale")
UNCOUNTED = ("insertions", "deletions")
NOT_LOOKED_INTO = {"severity": None, "alignment": None, "open_changes": None, "stale": []}


def _without(record, fields):
    return {key: value for key, value in record.items() if key not in fields}


def _misfits_of_stale(record):
    """What the record says of its blocks has to agree within itself."""
    left_open = [block for block in record["stale"] if block["before_last_touch"]]
    # Nobody can tell unless the blocks correspond; then nothing is claimed.
    count = len(left_open) if record["alignment"] == "good" else None
    if record["open_changes"] != count or (count is None and left_open):
        yield f"{record['open_changes']} open changes, but {left_open}"
    if record["status"] != "partially_updated":
        return
    if not left_open or left_open != record["stale"]:
        yield f"nothing changed after its last touch, but {record['stale']}"
    if record["severity"] is None or record["alignment"] != "good":
        yield f"severity {record['severity']}, alignment {record['alignment']}"


def _misfits_of_page(whole, record):
    """The same page in both reports, the one that takes it as a whole first."""
    if any(whole[key] != value for key, value in NOT_LOOKED_INTO.items()):
        yield f"was looked into: {whole}"
    free = ()
    if record["status"] == "partially_updated":
        free = ("status", *UNCOUNTED, *OF_BLOCKS)
        if whole["status"] != "in_sync" or whole["baseline"]["method"] != "history":
            yield f"is partially updated, but was {whole}"
        if any(record[key] is not None for key in UNCOUNTED):
            yield f"is partially updated, but lines are counted: {record}"
    elif record["status"] == "outdated":
        free = OF_BLOCKS
    elif record["status"] == "in_sync" and record["severity"] == "not_looked_into":
        free = ("severity",)
    if _without(whole, free) != _without(record, free):
        yield f"expected {whole}, got {record}"
    if free:
        yield from _misfits_of_stale(record)


def _misfits_of_summary(whole, summary):
    moved = ("in_sync", "partially_updated")
    totals = [sum(tally[status] for status in moved) for tally in (whole, summary)]
    of_blocks = (*moved, "not_compared")
    if totals[0] != totals[1] or _without(whole, of_blocks) != _without(summary, of_blocks):
        yield f"expected {whole}, got {summary}"


def misfits(by_file, by_block):
    """What is wrong with the second report, as lines of text; the first is held to be right."""
    if _without(by_file, ("files", "summary")) != _without(by_block, ("files", "summary")):
        yield "the heads of the reports differ"
    pages = [[record["translation"] for record in one["files"]] for one in (by_file, by_block)]
    if pages[0] != pages[1]:
        yield f"expected the pages {pages[0]}, got {pages[1]}"
        return
    for whole, record in zip(by_file["files"], by_block["files"]):
        for misfit in _misfits_of_page(whole, record):
            yield f"{whole['translation']!r} {misfit}"
    for language, whole in by_file["summary"].items():
        for misfit in _misfits_of_summary(whole, by_block["summary"][language]):
            yield f"summary of {language}: {misfit}"
