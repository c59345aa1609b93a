#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "l10n_drift/issue.h"

namespace l10n_drift {

// The ids of many files in few characters: of each file, a hash of its path stands for the path.
// That is enough to give the file its ids again, as the report knows its path.

// The hash of a path in git's quoted form: 5 characters, which need no escape.
std::string path_hash(std::string_view path);

// A JSON object: {"M":{"1":"k9.Qxz0aaB","7":"..."},"P":{...}}. The number is that of the first id
// of a run, and behind it are the hashes of the files that have the ids from there on.
std::string label_table_text(const std::vector<HashedFile>& files);

// Adds the ids from `first` on, of a run as the table has it, to the files. False if the run is
// none that we wrote.
bool add_label_run(char letter, std::size_t first, std::string_view hashes,
                   std::vector<HashedFile>& files);

// The files of a table, of which each hash stands once, with its ids in the order of sections. What
// has two ids of one letter is two files with the same hash, and so nobody: both are left out.
std::vector<HashedFile> join_hashed_files(const std::vector<HashedFile>& files);

}  // namespace l10n_drift
