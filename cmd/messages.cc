#include "messages.h"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

void print(spdlog::level::level_enum level, const char* kind, const std::string& message,
           const std::string& hint) {
  spdlog::log(level, "l10n-drift: {}: {}", kind, printable(message));
  if (hint.empty()) return;
  // What a file shall say stands below, ready to be copied.
  const std::vector<std::string_view> lines = split(hint, '\n');
  spdlog::log(level, "l10n-drift: hint: {}", printable(lines.front()));
  for (std::size_t i = 1; i < lines.size(); ++i) spdlog::log(level, "{}", printable(lines[i]));
}

}  // namespace

void set_up_messages(Verbosity verbosity) {
  // spdlog's own default writes to standard output, which belongs to the product.
  auto logger = std::make_shared<spdlog::logger>("l10n-drift",
                                                 std::make_shared<spdlog::sinks::stderr_sink_st>());
  logger->set_pattern("%v");
  logger->set_level(verbosity == Verbosity::kVerbose ? spdlog::level::info
                    : verbosity == Verbosity::kQuiet ? spdlog::level::err
                                                     : spdlog::level::warn);
  spdlog::set_default_logger(std::move(logger));
}

void print_error(const Error& error) {
  print(spdlog::level::err, "error", error.what(), error.hint());
}

void print_warning(const Warning& warning) {
  print(spdlog::level::warn, "warning", warning.message, warning.hint);
}

void print_remark(const std::string& message) { print(spdlog::level::warn, "note", message, {}); }

void print_note(const std::string& message) { print(spdlog::level::info, "note", message, {}); }

void print_uncommitted(const std::vector<UncommittedPage>& pages, const Revision& branch) {
  constexpr std::size_t kMostNotes = 5;
  for (std::size_t i = 0; i < std::min(pages.size(), kMostNotes); ++i) {
    const std::string path = quote_path(pages[i].path);
    const std::string_view commit = short_id(branch.commit);
    print_remark(pages[i].is_new
                     ? fmt::format("{} was not committed; nothing is told here of it", path)
                     : fmt::format("{} is changed in the work tree; what is told here is of the "
                                   "commit {}",
                                   path, commit));
  }
  if (pages.size() <= kMostNotes) return;
  print_remark(
      fmt::format("so it is with {}", plural(pages.size() - kMostNotes, "further translation")));
}

void print_left_aside(const std::vector<LeftAside>& folders) {
  for (const LeftAside& folder : folders) {
    print_note(fmt::format("left aside '{}', as no language: {}", folder.folder, folder.reason));
  }
}

void print_skipped(const std::vector<std::string>& paths) {
  if (paths.empty()) return;
  print_note(fmt::format("skipped {}, as symlinks and submodules are no pages",
                         plural(paths.size(), "path")));
  for (const std::string& path : paths) print_note(fmt::format("skipped '{}'", path));
}

}  // namespace l10n_drift
