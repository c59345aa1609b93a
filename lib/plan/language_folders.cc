// Which folders are languages
// ===========================
//
// `docs/api` beside `docs/ko`: both names have the form of a code, and `api` even is one. Pages
// tell more. What is below a language's folder stands in the source, too; what is below `docs/api`
// stands there alone. But:
//
//   - Every folder has an index page. `docs/api/index.md` stands beside `docs/index.md`, and means
//     little.
//   - Sections have pages of the same names: `docs/cli/install.md`, `docs/install.md`.
//   - Other languages translate a section: `docs/zh/api/a.md` stands in the source as
//     `docs/api/a.md`, which then is no language's page.
//
// To take a section for a language does harm: the sources of `docs/zh/api` would be gone, and
// people told to remove its pages. To leave a language aside does none, as that is said. So where
// translations lie among the sources, a folder has to show more the less its name tells:
//
//     code of ISO 639-1 (ko, pt-br)   a page that stands in the source, and is no index page;
//                                     or half of its pages
//     any other (fil, cli)            half of those that are no index pages, and one at least
//
// and no language must have a folder of its name. Those that are clear are decided first, as they
// tell of the others. Where translations lie beside the sources, a code of ISO 639-1 is enough, as
// nothing else is expected there, or one page that stands in the source.
//
// `a.min.md` beside `a.md`: in the names of files, what has the form of a code is common, and such
// a page always stands in the source without its ending. So where no folder tells, only a code of
// ISO 639-1 is one, and among sources with half of its pages.
//
// Sources move, and leave all pages of a language behind. So of a folder of which nothing else
// tells, history is asked, among sources only if it has a code of ISO 639-1: half of its pages had
// a source when they were touched last, or it is left aside.

#include "plan/language_folders.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "plan/language_candidates.h"
#include "site/language_code.h"
#include "site/page_name.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

// What the pages of a candidate show.
struct Evidence {
  std::size_t pages = 0;
  std::size_t standing = 0;
  std::size_t index = 0;    // Pages that are index pages.
  std::size_t telling = 0;  // Those standing that are none.
  std::size_t in_name = 0;  // Pages of which the file's name alone tells the language.

  bool is_in_names() const { return pages > 0 && in_name == pages; }
  bool is_half() const { return standing > 0 && 2 * standing >= pages; }
  bool is_half_of_telling() const { return telling > 0 && 2 * telling >= pages - index; }
};

std::string no_page_stands(const Candidate& candidate) {
  const std::size_t pages = candidate.pages.size();
  if (pages == 1) return "its page does not stand in the source, too";
  return fmt::format("none of its {} stands in the source, too", plural(pages, "page"));
}

constexpr char kOnlyInNames[] = "its code is none of ISO 639-1, and only names of files have it";

bool is_in_names(const Candidate& candidate) {
  return !candidate.pages.empty() &&
         std::all_of(candidate.pages.begin(), candidate.pages.end(),
                     [](const Sample& page) { return page.is_in_name; });
}

std::string in_names_reason(const Candidate& candidate, const Evidence& found) {
  if (!is_common_language_code(candidate.name)) return kOnlyInNames;
  return fmt::format("only {} of its {} {} in the source, too", found.standing,
                     plural(found.pages, "page"), found.standing == 1 ? "stands" : "stand");
}

// Decides among what lies among the sources.
class Jury {
 public:
  Jury(const LanguageFinder& finder, const std::vector<Candidate>& candidates)
      : finder_(finder), candidates_(candidates) {}

