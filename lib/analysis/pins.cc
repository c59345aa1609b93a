// Pins
// ====
//
// A page is judged twice: by all that is known, and by its history alone, as if nobody had written
// anything down. Where it names a commit that leads nowhere, the first says so. Where it names one
// that does, the second may know better: somebody has brought the page up to date, and forgot the
// pin. That is believed only if nothing was left open at the last touch, block by block, for who
// mends a typo has not translated anything, and the pin that stays behind is right; and only if the
// page was there before the version that it names was replaced. For who writes a page beside a
// newer source than it was made from says so by the pin, and nothing else tells.
//
// What is proposed is the commit of the base that made the version of the source, and not the one
// that the page was touched by: others can look that up, and it does not go away with a branch that
// is squashed.

#include "l10n_drift/pins.h"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include "analysis/report.h"
#include "baselines/source_versions.h"
#include "baselines/touches.h"
#include "git/repository.h"
#include "l10n_drift/error.h"
#include "markdown/commit_record.h"
#include "markdown/page_kind.h"
#include "plan/config_file.h"
#include "plan/pages.h"
#include "plan/uncommitted.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

constexpr char kComment[] = "comment";
constexpr char kMessage[] = "message";

bool may_have_pin(const FileReport& file) {
  switch (file.status) {
    case Status::kInSync:
    case Status::kOutdated:
    case Status::kPartiallyUpdated:
    case Status::kInvalidBaseline:
    case Status::kUnknown:
      return page_kind(file.translation).has_value() && !file.source_blob.empty();
    default:
      return false;
  }
}

// A page by what it names, and by its history alone.
struct TwiceJudged {
  const FileReport& by_all;
  const FileReport& by_history;
};

// The sources beside the first touches of pages, by their paths; those that have one.
std::map<std::string, ObjectId> first_sources(const Objects& objects, const Pairs& pairs) {
  std::map<std::string, ObjectId> first;
  if (pairs.translations.empty()) return first;
  const auto receive = [&](CommitTouches touches) {
    for (const PageTouch& touch : with_sources(objects, pairs, std::move(touches))) {
      if (!touch.source) continue;
      first.insert_or_assign(pairs.translations[touch.page].path, touch.source->blob);
    }
  };
  send_touches(objects, pairs, receive, {});
  return first;
}

// The pages that name a commit, out of all.
std::vector<Page> pinned_pages(const Pages& all, const std::vector<TwiceJudged>& judged) {
  std::set<std::string> paths;
  for (const auto& [by_all, by_history] : judged) {
    if (by_all.recorded) paths.insert(by_all.translation);
  }
  std::vector<Page> pinned;
  for (const Page& page : all.translations) {
    if (paths.contains(page.path)) pinned.push_back(page);
  }
  return pinned;
}

class PinSearch {
 public:
  PinSearch(std::map<std::string, SourceVersions> versions,
            std::map<std::string, ObjectId> first_sources)
      : versions_(std::move(versions)), first_sources_(std::move(first_sources)) {}

  std::optional<Pin> find(const TwiceJudged& page) const {
    const auto& [by_all, by_history] = page;
    const bool has_pin = by_all.recorded && by_all.recorded->where != kMessage;
    Pin pin{.state = PinState::kMissing,
            .language = by_all.language,
            .source = by_all.source,
            .translation = by_all.translation,
            .recorded = by_all.recorded,
            .reason = {},
            .proposed = proposed(by_history),
            .left_open = open_changes(by_history)};
    if (!has_pin) {
      pin.recorded.reset();
      return pin;
    }
    if (by_all.status == Status::kInvalidBaseline) {
      pin.state = PinState::kInvalid;
      pin.reason = by_all.reason.value_or("");
      return pin;
    }
    pin.state = PinState::kLagging;
    return is_lagging(page) ? std::optional(pin) : std::nullopt;
  }

 private:
  // The place of a blob among the versions of a source, the newest being 0.
  std::optional<std::size_t> place_of(const std::string& source, const std::string& blob) const {
    const auto known = versions_.find(source);
    if (known == versions_.end()) return {};
    for (std::size_t i = 0; i < known->second.size(); ++i) {
      if (known->second[i].blob.hex() == blob) return i;
    }
    return {};
  }

  std::optional<std::size_t> baseline_of(const FileReport& file) const {
    if (!file.baseline) return {};
    return place_of(file.source, file.baseline->blob);
  }

  std::optional<CommitStamp> proposed(const FileReport& by_history) const {
    const auto place = baseline_of(by_history);
    if (!place) return {};
    const SourceVersion& version = versions_.at(by_history.source)[*place];
    return CommitStamp{version.commit.hex(), iso_date(version.time, version.offset_minutes)};
  }

