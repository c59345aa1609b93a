// What a request leaves out
// =========================
//
// Each choice stands on those before it:
//
//     configuration   may name the base, the source language, the layout, the names of milestones
//     base            the first usual name that there is, if nobody names another
//     branch          HEAD; `auto` is the newest milestone that is not merged into the base
//     layout          the first common one that fits the sources of the base and the translations
//                     of the branch
//     languages       those asked for, else the one in the branch's name, else all that there are;
//                     the layout then knows which folders are languages
//     since           `auto` is the milestone before the branch
//
// Twice that is not enough. A check reads the configuration from the base, which the configuration
// may name (base_choice.cc). And `--branch auto` needs a language before there is a branch to find
// any on: it has to be asked for.

#include "plan/plan.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "l10n_drift/error.h"
#include "plan/base_choice.h"
#include "plan/language_choice.h"
#include "plan/layout_choice.h"
#include "plan/milestone_branches.h"
#include "plan/named_pages.h"
#include "plan/site_files.h"
#include "plan/warnings.h"

namespace l10n_drift {
namespace {

constexpr char kDefaultSourceLanguage[] = "en";

// The language that the name of a milestone tells.
std::vector<std::string> language_in_name(const MilestoneBranches& milestones,
                                          const std::string& branch) {
  const auto milestone = milestones.parse(branch);
  if (!milestone) return {};
  return {milestone->language};
}

// The one language that `auto` needs.
std::string single_language(const std::vector<std::string>& languages, const char* option) {
  if (languages.size() == 1) return languages.front();
  throw Error(fmt::format("{} auto needs one language", option), "name it: --lang CODE");
}

std::string choose_source_language(const Comparison& comparison, const Config& config) {
  std::string language =
      comparison.source_language.value_or(config.source_language.value_or(kDefaultSourceLanguage));
  if (!is_language_code(language)) {
    throw Error(fmt::format("'{}' is no language code", language),
                "a code is like 'en' or 'pt-br'");
  }
  return language;
}

// The language of a translation, or of a folder of them.
std::optional<std::string> language_of_name(const Repository& repository, const std::string& name,
                                            const Config& config,
                                            const std::string& source_language) {
  for (std::string path : possible_paths(repository, name)) {
    while (path.ends_with('/')) path.pop_back();
    // What lies below it has the language of the folder.
    if (auto language = language_of_path(path + "/page", config, source_language)) return language;
  }
  return {};
}

// The languages that the request asks for: those of the translations it names, if nobody asks for
// others. A source tells none, and may be meant for any.
AskedLanguages choose_asked_languages(const Repository& repository, const PlanRequest& request,
                                      const Config& config, const std::string& source_language) {
  if (!request.languages.empty() || request.named.empty()) {
    return ask_for(request.languages, config);
  }
  std::vector<std::string> codes;
  for (const std::string& name : request.named) {
    const auto language = language_of_name(repository, name, config, source_language);
    if (!language) return ask_for({}, config);
    codes.push_back(*language);
  }
  return ask_for(std::move(codes), config);
}

// The languages that are asked for, and what the layout has to know of others.
LanguageFolders choose_folders(const LanguageChoice& choice, const AskedLanguages& asked,
                               const PlanRequest& request) {
  if (!request.named.empty() && request.languages.empty()) return choice.with_named(asked);
  return choice.with(asked, request.purpose);
}

ResolvedRevision choose_branch(const Repository& repository, const std::string& branch,
                               const AskedLanguages& asked, const MilestoneBranches& milestones,
                               const ResolvedRevision& base) {
  if (branch != "auto") return repository.resolve(branch);
  const std::string language = single_language(asked.names, "--branch");
  const std::string meant = meant_language(language, milestones.languages()).value_or(language);
  return milestones.newest_unmerged(meant, base).value_or(base);
}

std::optional<ResolvedRevision> choose_since(const Repository& repository,
                                             const std::optional<std::string>& since,
                                             const MilestoneBranches& milestones,
                                             const std::vector<std::string>& languages,
                                             const ResolvedRevision& branch) {
  if (!since) return {};
  if (*since != "auto") return repository.resolve(*since);
  return milestones.previous(single_language(languages, "--since"), branch);
}

std::vector<IgnoredSources> ignored_sources(const Config& config) {
  std::vector<IgnoredSources> ignored;
  for (const IgnoreRule& rule : config.ignore) {
    ignored.push_back({GlobSet({rule.source}), rule.reason});
  }
  return ignored;
}

// The options that `l10n-drift diff` needs to see the same pairs, as words.
std::vector<std::string> diff_options(const Comparison& comparison) {
  std::vector<std::string> words;
  if (comparison.config_file) words = {"--config", *comparison.config_file};
  if (comparison.source_language) {
    words.insert(words.end(), {"--source-lang", *comparison.source_language});
  }
  return words;
}

std::vector<Warning> warnings_about(const Repository& repository, Purpose purpose,
                                    const Plan& plan) {
  std::vector<Warning> warnings = warn_of_rewritten_history(repository);
  if (auto stale = warn_of_stale_base(repository, plan.base, plan.branch, purpose)) {
    warnings.push_back(*std::move(stale));
  }
  const Objects& objects = repository.objects();
  if (auto unknown = warn_of_unknown_commits(objects, plan.ignored_commits)) {
    warnings.push_back(*std::move(unknown));
  }
  for (Warning& unknown : warn_of_unknown_reviews(objects, plan)) {
    warnings.push_back(std::move(unknown));
  }
  return warnings;
}

}  // namespace

std::optional<std::string> Plan::ignore_reason(const std::string& source) const {
  for (const IgnoredSources& rule : ignored) {
    if (rule.sources.matches(source)) return rule.reason;
  }
  return {};
}

Repository open_for(const PlanRequest& request) {
  const Comparison& comparison = request.comparison;
  return Repository::open(
      {.path = comparison.repository,
       .shallow = request.allow_shallow ? Shallow::kAllow : Shallow::kRefuse,
       .missing_blobs = comparison.fetch_missing ? MissingBlobs::kFetch : MissingBlobs::kRefuse});
}

Planned make_plan(const Repository& repository, const PlanRequest& request) {
  const Objects& objects = repository.objects();
  const auto phase = objects.measure(Phase::kPlan);
  const Comparison& comparison = request.comparison;
  if (!repository.has_commits()) {
    throw Error(fmt::format("repository '{}' has no commits", comparison.repository));
  }
  Config config = choose_config(repository, comparison, request.purpose);
  const MilestoneBranches milestones(repository, config);
  const std::string source_language = choose_source_language(comparison, config);
  AskedLanguages asked = choose_asked_languages(repository, request, config, source_language);
  ResolvedRevision base = choose_base(repository, comparison, config);
  ResolvedRevision branch =
      choose_branch(repository, comparison.branch.value_or("HEAD"), asked, milestones, base);
  LayoutChoice chosen = choose_layout(objects, config, source_language, base, branch);
  const Layout& layout = chosen.layout;
  if (asked.codes.empty() && request.purpose == Purpose::kReport) {
    asked = ask_for(language_in_name(milestones, branch.ref), config);
  }
  LanguageFolders folders = choose_folders({objects, layout, config, base, branch}, asked, request);
  for (std::string& note : folders.notes) chosen.finding.reasons.push_back(std::move(note));
  auto since = choose_since(repository, request.since, milestones, folders.languages, branch);
  const auto& include = request.include.empty() ? config.include : request.include;
  const auto& exclude = request.exclude.empty() ? config.exclude : request.exclude;
  IgnoredCommits ignored_commits =
      choose_ignored_commits(repository, request.purpose, config, base, branch);
  std::vector<Review> reviews = choose_reviews(repository, request.purpose, branch);
  Plan plan{.base = std::move(base),
            .branch = std::move(branch),
            .since = std::move(since),
            .layout = std::move(folders.layout),
            .languages = std::move(folders.languages),
            .left_aside = std::move(folders.left_aside),
            .finding = std::move(chosen.finding),
            .config = config,
            .include = GlobSet(include),
            .exclude = GlobSet(exclude),
            .include_patterns = include,
            .exclude_patterns = exclude,
            .ignored = ignored_sources(config),
            .ignored_commits = std::move(ignored_commits),
            .reviews = std::move(reviews),
            .granularity = request.granularity,
            .with_records = request.with_records,
            .with_texts = request.with_texts,
            .diff_options = diff_options(comparison)};
  std::vector<Warning> warnings = warnings_about(repository, request.purpose, plan);
  return {std::move(plan), std::move(warnings)};
}

Revision to_revision(const ResolvedRevision& revision) {
  return {revision.ref, revision.commit.hex()};
}

}  // namespace l10n_drift
