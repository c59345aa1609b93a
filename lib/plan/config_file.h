#pragma once

#include <optional>
#include <string>

#include "git/repository.h"
#include "site/config.h"

namespace l10n_drift {

// The text of a file, which errors call `name` ("configuration 'a.json'"); nothing if there is no
// such file. Throws Error for one that cannot be read.
std::optional<std::string> read_text_file(const std::string& path, const std::string& name);

// The configuration in a file, which messages call `name`; nothing if there is no such file. Throws
// Error for what is there and cannot be read, lest a report ignore it.
std::optional<Config> read_config_file(const std::string& path, const std::string& name);

// The configuration in the tree of a revision; an empty one if it has none.
Config read_committed_config(const Objects& objects, const ResolvedRevision& revision);

}  // namespace l10n_drift
