#include "options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "command_options.h"
#include "l10n_drift/error.h"
#include "l10n_drift/version.h"
#include "shared_options.h"
#include "text/nearest.h"
#include "word_hint.h"

namespace l10n_drift {
namespace {

constexpr char kDescription[] =
    "Tells which translations of a documentation repository are out of date, by how\n"
    "much and since when, from git history alone.";
constexpr char kFooter[] =
    "Exit status: 0 done; 1 something is out of date (check, --exit-code); 2 error.\n"
    "Manual: man l10n-drift";
constexpr std::size_t kHelpColumn = 28;

// In the order of the help. The first one is the default.
std::vector<std::unique_ptr<CommandOptions>> make_commands() {
  std::vector<std::unique_ptr<CommandOptions>> commands;
  commands.push_back(make_report_options());
  commands.push_back(make_status_options());
  commands.push_back(make_check_options());
  commands.push_back(make_diff_options());
  commands.push_back(make_languages_options());
  return commands;
}

// CLI11's help with a usage of our own.
class HelpFormatter : public CLI::Formatter {
 public:
  explicit HelpFormatter(std::string usage) : usage_(std::move(usage)) {
    column_width(kHelpColumn);
  }
  std::string make_usage(const CLI::App*, std::string) const override { return usage_; }

 private:
  std::string usage_;
};

std::string usage_of(const std::vector<std::unique_ptr<CommandOptions>>& commands) {
  std::string usage;
  for (const auto& command : commands) {
    usage +=
        fmt::format("{}l10n-drift {}\n", usage.empty() ? "Usage: " : "       ", command->usage());
  }
  return usage;
}

// The command line as CLI11 fills it in. An option that may stand before or behind the command's
// name is one of the program and one of the command, bound to the same variable.
class CommandLine {
 public:
  CommandLine() : app_(kDescription, "l10n-drift") {
    app_.footer(kFooter);
    app_.require_subcommand(0, 1);
    set_up(app_, usage_of(commands_));
    commands_.front()->add_to(app_, shared_.values());
    for (const auto& command : commands_) {
      CLI::App& app = *app_.add_subcommand(command->name(), command->description());
      set_up(app, fmt::format("Usage: l10n-drift {}\n", command->usage()));
      for (const std::string& name : command->left_out()) app.remove_option(app.get_option(name));
      command->add_to(app, shared_.values());
    }
  }

  Options parse(int argc, const char* const* argv) {
    if (argc > 1 && std::string_view(argv[1]) == "help") {
      options_.command = PrintCommand{help_about({argv + 2, argv + argc})};
      return std::move(options_);
    }
    try {
      app_.parse(argc, argv);
    } catch (const CLI::Success&) {
      options_.command = PrintCommand{requested_text()};
      return std::move(options_);
    } catch (const CLI::ExtrasError&) {
      throw_unexpected(app_.remaining(true).front());
    } catch (const CLI::ArgumentMismatch& error) {
      const std::string message = error.what();
      throw Error(fmt::format("{} needs a value", message.substr(0, message.find(':'))));
    } catch (const CLI::ParseError& error) {
      throw Error(error.what(), "l10n-drift --help");
    }
    hand_on();
    shared_.finish(options_);
    chosen_command().finish(shared_.values(), options_);
    return std::move(options_);
  }

 private:
  void set_up(CLI::App& app, std::string usage) {
    // As with git, the last of several wins.
    app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    app.formatter(std::make_shared<HelpFormatter>(std::move(usage)));
    app.set_version_flag("--version", kVersion, "print the version");
    app.set_help_flag("-h,--help", "print this help");
    shared_.add_to(app, options_);
  }

  // The part of the command line behind the command's name; all of it without one.
  CLI::App& chosen_app() {
    const auto parsed = app_.get_subcommands();
    return parsed.empty() ? app_ : *parsed.front();
  }

  CommandOptions& chosen_command() {
    for (const auto& command : commands_) {
      if (app_.got_subcommand(command->name())) return *command;
    }
    return *commands_.front();
  }

  // Gives the command the options that stand before its name.
  void hand_on() {
    CLI::App& chosen = chosen_app();
    if (&chosen == &app_) return;
    for (const CLI::Option* option : app_.get_options()) {
      if (option->count() == 0) continue;
      const std::string name = option->get_name(false, false);
      CLI::Option* const own = chosen.get_option_no_throw(name);
      if (own == nullptr)
        throw Error(fmt::format("{} does not go with {}", name, chosen.get_name()));
      if (own->count() > 0) continue;
      own->add_result(option->results());
      own->run_callback();
    }
  }

  std::vector<std::string> command_names() const {
    std::vector<std::string> names = {"help"};
    for (const auto& command : commands_) names.push_back(command->name());
    return names;
  }

  // `l10n-drift help [COMMAND]`: what `--help` prints.
  std::string help_about(const std::vector<std::string>& words) {
    if (words.empty()) return app_.help();
    if (words.size() > 1) throw Error(fmt::format("unexpected argument '{}'", words[1]));
    for (const auto& command : commands_) {
      if (command->name() == words.front()) return app_.get_subcommand(words.front())->help();
    }
    const auto nearest = nearest_name(words.front(), command_names());
    throw Error(fmt::format("there is no command '{}'", words.front()),
                nearest ? fmt::format("did you mean '{}'?", *nearest) : "l10n-drift --help");
  }

  std::string requested_text() {
    std::vector<CLI::App*> apps = app_.get_subcommands();
    apps.push_back(&app_);
    for (CLI::App* app : apps) {
      if (app->get_version_ptr()->count() > 0) return fmt::format("l10n-drift {}\n", kVersion);
    }
    return apps.front()->help();
  }

  [[noreturn]] void throw_unexpected(const std::string& argument) {
    CLI::App& chosen = chosen_app();
    const bool is_default = chosen_command().name() == commands_.front()->name();
    const std::string help =
        is_default ? "l10n-drift --help" : fmt::format("l10n-drift {} --help", chosen.get_name());
    if (!argument.starts_with('-')) {
      const bool has_command = !app_.get_subcommands().empty();
      const std::string meant = has_command ? "" : word_hint(argument, command_names());
      throw Error(fmt::format("unexpected argument '{}'", argument), meant.empty() ? help : meant);
    }
    const std::string name = argument.substr(0, argument.find('='));
    std::vector<std::string> names;
    for (const CLI::Option* option : chosen.get_options()) {
      names.push_back(option->get_name(false, false));
    }
    const auto nearest = nearest_name(name, names);
    throw Error(fmt::format("unknown option '{}'", name),
                nearest ? fmt::format("did you mean '{}'?", *nearest) : help);
  }

  std::vector<std::unique_ptr<CommandOptions>> commands_ = make_commands();
  CLI::App app_;
  Options options_;
  SharedOptions shared_;
};

}  // namespace

Options parse_options(int argc, const char* const* argv) { return CommandLine().parse(argc, argv); }

}  // namespace l10n_drift
