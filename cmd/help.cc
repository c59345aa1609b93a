#include "help.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "text/words.h"

namespace l10n_drift {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kTextColumn = 28;   // Of what an option does.
constexpr std::size_t kNamesColumn = 21;  // Of the names of options, in the short help.
constexpr const char* kGroups[] = {kPagesGroup, kHistoryGroup, kOutputGroup, kIssueGroup,
                                   kMessagesGroup};

// "  --format FORMAT         text or json [text]", the text on a line of its own where the left
// side is too wide.
std::string row(const HelpRow& help, std::size_t column) {
  std::string line = "  " + help.typed;
  if (help.text.empty()) return line + '\n';
  if (line.size() + 2 > column) line += '\n';
  const std::size_t width = line.back() == '\n' ? 0 : line.size();
  line.append(column - width, ' ');
  for (const char c : help.text) {
    line += c;
    if (c == '\n') line.append(column, ' ');
  }
  return line + '\n';
}

// The text of all rows in one column.
std::string table(const std::string& title, const std::vector<HelpRow>& rows) {
  if (rows.empty()) return {};
  std::size_t column = 0;
  for (const HelpRow& help : rows) column = std::max(column, help.typed.size() + 4);
  std::string text = fmt::format("\n{}:\n", title);
  for (const HelpRow& help : rows) text += row(help, column);
  return text;
}

// "-C, --repo PATH", "TRANSLATION".
std::string typed_form(const CLI::Option& option) {
  if (option.get_positional()) return option.get_name(true, false);
  std::string form;
  for (const std::string& name : option.get_snames()) form += fmt::format("-{}, ", name);
  for (const std::string& name : option.get_lnames()) form += fmt::format("--{}, ", name);
  form.resize(form.size() - 2);
  const std::string value = option.get_type_name();
  return value.empty() ? form : fmt::format("{} {}", form, value);
}

std::vector<const CLI::Option*> options_of(const CLI::App& app, const std::string& group) {
  return app.get_options([&](const CLI::Option* option) {
    return option->nonpositional() && option->get_group() == group;
  });
}

std::vector<const CLI::Option*> arguments_of(const CLI::App& app) {
  return app.get_options([](const CLI::Option* option) { return option->get_positional(); });
}

std::string described(const std::string& title, const std::vector<const CLI::Option*>& options) {
  if (options.empty()) return {};
  std::string text = fmt::format("\n{}:\n", title);
  for (const CLI::Option* option : options) {
    text += row({typed_form(*option), option->get_description()}, kTextColumn);
  }
  return text;
}

// "  Which pages       --lang CODE, --all", as many lines as it takes.
std::string named(const std::string& title, const std::vector<const CLI::Option*>& options) {
  if (options.empty()) return {};
  std::string text;
  std::string line = fmt::format("  {:<{}}", title, kNamesColumn - 2);
  for (const CLI::Option* option : options) {
    std::string form = typed_form(*option);
    if (const std::size_t comma = form.find(", "); comma != std::string::npos) {
      form.erase(0, comma + 2);
    }
    const bool is_last = option == options.back();
    if (!is_last) form += ',';
    if (line.size() > kNamesColumn && line.size() + 1 + form.size() > kWidth) {
      text += line + '\n';
      line.assign(kNamesColumn, ' ');
    }
    line += line.size() > kNamesColumn ? ' ' + form : form;
  }
  return text + line + '\n';
}

}  // namespace

void begin_group(CLI::App& app, const char* group) { app.option_defaults()->group(group); }

HelpFormatter::HelpFormatter(HelpTexts texts) : texts_(std::move(texts)) {}

std::string HelpFormatter::make_help(const CLI::App* app, std::string,
                                     CLI::AppFormatMode mode) const {
  const bool is_short = mode == CLI::AppFormatMode::All;
  std::string text = fmt::format("{}\n\nUsage: {}\n", app->get_description(), texts_.usage);
  text += table("Commands", texts_.commands);
  text += table("Examples", texts_.examples);
  if (!is_short) {
    if (!texts_.note.empty()) text += fmt::format("\n{}\n", texts_.note);
    text += described("Arguments", arguments_of(*app));
    for (const char* group : kGroups) text += described(group, options_of(*app, group));
  } else if (texts_.commands.empty()) {
    text += "\nOptions:\n";
    for (const char* group : kGroups) text += named(group, options_of(*app, group));
  }
  const std::string& footer = is_short ? texts_.short_footer : texts_.footer;
  return footer.empty() ? text : fmt::format("{}\n{}\n", text, footer);
}

}  // namespace l10n_drift
