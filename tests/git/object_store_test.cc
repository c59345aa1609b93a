#include "git/object_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/error_text.h"
#include "support/scratch_repository.h"
#include "support/store.h"

namespace l10n_drift {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

History sample_history() {
  History history;
  history.commit("A", {},
                 {write_file("a", "1"), write_file("a.b", "2"), write_file("d/a", "3"),
                  write_file("d/e/f", "4"), write_file("d-", "5"), write_symlink("l", "a")});
  return history;
}

TEST(FindEntries, FindsFilesAndNothingElse) {
  const ScratchRepository scratch(sample_history());
  StoreOf store(scratch);
  const std::vector<std::string_view> paths = {"",    "a",     "a.b",     "a/",  "a/x",
                                               "d",   "d-",    "d/",      "d/a", "d/b",
                                               "d/e", "d/e/f", "d/e/f/g", "l",   "z"};
  const auto found = store->find_entries(scratch.tree("A"), paths);
  ASSERT_EQ(found.size(), paths.size());
  std::vector<std::string> names;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (!found[i]) continue;
    names.emplace_back(paths[i]);
    EXPECT_EQ(found[i]->id, scratch.id("A:" + names.back())) << paths[i];
  }
  EXPECT_EQ(names, (std::vector<std::string>{"a", "a.b", "d-", "d/a", "d/e/f", "l"}));
}

TEST(FindEntries, ReadsNoFolderThatNobodyAsksFor) {
  const ScratchRepository scratch(sample_history());
  StoreOf store(scratch);
  EXPECT_TRUE(store->find_entries(scratch.tree("A"), {}).empty());
  EXPECT_EQ(store.reads(), 0u);
  store->find_entries(scratch.tree("A"), {"a", "d/a", "d/b"});
  EXPECT_EQ(store.reads(), 2u) << "the root and d";
}

TEST(ObjectStore, ReadsACommitOnceForAllStores) {
  const ScratchRepository scratch(sample_history());
  StoreOf store(scratch);
  const RawCommit commit = store->read_commit(scratch.id("A"));
  EXPECT_EQ(commit.tree, scratch.tree("A"));
  EXPECT_EQ(store.reads(), 1u);
  EXPECT_EQ(store.another().read_commit(scratch.id("A")).tree, commit.tree);
  EXPECT_EQ(store.reads(), 1u);
}

TEST(ObjectStore, GoesTheWayToTheSameFolderOnceForAllStores) {
  const ScratchRepository scratch(sample_history());
  StoreOf store(scratch);
  const ObjectId tree = scratch.tree("A");
  const ObjectId folder = scratch.id("A:d/e");
  EXPECT_EQ(store->find_folder(tree, "d/e"), folder);
  EXPECT_EQ(store.reads(), 2u) << "the root and d";
  ObjectStore other = store.another();
  EXPECT_EQ(other.find_folder(tree, "d/e"), folder);
  EXPECT_EQ(store.reads(), 2u);
  EXPECT_TRUE(other.find_entries(tree, {"d/e/f", "d/e/g"}).front());
  EXPECT_EQ(store.reads(), 3u) << "d/e alone";
}

TEST(ObjectStore, FindsNoFolderWhereThereIsAFile) {
  const ScratchRepository scratch(sample_history());
  StoreOf store(scratch);
  const ObjectId tree = scratch.tree("A");
  for (const char* const path : {"a", "d/a", "l", "d/e/f", "x", "d/x/y"}) {
    EXPECT_FALSE(store->find_folder(tree, path)) << path;
    EXPECT_FALSE(store->find_folder(tree, path)) << path << " once more";
  }
  EXPECT_EQ(store->find_folder(tree, ""), tree);
}

TEST(ObjectStore, NamesAMissingObjectAndWhatFindsTheDamage) {
  const ScratchRepository scratch;
  StoreOf store(scratch);
  const ObjectId missing = id_from_hex(std::string(40, '1'));
  EXPECT_THAT(error_text([&] { store->read_commit(missing); }),
              AllOf(HasSubstr(missing.hex()), HasSubstr("missing"), HasSubstr("git fsck")));
}

TEST(ObjectStore, SaysOfAPartialCloneThatItIsOne) {
  const ScratchRepository scratch;
  const ObjectId missing = id_from_hex(std::string(40, '1'));
  const auto text = [&] {
    StoreOf store(scratch);
    return error_text([&] { store->read_blob(missing); });
  };
  EXPECT_THAT(text(), Not(HasSubstr("partial")));
  scratch.git({"config", "remote.origin.promisor", "true"});
  EXPECT_THAT(text(), AllOf(HasSubstr("partial"), HasSubstr(missing.hex()), HasSubstr(" | ")));
}

TEST(ObjectStore, NamesAnObjectOfTheWrongType) {
  const ScratchRepository scratch;
  StoreOf store(scratch);
  const ObjectId blob = scratch.store("blob", "text");
  EXPECT_THAT(error_text([&] { store->read_tree(blob); }),
              HasSubstr("'" + blob.hex() + "' is a blob where a tree is expected"));
}

TEST(ObjectStore, NamesACorruptCommitAndACorruptTree) {
  const ScratchRepository scratch;
  StoreOf store(scratch);
  const ObjectId commit = scratch.store("commit", "tree of life\n");
  EXPECT_THAT(error_text([&] { store->read_commit(commit); }),
              HasSubstr("'" + commit.hex() + "' is no valid commit"));
  const ObjectId tree = scratch.store("tree", "100644 cut off");
  EXPECT_THAT(error_text([&] { store->find_entries(tree, {"cut"}); }),
              HasSubstr("'" + tree.hex() + "' is no valid tree"));
}

}  // namespace
}  // namespace l10n_drift
