#include "git/handles.h"

#include <gtest/gtest.h>
// Where newer versions of libgit2 have git_error_set_str.
#if __has_include(<git2/sys/errors.h>)
#include <git2/sys/errors.h>
#endif

#include <string>

#include "support/error_text.h"

namespace l10n_drift {
namespace {

TEST(Check, LetsSuccessPassAndGivesFailureItsContext) {
  git_libgit2_init();
  git_error_set_str(GIT_ERROR_ODB, "two\nlines");
  EXPECT_EQ(error_text([] { check(0, "never seen"); }), "no error");
  EXPECT_EQ(error_text([] { check(1, "never seen"); }), "no error");
  EXPECT_EQ(error_text([] { check(-1, "cannot read '{}'", "x"); }),
            "cannot read 'x': two lines | ");
}

TEST(Check, DoesWithoutAMessage) {
  git_libgit2_init();
  git_error_clear();
  const std::string text = error_text([] { check(-1, "cannot read"); });
  EXPECT_TRUE(text.starts_with("cannot read: ")) << text;
  EXPECT_FALSE(text.starts_with("cannot read:  ")) << text;
}

struct Counted {
  static inline int freed = 0;
};
void free_counted(Counted* object) {
  ++Counted::freed;
  delete object;
}

TEST(Handles, OwnWhatAFunctionOfCFillsIn) {
  using CountedHandle = std::unique_ptr<Counted, Deleter<free_counted>>;
  const auto make = [](Counted** place) { *place = new Counted; };
  {
    CountedHandle handle;
    make(out(handle));
    EXPECT_TRUE(handle);
    make(out(handle));
    EXPECT_EQ(Counted::freed, 1) << "the first one";
  }
  EXPECT_EQ(Counted::freed, 2);
}

}  // namespace
}  // namespace l10n_drift
