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
//     languages       those asked for, else the one in the branch's name, else all that there are
//     since           `auto` is the milestone before the branch
//
// Twice that is not enough. A check reads the configuration from the base, which the configuration
// may name (base_choice.cc). And `--branch auto` needs a language before there is a branch to find
// any on: it has to be asked for.

#include "plan/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "l10n_drift/error.h"
#include "plan/base_choice.h"
#include "plan/languages.h"
#include "plan/layout_choice.h"
#include "plan/milestone_branches.h"
#include "plan/warnings.h"
#include "text/shell.h"

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

// The folders' names, sorted.
std::vector<std::string> asked_languages(const std::vector<std::string>& codes,
                                         const Config& config) {
  std::vector<std::string> languages;
  for (const std::string& code : codes) {
    if (code != "all") languages.push_back(resolve_alias(config, code));
  }
  std::sort(languages.begin(), languages.end());
  languages.erase(std::unique(languages.begin(), languages.end()), languages.end());
  return languages;
}

// Those asked for, or all that there are.
std::vector<std::string> choose_languages(const Repository& repository, const Plan& plan,
                                          const Request& request,
                                          const std::vector<std::string>& asked, Purpose purpose) {
  const bool wants_all = std::count(request.languages.begin(), request.languages.end(), "all") > 0;
  const std::vector<std::string> present =
      find_languages(repository.objects(), plan.branch.tree, plan.layout);
  if (present.empty()) {
    // Where it is the answer, it is no error.
    if (asked.empty() && purpose != Purpose::kReport) return {};
    throw Error(fmt::format("no translations on '{}'", plan.branch.ref),
                fmt::format("they are expected in '{}'", plan.layout.language_root("{lang}")));
  }
  for (const std::string& language : asked) {
    if (std::find(present.begin(), present.end(), language) != present.end()) continue;
    throw Error(
        language == plan.layout.source_language()
            ? fmt::format("'{}' is the source language", language)
            : fmt::format("no translations in language '{}' on '{}'", language, plan.branch.ref),
        fmt::format("there are translations in {}", fmt::join(present, ", ")));
  }
  return asked.empty() || wants_all ? present : asked;
}

// The one language that `auto` needs.
std::string single_language(const std::vector<std::string>& languages, const char* option) {
  if (languages.size() == 1) return languages.front();
  throw Error(fmt::format("{} auto needs one language", option), "name it: --lang CODE");
}

std::string choose_source_language(const Request& request, const Config& config) {
  std::string language =
      request.source_language.value_or(config.source_language.value_or(kDefaultSourceLanguage));
  if (!is_language_code(language)) {
    throw Error(fmt::format("'{}' is no language code", language),
                "a code is like 'en' or 'pt-br'");
  }
  return language;
}

ResolvedRevision choose_branch(const Repository& repository, const Request& request,
                               const Config& config, const MilestoneBranches& milestones,
                               const ResolvedRevision& base) {
  const std::string branch = request.branch.value_or("HEAD");
  if (branch != "auto") return repository.resolve(branch);
  const auto asked = asked_languages(request.languages, config);
  return milestones.newest_unmerged(single_language(asked, "--branch"), base).value_or(base);
}

std::optional<ResolvedRevision> choose_since(const Repository& repository, const Request& request,
                                             const MilestoneBranches& milestones,
                                             const Plan& plan) {
  if (!request.since) return {};
  if (*request.since != "auto") return repository.resolve(*request.since);
  return milestones.previous(single_language(plan.languages, "--since"), plan.branch);
}

std::vector<IgnoredSources> ignored_sources(const Config& config) {
  std::vector<IgnoredSources> ignored;
  for (const IgnoreRule& rule : config.ignore) {
    ignored.push_back({GlobSet({rule.source}), rule.reason});
  }
  return ignored;
}

}  // namespace

std::optional<std::string> Plan::ignore_reason(const std::string& source) const {
  for (const IgnoredSources& rule : ignored) {
    if (rule.sources.matches(source)) return rule.reason;
  }
  return {};
}

Repository open_for(const Request& request) {
  Repository repository = Repository::open(
      {.path = request.repository,
       .shallow = request.allow_shallow ? Shallow::kAllow : Shallow::kRefuse,
       .missing_blobs = request.fetch_missing ? MissingBlobs::kFetch : MissingBlobs::kRefuse});
  if (request.with_commits && repository.objects().is_shallow()) {
    throw Error("--commits needs the whole history, and the clone is shallow",
                fmt::format("git -C {} fetch --unshallow", shell_quote(request.repository)));
  }
  return repository;
}

Plan make_plan(const Repository& repository, const Request& request,
               const std::vector<std::string>& paths, Purpose purpose) {
  const auto phase = repository.objects().measure(Phase::kPlan);
  if (!repository.has_commits()) {
    throw Error(fmt::format("repository '{}' has no commits", request.repository));
  }
  const Config config = choose_config(repository, request, purpose);
  const MilestoneBranches milestones(repository, config);
  const std::string source_language = choose_source_language(request, config);
  Request asked_for = request;
  for (const std::string& path : paths) {
    const auto language = language_of_path(path, config, source_language);
    if (language) asked_for.languages = {*language};
  }

  Plan plan{.base = choose_base(repository, request, config),
            .branch = {},
            .since = {},
            .layout = Layout("{path}", "{lang}/{path}", source_language),
            .languages = {},
            .config = config,
            .include = GlobSet(request.include.empty() ? config.include : request.include),
            .exclude = GlobSet(request.exclude.empty() ? config.exclude : request.exclude),
            .ignored = ignored_sources(config),
            .granularity = request.granularity,
            .warnings = {}};
  plan.branch = choose_branch(repository, asked_for, config, milestones, plan.base);
  plan.layout =
      choose_layout(repository.objects(), config, source_language, plan.base, plan.branch);
  if (asked_for.languages.empty() && purpose == Purpose::kReport) {
    asked_for.languages = language_in_name(milestones, plan.branch.ref);
  }
  const auto languages = asked_languages(asked_for.languages, config);
  plan.languages = choose_languages(repository, plan, asked_for, languages, purpose);
  plan.since = choose_since(repository, asked_for, milestones, plan);
  warn_of_rewritten_history(repository, plan);
  warn_of_stale_base(repository, purpose, plan);
  return plan;
}

Revision to_revision(const ResolvedRevision& revision) {
  return {revision.ref, revision.commit.hex()};
}

std::vector<std::string> diff_options(const Request& request) {
  std::vector<std::string> words;
  if (request.config_file) words = {"--config", *request.config_file};
  if (request.source_language) {
    words.insert(words.end(), {"--source-lang", *request.source_language});
  }
  return words;
}

}  // namespace l10n_drift