  void decide() {
    for (const Candidate& candidate : candidates_) {
      const Evidence clear =
          evidence(candidate, [](const Sample& page) { return page.place.empty(); });
      const bool is_clear = clear.telling > 0 && clear.is_half();
      if (is_common_language_code(candidate.name) && is_clear) accept(candidate);
    }
    for (const bool common : {true, false}) {
      for (const Candidate& candidate : candidates_) {
        if (is_common_language_code(candidate.name) != common || is_language(candidate)) continue;
        const Evidence found = evidence(candidate);
        if (is_enough(found, common) && !is_section(candidate)) accept(candidate);
      }
    }
    for (const Candidate& candidate : candidates_) {
      if (is_language(candidate) || is_section(candidate)) continue;
      if (!is_common_language_code(candidate.name) || evidence(candidate).standing > 0) continue;
      if (finder_.stood(candidate)) accept(candidate);
    }
  }

  // What the user takes for a language is one if its code is common, and nothing speaks against it.
  void consider(const std::vector<std::string>& asked) {
    for (const Candidate& candidate : candidates_) {
      const bool is_asked = std::find(asked.begin(), asked.end(), candidate.name) != asked.end();
      if (!is_asked || is_language(candidate) || is_section(candidate)) continue;
      if (is_common_language_code(candidate.name)) accept(candidate);
    }
  }

  bool is_language(const Candidate& candidate) const { return languages_.contains(candidate.name); }

  // The folders that are none, those included that only languages have: older trees may show them.
  std::vector<std::string> sections() const {
    std::set<std::string> sections;
    for (const auto& [name, language] : sections_) sections.insert(name);
    for (const Candidate& candidate : candidates_) sections.insert(candidate.name);
    for (const std::string& language : languages_) sections.erase(language);
    return {sections.begin(), sections.end()};
  }

  // Why a folder is none.
  std::string reason(const Candidate& candidate) const {
    const auto section = sections_.find(candidate.name);
    if (section != sections_.end()) {
      return fmt::format("it is a section of the sources, as '{}' has a folder of that name",
                         section->second);
    }
    const Evidence found = evidence(candidate);
    if (found.standing == 0) return no_page_stands(candidate);
    if (found.is_in_names()) return in_names_reason(candidate, found);
    if (found.telling == 0) return "of its pages, only index pages stand in the source, too";
    return fmt::format("only {} of its {} {} in the source, too, and its code is none of ISO 639-1",
                       found.standing, plural(found.pages, "page"),
                       found.standing == 1 ? "stands" : "stand");
  }

 private:
  static bool is_enough(const Evidence& found, bool is_common) {
    if (found.is_in_names()) return is_common && found.is_half();
    return is_common ? found.telling > 0 || found.is_half() : found.is_half_of_telling();
  }

  template <typename Predicate>
  static Evidence evidence(const Candidate& candidate, Predicate counts) {
    Evidence found{.pages = candidate.pages.size()};
    for (const Sample& page : candidate.pages) {
      const bool is_index = is_index_page(page.name);
      if (is_index) ++found.index;
      if (page.is_in_name) ++found.in_name;
      if (!page.stands || !counts(page)) continue;
      ++found.standing;
      if (!is_index) ++found.telling;
    }
    return found;
  }

  // What is known by now: what stands in a language's folder is no source.
  Evidence evidence(const Candidate& candidate) const {
    return evidence(candidate, [&](const Sample& page) {
      return page.place != candidate.name && !languages_.contains(page.place);
    });
  }

  // Whether a language has a folder of this name.
  bool is_section(const Candidate& candidate) const { return sections_.contains(candidate.name); }

  void accept(const Candidate& candidate) {
    languages_.insert(candidate.name);
    for (const Sample& page : candidate.pages) {
      if (!page.place.empty() && page.place != candidate.name) {
        sections_.emplace(page.place, finder_.place_of(candidate.name));
      }
    }
  }

  const LanguageFinder& finder_;
  const std::vector<Candidate>& candidates_;
  std::set<std::string> languages_;
  std::map<std::string, std::string> sections_;  // With the folder of a language that has it, too.
};

