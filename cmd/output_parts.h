#pragma once

#include <string>
#include <vector>

namespace l10n_drift {

// Writes the parts of an issue into a folder as 1.md, 2.md, and so on, each as `write_output` does,
// and makes the folder if it is not there. Of a longer issue that was written before, the files of
// further parts are removed; a file without the marker of an issue is nobody's part, and stays.
// Throws Error.
void write_parts(const std::string& folder, const std::vector<std::string>& parts);

}  // namespace l10n_drift
