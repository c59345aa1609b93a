#include "text/bracket.h"

#include <algorithm>
#include <array>

namespace l10n_drift {
namespace {

using Byte = unsigned char;

bool in(Byte c, char first, char last) {
  return static_cast<Byte>(first) <= c && c <= static_cast<Byte>(last);
}
bool is_upper(Byte c) { return in(c, 'A', 'Z'); }
bool is_lower(Byte c) { return in(c, 'a', 'z'); }
bool is_digit(Byte c) { return in(c, '0', '9'); }
bool is_alpha(Byte c) { return is_upper(c) || is_lower(c); }
bool is_alnum(Byte c) { return is_alpha(c) || is_digit(c); }
bool is_graph(Byte c) { return in(c, '!', '~'); }
bool is_print(Byte c) { return in(c, ' ', '~'); }
bool is_punct(Byte c) { return is_graph(c) && !is_alnum(c); }
bool is_blank(Byte c) { return c == ' ' || c == '\t'; }
bool is_space(Byte c) { return c == ' ' || in(c, '\t', '\r'); }
bool is_cntrl(Byte c) { return c < 0x20 || c == 0x7F; }
bool is_xdigit(Byte c) { return is_digit(c) || in(c, 'a', 'f') || in(c, 'A', 'F'); }

struct CharacterClass {
  std::string_view name;
  bool (*contains)(Byte);
};

constexpr std::array<CharacterClass, 12> kClasses = {{{"alnum", is_alnum},
                                                      {"alpha", is_alpha},
                                                      {"blank", is_blank},
                                                      {"cntrl", is_cntrl},
                                                      {"digit", is_digit},
                                                      {"graph", is_graph},
                                                      {"lower", is_lower},
                                                      {"print", is_print},
                                                      {"punct", is_punct},
                                                      {"space", is_space},
                                                      {"upper", is_upper},
                                                      {"xdigit", is_xdigit}}};

// Reads the members of a bracket expression one by one.
class Members {
 public:
  Members(std::string_view rest, char byte) : rest_(rest), byte_(static_cast<Byte>(byte)) {}

  // Reads up to the closing ']', which is left. False if the expression is broken.
  bool read() {
    do {
      if (rest_.empty() || !read_member()) return false;
    } while (!rest_.starts_with(']'));
    return true;
  }

  bool matched() const { return matched_; }
  std::size_t bytes_left() const { return rest_.size(); }

 private:
  bool read_member() {
    // A '-' is a member itself where it comes first, last, or after a range or a class.
    if (rest_[0] == '-' && range_begin_ != 0 && rest_.size() > 1 && rest_[1] != ']')
      return read_range();
    if (rest_.starts_with("[:")) return read_class();
    const std::optional<Byte> member = read_byte();
    if (!member) return false;
    add(*member, *member);
    range_begin_ = *member;
    return true;
  }

  bool read_range() {
    rest_.remove_prefix(1);
    const std::optional<Byte> last = read_byte();
    if (!last) return false;
    add(range_begin_, *last);
    range_begin_ = 0;
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
    const auto* found = std::find_if(kClasses.begin(), kClasses.end(),
                                     [&](const CharacterClass& c) { return c.name == name; });
    if (found == kClasses.end()) return false;
    matched_ = matched_ || found->contains(byte_);
    range_begin_ = 0;
    rest_.remove_prefix(close + 1);
    return true;
  }

  std::optional<Byte> read_byte() {
    if (rest_[0] == '\\') rest_.remove_prefix(1);
    if (rest_.empty()) return std::nullopt;
    const auto byte = static_cast<Byte>(rest_[0]);
    rest_.remove_prefix(1);
    return byte;
  }

  void add(Byte first, Byte last) { matched_ = matched_ || (first <= byte_ && byte_ <= last); }

  std::string_view rest_;
  Byte byte_;
  bool matched_ = false;
  Byte range_begin_ = 0;  // The member before, where a '-' after it makes a range; or 0.
};

}  // namespace

std::optional<std::size_t> match_bracket(std::string_view pattern, std::size_t begin, char byte) {
  std::string_view rest = pattern.substr(begin + 1);
  const bool negated = rest.starts_with('!') || rest.starts_with('^');
  if (negated) rest.remove_prefix(1);
  Members members(rest, byte);
  if (!members.read() || members.matched() == negated) return std::nullopt;
  return pattern.size() - members.bytes_left() + 1;
}

}  // namespace l10n_drift
