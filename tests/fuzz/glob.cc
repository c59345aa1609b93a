// Globs. The first line of an input is a path, the others are patterns.

#include "site/glob.h"

#include <fnmatch.h>

#include <algorithm>
#include <string>
#include <vector>

#include "fuzz/target.h"
#include "text/wildmatch.h"

namespace l10n_drift {
namespace {

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// Whether POSIX means the same as git: not by `**`, nor by the odd forms of brackets. And glibc
// finds no match for `*` before an escaped slash, where git does.
bool is_simple(std::string_view pattern) {
  return pattern.find('[') == pattern.npos && pattern.find("**") == pattern.npos &&
         pattern.find("\\/") == pattern.npos;
}

void check_against_posix(const std::string& pattern, const std::string& path) {
  if (!is_simple(pattern)) return;
  if ((pattern + path).find('\0') != pattern.npos) return;
  const bool expected = fnmatch(pattern.c_str(), path.c_str(), FNM_PATHNAME) == 0;
  require(wildmatch(pattern, path) == expected, "a simple glob means what it means to fnmatch");
}

std::string with_single_stars(std::string pattern) {
  const auto both_stars = [](char a, char b) { return a == '*' && b == '*'; };
  pattern.erase(std::unique(pattern.begin(), pattern.end(), both_stars), pattern.end());
  return pattern;
}

void check_stars(const std::string& pattern, const std::string& path) {
  if (pattern.find('[') != pattern.npos || !wildmatch(with_single_stars(pattern), path)) return;
  require(wildmatch(pattern, path), "two stars match whatever one matches");
}

void check_set(const std::vector<std::string>& patterns, const std::string& path) {
  const GlobSet globs(patterns);
  std::vector<std::string> longer = patterns;
  longer.insert(longer.end(), patterns.begin(), patterns.end());
  require(GlobSet(longer).matches(path) == globs.matches(path), "saying it twice changes nothing");
  longer.emplace_back("!*");
  require(!GlobSet(longer).matches(path), "the last pattern can take everything out");
  longer.emplace_back("*");
  require(GlobSet(longer).matches(path), "the last pattern can let everything in");
  // A pattern such as "!docs/" would take out the folder and leave a file of the name in.
  const bool tells_folders_apart =
      std::any_of(patterns.begin(), patterns.end(), [](const std::string& pattern) {
        return pattern.starts_with('!') && pattern.ends_with('/');
      });
  if (globs.matches(path) && !tells_folders_apart) {
    require(globs.matches(path + "/x"), "a folder that matches takes all below it along");
  }
}

}  // namespace

void run_target(std::string_view input) {
  std::vector<std::string> lines = split_lines(input);
  if (lines.empty()) return;
  const std::string path = lines.front();
  lines.erase(lines.begin());
  for (const std::string& pattern : lines) {
    check_against_posix(pattern, path);
    check_stars(pattern, path);
  }
  if (!path.empty() && !path.starts_with('/') && !path.ends_with('/')) check_set(lines, path);
}

}  // namespace l10n_drift
