#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace l10n_drift {

// From the address that git fetches a repository from to that of its pages, and what belongs to
// them. Names, passwords and tokens in an address are left behind.

// "https://github.com/OWNER/NAME" for each form of address that git knows for a repository on
// github.com: https, ssh, git and "git@github.com:OWNER/NAME.git". Nothing for any other.
std::optional<std::string> github_page(std::string_view address);

// The same of an address as a browser has it, on any host: "https://HOST/OWNER/NAME", with or
// without ".git" and a final '/'. Nothing for any other.
std::optional<std::string> repository_page(std::string_view address);

}  // namespace l10n_drift
