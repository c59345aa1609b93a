#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "git/objects.h"
#include "site/layout.h"

namespace l10n_drift {

// A file in the place of a translation, and where its source would be. Whether the name in the
// place of `{lang}` is a language's, others decide.
struct PlacedFile {
  std::string path;
  std::vector<std::string> sources;  // As Layout::sources_of; at least one.
  TreeEntry entry;
  std::size_t rule = 0;     // The first of the layout's that fits it.
  bool is_in_name = false;  // Whether a file's name alone tells the language.
};

// What one tree has in the place of translations. Where languages are folders, only those are read
// that are asked for. All that it is given must outlive it.
class LanguagePlaces {
 public:
  LanguagePlaces(const Objects& objects, const ObjectId& tree, const Layout& layout);

  // The names in the place of `{lang}` that may be languages.
  std::set<std::string> names() const;

  bool has(const std::string& name) const;

  // The files of one name, sorted by path.
  std::vector<PlacedFile> files(const std::string& name) const;

 private:
  using FilesByPath = std::map<std::string, PlacedFile>;

  void add(const TreeFile& file, std::size_t rule, const std::string& name,
           FilesByPath& files) const;
  void scatter(std::size_t rule);

  const Objects& objects_;
  ObjectId tree_;
  const Layout& layout_;
  // By name, what rules have whose languages are no folders.
  std::map<std::string, FilesByPath> scattered_;
};

}  // namespace l10n_drift
