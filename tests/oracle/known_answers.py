"""What is known of the reference data from git itself and from the team's published lists."""

CUT = "cut/dev-1.19-ko.4"
EN = "content/en/docs/"
KO = "content/ko/docs/"
GONE_AT_CUT = [KO + "sitemap.md", KO + "tasks/tools/install-minikube.md"]
OVERHEAD = "pod-overhead.md"
POD_OVERHEAD = {
    f"{KO}concepts/configuration/{OVERHEAD}": f"{EN}concepts/scheduling-eviction/{OVERHEAD}"
}

# Base, branch and since; how many pairs have which status; the translations that are special.
KNOWN_ANSWERS = (
    {
        # github.com/kubernetes/website/issues/24613
        "revisions": (CUT, CUT, "dev-1.19-ko.3"),
        "outdated": 47,
        "renamed": POD_OVERHEAD,
        "deleted": GONE_AT_CUT,
        "lines": {
            "content/en/_index.html": (3, 1),
            EN + "_index.md": (2, 0),
            EN + "concepts/configuration/configmap.md": (49, 33),
            EN + "concepts/containers/container-lifecycle-hooks.md": (18, 7),
            EN + "concepts/extend-kubernetes/compute-storage-net/network-plugins.md": (3, 12),
            EN + "concepts/overview/kubernetes-api.md": (13, 4),
            EN + "concepts/overview/working-with-objects/namespaces.md": (0, 3),
        },
    },
    {
        "revisions": (CUT, CUT, None),
        "outdated": 72,
        "in_sync": 461,
        "renamed": POD_OVERHEAD,
        "deleted": GONE_AT_CUT,
        "unpaired": [KO + "contribute/localization_ko.md"],
        "verbatim": [
            "content/ko/examples/application/guestbook/redis-master-service.yaml",
            "content/ko/examples/application/php-apache.yaml",
        ],
        "content": ["content/ko/examples/application/hpa/php-apache.yaml"],
        "lines": {EN + "concepts/cluster-administration/system-metrics.md": (12, 9)},
    },
    {
        "revisions": ("cut/dev-1.21-ko.5", "cut/dev-1.21-ko.5", "cut/dev-1.21-ko.4"),
        "outdated": 44,
    },
    {
        "revisions": ("main", "main", None),
        "translations": 744,
        "outdated": 265,
        "in_sync": 475,
        "renamed": [KO + "concepts/services-networking/topology-aware-hints.md"],
        "deleted": [
            KO + "concepts/overview/working-with-objects/kubernetes-objects.md",
            "content/ko/examples/service/networking/dual-stack-ipv4-svc.yaml",
        ],
        "unpaired": 1,
        "verbatim": 6,
        "content": [
            "content/ko/examples/application/hpa/php-apache.yaml",
            "content/ko/examples/controllers/job.yaml",
        ],
        "first_version": [KO + "tasks/administer-cluster/kubeadm/upgrading-linux-nodes.md"],
    },
)


def misfits(known, report):
    """How a report differs from a known answer, as lines of text."""
    files = report["files"]
    groups = {
        "translations": files,
        "verbatim": [f for f in files if f["verbatim"]],
        "content": [f for f in files if f["baseline"] and f["baseline"]["method"] == "content"],
        "first_version": [
            f for f in files if f["baseline"] and f["baseline"]["method"] == "first_version"
        ],
    }
    found = []
    for key, expected in known.items():
        if key == "lines":
            found += _wrong_lines(expected, files)
        elif key != "revisions":
            group = groups.get(key, [f for f in files if f["status"] == key])
            found += _wrong_group(key, expected, group)
    return found


def _wrong_group(key, expected, group):
    """`expected` is a number, the translations, or these and their sources' new names."""
    paths = [f["translation"] for f in group]
    if key == "content":  # Most pages of this kind are in sync by history too.
        return [f"{path} is not in sync by content" for path in set(expected) - set(paths)]
    got = len(paths) if isinstance(expected, int) else paths
    if isinstance(expected, dict):
        got = {f["translation"]: f["renamed_to"] for f in group}
    return [] if got == expected else [f"{key}: expected {expected}, got {got}"]


def _wrong_lines(expected, files):
    got = {f["source"]: (f["insertions"], f["deletions"]) for f in files}
    return [
        f"{source}: expected {lines}, got {got.get(source)}"
        for source, lines in expected.items()
        if got.get(source) != lines
    ]
