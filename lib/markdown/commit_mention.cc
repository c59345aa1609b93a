#include "markdown/commit_mention.h"

#include <algorithm>
#include <vector>

#include "markdown/commit_name.h"
#include "text/ascii.h"
#include "text/lines.h"

namespace l10n_drift {
namespace {

constexpr std::size_t kHeadLines = 30;

struct MentionWord {
  std::string_view text;       // Without punctuation around it.
  std::string lower;           // The same in small letters.
  std::size_t line = 0;        // From 1.
  bool begins_text = false;    // Of a paragraph, or of a field.
  bool ends_sentence = false;  // `.`, `:`, `;`, `!` or `?` follows.
  bool ends_part = false;      // That, a comma, or a bracket.
};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A name in a text: English has words of these letters, "defaced", but none with a digit.
bool is_hash(std::string_view word) {
  return is_commit_name(word) && std::any_of(word.begin(), word.end(), is_digit);
}

// The text with blanks for what stands in double quotes, unless it is a hash: the title of a commit
// says nothing of the commit that names it.
std::string without_quoted(std::string_view text) {
  std::string result(text);
  for (std::size_t at = text.find('"'); at != text.npos; at = text.find('"', at + 1)) {
    const std::size_t end = text.find('"', at + 1);
    if (end == text.npos) break;
    const std::string_view quoted = text.substr(at, end - at);
    if (quoted.find("\n\n") != quoted.npos || quoted.find("\n\r\n") != quoted.npos) continue;
    const auto is_shown = [](char c) { return c != '\n'; };
    if (!is_hash(quoted.substr(1))) {
      std::replace_if(result.begin() + static_cast<std::ptrdiff_t>(at),
                      result.begin() + static_cast<std::ptrdiff_t>(end), is_shown, ' ');
    }
    at = end;
  }
  return result;
}

// Marks the last word by what stands behind it.
void note_end(std::vector<MentionWord>& words, std::string_view punctuation) {
  if (words.empty() || punctuation.empty()) return;
  if (punctuation.find_first_of(".:;!?") != punctuation.npos) words.back().ends_sentence = true;
  words.back().ends_part = true;
}

void append_words(std::vector<MentionWord>& words, std::string_view line, std::size_t number,
                  bool begins_text) {
  constexpr std::string_view kBlank = " \t\r";
  constexpr std::string_view kAround = "()[]{}<>*`'\",.:;!?-&";
  for (std::size_t at = skip_all(line, 0, kBlank); at < line.size();) {
    const std::size_t end = std::min(line.find_first_of(kBlank, at), line.size());
    const std::string_view whole = line.substr(at, end - at);
    at = skip_all(line, end, kBlank);
    const std::size_t first = skip_all(whole, 0, kAround);
    if (first == whole.size()) {
      if (whole.find_first_not_of("-*&") != whole.npos) note_end(words, whole);
      continue;
    }
    const std::size_t last = whole.find_last_not_of(kAround);
    if (whole.substr(0, first).find('(') != whole.npos) note_end(words, "(");
    MentionWord word;
    word.text = whole.substr(first, last + 1 - first);
    word.lower = to_lower(word.text);
    word.line = number;
    word.begins_text = begins_text;
    begins_text = false;
    words.push_back(std::move(word));
    note_end(words, whole.substr(last + 1));
  }
}

bool is_verb(std::string_view word) {
  return is_one_of(
      word,
      {"update",       "updates", "updated",     "updating",     "sync",         "syncs",
       "synced",       "syncing", "synchronize", "synchronizes", "synchronized", "synchronise",
       "synchronised", "resync",  "re-sync",     "translate",    "translates",   "translated",
       "align",        "aligned", "bring",       "brings"});
}

// Words that make another sentence of "update ... to commit ...".
bool is_doubt(std::string_view word) {
  return is_one_of(
      word, {"not",    "don't", "do",         "never",     "todo",     "should",   "must",
             "need",   "needs", "will",       "would",     "could",    "can",      "cannot",
             "can't",  "later", "before",     "after",     "until",    "since",    "because",
             "due",    "prior", "previous",   "next",      "revert",   "reverts",  "reverted",
             "fix",    "fixes", "fixed",      "broke",     "which",    "that",     "than",
             "if",     "when",  "introduced", "according", "addition", "contrast", "related",
             "thanks", "owing", "back",       "to",        "fixme",    "pending",  "planned",
             "plan"});
}

// Whether the word at `at` ends "update ... to", in one sentence.
bool follows_verb(const std::vector<MentionWord>& words, std::size_t at) {
  constexpr std::size_t kFarthest = 14;
  constexpr std::size_t kBefore = 4;
  std::size_t verb = at;
  for (std::size_t steps = 0; steps < kFarthest; ++steps) {
    if (verb == 0 || words[verb].begins_text) return false;
    --verb;
    if (words[verb].ends_sentence) return false;
    if (is_verb(words[verb].lower)) break;
    // "up to", "from 5.1 to 5.2 to".
    if (is_doubt(words[verb].lower) && words[verb].lower != "to") return false;
  }
  if (!is_verb(words[verb].lower)) return false;
  for (std::size_t i = verb, steps = 0; steps < kBefore && i > 0 && !words[i].begins_text;
       ++steps) {
    --i;
    // "To do: update to commit ...", too, where it ends what comes before.
    if (is_doubt(words[i].lower)) return false;
    if (words[i].ends_sentence) break;
  }
  return true;
}

// The preposition in front of "commit", or of "the upstream commit".
std::optional<std::size_t> word_before_commit(const std::vector<MentionWord>& words,
                                              std::size_t commit) {
  while (commit > 0 && !words[commit].begins_text && !words[commit - 1].ends_sentence) {
    --commit;
    if (!is_one_of(words[commit].lower, {"the", "upstream", "mainline", "linux", "kernel",
                                         "following", "latest", "including", "and"})) {
      return commit;
    }
  }
  return {};
}

bool is_translation_form(const std::vector<MentionWord>& words, std::size_t commit) {
  const std::optional<std::size_t> before = word_before_commit(words, commit);
  return before &&
         is_one_of(words[*before].lower,
                   {"to", "through", "thru", "with", "upto", "till", "until", "against"}) &&
         follows_verb(words, *before);
}

bool is_commit_word(const MentionWord& word) {
  return word.lower == "commit" || word.lower == "commits";
}

// Whether more of the sentence follows the word.
bool goes_on(const std::vector<MentionWord>& words, std::size_t at) {
  return at + 1 < words.size() && !words[at].ends_sentence && !words[at + 1].begins_text;
}

// The last of the hashes that are listed behind the word "commit": the word's number. Nothing if
// there is none, or if the list may be none: "to commit A and commit B broke it".
std::optional<std::size_t> last_listed(const std::vector<MentionWord>& words, std::size_t commit) {
  std::size_t last = commit + 1;
  if (last >= words.size() || !is_hash(words[last].text)) return {};
  if (words[last].begins_text && !words[commit].ends_sentence) return {};
  bool is_list = false;
  while (goes_on(words, last)) {
    std::size_t next = last + 1;
    while (next < words.size() && !words[next].begins_text &&
           (is_commit_word(words[next]) || words[next].lower == "and")) {
      ++next;
    }
    if (next == words.size() || words[next].begins_text) break;
    if (!is_hash(words[next].text)) {
      if (is_list && words[next].line == words[last].line) return {};
      break;
    }
    last = next;
    is_list = true;
  }
  return last;
}

// Whether nothing that a hash is the subject of follows it in its line.
bool stands_alone(const std::vector<MentionWord>& words, std::size_t hash) {
  return !goes_on(words, hash) || words[hash].ends_part || words[hash + 1].line != words[hash].line;
}

// Whether the word before one leads on to it, be it in another line.
bool leads_on(std::string_view word) {
  return is_doubt(word) || is_one_of(word, {"a", "an", "the", "this", "in", "by", "for", "on", "as",
                                            "see", "and", "or", "with", "from", "of", "like"});
}

bool is_head_form(const std::vector<MentionWord>& words, std::size_t commit) {
  if (commit + 1 >= words.size() || !stands_alone(words, commit + 1)) return false;
  if (commit == 0 || words[commit].begins_text || words[commit - 1].ends_part) return true;
  const MentionWord& previous = words[commit - 1];
  if (previous.line != words[commit].line && !leads_on(previous.lower)) return true;
  const std::optional<std::size_t> before = word_before_commit(words, commit);
  if (!before) return false;
  return is_one_of(words[*before].lower, {"at", "of", "from", "to", "with", "through"}) &&
         (*before == 0 || !is_one_of(words[*before - 1].lower, {"picked", "due", "prior"}));
}

// Keeps the one commit that is named, in its longest form; false if there is another.
bool note_mention(std::optional<CommitMention>& found, const MentionWord& word) {
  const std::string commit(word.text);
  if (!found || commit.starts_with(found->commit)) {
    found = CommitMention{commit, found ? found->line : word.line};
    return true;
  }
  return found->commit.starts_with(commit);
}

template <typename Form>
std::optional<CommitMention> find_mention(const std::vector<MentionWord>& words, Form is_form) {
  std::optional<CommitMention> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_commit_word(words[i]) || !is_form(words, i)) continue;
    const std::optional<std::size_t> last = last_listed(words, i);
    if (!last) continue;
    if (!note_mention(found, words[*last])) return {};
    i = *last;
  }
  return found;
}

