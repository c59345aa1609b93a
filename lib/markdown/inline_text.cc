#include "markdown/inline_text.h"

#include <memory>
#include <string>

#include "markdown/html_text.h"

namespace l10n_drift {
namespace {

struct IteratorFree {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

// A bare address is a link for some versions of Markdown and text for others; `<address>` is the
// same to a reader. It gets no marks.
bool link_is_bare(cmark_node* link) {
  cmark_node* child = cmark_node_first_child(link);
  if (child == nullptr || cmark_node_get_type(child) != CMARK_NODE_TEXT) return false;
  const std::string_view text = cmark_node_get_literal(child);
  std::string_view url = cmark_node_get_url(link);
  if (url.starts_with("mailto:") && !text.starts_with("mailto:")) url.remove_prefix(7);
  return text == url && cmark_node_next(child) == nullptr;
}

class InlineReader {
 public:
  InlineReader(const Masks& masks, NormalText& to) : masks_(masks), text_(to) {}

  void enter(cmark_node* node);
  void exit(cmark_node* node);

 private:
  const Masks& masks_;
  NormalText& text_;
};

void InlineReader::enter(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
      masks_.append(cmark_node_get_literal(node), text_);
      break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      text_.append_blank();
      break;
    case CMARK_NODE_CODE:
      text_.open(SpanKind::kCode, "`");
      text_.append_code(masks_.restore(cmark_node_get_literal(node)));
      text_.close("`");
      break;
    case CMARK_NODE_HTML_INLINE:
      append_html(cmark_node_get_literal(node), masks_, text_);
      break;
    case CMARK_NODE_LINK:
      if (!link_is_bare(node)) text_.open(SpanKind::kLink, "[");
      break;
    case CMARK_NODE_IMAGE:
      text_.open(SpanKind::kImage, "![");
      break;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      // Without its number, which changes with every footnote above.
      text_.append_code("[^]");
      break;
    default:
      // Types of extensions are known by their names alone.
      if (cmark_node_previous(node) != nullptr &&
          std::string_view(cmark_node_get_type_string(node)) == "table_cell") {
        text_.append_blank();
        text_.append_code("|");
        text_.append_blank();
      }
  }
}

void InlineReader::exit(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_LINK && !link_is_bare(node)) {
    text_.close("]", masks_.restore(cmark_node_get_url(node)));
  } else if (type == CMARK_NODE_IMAGE) {
    const std::string url = masks_.restore(cmark_node_get_url(node));
    text_.close("](" + std::string(file_of_url(url)) + ")", url);
  }
}

}  // namespace

void append_inlines(cmark_node* block, const Masks& masks, NormalText& to) {
  InlineReader reader(masks, to);
  const std::unique_ptr<cmark_iter, IteratorFree> iterator(cmark_iter_new(block));
  for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    cmark_node* node = cmark_iter_get_node(iterator.get());
    if (node == block) continue;
    if (event == CMARK_EVENT_ENTER) {
      reader.enter(node);
    } else {
      reader.exit(node);
    }
  }
}

}  // namespace l10n_drift
