#include <chrono>
#include <exception>
#include <variant>

#include "commands.h"
#include "l10n_drift/error.h"
#include "messages.h"
#include "options.h"
#include "output.h"
#include "output_parts.h"
#include "pager.h"
#include "stats.h"

namespace {

using namespace l10n_drift;

constexpr int kTrouble = 2;

// The product of the command, and the exit status.
Outcome run(const Options& options) {
  return std::visit([&](const auto& command) { return run_command(options, command); },
                    options.command);
}

void write(const Options& options, const Outcome& outcome) {
  if (options.output_dir) {
    return write_parts(*options.output_dir, outcome.parts);
  }
  const bool is_paged = outcome.pager && !outcome.text.empty();
  if (!is_paged || !show_in_pager(*outcome.pager, outcome.text)) {
    write_output(options.output, outcome.text);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto start = std::chrono::steady_clock::now();
  set_up_signals();
  set_up_messages(Verbosity::kNormal);
  try {
    const Options options = parse_options(argc, argv);
    set_up_messages(options.verbosity);
    const Outcome outcome = run(options);
    write(options, outcome);
    if (options.stats) print_stats(outcome.statistics, start);
    return outcome.exit_status;
  } catch (const Error& error) {
    print_error(error);
  } catch (const std::exception& error) {
    print_error(Error(error.what()));
  }
  return kTrouble;
}
