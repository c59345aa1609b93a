#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace l10n_drift {

// Where shortcodes are closed, by their names, and where headings may begin. Found in one pass, as
// a page may hold any number of both.
class ShortcodeClosings {
 public:
  // The page must outlive the object.
  explicit ShortcodeClosings(std::string_view page);

  // The first place behind `at` and above the next heading where one of this name is closed. What
  // is not rendered goes on across headings.
  std::optional<std::size_t> first(std::string_view name, std::size_t at) const;

  bool empty() const { return places_.empty(); }

  // Whether Hugo renders nothing of what stands in a shortcode of this name.
  static bool is_silent(std::string_view name) { return name == "comment"; }

  // The name behind the delimiters that `tag` begins with, its '/' left out.
  static std::string_view name_at(std::string_view tag);

 private:
  std::unordered_map<std::string_view, std::vector<std::size_t>> places_;
  std::vector<std::size_t> headings_;
};

}  // namespace l10n_drift
