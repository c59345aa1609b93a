#pragma once

#include <optional>
#include <string>

#include "l10n_drift/stale.h"

namespace l10n_drift {

// Workflow commands of GitHub Actions: lines that a step prints and that its runner acts upon.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands

struct Annotation {
  const char* level = "notice";  // Or "warning", "error".
  std::string title;
  std::optional<std::string> file;  // As git stores it.
  LineRange lines;                  // Of the file.
  std::string message;              // One line or more.
};

// The command that makes the annotation, on one line, with a newline at its end. Whatever the texts
// are, they end neither the command nor a property of it.
std::string workflow_command(const Annotation& annotation);

}  // namespace l10n_drift
