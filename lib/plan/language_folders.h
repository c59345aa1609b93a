#pragma once

#include <string>
#include <vector>

#include "git/repository.h"
#include "l10n_drift/report.h"
#include "site/config.h"
#include "site/layout.h"

namespace l10n_drift {

// Where to look for languages, and which.
struct LanguageSearch {
  const ResolvedRevision& base;
  const ResolvedRevision& branch;
  std::vector<std::string> asked = {};  // The names of folders that the user takes for languages.
  bool all = true;                      // Whether the others are wanted, too.
};

// The folders that are languages, and those that only look like it.
struct LanguageFolders {
  Layout layout;                       // Which knows them.
  std::vector<std::string> languages;  // That have a folder on the branch, sorted.
  std::vector<LeftAside> left_aside;   // Sorted.
  // What codes were taken for, "'ko-KR' is taken for 'ko'"; of a choice among languages alone.
  std::vector<std::string> notes = {};
};

// A folder is a language if its name is a code and pages below it stand in the source, too, in the
// trees of base and branch; how many have to, language_folders.cc says. The configuration's
// `languages` settle it. Where translations do not lie among the sources, a folder that is asked
// for is one by its name alone.
LanguageFolders find_language_folders(const Objects& objects, const Layout& layout,
                                      const Config& config, const LanguageSearch& search);

// Whether any folder of the branch looks like a language, at first sight.
bool has_languages(const Objects& objects, const Layout& layout, const Config& config,
                   const ResolvedRevision& base, const ResolvedRevision& branch);

}  // namespace l10n_drift
