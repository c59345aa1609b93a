#pragma once

#include <string>
#include <vector>

#include "git/repository.h"
#include "plan/language_places.h"
#include "site/layout.h"

namespace l10n_drift {

// One page of what may be a language.
struct Sample {
  std::string name;         // Of its file.
  std::string place;        // What its source has in the place of `{lang}`, if anything.
  bool stands = false;      // Whether the source is there.
  bool is_in_name = false;  // Whether its file's name alone tells the language.
};

// What may be a language, by the name that stands in the place of `{lang}`.
struct Candidate {
  std::string name;
  std::vector<Sample> pages;
  bool is_on_branch = false;
};

// Looks at what may be languages: their pages, and which of them stand in the source.
class LanguageFinder {
 public:
  // All must outlive the object.
  LanguageFinder(const Objects& objects, const Layout& layout, const ResolvedRevision& base,
                 const ResolvedRevision& branch);

  // The names of all that may be languages, sorted.
  std::vector<std::string> names() const;

  // What its pages show, in the order of their sources. If it has prose, that alone counts.
  Candidate look_at(const std::string& name) const;

  // Where it is, for people.
  std::string place_of(const std::string& name) const;

  // Whether half of the pages of a candidate had a source beside their last touch.
  bool stood(const Candidate& candidate) const;

  // Whether the branch has any file of it, and not only the base.
  bool is_on_branch(const std::string& name) const { return places_.front().has(name); }

 private:
  std::vector<PlacedFile> prose_of(const std::string& name) const;
  bool has_source_at(const Touch& touch) const;
  std::vector<bool> have_sources(const std::vector<PlacedFile>& files) const;
  std::vector<bool> are_there(const std::vector<std::string>& paths) const;
  void mark_other_forms(const std::vector<std::string>& paths, std::vector<bool>& there) const;
  std::set<std::string> source_forms() const;

  const Objects& objects_;
  const Layout& layout_;
  const ResolvedRevision& branch_;
  std::vector<ObjectId> trees_;         // The branch's first.
  std::vector<LanguagePlaces> places_;  // Of each.
};

}  // namespace l10n_drift
