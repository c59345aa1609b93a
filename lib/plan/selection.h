#pragma once

#include <vector>

#include "l10n_drift/drift.h"
#include "plan/pages.h"
#include "plan/plan.h"

namespace l10n_drift {

// Nothing shall look well because nothing was looked at.

// Throws Error if the base has no source at all: then the layout is that of another site, and every
// translation looks like a page of its own.
void require_sources(const Plan& plan, const Pages& pages);

// Throws Error if the globs let no page in. Of sources alone there is something to say only if
// what is untranslated is asked for.
enum class Untranslated { kNotAsked, kAsked };
void require_selection(const Plan& plan, const Pages& pages, Untranslated untranslated);

// Tells of each glob that means translations, as it lets nothing in and keeps nothing out.
std::vector<Warning> warn_of_translation_globs(const Plan& plan, const Pages& pages);

}  // namespace l10n_drift
