#pragma once

#include <git2.h>

#include <string>

namespace l10n_drift {

// Throws Error if `name` is a revision that asks a reflog which is not there (`main@{1}`), or one
// with a date (`main@{1.year.ago}`) that is older than the reflog. Does nothing for any other name,
// whether or not it means something.
void require_reflog_reach(git_repository* repository, const std::string& name);

}  // namespace l10n_drift
