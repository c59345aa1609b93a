#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "git/repository.h"
#include "plan/language_folders.h"
#include "plan/plan.h"
#include "site/config.h"
#include "site/layout.h"

namespace l10n_drift {

// Which languages a request asks for, and how.
struct AskedLanguages {
  std::vector<std::string> codes;  // As they were given.
  std::vector<std::string> names;  // The folders' names, sorted; without "all".

  bool wants_all() const {
    return names.empty() || std::find(codes.begin(), codes.end(), "all") != codes.end();
  }
};

AskedLanguages ask_for(std::vector<std::string> codes, const Config& config);

// Chooses languages among the folders of a base and a branch. All that it is given must outlive it.
class LanguageChoice {
 public:
  LanguageChoice(const Objects& objects, const Layout& layout, const Config& config,
                 const ResolvedRevision& base, const ResolvedRevision& branch)
      : objects_(objects), layout_(layout), config_(config), base_(base), branch_(branch) {}

  // Those asked for, or all that there are; a code may be written in another way where it can mean
  // one folder alone (`meant_language`). Throws Error for one that is not there, and where there
  // is none at all; but a branch to be checked may have removed the last one.
  LanguageFolders with(const AskedLanguages& as_written, Purpose purpose) const;

  // The languages that the paths of pages tell; if one of them is none, its page is no translation,
  // and all are chosen.
  LanguageFolders with_named(const AskedLanguages& asked) const;

 private:
  LanguageFolders find(const AskedLanguages& asked, bool all) const;
  // Puts the names of folders that are there in place of those that can mean nothing else. Returns
  // a note on each.
  std::vector<std::string> take_for_folders(AskedLanguages& asked) const;
  bool are_any_on_base(const AskedLanguages& asked) const;
  [[noreturn]] void throw_no_translations(const AskedLanguages& asked) const;
  [[noreturn]] void throw_no_language(const AskedLanguages& asked,
                                      const std::string& language) const;
  bool is_place_of(const std::string& language, const std::string& place) const;
  std::string nearest_text(const AskedLanguages& asked, const std::string& language,
                           const std::vector<std::string>& present) const;

  const Objects& objects_;
  const Layout& layout_;
  const Config& config_;
  const ResolvedRevision& base_;
  const ResolvedRevision& branch_;
};

}  // namespace l10n_drift
