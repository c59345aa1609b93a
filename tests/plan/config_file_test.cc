#include "plan/config_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "support/error_text.h"
#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

using testing::AllOf;
using testing::HasSubstr;

// ---- In a file ----

class ConfigFileTest : public testing::Test {
 protected:
  std::string error_of(const std::string& name) const {
    return error_text([&] { read_config_file(folder_.at(name), "the name"); });
  }

  ScratchFolder folder_;
};

TEST_F(ConfigFileTest, AFileIsReadAsItIs) {
  write_whole_file(folder_.at("file"), R"({"base": "trunk"})");
  const auto config = read_config_file(folder_.at("file"), "the name");
  ASSERT_TRUE(config);
  EXPECT_EQ(config->base, "trunk");
}

TEST_F(ConfigFileTest, WithoutAFileThereIsNoConfiguration) {
  EXPECT_FALSE(read_config_file(folder_.at("none"), "the name"));
  EXPECT_FALSE(read_config_file(folder_.at("no folder/none"), "the name"));
}

TEST_F(ConfigFileTest, WhatIsThereAndCannotBeReadIsAnError) {
  std::filesystem::create_directory(folder_.at("folder"));
  std::filesystem::create_symlink("nowhere", folder_.at("link"));
  for (const std::string name : {"folder", "link"}) {
    EXPECT_THAT(error_of(name), AllOf(HasSubstr("cannot read configuration"),
                                      HasSubstr(folder_.at(name)), HasSubstr("that you may read")));
  }
}

TEST_F(ConfigFileTest, WhatIsNoConfigurationIsAnErrorThatHasTheNameGiven) {
  write_whole_file(folder_.at("file"), "{");
  EXPECT_THAT(error_of("file"), HasSubstr("the name"));
  write_whole_file(folder_.at("file"), "");
  EXPECT_NE(error_of("file"), "no error") << "an empty file is none either";
}

// ---- In a commit ----

class CommittedConfigTest : public testing::Test {
 protected:
  CommittedConfigTest() {
    History history;
    history.commit("with", {}, {write_file(".l10n-drift.json", R"({"base": "committed"})")});
    history.commit("without", {}, {write_file("x", "1")});
    history.commit("deeper", {}, {write_file("x/.l10n-drift.json", R"({"base": "no"})")});
    history.commit("linked", {}, {write_symlink(".l10n-drift.json", "x")});
    history.commit("broken", {}, {write_file(".l10n-drift.json", "{")});
    history.point("refs/heads/main", "with");
    scratch_.import(history);
  }

  std::optional<std::string> base_in(const std::string& revision) const {
    const Repository repository = scratch_.open();
    return read_committed_config(repository.objects(), repository.resolve(revision)).base;
  }

  ScratchRepository scratch_;
};

TEST_F(CommittedConfigTest, IsTheFileAtTheRootOfTheTree) {
  write_whole_file(scratch_.at(".l10n-drift.json"), R"({"base": "work tree"})");
  EXPECT_EQ(base_in("with"), "committed") << "whatever the work tree has";
  EXPECT_EQ(base_in("without"), std::nullopt);
  EXPECT_EQ(base_in("deeper"), std::nullopt);
}

TEST_F(CommittedConfigTest, ALinkIsNone) { EXPECT_EQ(base_in("linked"), std::nullopt); }

TEST_F(CommittedConfigTest, AnErrorNamesTheRevisionAndTheFile) {
  EXPECT_THAT(error_text([&] { base_in("broken"); }), HasSubstr("broken:.l10n-drift.json"));
}

TEST_F(CommittedConfigTest, APartialCloneThatLacksItIsToldHowToGetIt) {
  scratch_.git({"config", "remote.origin.promisor", "true"});
  EXPECT_EQ(base_in("with"), "committed");
  const std::string hex = scratch_.id("with:.l10n-drift.json").hex();
  std::filesystem::remove(scratch_.at(".git/objects/" + hex.substr(0, 2) + '/' + hex.substr(2)));
  EXPECT_THAT(error_text([&] { base_in("with"); }), HasSubstr("--fetch-missing"));
}

}  // namespace
}  // namespace l10n_drift
