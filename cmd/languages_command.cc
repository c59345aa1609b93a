#include "commands.h"
#include "l10n_drift/language_list.h"
#include "l10n_drift/render.h"
#include "messages.h"

namespace l10n_drift {

Outcome run_command(const Options&, const LanguagesCommand& command) {
  const LanguageListing listing = list_languages(command.request);
  for (const std::string& note : listing.layout_notes) print_note(note);
  const bool is_json = command.format == LanguagesFormat::kJson;
  return {is_json ? render_languages_json(listing.list) : render_languages_text(listing.list), 0,
          listing.statistics};
}

}  // namespace l10n_drift
