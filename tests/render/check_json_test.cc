#include <gtest/gtest.h>

#include "l10n_drift/render_check.h"
#include "render/golden.h"
#include "render/sample_check.h"

namespace l10n_drift {
namespace {

TEST(CheckJson, Golden) { expect_golden("check.json", render_check_json(sample_check())); }

}  // namespace
}  // namespace l10n_drift
