#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace l10n_drift {

// Writes the product to `path`, or to standard output if there is none or it is "-". Throws Error
// if it cannot be written; a reader of standard output that has gone away is no error.
//
// A file is written whole or not at all: to a temporary file beside it, which then takes its place
// and keeps its mode. Of a symlink, the target is replaced. What exists and is no regular file,
// such as /dev/null or a pipe, is written directly.
void write_output(const std::optional<std::string>& path, const std::string& text);

// Writes all of a text to an open file. Returns 0, or the error of the system.
int write_all(int file, std::string_view text);

// Adds text to the end of a file, which is made if there is none. Throws Error if that fails.
void append_to_file(const std::string& path, const std::string& text);

// Makes an interrupt (SIGINT, SIGTERM, SIGHUP) end the program with status 130, without a temporary
// file left behind, and a closed pipe an error of the write instead of the program's end.
void set_up_signals();

}  // namespace l10n_drift