  bool is_lagging(const TwiceJudged& page) const {
    const auto named = baseline_of(page.by_all);
    const auto proved = baseline_of(page.by_history);
    if (!named || !proved || *proved >= *named) return false;
    if (open_changes(page.by_history) > 0 || page.by_history.alignment == Alignment::kWeak) {
      return false;
    }
    const auto first = first_sources_.find(page.by_history.translation);
    if (first == first_sources_.end()) return false;
    const auto begun = place_of(page.by_history.source, first->second.hex());
    return begun && *begun >= *named;
  }

  std::map<std::string, SourceVersions> versions_;
  std::map<std::string, ObjectId> first_sources_;
};

// Gives pages that shall have a pin one.
class PinWriter {
 public:
  PinWriter(const Repository& repository, const Plan& plan, PinWriting writing)
      : repository_(repository), plan_(plan), writing_(writing) {
    if (!repository.work_tree()) {
      throw Error("there is no work tree to write to", "clone the repository without --bare");
    }
    if (plan.config.baseline_keys.empty()) {
      throw Error("the configuration names no key for pins",
                  R"({"baseline": {"front_matter": ["default_lang_commit"]}} names one)");
    }
  }

  // Nothing, with the reason, for a page that is to be left as it is.
  std::optional<PinnedPage> write(const Pin& pin, std::vector<Warning>& warnings) const {
    const auto leave = [&](const std::string& why, const std::string& hint = {}) {
      warnings.push_back(
          {fmt::format("{} is left as it is: {}", in_quotes(pin.translation), why), hint});
      return std::optional<PinnedPage>();
    };
    if (!pin.proposed) return leave("its history does not tell which commit would be right");
    if (pin.recorded && pin.recorded->where == kComment) {
      return leave("it names its commit in a comment, and not in its front matter");
    }
    if (pin.left_open > 0 && writing_ != PinWriting::kForced) {
      return leave(
          fmt::format("{} of before {} open in it, and a pin would say that it shows {}; "
                      "--force sets it all the same",
                      plural(pin.left_open, "change"), pin.left_open == 1 ? "is" : "are",
                      pin.left_open == 1 ? "it" : "them"));
    }
    const std::string file = *repository_.work_tree() + pin.translation;
    if (std::filesystem::is_symlink(file)) return leave("it is a symbolic link in the work tree");
    std::string text;
    try {
      text = set_pin(pin, file);
    } catch (const Error& error) {
      return leave(error.what(), error.hint());
    }
    // Who does it twice finds what the first time has written.
    if (text == read_text_file(file, in_quotes(pin.translation))) return {};
    if (writing_ != PinWriting::kForced) {
      require_committed(repository_, plan_, pin.translation, "write the pin into it as it is");
    }
    return PinnedPage{pin, file, std::move(text)};
  }

 private:
  std::string set_pin(const Pin& pin, const std::string& file) const {
    const auto text = read_text_file(file, in_quotes(pin.translation));
    if (!text) {
      throw Error(fmt::format("there is no {} in the work tree", in_quotes(pin.translation)));
    }
    return with_commit_record(*text, plan_.config.baseline_keys, pin.proposed->commit);
  }

  const Repository& repository_;
  const Plan& plan_;
  PinWriting writing_;
};

}  // namespace

PinAnalysis find_pins(ReportRequest request, PinWriting writing, const Progress& progress) {
  request.contents = {};
  request.since.reset();
  const Repository repository = open_for_report(request);
  request.granularity = Granularity::kFile;
  PlannedReport by_all = make_report(repository, request, progress);
  request.granularity = Granularity::kBlock;
  request.with_records = false;
  const PlannedReport by_history = make_report(repository, request, progress);
  const Plan& plan = by_all.plan;

  std::map<std::string, const FileReport*> files;
  for (const FileReport& file : by_history.analysis.report.files) files[file.translation] = &file;
  std::vector<TwiceJudged> pages;
  std::set<std::string> sources;
  for (const FileReport& file : by_all.analysis.report.files) {
    if (!may_have_pin(file)) continue;
    pages.push_back({file, *files.at(file.translation)});
    sources.insert(file.source);
  }
  const Objects& objects = repository.objects();
  const Pages all = list_pages(objects, by_history.plan);
  const std::vector<Page> pinned = pinned_pages(all, pages);
  const Pairs pairs{by_history.plan, plan.base, all, pinned};
  const PinSearch search(find_source_versions(objects, pairs, sources),
                         first_sources(objects, pairs));

  PinAnalysis answer;
  answer.list.base = by_all.analysis.report.base;
  answer.list.branch = by_all.analysis.report.branch;
  answer.list.pages = pages.size();
  for (const TwiceJudged& page : pages) {
    if (auto pin = search.find(page)) answer.list.pins.push_back(*std::move(pin));
  }
  answer.warnings = std::move(by_all.analysis.warnings);
  if (writing != PinWriting::kNone) {
    const PinWriter writer(repository, plan, writing);
    for (const Pin& pin : answer.list.pins) {
      if (auto page = writer.write(pin, answer.warnings))
        answer.written.push_back(*std::move(page));
    }
  }
  answer.statistics = objects.statistics();
  return answer;
}

}  // namespace l10n_drift
