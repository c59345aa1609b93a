#include "render/issue/solution.h"

#include <fmt/format.h>

#include <cstddef>
#include <string_view>

#include "render/diff_command.h"
#include "render/drift_text.h"
#include "render/inert_text.h"
#include "text/shell.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

std::string blob_name(std::string_view revision, std::string_view path) {
  return shell_quote(fmt::format("{}:{}", revision, path));
}

// The name that the base was given, so that the text stays the same for as long as nothing else in
// the issue changes. But HEAD is another commit for everybody.
std::string_view base_name(const Report& report) {
  if (report.base.ref == "HEAD") return short_id(report.base.commit);
  return report.base.ref;
}

// Where the newest version of the source is.
const std::string& newest_path(const FileReport& file) {
  return file.status == Status::kRenamed && file.renamed_to ? *file.renamed_to : file.source;
}

std::string drift_command(const Report& report, const FileReport& file) {
  return diff_command({.base = report.base.ref,
                       .branch = report.branch.ref,
                       .since = report.since,
                       .options = report.diff_options,
                       .translation = file.translation});
}

std::string git_diff_command(const Report& report, const FileReport& file) {
  return fmt::format(
      "git diff {} {}",
      blob_name(short_id(file.baseline->commit), file.renamed_from.value_or(file.source)),
      blob_name(base_name(report), newest_path(file)));
}

// `git log` for one path, which git would read as a pattern if it has such characters.
std::string git_log_command(const Report& report, const FileReport& file, const char* options) {
  const bool is_pattern =
      file.source.find_first_of("*?[\\") != std::string::npos || file.source.starts_with(':');
  return fmt::format("git {}log {} {} -- {}", is_pattern ? "--literal-pathspecs " : "", options,
                     shell_quote(std::string(base_name(report))), shell_quote(file.source));
}

std::string show_change(const Report& report, const SolutionExample& example) {
  const FileReport& file = *example.file;
  std::string text =
      fmt::format("To see what changed in a source since its translation, here {}:", example.label);
  text += "\n\n" + fenced_shell(drift_command(report, file));
  if (file.baseline) {
    text += "\nor, with git alone:\n\n" + fenced_shell(git_diff_command(report, file));
  }
  return text;
}

std::string show_source(const SolutionExample& example, const char* purpose,
                        const std::string& command) {
  return fmt::format("{}, here {}:\n\n{}", purpose, example.label, fenced_shell(command));
}

// With git alone there is no change to see: the baseline is the newest source.
std::string show_open_changes(const Report& report, const SolutionExample& example) {
  const FileReport& file = *example.file;
  return show_source(example, "To see what a translation still lacks",
                     drift_command(report, file)) +
         "\nor, to read the whole source with git alone:\n\n" +
         fenced_shell("git show " + blob_name(base_name(report), file.source));
}

// What to look at, by the status of the file.
std::string see_source(const Report& report, const SolutionExample& example) {
  const FileReport& file = *example.file;
  switch (file.status) {
    case Status::kPartiallyUpdated:
      return show_open_changes(report, example);
    case Status::kDeleted:
      return show_source(example, "To see why a source is gone",
                         git_log_command(report, file, "-1 --stat"));
    case Status::kUnknown:
    case Status::kInvalidBaseline:
      return show_source(example, "To see the history of a source",
                         git_log_command(report, file, "--oneline"));
    case Status::kUntranslated:
      return show_source(example, "To read a source that has no translation yet",
                         "git show " + blob_name(base_name(report), file.source));
    default:
      return show_change(report, example);
  }
}

std::string next_step(const FileReport& file) {
  const std::string translation = path_span(file.translation);
  switch (file.status) {
    case Status::kRenamed:
      if (is_misplaced(file)) {
        return fmt::format("Then move the translation at {} back to where that of {} belongs",
                           translation, path_span(newest_path(file)));
      }
      return fmt::format(
          "Then move the translation at {} to where that of {} belongs, and update it", translation,
          path_span(newest_path(file)));
    case Status::kDeleted:
      if (is_misplaced(file)) {
        return fmt::format(
            "Then compare the translation at {} with the one beside {}, and keep one", translation,
            path_span(*file.renamed_to));
      }
      if (!file.text_now_in.empty()) {
        return fmt::format(
            "Then take the text of the translation at {} to where its source's is "
            "now: {}",
            translation, text_places(file, path_span));
      }
      return fmt::format("Then remove the translation at {}", translation);
    case Status::kUnknown:
    case Status::kInvalidBaseline:
      return fmt::format("Then compare the source with the translation at {}", translation);
    case Status::kUntranslated:
      return fmt::format("Then write the translation at {}", translation);
    default:
      return fmt::format("Then update the translation at {}", translation);
  }
}

}  // namespace

std::string render_solution(const Report& report, const SolutionExample& example) {
  return fmt::format("## Proposed solution\n\n{}\n{}, on branch {}.\n", see_source(report, example),
                     next_step(*example.file), code_span(report.branch.ref));
}

}  // namespace l10n_drift
