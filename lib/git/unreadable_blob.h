#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>

#include "l10n_drift/error.h"
#include "text/path_text.h"
#include "values/object_id.h"

namespace l10n_drift {

// A blob that the repository ought to have, and that is missing or damaged. As an error it ends the
// run; whoever needs the blob for one page alone may catch it, and leave that page.
class UnreadableBlob : public Error {
 public:
  // `what_is_wrong` goes on from the blob's name: "is missing". `path` is empty if nobody knows it.
  UnreadableBlob(const ObjectId& blob, std::string what_is_wrong, const std::string& path = {})
      : Error("corrupt repository: " + describe(blob, what_is_wrong, path), "git fsck --full"),
        blob_(blob),
        what_is_wrong_(std::move(what_is_wrong)),
        path_(path) {}

  const ObjectId& blob() const { return blob_; }
  bool has_path() const { return !path_.empty(); }

  // The same of a file that has the blob.
  UnreadableBlob at(const std::string& path) const { return {blob_, what_is_wrong_, path}; }

  // "blob '...' of 'content/en/a.md' is missing".
  std::string text() const { return describe(blob_, what_is_wrong_, path_); }

 private:
  static std::string describe(const ObjectId& blob, const std::string& what_is_wrong,
                              const std::string& path) {
    const std::string of = path.empty() ? "" : " of " + in_quotes(path);
    return fmt::format("blob '{}'{} {}", blob.hex(), of, what_is_wrong);
  }

  ObjectId blob_;
  std::string what_is_wrong_;
  std::string path_;
};

}  // namespace l10n_drift
