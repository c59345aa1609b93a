#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace l10n_drift {

// The file's name, at the root of a tree.
inline constexpr char kLunariaConfigName[] = "lunaria.config.json";

// The words by which a configuration of Lunaria says that a commit does not count, in its order:
// `ignoreKeywords` of its versions 0.x, then `tracking.ignoredKeywords` of 1.x. What Lunaria takes
// by default where they are not there is none of them: nobody in the repository has said it.
//
// A commit is meant if one of them stands in its subject, in whatever case. Lunaria reads them as
// parts of a regular expression; here they are what they are, texts. None is blank.
//
// Comments are accepted. A text that is no such configuration gives nothing, and is no error: it is
// the file of another program. So `place`, what an error would call it, is not made use of.
std::vector<std::string> lunaria_keywords(std::string_view text, const std::string& place);

}  // namespace l10n_drift
