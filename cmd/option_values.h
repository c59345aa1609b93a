#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <cstddef>
#include <string>
#include <vector>

#include "l10n_drift/error.h"
#include "l10n_drift/stale.h"

namespace l10n_drift {

// What stands behind an option, from text to value.

template <typename Value>
struct Choice {
  const char* name;
  Value value;
};

// The value of that name. Throws Error for any other, with all that there are.
template <typename Value, std::size_t Size>
Value choose(const char* option, const std::string& name, const Choice<Value> (&choices)[Size]) {
  std::vector<const char*> names;
  for (const Choice<Value>& choice : choices) {
    if (name == choice.name) return choice.value;
    names.push_back(choice.name);
  }
  throw Error(fmt::format("{}: '{}' is none of {}", option, name, fmt::join(names, ", ")));
}

// Throws Error for what is no number, or none of this size.
unsigned parse_number(const char* option, const std::string& text);

// The items in the values of a repeatable option, each of which may have several between commas.
// Throws Error where one is empty; `noun` is what to call it, "a language".
std::vector<std::string> split_lists(const char* option, const char* noun,
                                     const std::vector<std::string>& values);

// Throws Error if one of them is empty.
void check_globs(const std::vector<std::string>& globs);

// An option that may stand several times, each time with one value.
CLI::Option* add_repeatable(CLI::App& app, const std::string& name,
                            std::vector<std::string>& values, const std::string& help);

// `PATH...`, the pages that a command is about; all if there are none.
void add_paths(CLI::App& app, std::vector<std::string>& paths);

// `--lang`, whose values `split_lists` takes. `fallback` is what its help says of the default.
void add_language_option(CLI::App& app, std::vector<std::string>& values, const char* fallback);

inline constexpr Choice<Severity> kSeverities[] = {{"cosmetic", Severity::kCosmetic},
                                                   {"minor", Severity::kMinor},
                                                   {"substantive", Severity::kSubstantive}};

}  // namespace l10n_drift
