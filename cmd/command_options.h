#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "help.h"
#include "options.h"
#include "shared_options.h"

namespace l10n_drift {

// A command's part of the command line. Each command has a file of its own, COMMAND_options.cc, and
// a line in `make_commands`.
//
// The options that all commands share (shared_options.h) may stand before or behind the command's
// name. So may those of the default command, as its name can be left out; before the name of
// another command they are that command's if it has an option of the name, and else an error.
class CommandOptions {
 public:
  virtual ~CommandOptions() = default;

  // The name, what `--help` says of it in a list, and what follows the name in its usage: "diff",
  // "show what changed ...", "TRANSLATION".
  virtual std::string name() const = 0;
  virtual std::string description() const = 0;
  virtual std::string arguments() const { return {}; }

  // Command lines that people need most, three at the most, and what they tell.
  virtual std::vector<HelpRow> examples() const = 0;

  // The shared options that mean nothing to the command.
  virtual std::vector<std::string> left_out() const { return {}; }

  // Adds the command's own options. They are bound to members and to `shared`, which outlives the
  // parsing. Called twice for the default command.
  virtual void add_to(CLI::App& app, SharedValues& shared) = 0;

  // Checks what was given, and sets `options.command` with a request of its own. Called once, for
  // the command that was asked for, with the shared values filled in. Throws Error.
  virtual void finish(const SharedValues& shared, Options& options) = 0;
};

std::unique_ptr<CommandOptions> make_report_options();
std::unique_ptr<CommandOptions> make_status_options();
std::unique_ptr<CommandOptions> make_check_options();
std::unique_ptr<CommandOptions> make_diff_options();
std::unique_ptr<CommandOptions> make_languages_options();
std::unique_ptr<CommandOptions> make_init_options();
std::unique_ptr<CommandOptions> make_pins_options();
std::unique_ptr<CommandOptions> make_reviewed_options();
std::unique_ptr<CommandOptions> make_touches_options();

}  // namespace l10n_drift
