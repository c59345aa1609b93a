"""What `l10n-drift check --format json` writes, as far as comments are made of it."""


def finding(kind="left_behind", fails=True, **fields):
    return {"kind": kind, "fails": fails, "level": "error" if fails else "warning",
            "status": "outdated", "source": "content/en/a.md",
            "translation": "content/ko/a.md", "insertions": 3, "deletions": 1, "open_changes": 0,
            **fields}


def report(*findings, notices=()):
    return {"findings": list(findings), "notices": list(notices)}
