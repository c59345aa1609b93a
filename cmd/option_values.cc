#include "option_values.h"

#include <charconv>
#include <string_view>

#include "text/words.h"

namespace l10n_drift {

unsigned parse_number(const char* option, const std::string& text) {
  unsigned number = 0;
  const char* const end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, number);
  if (parsed.ec != std::errc{} || parsed.ptr != end) {
    throw Error(fmt::format("{}: '{}' is no number", option, text));
  }
  return number;
}

std::vector<std::string> split_lists(const char* option, const char* noun,
                                     const std::vector<std::string>& values) {
  std::vector<std::string> items;
  for (const std::string& value : values) {
    for (const std::string_view item : split(value, ',')) {
      if (item.empty()) throw Error(fmt::format("{}: {} is missing in '{}'", option, noun, value));
      items.emplace_back(item);
    }
  }
  return items;
}

void check_globs(const std::vector<std::string>& globs) {
  if (std::count(globs.begin(), globs.end(), "") > 0) throw Error("a glob cannot be empty");
}

CLI::Option* add_repeatable(CLI::App& app, const std::string& name,
                            std::vector<std::string>& values, const std::string& help) {
  return app.add_option(name, values, help)
      ->take_all()
      ->expected(1)
      ->allow_extra_args(false)  // What follows the value is none.
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void add_paths(CLI::App& app, std::vector<std::string>& paths) {
  app.add_option("PATH", paths, "sources or translations, files or folders [all]")->type_name("");
}

void add_language_option(CLI::App& app, std::vector<std::string>& values, const char* fallback) {
  add_repeatable(
      app, "--lang", values,
      fmt::format("a language, or several with commas, or all;\nrepeatable [{}]", fallback))
      ->type_name("CODE");
}

}  // namespace l10n_drift
