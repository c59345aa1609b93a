// A layout for a repository that has none of the common ones
// ==========================================================
//
// Every page below a folder that may be a language, as in `site/ko/guide/a.md`, votes. Wherever the
// base has a page `a.md`, the ends of the two paths that are the same are `{path}`, and what stands
// before them is a layout:
//
//     site/en/guide/a.md      site/en/{path}        site/{lang}/{path}
//     pages/guide/a.md        pages/{path}          site/{lang}/{path}
//     other/a.md              other/{path}          site/{lang}/guide/{path}
//
// The right one gets the votes of nearly all pages, and the others those of a few.

#include "plan/layout_guess.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "l10n_drift/error.h"
#include "plan/language_folders.h"
#include "site/language_code.h"
#include "site/layout.h"
#include "site/page_name.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

// A name that so many files have tells nothing, and takes long to compare.
constexpr std::size_t kMostNamesakes = 50;

// How many layouts to hold against the trees.
constexpr std::size_t kMostAttempts = 8;

using Folders = std::vector<std::string_view>;

std::string pattern(const Folders& folders) {
  std::string text;
  for (const std::string_view folder : folders) text.append(folder) += '/';
  return text + "{path}";
}

std::vector<std::string> list_prose(const Objects& objects, const ObjectId& tree) {
  std::vector<std::string> paths;
  for (TreeFile& file : objects.list_files(tree, "")) {
    const bool is_page = file.entry.kind() == EntryKind::kFile && is_prose(file.path);
    if (is_page) paths.push_back(std::move(file.path));
  }
  return paths;
}

class Election {
 public:
  Election(std::string source_language, const std::vector<std::string>& sources)
      : source_language_(std::move(source_language)) {
    for (const std::string& source : sources) namesakes_[file_name(source)].push_back(source);
  }

  // The votes of one page.
  void ask(std::string_view page) {
    const auto found = namesakes_.find(file_name(page));
    if (found == namesakes_.end() || found->second.size() > kMostNamesakes) return;
    const Folders parts = split(page, '/');
    std::set<std::pair<std::string, std::string>> choices;  // So that a page has one vote for each.
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
      if (!is_common_language_code(parts[i]) || is_source_language(parts[i])) continue;
      for (const std::string_view source : found->second) {
        if (source == page) continue;
        if (auto choice = choice_of(parts, i, source)) choices.insert(*std::move(choice));
      }
    }
    // Pages that every folder has count, if there is nothing else.
    for (const auto& choice : choices) votes_[choice] += is_index_page(page) ? 1 : 100;
  }

  // Source and translation of each layout: those with the most votes first, then the shortest.
  std::vector<LayoutPatterns> ranked() const {
    std::vector<std::pair<std::pair<std::string, std::string>, std::size_t>> sorted(votes_.begin(),
                                                                                    votes_.end());
    const auto rank = [](const auto& entry) {
      const auto& [choice, votes] = entry;
      return std::tuple(-static_cast<std::ptrdiff_t>(votes),
                        choice.first.size() + choice.second.size(), choice.first, choice.second);
    };
    std::sort(sorted.begin(), sorted.end(),
              [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    std::vector<LayoutPatterns> layouts;
    for (const auto& [choice, votes] : sorted) layouts.push_back({choice.first, choice.second});
    return layouts;
  }

 private:
  bool is_source_language(std::string_view code) const {
    if (!code.starts_with(source_language_)) return false;
    code.remove_prefix(source_language_.size());
    return code.empty() || code[0] == '-' || code[0] == '_';
  }

  // What a page with a language's folder at `place` votes for with this source.
  std::optional<std::pair<std::string, std::string>> choice_of(const Folders& page,
                                                               std::size_t place,
                                                               std::string_view source) const {
    Folders folders = split(source, '/');
    Folders middle(page.begin() + static_cast<std::ptrdiff_t>(place) + 1, page.end());
    while (!middle.empty() && !folders.empty() && middle.back() == folders.back()) {
      middle.pop_back();
      folders.pop_back();
    }
    // Another translation is no source.
    const bool has_place =
        folders.size() > place &&
        std::equal(page.begin(), page.begin() + static_cast<std::ptrdiff_t>(place),
                   folders.begin());
    if (has_place && is_language_code(folders[place]) && !is_source_language(folders[place])) {
      return {};
    }
    Folders translation(page.begin(), page.begin() + static_cast<std::ptrdiff_t>(place));
    translation.emplace_back("{lang}");
    translation.insert(translation.end(), middle.begin(), middle.end());
    return std::pair(pattern(folders), pattern(translation));
  }

  std::string source_language_;
  std::map<std::string_view, std::vector<std::string_view>> namesakes_;
  std::map<std::pair<std::string, std::string>, std::size_t> votes_;
};

// The languages of a layout, if it can be one.
std::optional<LayoutGuess> try_layout(const Objects& objects, const LayoutPatterns& patterns,
                                      const std::string& source_language,
                                      const ResolvedRevision& base,
                                      const ResolvedRevision& branch) {
  try {
    const Layout layout({patterns}, source_language);
    LanguageFolders found =
        find_language_folders(objects, layout, {}, {.base = base, .branch = branch});
    const bool is_likely =
        std::any_of(found.languages.begin(), found.languages.end(),
                    [](const auto& code) { return is_common_language_code(code); });
    if (!is_likely) return {};
    return LayoutGuess{patterns, std::move(found.languages), layout.overlaps()};
  } catch (const Error&) {
    return {};  // A folder's name has a brace.
  }
}

}  // namespace

std::optional<LayoutGuess> guess_layout(const Objects& objects, const std::string& source_language,
                                        const ResolvedRevision& base,
                                        const ResolvedRevision& branch) {
  const std::vector<std::string> sources = list_prose(objects, base.tree);
  Election election(source_language, sources);
  for (const std::string& page : list_prose(objects, branch.tree)) election.ask(page);
  std::vector<LayoutPatterns> layouts = election.ranked();
  layouts.resize(std::min(layouts.size(), kMostAttempts));
  for (const LayoutPatterns& patterns : layouts) {
    if (auto guess = try_layout(objects, patterns, source_language, base, branch)) return guess;
  }
  return {};
}

}  // namespace l10n_drift
