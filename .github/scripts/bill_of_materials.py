#!/usr/bin/env python3
"""Tells what a release is made of: bill_of_materials.py PREFIX VERSION FILE

PREFIX is an installed tree with its own libraries (see `bundle`). Which package each of them came from
is asked of dpkg, whose names, versions and homepages FILE gets, as JSON in the form of CycloneDX 1.5.
Their licences go to PREFIX/share/doc/l10n-drift/copyright. A library that $L10N_DRIFT_LIBRARIES has
was built from the source of its package, whose version stands beside it (see `small_libgit2`).
"""

import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import urllib.parse

# Libraries of headers, which are in the program itself.
HEADERS = ("libcli11-dev", "libtomlplusplus-dev", "nlohmann-json3-dev")
FORMAT = r"${Package}\n${Version}\n${source:Package}\n${Homepage}\n${Architecture}\n"


def ask_dpkg(*arguments):
    return subprocess.run(["dpkg-query", *arguments], capture_output=True, text=True,
                          check=True).stdout


def package_of(library):
    """The package that has a file of this name."""
    return ask_dpkg("--search", f"*/{library}").split(":")[0]


def own_build():
    """Of the libraries that we have built ourselves: their folder, and their version."""
    folder = os.environ.get("L10N_DRIFT_LIBRARIES")
    if not folder:
        return None, None
    return pathlib.Path(folder), (pathlib.Path(folder).parent / "version").read_text().strip()


def system_name():
    lines = pathlib.Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    values = dict(line.split("=", 1) for line in lines if "=" in line)
    return values["ID"].strip('"'), values["VERSION_CODENAME"].strip('"')


def package_url(name, version, machine):
    vendor, codename = system_name()
    name, version = (urllib.parse.quote(text, safe="") for text in (name, version))
    return f"pkg:deb/{vendor}/{name}@{version}?arch={machine}&distro={codename}"


def component(package, files, built_version):
    """What CycloneDX wants to know of a package that is in the release."""
    name, version, source, homepage, machine = \
        ask_dpkg("--show", "--showformat", FORMAT, package).splitlines()
    if built_version:
        version, machine = built_version, "source"
    found = {
        "type": "library", "name": name, "version": version,
        "purl": package_url(source if built_version else name, version, machine),
        "externalReferences": [{"type": "website", "url": homepage}] if homepage else [],
        "components": [{"type": "file", "name": f"lib/l10n-drift/{path.name}", "hashes": [
            {"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}]}
                       for path in files],
    }
    if built_version:
        found["description"] = f"built from the source package {source} without its network parts"
    return {key: value for key, value in found.items() if value}


def collect(prefix):
    """The packages that are in the tree: name -> its files, and the version if built by us."""
    folder, version = own_build()
    packages = {package: ([], None) for package in HEADERS}
    for path in sorted((prefix / "lib/l10n-drift").iterdir()):
        own = version if folder and (folder / path.name).exists() else None
        packages.setdefault(package_of(path.name), ([], own))[0].append(path)
    return packages


def main(arguments):
    prefix, version, target = pathlib.Path(arguments[0]), arguments[1], pathlib.Path(arguments[2])
    packages = collect(prefix)
    licences = prefix / "share/doc/l10n-drift/copyright"
    licences.mkdir(parents=True, exist_ok=True)
    for package in packages:
        shutil.copyfile(f"/usr/share/doc/{package}/copyright", licences / package)
    bill = {
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": {"component": {
            "type": "application", "name": "l10n-drift", "version": version,
            "licenses": [{"license": {"id": "Apache-2.0"}}]}},
        "components": [component(package, *found) for package, found in sorted(packages.items())],
    }
    target.write_text(json.dumps(bill, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
