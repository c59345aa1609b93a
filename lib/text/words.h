#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace l10n_drift {

// "1 file", "2 files".
std::string plural(std::size_t count, std::string_view noun);

// A name of the JSON report as people write it: "partially updated" of "partially_updated".
std::string in_words(std::string_view name);

// What stands between the separators, empty or not: at least one piece. The pieces are views into
// `text`.
std::vector<std::string_view> split(std::string_view text, char separator);

// The last component of a path: "a.md" of "content/en/a.md".
inline std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

// The first digits of a commit's id, enough to name it anywhere.
inline std::string_view short_id(std::string_view commit) { return commit.substr(0, 12); }

// The day of a date: "2020-10-16" of "2020-10-16T19:44:12-07:00".
inline std::string_view day_of(std::string_view date) { return date.substr(0, 10); }

}  // namespace l10n_drift
