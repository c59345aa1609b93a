#!/usr/bin/python3
"""What real sites did to their files, as small histories: situations_test.py PROGRAM

Each situation is a shell script that makes a repository, and what has to be said of one translation:
fields of the JSON report, and words that have to be in the output for people or must not be there.
What is said of a page is asked in every format, and of the check as well: all have to agree.
"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from workbench import Failure, workbench  # noqa: E402

PRELUDE = """
set -e
git init -q -b main .
mkdir -p content/en content/ko
C() { git add -A; git commit -qm "${1:-change}" --allow-empty; }
text() { for line in $(seq "$2" "$3"); do
  printf 'Line %s of the text about %s, quite long.\\n\\n' $line "$1"; done; }
stub() { printf -- '---\\ntitle: %s\\nweight: 120\\ncontent_type: section\\nno_list: true\\n---\\n' "$1"; }
move() { mkdir -p "$(dirname "$2")"; git mv "$1" "$2"; }
"""

# Name, script, translation, fields of its record, words that are said, words that are not.
SITUATIONS = [
    # ---- Where a translation comes from ----
    ("a tree moves by pure renames from where no layout looks", """
        mkdir -p site/en site/ko; text a 1 9 >site/en/a.md; text b 1 9 >site/ko/a.md; C
        sed -i 's/Line 1 /Line one /' site/en/a.md; C
        rm -r content; mkdir content; git mv site/en site/ko content/; C""",
     "content/ko/a.md", {"status": "outdated", "insertions": 1, "deletions": 1}, [], []),
    ("the source moves first, its translation a commit later", """
        mkdir -p site/en site/ko; text a 1 9 >site/en/a.md; text b 1 9 >site/ko/a.md; C
        sed -i 's/Line 1 /Line one /' site/en/a.md; C
        rm -r content; mkdir content; git mv site/en content/; C; git mv site/ko content/; C""",
     "content/ko/a.md", {"status": "outdated", "insertions": 1, "deletions": 1}, [], []),
    ("a monorepo takes the whole site below a folder, and renames pages on the way", """
        mkdir -p docs/english docs/korean; text a 1 9 >docs/english/a.md
        text b 1 9 >docs/korean/a.md; C
        sed -i 's/Line 1 /Line one /' docs/english/a.md; C
        git mv docs/english/a.md content/en/b.md; git mv docs/korean/a.md content/ko/b.md; C""",
     "content/ko/b.md", {"status": "outdated", "insertions": 1, "deletions": 1}, [], []),
    ("two moves, each from where no layout looks", """
        mkdir -p one/en one/ko; text a 1 9 >one/en/a.md; text b 1 9 >one/ko/a.md; C
        sed -i 's/Line 1 /Line one /' one/en/a.md; C
        mkdir two; git mv one/en one/ko two/; C
        sed -i 's/Line 2 /Line two /' two/en/a.md; C
        rm -r content; mkdir content; git mv two/en two/ko content/; C""",
     "content/ko/a.md", {"status": "outdated", "insertions": 2, "deletions": 2}, [], []),
    ("an edit below the old name is a touch like any other", """
        mkdir -p site/en site/ko; text a 1 9 >site/en/a.md; text b 1 9 >site/ko/a.md; C
        sed -i 's/Line 1 /Line one /' site/en/a.md; C
        sed -i 's/Line 1 /Line one /' site/ko/a.md; C
        rm -r content; mkdir content; git mv site/en site/ko content/; C""",
     "content/ko/a.md", {"status": "in_sync"}, [], []),
    ("moved and edited in one commit", """
        mkdir -p content/en/old content/ko/old content/en/new content/ko/new
        printf -- '---\\ntype: task\\n---\\n\\nMake 10 GB with `k`.\\n\\n## Use\\n\\nMount `/d`.\\n' >content/en/old/s.md
        printf -- '---\\ntype: task\\n---\\n\\n`k` 로 10 GB 를 만든다.\\n\\n## 쓰기\\n\\n`/d` 에 붙인다.\\n' >content/ko/old/s.md; C
        sed -i s/10/20/ content/en/old/s.md; C; git mv content/en/old/s.md content/en/new/; C
        git mv content/ko/old/s.md content/ko/new/; sed -i s/task/tut/ content/ko/new/s.md; C""",
     "content/ko/new/s.md", {"status": "partially_updated", "open_changes": 1}, [], []),
    ("moved from outside and edited in one commit", """
        mkdir -p site/en site/ko
        printf '# A\\n\\nMake 10 GB with `k`.\\n\\n## Use\\n\\nMount `/d`.\\n' >site/en/s.md
        printf '# A\\n\\n`k` 로 10 GB 를 만든다.\\n\\n## 쓰기\\n\\n`/d` 에 붙인다.\\n' >site/ko/s.md; C
        sed -i s/10/20/ site/en/s.md; C
        git mv site/en/s.md content/en/; git mv site/ko/s.md content/ko/
        sed -i 's/# A/# B/' content/ko/s.md; C""",
     "content/ko/s.md", {"status": "partially_updated", "open_changes": 1}, [], []),
    ("another format, and edited", """
        printf '# A\\n\\nMake 10 GB with `k`.\\n\\n## Use\\n\\nMount `/d`.\\n' >content/en/s.markdown
        printf '# A\\n\\n`k` 로 10 GB 를 만든다.\\n\\n## 쓰기\\n\\n`/d` 에 붙인다.\\n' >content/ko/s.markdown; C
        sed -i s/10/20/ content/en/s.markdown; C
        git mv content/en/s.markdown content/en/s.md; git mv content/ko/s.markdown content/ko/s.md
        sed -i 's/# A/# B/' content/ko/s.md; C""",
     "content/ko/s.md", {"status": "partially_updated", "open_changes": 1}, [], []),
    ("the translation was moved, its source was not", """
        mkdir content/ko/new; text a 1 3 >content/en/a.md; text b 1 3 >content/ko/a.md; C
        git mv content/ko/a.md content/ko/new/a.md; C""",
     "content/ko/new/a.md",
     {"status": "renamed", "renamed_to": "content/en/a.md", "renamed_from": "content/en/a.md"},
     ["content/en/a.md", "still"], ["emove"]),
    ("the translation was moved to another name and edited there", """
        text a 1 9 >content/en/a.md; text b 1 9 >content/ko/a.md; C
        git mv content/ko/a.md content/ko/b.md; C
        sed -i 's/Line 1 /Line one /' content/ko/b.md; C""",
     "content/ko/b.md", {"status": "renamed", "renamed_to": "content/en/a.md"}, ["still"], ["emove"]),
    ("the translation was moved and edited in one commit, its source stands", """
        text a 1 9 >content/en/a.md; text b 1 9 >content/ko/a.md; C
        mkdir content/ko/x; git mv content/ko/a.md content/ko/x/a.md
        sed -i 's/Line 1 /Line one /' content/ko/x/a.md; C""",
     "content/ko/x/a.md", {"status": "renamed", "renamed_to": "content/en/a.md"},
     ["still"], ["emove"]),
    ("the translation was moved away, and another one put in its place", """
        text a 1 9 >content/en/a.md; text b 1 9 >content/ko/a.md; C
        git mv content/ko/a.md content/ko/b.md; C; text c 1 9 >content/ko/a.md; C""",
     "content/ko/b.md", {"status": "deleted", "renamed_to": "content/en/a.md"},
     ["content/en/a.md"], ["emove"]),
    ("names that differ in their Unicode form alone", """
        text a 1 3 >"$(printf 'content/en/caf\\303\\251.md')"
        text b 1 3 >"$(printf 'content/ko/cafe\\314\\201.md')"; C
        text a 2 4 >"$(printf 'content/en/caf\\303\\251.md')"; C""",
     "content/ko/cafe\u0301.md", {"status": "outdated", "source": "content/en/caf\u00e9.md"}, [], []),
    ("the other way round, in a folder", """
        mkdir -p "$(printf 'content/en/\\341\\204\\222\\341\\205\\241\\341\\206\\253')" "$(printf 'content/ko/\\355\\225\\234')"
        text a 1 3 >"$(printf 'content/en/\\341\\204\\222\\341\\205\\241\\341\\206\\253/a.md')"
        text b 1 3 >"$(printf 'content/ko/\\355\\225\\234/a.md')"; C""",
     "content/ko/\ud55c/a.md", {"status": "in_sync"}, [], []),
    # ---- Where a source went ----
    ("renamed to the byte, then rewritten", """
        text a 1 30 >content/en/spread.md; text b 1 9 >content/ko/spread.md; C
        git mv content/en/spread.md content/en/topology.md; C
        text c 1 40 >content/en/topology.md; C""",
     "content/ko/spread.md", {"status": "renamed", "renamed_to": "content/en/topology.md"},
     ["content/en/topology.md"], ["emove"]),
    ("renamed twice, rewritten between", """
        text a 1 30 >content/en/a.md; text b 1 9 >content/ko/a.md; C
        git mv content/en/a.md content/en/b.md; C; text c 1 30 >content/en/b.md; C
        move content/en/b.md content/en/x/c.md; C; text d 1 30 >content/en/x/c.md; C""",
     "content/ko/a.md", {"status": "renamed", "renamed_to": "content/en/x/c.md"}, [], ["emove"]),
    ("renamed on a branch that was merged, then rewritten", """
        text a 1 30 >content/en/a.md; text b 1 9 >content/ko/a.md; C
        git switch -qc topic; git mv content/en/a.md content/en/b.md; C
        git switch -q main; text x 1 3 >content/en/other.md; C
        git merge -q --no-edit topic; text c 1 30 >content/en/b.md; C""",
     "content/ko/a.md", {"status": "renamed", "renamed_to": "content/en/b.md"}, [], ["emove"]),
    ("renamed and back and away again", """
        text a 1 30 >content/en/a.md; text b 1 9 >content/ko/a.md; C
        git mv content/en/a.md content/en/b.md; C; git mv content/en/b.md content/en/a.md; C
        git mv content/en/a.md content/en/c.md; C; text c 1 30 >content/en/c.md; C""",
     "content/ko/a.md", {"status": "renamed", "renamed_to": "content/en/c.md"}, [], ["emove"]),
    ("two stubs in unrelated folders", """
        mkdir -p content/en/federation content/ko/federation content/en/debug
        stub Federation >content/en/federation/_index.md; stub F >content/ko/federation/_index.md; C
        git rm -q content/en/federation/_index.md; mkdir -p content/en/debug
        stub Debugging >content/en/debug/_index.md; C""",
     "content/ko/federation/_index.md", {"status": "deleted", "renamed_to": None}, [], []),
    ("two stubs with a line of text that every page has", """
        mkdir -p content/en/a content/ko/a content/en/b
        (stub A; printf '\\n{{%% toc %%}}\\n') >content/en/a/index.md; stub F >content/ko/a/index.md; C
        git rm -q content/en/a/index.md; mkdir -p content/en/b
        (stub B; printf '\\n{{%% toc %%}}\\n') >content/en/b/index.md; C""",
     "content/ko/a/index.md", {"status": "deleted", "renamed_to": None}, [], []),
    ("two short pages of other names", """
        (stub A; echo See below.) >content/en/one.md; stub F >content/ko/one.md; C
        git rm -q content/en/one.md; mkdir -p content/en; (stub B; echo See below.) >content/en/two.md; C""",
     "content/ko/one.md", {"status": "deleted", "renamed_to": None}, [], []),
    ("a stub that goes along with its folder", """
        mkdir -p content/en/old content/ko/old
        stub Old >content/en/old/_index.md; stub F >content/ko/old/_index.md
        text a 1 9 >content/en/old/a.md; C
        git mv content/en/old content/en/new; stub New >content/en/new/_index.md; C""",
     "content/ko/old/_index.md", {"status": "renamed", "renamed_to": "content/en/new/_index.md"},
     [], ["emove"]),
    ("a stub of the same name in another place", """
        mkdir -p content/en/x/debug content/ko/x/debug
        stub Debug >content/en/x/debug/_index.md; stub F >content/ko/x/debug/_index.md; C
        move content/en/x/debug/_index.md content/en/y/debug/_index.md
        stub Debugging >content/en/y/debug/_index.md; C""",
     "content/ko/x/debug/_index.md",
     {"status": "renamed", "renamed_to": "content/en/y/debug/_index.md"}, [], ["emove"]),
    ("pages that share their long front matter alone", """
        fm() { printf -- '---\\n'; seq -f 'key_%g: the same value of every page' 1 30; printf -- '---\\n\\n'; }
        (fm; text a 1 9) >content/en/a.md; text b 1 9 >content/ko/a.md; C
        git rm -q content/en/a.md; mkdir -p content/en; (fm; text c 1 9) >content/en/b.md; C""",
     "content/ko/a.md", {"status": "deleted", "renamed_to": None}, [], []),
    ("another format in one commit, rewritten", """
        text a 1 9 >content/en/index.html; text b 1 9 >content/ko/index.html; C
        git rm -q content/en/index.html; mkdir -p content/en; text c 1 9 >content/en/index.md; C""",
     "content/ko/index.html", {"status": "renamed", "renamed_to": "content/en/index.md"},
     [], ["emove"]),
    ("a page of the same name in another folder is none", """
        mkdir -p content/en/x; text a 1 9 >content/en/a.html; text b 1 9 >content/ko/a.html; C
        git rm -q content/en/a.html; mkdir -p content/en/x; text c 1 9 >content/en/x/a.md; C""",
     "content/ko/a.html", {"status": "deleted", "renamed_to": None}, [], []),
    ("a page that was split in three", """
        text a 1 30 >content/en/a.md; text b 1 9 >content/ko/a.md; C
        git rm -q content/en/a.md; mkdir -p content/en; text a 1 13 >content/en/b.md; text a 14 22 >content/en/c.md
        text a 23 30 >content/en/d.md; C""",
     "content/ko/a.md",
     {"status": "renamed", "renamed_to": "content/en/b.md",
      "text_now_in": [{"blocks": 13, "path": "content/en/b.md"},
                      {"blocks": 9, "path": "content/en/c.md"},
                      {"blocks": 8, "path": "content/en/d.md"}]},
     ["content/en/b.md", "13 blocks"], ["emove", "to be deleted"]),
    ("a page that was split in five", """
        text a 1 30 >content/en/a.md; text b 1 9 >content/ko/a.md; C
        git rm -q content/en/a.md; mkdir -p content/en
        for n in 1 2 3 4 5; do (text n$n 1 9; text a $((6*n-5)) $((6*n)) )>content/en/s$n.md; done; C""",
     "content/ko/a.md",
     {"status": "deleted", "renamed_to": None,
      "text_now_in": [{"blocks": 6, "path": f"content/en/s{n}.md"} for n in range(1, 6)]},
     ["content/en/s1.md", "2 other pages"], ["emove", "to be deleted"]),
    ("two pages merged into one that was there", """
        text a 1 9 >content/en/a.md; text c 1 90 >content/en/c.md; text b 1 9 >content/ko/a.md; C
        git rm -q content/en/a.md; text a 1 9 >>content/en/c.md; C""",
     "content/ko/a.md",
     {"status": "deleted", "text_now_in": [{"blocks": 9, "path": "content/en/c.md"}]},
     ["content/en/c.md"], ["emove", "to be deleted"]),
    ("a page that is gone for good", """
        text a 1 9 >content/en/a.md; text c 1 9 >content/en/c.md; text b 1 9 >content/ko/a.md; C
        git rm -q content/en/a.md; text c 5 15 >content/en/c.md; C""",
     "content/ko/a.md", {"status": "deleted", "text_now_in": None, "renamed_to": None},
     ["emove"], []),
    ("text that both pages had before says nothing", """
        text a 1 9 >content/en/a.md; (text a 1 2; text c 1 9) >content/en/c.md
        text b 1 9 >content/ko/a.md; C
        git rm -q content/en/a.md; (text a 1 2; text c 1 12) >content/en/c.md; C""",
     "content/ko/a.md", {"status": "deleted", "text_now_in": None}, ["emove"], []),
    ("the name of a page was given to another", """
        text a 1 9 >content/en/_index.md; text b 1 9 >content/ko/_index.md; C
        git mv content/en/_index.md content/en/docs.md; text c 1 9 >content/en/_index.md; C""",
     "content/ko/_index.md",
     {"status": "outdated", "text_now_in": [{"blocks": 9, "path": "content/en/docs.md"}]},
     ["content/en/docs.md"], ["emove"]),
    ("a page that was rewritten in its place", """
        text a 1 9 >content/en/a.md; text b 1 9 >content/ko/a.md; C
        text c 1 9 >content/en/a.md; text d 1 9 >content/en/e.md; C""",
     "content/ko/a.md", {"status": "outdated", "text_now_in": None}, [], ["text is now"]),
    ("a page that was renamed with its source, which was then rewritten by half", """
        text a 1 9 >content/en/a.md; text b 1 9 >content/ko/a.md; C
        git mv content/en/a.md content/en/e.md; git mv content/ko/a.md content/ko/e.md; C
        (text a 1 3; text c 1 7) >content/en/e.md; C""",
     "content/ko/e.md", {"status": "outdated", "text_now_in": None}, [], ["text is now"]),
    ("a picture is no page's new name", """
        text a 1 9 >content/en/a.md; text b 1 9 >content/ko/a.md; C
        git rm -q content/en/a.md; mkdir -p content/en; text a 1 8 >content/en/b.png; C""",
     "content/ko/a.md", {"status": "deleted"}, [], []),
]


def contains(record, fields):
    """The fields that are not as they should be."""
    return {name: record.get(name) for name, value in fields.items() if record.get(name) != value}


def check(bench, situation):
    """Whatever is wrong with what is said, as lines of text."""
    _, script, translation, fields, said, unsaid = situation
    done = bench.run("/bin/bash", "-c", PRELUDE + script)
    if done.returncode:
        raise Failure(done.stderr.decode(errors="replace"))
    command = ("l10n-drift", "--lang", "ko", "--base", "main", "--branch", "main")
    report = json.loads(bench.output(*command, "--format", "json"))
    records = [r for r in report["files"] if r["translation"] == translation]
    if len(records) != 1:
        return [f"{len(records)} records of {translation}"]
    wrong = [f"{name} is {value!r}" for name, value in contains(records[0], fields).items()]
    for_people = {
        "issue": bench.output(*command, "--format", "issue"),
        "text": bench.output(*command, "--format", "text"),
        "check": bench.output("l10n-drift", "check", "--base", "main", "--branch", "main",
                              "--fail-on", "outdated,renamed,deleted,never,unknown", translation,
                              good=(0, 1)),
    }
    for name, output in for_people.items():
        text = output.decode()
        if name != "text" or "emove" not in said:  # The table tells the status, and no advice.
            wrong += [f"the {name} lacks {word!r}" for word in said if word not in text]
        wrong += [f"the {name} says {word!r}" for word in unsaid if word in text]
    checked = json.loads(bench.output("l10n-drift", "check", "--base", "main", "--branch", "main",
                                      "--format", "json", translation, good=(0, 1)))
    findings = [f["status"] for f in checked["findings"]] or ["in_sync"]
    if findings != [records[0]["status"]]:
        wrong.append(f"the check finds {findings}, the report says {records[0]['status']}")
    untranslated = json.loads(bench.output(*command, "--format", "json", "--untranslated"))
    missing = [r["source"] for r in untranslated["files"] if r["status"] == "untranslated"]
    if records[0]["renamed_to"] in missing or records[0]["source"] in missing:
        wrong.append("its source is called untranslated")
    return wrong


def main():
    program = pathlib.Path(sys.argv[1])
    failed = 0
    for situation in SITUATIONS:
        if len(sys.argv) > 2 and sys.argv[2] not in situation[0]:
            continue
        with workbench(program) as bench:
            try:
                wrong = check(bench, situation)
            except Failure as failure:
                wrong = [str(failure)]
        if wrong:
            failed += 1
            print(f"{situation[0]}:", *wrong, sep="\n    ")
    print(f"{len(SITUATIONS)} situations, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
