#include "site/language_code.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "text/ascii.h"
#include "text/nearest.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

// ISO 639-1, sorted. Nothing has been added to it since 2003, and nothing will be: languages
// without a code of two letters keep that of three.
constexpr std::string_view kTwoLetterCodes[] = {
    "aa", "ab", "ae", "af", "ak", "am", "an", "ar", "as", "av", "ay", "az", "ba", "be", "bg", "bi",
    "bm", "bn", "bo", "br", "bs", "ca", "ce", "ch", "co", "cr", "cs", "cu", "cv", "cy", "da", "de",
    "dv", "dz", "ee", "el", "en", "eo", "es", "et", "eu", "fa", "ff", "fi", "fj", "fo", "fr", "fy",
    "ga", "gd", "gl", "gn", "gu", "gv", "ha", "he", "hi", "ho", "hr", "ht", "hu", "hy", "hz", "ia",
    "id", "ie", "ig", "ii", "ik", "io", "is", "it", "iu", "ja", "jv", "ka", "kg", "ki", "kj", "kk",
    "kl", "km", "kn", "ko", "kr", "ks", "ku", "kv", "kw", "ky", "la", "lb", "lg", "li", "ln", "lo",
    "lt", "lu", "lv", "mg", "mh", "mi", "mk", "ml", "mn", "mr", "ms", "mt", "my", "na", "nb", "nd",
    "ne", "ng", "nl", "nn", "no", "nr", "nv", "ny", "oc", "oj", "om", "or", "os", "pa", "pi", "pl",
    "ps", "pt", "qu", "rm", "rn", "ro", "ru", "rw", "sa", "sc", "sd", "se", "sg", "sh", "si", "sk",
    "sl", "sm", "sn", "so", "sq", "sr", "ss", "st", "su", "sv", "sw", "ta", "te", "tg", "th", "ti",
    "tk", "tl", "tn", "to", "tr", "ts", "tt", "tw", "ty", "ug", "uk", "ur", "uz", "ve", "vi", "vo",
    "wa", "wo", "xh", "yi", "yo", "za", "zh", "zu"};

constexpr bool is_separator(char c) { return c == '-' || c == '_'; }

// The code in small letters, with hyphens.
std::string plain(std::string_view code) {
  std::string plain = to_lower(code);
  std::replace(plain.begin(), plain.end(), '_', '-');
  return plain;
}

// As in BCP 47, in small letters: "kr", "419".
bool is_region(std::string_view part) {
  if (part.size() == 2) return std::all_of(part.begin(), part.end(), is_lower);
  return part.size() == 3 && std::all_of(part.begin(), part.end(), is_digit);
}

// How far two plain codes are from each other; nothing if one cannot be meant by the other.
std::optional<int> distance(const std::string& a, const std::string& b) {
  if (a == b) return 0;
  if (a.starts_with(b + '-') || b.starts_with(a + '-')) return 1;
  const std::vector<std::string_view> parts_of_a = split(a, '-');
  const std::vector<std::string_view> parts_of_b = split(b, '-');
  if (parts_of_a.front() == parts_of_b.front()) return 2;
  const auto names = [](const std::vector<std::string_view>& parts, const std::string& code) {
    return std::find(std::next(parts.begin()), parts.end(), code) != parts.end();
  };
  if (names(parts_of_a, b) || names(parts_of_b, a)) return 3;
  if (nearest_name(a, {b})) return 4;
  // A country's code in place of the language's: `jp`, `kr`, `cz`, `ua`.
  if (a.size() == 2 && b.size() == 2 && a[0] == b[0]) return 5;
  return {};
}

}  // namespace

bool is_language_code(std::string_view code) {
  const auto head_end = std::find_if_not(code.begin(), code.end(), is_lower);
  const auto head = head_end - code.begin();
  if (head < 2 || head > 3) return false;
  for (std::string_view tail = code.substr(static_cast<std::size_t>(head)); !tail.empty();) {
    if (!is_separator(tail[0])) return false;
    tail.remove_prefix(1);
    const auto end = std::find_if_not(tail.begin(), tail.end(), is_alphanumeric);
    if (end == tail.begin()) return false;
    tail.remove_prefix(static_cast<std::size_t>(end - tail.begin()));
  }
  return true;
}

bool is_common_language_code(std::string_view code) {
  if (!is_language_code(code)) return false;
  const std::string_view head = code.substr(0, code.find_first_of("-_"));
  return std::binary_search(std::begin(kTwoLetterCodes), std::end(kTwoLetterCodes), head);
}

std::optional<std::string> meant_language(std::string_view code,
                                          const std::vector<std::string>& candidates) {
  const auto only_one = [&](auto fits) -> std::optional<std::string> {
    const auto found = std::find_if(candidates.begin(), candidates.end(), fits);
    if (found == candidates.end()) return {};
    if (std::find_if(std::next(found), candidates.end(), fits) != candidates.end()) return {};
    return *found;
  };
  if (std::find(candidates.begin(), candidates.end(), code) != candidates.end()) {
    return std::string(code);
  }
  const std::string wanted = plain(code);
  const auto is_same = [&](const std::string& candidate) { return plain(candidate) == wanted; };
  if (std::any_of(candidates.begin(), candidates.end(), is_same)) return only_one(is_same);
  const std::vector<std::string_view> parts = split(wanted, '-');
  if (parts.size() != 2 || parts[0] == "zh" || !is_region(parts[1])) return {};
  const auto of_language = only_one([&](const std::string& candidate) {
    return split(plain(candidate), '-').front() == parts[0];
  });
  return of_language && plain(*of_language) == parts[0] ? of_language : std::nullopt;
}

std::optional<std::string> nearest_language(std::string_view code,
                                            const std::vector<std::string>& candidates) {
  std::optional<std::string> nearest;
  int smallest = 0;
  for (const std::string& candidate : candidates) {
    const auto found = distance(plain(code), plain(candidate));
    if (!found || (nearest && *found >= smallest)) continue;
    nearest = candidate;
    smallest = *found;
  }
  return nearest;
}

}  // namespace l10n_drift