bool is_listed(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The configuration has settled it.
LanguageFolders as_configured(const LanguageFinder& finder, const Layout& layout,
                              const std::vector<std::string>& configured) {
  LanguageFolders folders{layout.with_languages_alone(configured), {}, {}};
  const std::vector<std::string> names = finder.names();
  for (const std::string& name : names) {
    if (!is_listed(configured, name)) {
      folders.left_aside.push_back(
          {finder.place_of(name),
           fmt::format("\"languages\" in '{}' does not have it", kConfigName)});
    } else if (finder.is_on_branch(name)) {
      folders.languages.push_back(name);
    }
  }
  for (const std::string& name : configured) {
    if (!layout.may_be_language(name) || is_listed(names, name)) continue;
    folders.left_aside.push_back(
        {layout.place_of(name),
         fmt::format("\"languages\" in '{}' has it, and there is no such folder", kConfigName)});
  }
  std::sort(folders.left_aside.begin(), folders.left_aside.end(),
            [](const LeftAside& a, const LeftAside& b) { return a.folder < b.folder; });
  return folders;
}

// Where translations lie among the sources.
LanguageFolders among_sources(const LanguageFinder& finder, const Layout& layout,
                              const std::vector<std::string>& asked) {
  std::vector<Candidate> candidates;
  for (const std::string& name : finder.names()) candidates.push_back(finder.look_at(name));
  Jury jury(finder, candidates);
  jury.decide();
  jury.consider(asked);
  LanguageFolders folders{layout, {}, {}};
  std::vector<std::string> languages;
  for (const Candidate& candidate : candidates) {
    if (!jury.is_language(candidate)) {
      folders.left_aside.push_back({finder.place_of(candidate.name), jury.reason(candidate)});
      continue;
    }
    languages.push_back(candidate.name);
    if (candidate.is_on_branch) folders.languages.push_back(candidate.name);
  }
  folders.layout = layout.with_languages(languages, jury.sections());
  return folders;
}

bool stands(const Candidate& candidate) {
  return std::any_of(candidate.pages.begin(), candidate.pages.end(),
                     [](const Sample& page) { return page.stands; });
}

// Why what lies beside the sources is no language; nothing if it is one.
std::optional<std::string> find_reason(const LanguageFinder& finder, const std::string& name) {
  if (is_common_language_code(name)) return {};
  const Candidate candidate = finder.look_at(name);
  if (is_in_names(candidate)) return kOnlyInNames;
  if (stands(candidate) || finder.stood(candidate)) return {};
  return no_page_stands(candidate);
}

// Where they do not.
LanguageFolders beside_sources(const LanguageFinder& finder, const Layout& layout,
                               const LanguageSearch& search) {
  LanguageFolders folders{layout, {}, {}};
  std::vector<std::string> languages;
  for (const std::string& name : finder.names()) {
    if (search.all && !is_listed(search.asked, name)) {
      if (auto reason = find_reason(finder, name)) {
        folders.left_aside.push_back({finder.place_of(name), *std::move(reason)});
        continue;
      }
    }
    languages.push_back(name);
    if (finder.is_on_branch(name)) folders.languages.push_back(name);
  }
  folders.layout = layout.with_languages(languages, {});
  return folders;
}

}  // namespace

LanguageFolders find_language_folders(const Objects& objects, const Layout& layout,
                                      const Config& config, const LanguageSearch& search) {
  const LanguageFinder finder(objects, layout, search.base, search.branch);
  if (!config.languages.empty()) return as_configured(finder, layout, config.languages);
  if (layout.overlaps()) return among_sources(finder, layout, search.asked);
  return beside_sources(finder, layout, search);
}

bool has_languages(const Objects& objects, const Layout& layout, const Config& config,
                   const ResolvedRevision& base, const ResolvedRevision& branch) {
  const LanguageFinder finder(objects, layout, base, branch);
  const std::vector<std::string> names = finder.names();
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    if (!config.languages.empty() && !is_listed(config.languages, name)) return false;
    if (!finder.is_on_branch(name)) return false;
    if (is_common_language_code(name)) return true;
    const Candidate candidate = finder.look_at(name);
    return stands(candidate) && !is_in_names(candidate);
  });
}

}  // namespace l10n_drift
