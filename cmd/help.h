#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace l10n_drift {

// The groups of options, in the order of the help.
inline constexpr char kPagesGroup[] = "Which pages";
inline constexpr char kHistoryGroup[] = "What is compared";
inline constexpr char kOutputGroup[] = "What is printed";
inline constexpr char kIssueGroup[] = "Of an issue";
inline constexpr char kMessagesGroup[] = "Messages and help";

// What is added to `app` from now on belongs to this group.
void begin_group(CLI::App& app, const char* group);

// What is to be typed, and what it does or tells.
struct HelpRow {
  std::string typed;
  std::string text;  // Further lines are set below the first one.
};

// What stands in the help of a command, besides its options.
struct HelpTexts {
  std::string usage;  // "l10n-drift diff [OPTIONS] TRANSLATION"
  std::vector<HelpRow> commands;
  std::vector<HelpRow> examples;
  std::string note;          // Above the options.
  std::string footer;        // Below the whole help.
  std::string short_footer;  // Below the short one.
};

// Makes the help that `--help` prints; and for CLI11's mode "all" that of `-h`, which names the
// options without a description, to fit a terminal of 24 lines. The options of a program with
// commands are left out of it.
class HelpFormatter : public CLI::FormatterBase {
 public:
  explicit HelpFormatter(HelpTexts texts);
  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override;

 private:
  HelpTexts texts_;
};

}  // namespace l10n_drift
