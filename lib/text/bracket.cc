#include "text/bracket.h"

#include <algorithm>
#include <iterator>

#include "text/ascii.h"

namespace l10n_drift {
namespace {

bool is_between(char c, char first, char last) {
  const auto value = [](char byte) { return static_cast<unsigned char>(byte); };
  return value(first) <= value(c) && value(c) <= value(last);
}
bool is_graphic(char c) { return is_between(c, '!', '~'); }
bool is_printed(char c) { return is_between(c, ' ', '~'); }
bool is_punctuation(char c) { return is_graphic(c) && !is_alphanumeric(c); }
bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_space(char c) { return c == ' ' || is_between(c, '\t', '\r'); }
bool is_control(char c) { return is_between(c, '\0', '\x1F') || c == '\x7F'; }
bool is_hexadecimal(char c) {
  return is_digit(c) || is_between(c, 'a', 'f') || is_between(c, 'A', 'F');
}

struct CharacterClass {
  std::string_view name;
  bool (*contains)(char);
};

constexpr CharacterClass kClasses[] = {
    {"alnum", is_alphanumeric}, {"alpha", is_letter},  {"blank", is_blank},
    {"cntrl", is_control},      {"digit", is_digit},   {"graph", is_graphic},
    {"lower", is_lower},        {"print", is_printed}, {"punct", is_punctuation},
    {"space", is_space},        {"upper", is_upper},   {"xdigit", is_hexadecimal}};

// Reads the members of a bracket expression one by one, and holds each against a byte.
class BracketReader {
 public:
  BracketReader(std::string_view rest, char byte) : rest_(rest), byte_(byte) {}

  // Reads up to the closing ']', which is left. False if the expression is broken.
  bool read() {
    do {
      if (rest_.empty() || !read_member()) return false;
    } while (!rest_.starts_with(']'));
    return true;
  }

  bool byte_is_member() const { return byte_is_member_; }
  std::size_t bytes_left() const { return rest_.size(); }

 private:
  bool read_member() {
    // A '-' is a member itself where it comes first, last, or after a range or a class.
    if (rest_[0] == '-' && range_begin_ != '\0' && rest_.size() > 1 && rest_[1] != ']')
      return read_range();
    if (rest_.starts_with("[:")) return read_class();
    const std::optional<char> member = read_byte();
    if (!member) return false;
    add(*member, *member);
    range_begin_ = *member;
    return true;
  }

  bool read_range() {
    rest_.remove_prefix(1);
    const std::optional<char> last = read_byte();
    if (!last) return false;
    add(range_begin_, *last);
    range_begin_ = '\0';
    return true;
  }

  // "[:" up to the next ']'. Where no ':' stands before that, the '[' is a plain member.
  bool read_class() {
    const std::size_t close = rest_.find(']', 2);
    if (close == rest_.npos) return false;
    if (close == 2 || rest_[close - 1] != ':') {
      add('[', '[');
      range_begin_ = '[';
      rest_.remove_prefix(1);
      return true;
    }
    const std::string_view name = rest_.substr(2, close - 3);
    const auto* found = std::find_if(std::begin(kClasses), std::end(kClasses),
                                     [&](const CharacterClass& c) { return c.name == name; });
    if (found == std::end(kClasses)) return false;
    byte_is_member_ = byte_is_member_ || found->contains(byte_);
    range_begin_ = '\0';
    rest_.remove_prefix(close + 1);
    return true;
  }

  std::optional<char> read_byte() {
    if (rest_[0] == '\\') rest_.remove_prefix(1);
    if (rest_.empty()) return std::nullopt;
    const char byte = rest_[0];
    rest_.remove_prefix(1);
    return byte;
  }

  void add(char first, char last) {
    byte_is_member_ = byte_is_member_ || is_between(byte_, first, last);
  }

  std::string_view rest_;
  char byte_;
  bool byte_is_member_ = false;
  char range_begin_ = '\0';  // The member before, where a '-' after it makes a range; or 0.
};

}  // namespace

std::optional<std::size_t> match_bracket(std::string_view pattern, std::size_t begin, char byte) {
  std::string_view rest = pattern.substr(begin + 1);
  const bool is_negated = rest.starts_with('!') || rest.starts_with('^');
  if (is_negated) rest.remove_prefix(1);
  BracketReader members(rest, byte);
  if (!members.read() || members.byte_is_member() == is_negated) return std::nullopt;
  return pattern.size() - members.bytes_left() + 1;
}

}  // namespace l10n_drift