bool is_revert(std::string_view message) {
  return message.starts_with("Revert ") || message.find("This reverts commit") != message.npos;
}

// The text of a line at the head of a page that may name a commit, and where it goes on.
enum class HeadState { kText, kHtmlComment, kRstComment, kField };

// `.. ` begins a comment unless it is markup: a directive, a target, a footnote, a substitution.
bool begins_rst_comment(std::string_view line) {
  if (!line.starts_with("..") || (line.size() > 2 && line[2] != ' ' && line[2] != '\t')) {
    return false;
  }
  const std::string_view text = trim_blanks(line.substr(2));
  const std::string_view word = text.substr(0, text.find_first_of(" \t"));
  return text.empty() ||
         (std::string_view("_[|").find(text[0]) == std::string_view::npos && !word.ends_with("::"));
}

// The size of `:Original: ` at the front of a line; 0 if there is no such field.
std::size_t field_name_size(std::string_view line) {
  if (!line.starts_with(':')) return 0;
  const std::size_t end = line.find(": ", 1);
  if (end == line.npos) return 0;
  const std::string name = to_lower(line.substr(1, end - 1));
  const bool is_known =
      is_one_of(name, {"original", "source", "translation", "translated", "version", "upstream"}) ||
      name.ends_with("commit");
  return is_known ? end + 2 : 0;
}

