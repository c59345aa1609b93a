#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What a library makes of a front matter, for the few keys that this program reads itself. The rest
// of a front matter goes without a parser: see front_matter.cc.

namespace l10n_drift {

// Keys are nested by dots: "a.b" is the key "b" in the value of "a", and the key "a.b".

enum class FrontMatterKind {
  kText,     // In YAML every scalar, as it is written: 1e5 is "1e5". In TOML a string.
  kNothing,  // YAML's null: no text at all, `~` or `null`.
  kMap,
  kOther,  // A list; in TOML also a number, a date, true or false.
};

struct FrontMatterValue {
  std::size_t key = 0;  // Which of the keys that were asked for, from 0.
  FrontMatterKind kind = FrontMatterKind::kOther;
  std::string text;  // Of kText.
  // Offsets into the text: where the key stands, where the value does, and where the first key in a
  // map does if it has one. What stands there may be something before it: a tag, an anchor.
  std::size_t key_at = 0;
  std::size_t value_at = 0;
  std::optional<std::size_t> first_inner_at;
};

struct FrontMatterValues {
  std::vector<FrontMatterValue> found;  // In the order of the text; a key that stands twice, twice.
  std::string error;  // Why nothing could be read: "is no valid YAML: ..."; empty if it could.
};

// Looks the keys up in a front matter, which comes without its fences. Never throws for what it
// finds in the text. A text of more than 128 KiB is not read, and says so.
FrontMatterValues find_yaml_values(std::string_view yaml, const std::vector<std::string>& keys);
FrontMatterValues find_toml_values(std::string_view toml, const std::vector<std::string>& keys);

// What both share: the error of a text that is too long; empty for others. The offset of a column,
// counted from 0 in bytes, in a line, counted from 0. What is left of a key behind the key `outer`,
// if that is the beginning of it: "b" of "a.b" behind "a"; empty if it is all of it.
std::string front_matter_size_error(std::string_view text);
std::size_t offset_in_line(std::string_view text, std::size_t line, std::size_t column);
std::optional<std::string_view> inner_key(std::string_view key, std::string_view outer);

}  // namespace l10n_drift
