#pragma once

#include <string>

namespace l10n_drift {

// Compares `rendered` with testdata/golden/NAME, byte for byte; the program's version, where it
// stands in double quotes, counts as "0.0.0", so that a release changes no golden. With
// L10N_DRIFT_ACCEPT=1 in the environment the file is rewritten instead, and the test counts as
// skipped.
void expect_golden(const std::string& name, const std::string& rendered);

}  // namespace l10n_drift