class HeadReader {
 public:
  // False at the line that ends the head.
  bool read(std::string_view line, std::size_t number) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::string_view text = trim_blanks(line);
    const bool is_indented = !line.empty() && (line[0] == ' ' || line[0] == '\t');
    if (state_ == HeadState::kHtmlComment) {
      take_html(text, number, after_blank_);
    } else if (text.starts_with("<!--")) {
      take_html(text.substr(4), number, true);
    } else if (text.starts_with("```") || text.starts_with("~~~")) {
      return false;
    } else if (!text.empty() && !is_indented) {
      take_margin(line, number);
    } else if (state_ == HeadState::kRstComment || state_ == HeadState::kField) {
      append_words(words_, text, number, after_blank_);
    }
    after_blank_ = text.empty();
    return true;
  }

  const std::vector<MentionWord>& words() const { return words_; }

 private:
  void take_html(std::string_view text, std::size_t number, bool begins_text) {
    const std::size_t end = text.find("-->");
    append_words(words_, text.substr(0, end), number, begins_text);
    state_ = end == text.npos ? HeadState::kHtmlComment : HeadState::kText;
  }

  void take_margin(std::string_view line, std::size_t number) {
    state_ = HeadState::kText;
    if (begins_rst_comment(line)) {
      state_ = HeadState::kRstComment;
      append_words(words_, line.substr(2), number, true);
    } else if (const std::size_t size = field_name_size(line)) {
      state_ = HeadState::kField;
      take_field(line.substr(0, size), line.substr(size), number);
    }
  }

  // In a field that is named so, the word "commit" goes without saying.
  void take_field(std::string_view name, std::string_view value, std::size_t number) {
    if (to_lower(name).ends_with("commit: ")) append_words(words_, "commit:", number, true);
    append_words(words_, value, number, !to_lower(name).ends_with("commit: "));
  }

  HeadState state_ = HeadState::kText;
  bool after_blank_ = true;
  std::vector<MentionWord> words_;
};

// The first lines of a page.
std::string_view head_of(std::string_view page) {
  std::string_view rest = page;
  for (std::size_t i = 0; i < kHeadLines; ++i) take_line(rest);
  return page.substr(0, page.size() - rest.size());
}

}  // namespace

std::optional<std::string> commit_in_message(std::string_view message) {
  if (is_revert(message)) return {};
  const std::string unquoted = without_quoted(message);
  std::vector<MentionWord> words;
  bool after_blank = true;
  std::string_view rest = unquoted;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::string_view line = take_line(rest);
    append_words(words, line, number, after_blank);
    after_blank = trim_blanks(line).empty();
  }
  const std::optional<CommitMention> found = find_mention(words, is_translation_form);
  return found ? std::optional(found->commit) : std::nullopt;
}

std::optional<CommitMention> commit_in_head(std::string_view page) {
  const std::string_view head = head_of(without_byte_order_mark(page));
  if (to_lower(head).find("commit") == std::string::npos) return {};
  const std::string unquoted = without_quoted(head);
  HeadReader reader;
  std::string_view rest = unquoted;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    if (!reader.read(take_line(rest), number)) break;
  }
  return find_mention(reader.words(), [](const auto& words, std::size_t i) {
    return is_head_form(words, i) || is_translation_form(words, i);
  });
}

}  // namespace l10n_drift
