#include "options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "command_options.h"
#include "help.h"
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

// In the order of the help. The first one is the default.
std::vector<std::unique_ptr<CommandOptions>> make_commands() {
  std::vector<std::unique_ptr<CommandOptions>> commands;
  commands.push_back(make_report_options());
  commands.push_back(make_status_options());
  commands.push_back(make_check_options());
  commands.push_back(make_diff_options());
  commands.push_back(make_languages_options());
  commands.push_back(make_init_options());
  commands.push_back(make_pins_options());
  commands.push_back(make_reviewed_options());
  commands.push_back(make_touches_options());
  return commands;
}

constexpr char kNote[] =
    "Options of a report, which need no command's name; those of the others are told\n"
    "by l10n-drift COMMAND --help.";
constexpr char kFooter[] =
    "Exit status: 0 done; 1 something is out of date (check, --exit-code); 2 error.\n"
    "Manual: man l10n-drift";
constexpr char kShortFooter[] =
    "More: l10n-drift COMMAND -h names the options, --help tells what each does.";

// "report [PATH]...", "report the outdated translations (the default)".
std::vector<HelpRow> rows_of(const std::vector<std::unique_ptr<CommandOptions>>& commands) {
  std::vector<HelpRow> rows;
  const auto add = [&](const std::string& name, const std::string& arguments, std::string text) {
    rows.push_back({arguments.empty() ? name : name + ' ' + arguments, std::move(text)});
  };
  for (const auto& command : commands) {
    add(command->name(), command->arguments(), command->description());
  }
  add("help", "[COMMAND]", "print the help of a command");
  return rows;
}

HelpTexts texts_of_program(const std::vector<std::unique_ptr<CommandOptions>>& commands) {
  return {.usage = "l10n-drift [COMMAND] [OPTIONS]",
          .commands = rows_of(commands),
          .examples = {{"l10n-drift status --lang ko", "what is there to do?"},
                       {"l10n-drift diff content/ko/docs/setup.md", "what is to be translated?"},
                       {"l10n-drift check --base origin/main", "before a merge: is all well?"}},
          .note = kNote,
          .footer = kFooter,
          .short_footer = kShortFooter};
}

HelpTexts texts_of(const CommandOptions& command) {
  std::string usage = fmt::format("l10n-drift {} [OPTIONS]", command.name());
  if (!command.arguments().empty()) usage += ' ' + command.arguments();
  return {.usage = std::move(usage),
          .commands = {},
          .examples = command.examples(),
          .note = {},
          .footer = {},
          .short_footer =
              fmt::format("More: l10n-drift {} --help tells what each does.", command.name())};
}

// The command line as CLI11 fills it in. An option that may stand before or behind the command's
// name is one of the program and one of the command, bound to the same variable.
class CommandLine {
 public:
  CommandLine() : app_(kDescription, "l10n-drift") {
    app_.require_subcommand(0, 1);
    set_up(app_, texts_of_program(commands_));
    commands_.front()->add_to(app_, shared_.values());
    for (const auto& command : commands_) {
      CLI::App& app = *app_.add_subcommand(command->name(), command->description());
      set_up(app, texts_of(*command));
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
    } catch (const CLI::CallForAllHelp&) {
      options_.command = PrintCommand{app_.help("", CLI::AppFormatMode::All)};
      return std::move(options_);
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
  void set_up(CLI::App& app, HelpTexts texts) {
    // As with git, the last of several wins.
    app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    app.formatter(std::make_shared<HelpFormatter>(std::move(texts)));
    shared_.add_to(app, options_);
    app.set_help_flag("--help", "print this help");
    app.set_help_all_flag("-h", "print a short help");
    app.set_version_flag("--version", kVersion, "print the version");
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
    const std::string subject = words.empty() ? "help" : words.front();
    if (subject == "help" || subject == "--help" || subject == "-h") return app_.help();
    if (words.size() > 1) throw Error(fmt::format("unexpected argument '{}'", words[1]));
    for (const auto& command : commands_) {
      if (command->name() == subject) return app_.get_subcommand(subject)->help();
    }
    const auto nearest = nearest_name(subject, command_names());
    throw Error(fmt::format("there is no command '{}'", subject),
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
    if (nearest == name) {
      throw Error(
          fmt::format("{0} belongs to {1}, and stands in front of it", name, chosen.get_name()),
          fmt::format("l10n-drift {} {}", chosen.get_name(), name));
    }
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
