#include "plan/site_files.h"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "plan/config_file.h"
#include "site/ignored_revisions.h"
#include "site/lunaria.h"

namespace l10n_drift {
namespace {

std::optional<SiteFile> read_committed(const Objects& objects, const ResolvedRevision& revision,
                                       std::string_view name) {
  const auto entry = objects.find_files(revision.tree, {std::string(name)}).front();
  if (!entry || entry->kind() != EntryKind::kFile) return {};
  objects.require({entry->id});
  return SiteFile{objects.read_blob(entry->id), fmt::format("{}:{}", revision.ref, name)};
}

}  // namespace

std::optional<SiteFile> read_site_file(const Repository& repository, Purpose purpose,
                                       const ResolvedRevision& revision, std::string_view name) {
  const auto work_tree = repository.work_tree();
  if (!work_tree || purpose == Purpose::kCheck) {
    return read_committed(repository.objects(), revision, name);
  }
  auto text = read_text_file(*work_tree + std::string(name), fmt::format("'{}'", name));
  if (!text) return {};
  return SiteFile{*std::move(text), std::string(name)};
}

IgnoredCommits choose_ignored_commits(const Repository& repository, Purpose purpose,
                                      const Config& config, const ResolvedRevision& base,
                                      const ResolvedRevision& branch) {
  const ResolvedRevision& revision = purpose == Purpose::kCheck ? base : branch;
  std::set<ObjectId> named;
  const auto listed = read_site_file(repository, purpose, revision, kIgnoredRevisionsName);
  if (listed) {
    for (const IgnoredRevision& one : parse_ignored_revisions(listed->text, listed->place)) {
      ObjectId commit;
      if (commit.parse_hex(one.commit)) named.insert(commit);
    }
  }
  std::vector<std::string> texts = config.ignore_commits;
  const auto lunaria = read_site_file(repository, purpose, revision, kLunariaConfigName);
  if (lunaria) {
    for (std::string& word : lunaria_keywords(lunaria->text, lunaria->place)) {
      texts.push_back(std::move(word));
    }
  }
  return {std::move(named), texts};
}

std::vector<Review> choose_reviews(const Repository& repository, Purpose purpose,
                                   const ResolvedRevision& branch) {
  const auto file = read_site_file(repository, purpose, branch, kReviewsName);
  if (!file) return {};
  return parse_reviews(file->text, file->place);
}

}  // namespace l10n_drift
