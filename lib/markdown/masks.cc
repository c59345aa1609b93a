#include "markdown/masks.h"

#include <charconv>
#include <utility>

#include "markdown/html_text.h"
#include "text/lines.h"

namespace l10n_drift {
namespace {

// Characters for private use, so that no page means anything by them. One that does gets U+FFFD.
constexpr std::string_view kOpen = "\uE0F1";
constexpr std::string_view kClose = "\uE0F2";
constexpr std::string_view kContinued = "\uE0F3";  // Stands in the further lines of a piece.
constexpr std::string_view kAlone = "\uE0F4";
constexpr std::string_view kAloneTag = "<?";
constexpr std::string_view kAloneOpen = "<?\uE0F4";
constexpr std::string_view kAloneClose = "\uE0F4?>";
constexpr std::string_view kMarkerLead = "\xEE\x83";  // What all four begin with.

bool is_sentinel(std::string_view text) {
  return text.size() >= 3 && text.starts_with(kMarkerLead) && text[2] >= '\xB1' &&
         text[2] <= '\xB4';
}

// `text` without what only belongs to the masks.
std::string without_masks(std::string_view text) {
  std::string rest;
  std::size_t at = 0;
  while (true) {
    const std::size_t lead = text.find(kMarkerLead, at);
    if (lead == text.npos) return rest.append(text.substr(at));
    rest.append(text.substr(at, lead - at));
    at = lead;
    if (text.substr(at).starts_with(kAlone) && rest.ends_with(kAloneTag)) {
      rest.resize(rest.size() - kAloneTag.size());
      at += kAlone.size();
    } else if (text.substr(at).starts_with(kAloneClose)) {
      at += kAloneClose.size();
    } else if (is_sentinel(text.substr(at))) {
      at += kOpen.size();
    } else {
      rest += text[at++];
    }
  }
}

// What stands for the piece in code.
std::string written(const Masked& piece) {
  if (piece.kind != MaskKind::kShortcode) return piece.written;
  return "{{<" + piece.written.substr(3, piece.written.size() - 6) + ">}}";
}

}  // namespace

std::string without_markers(std::string_view page) {
  if (page.find(kMarkerLead) == page.npos) return {};
  std::string replaced;
  for (std::size_t at = 0; at < page.size();) {
    if (is_sentinel(page.substr(at))) {
      replaced += "\uFFFD";
      at += kOpen.size();
    } else {
      replaced += page[at++];
    }
  }
  return replaced;
}

void Masks::add_text(std::string_view text) { page_.append(text); }

void Masks::begin_alone() { page_.append(kAloneOpen); }

void Masks::end_alone() { page_.append(kAloneClose); }

void Masks::add(Masked piece) {
  page_.append(kOpen).append(std::to_string(pieces_.size())).append(kClose);
  const std::string_view lines = piece.written;
  for (std::size_t at = lines.find('\n'); at != lines.npos; at = lines.find('\n', at + 1)) {
    // The margin stays, or the line would leave the item of a list.
    const std::size_t margin = skip_all(lines, at + 1, " \t");
    page_.append(lines.substr(at, margin - at)).append(kContinued);
  }
  pieces_.push_back(std::move(piece));
}

Masks::Marker Masks::find_marker(std::string_view text, std::size_t from) const {
  const std::size_t begin = text.find(kOpen, from);
  if (begin == text.npos) return {text.npos, text.npos, 0};
  std::size_t index = 0;
  const char* digits = text.data() + begin + kOpen.size();
  const auto read = std::from_chars(digits, text.data() + text.size(), index);
  std::size_t end = static_cast<std::size_t>(read.ptr - text.data()) + kClose.size();
  // A marker is never cut in two: Markdown takes it for letters.
  if (read.ec != std::errc() || index >= pieces_.size() || end > text.size()) {
    return {text.npos, text.npos, 0};
  }
  // Lines that only continue a piece have come with it.
  while (end < text.size()) {
    const std::size_t continued = skip_all(text, end, " \t\n");
    if (!text.substr(continued).starts_with(kContinued)) break;
    end = continued + kContinued.size();
  }
  return {begin, end, index};
}

std::string Masks::restore(std::string_view text) const {
  if (text.find(kMarkerLead) == text.npos) return std::string(text);
  std::string restored;
  std::size_t at = 0;
  while (true) {
    const Marker marker = find_marker(text, at);
    restored += without_masks(text.substr(at, marker.begin - at));
    if (marker.begin == text.npos) return restored;
    restored += written(pieces_[marker.index]);
    at = marker.end;
  }
}

void Masks::append(std::string_view text, NormalText& to) const {
  if (text.find(kMarkerLead) == text.npos) return to.append(text);
  std::size_t at = 0;
  while (true) {
    const Marker marker = find_marker(text, at);
    to.append(without_masks(text.substr(at, marker.begin - at)));
    if (marker.begin == text.npos) return;
    const Masked& piece = pieces_[marker.index];
    append_mark(piece, to);
    if (piece.kind == MaskKind::kContainer) to.append_blank();
    to.append(piece.words);
    at = marker.end;
  }
}

void Masks::append_mark(const Masked& piece, NormalText& to) const {
  switch (piece.kind) {
    case MaskKind::kComment:
      return;
    case MaskKind::kTag:
      return append_html(piece.normal, *this, to);
    case MaskKind::kExpression:
      if (!piece.words.empty()) return;
      to.open(SpanKind::kShortcode, "{");
      to.append_code(piece.normal);
      return to.close("}");
    default:
      to.open(SpanKind::kShortcode, "{{");
      to.append_code(piece.normal);
      to.close("}}", piece.target);
  }
}

std::vector<const Masked*> Masks::pieces(std::string_view text) const {
  std::vector<const Masked*> found;
  for (Marker marker = find_marker(text, 0); marker.begin != text.npos;
       marker = find_marker(text, marker.end)) {
    found.push_back(&pieces_[marker.index]);
  }
  return found;
}

bool Masks::stand_alone(std::string_view html) {
  return html.substr(skip_all(html, 0, " \t")).starts_with(kAloneOpen);
}

}  // namespace l10n_drift
