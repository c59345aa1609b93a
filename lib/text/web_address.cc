#include "text/web_address.h"

#include <algorithm>

#include "text/ascii.h"

namespace l10n_drift {
namespace {

constexpr std::string_view kGitHub = "github.com";

struct Address {
  std::string scheme;  // "ssh" for "git@host:path".
  std::string host;    // In small letters.
  std::string port;    // With its ':', or empty.
  std::string_view path;
};

// Whether the text can stand in an address as it is, and names something.
bool is_name(std::string_view text) {
  return !text.empty() && text.find_first_not_of('.') != text.npos &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_alphanumeric(c) || c == '-' || c == '_' || c == '.'; });
}

bool is_port(std::string_view text) {
  return text.size() > 1 && text.find_first_not_of("0123456789", 1) == text.npos;
}

// "user:token@host:22" as host and port.
bool read_host(std::string_view authority, Address& address) {
  const std::size_t user_end = authority.rfind('@');
  if (user_end != authority.npos) authority.remove_prefix(user_end + 1);
  const std::size_t colon = authority.find(':');
  address.host = to_lower(authority.substr(0, colon));
  if (colon != authority.npos) address.port = authority.substr(colon);
  return is_name(address.host) && (address.port.empty() || is_port(address.port));
}

std::optional<Address> split_address(std::string_view text) {
  Address address;
  const std::size_t scheme_end = text.find("://");
  if (scheme_end != text.npos) {
    address.scheme = to_lower(text.substr(0, scheme_end));
    text.remove_prefix(scheme_end + 3);
    const std::size_t slash = std::min(text.find('/'), text.size());
    if (!read_host(text.substr(0, slash), address)) return {};
    address.path = text.substr(slash);
    return address;
  }
  // As git reads it: a colon before the first slash makes it a host.
  const std::size_t colon = text.find(':');
  if (colon == text.npos || text.find('/') < colon) return {};
  address.scheme = "ssh";
  if (!read_host(text.substr(0, colon), address)) return {};
  address.path = text.substr(colon + 1);
  return address;
}

// "OWNER/NAME" without what git lets stand around it.
std::optional<std::string> owner_and_name(std::string_view path) {
  while (path.starts_with('/')) path.remove_prefix(1);
  while (path.ends_with('/')) path.remove_suffix(1);
  if (path.ends_with(".git")) path.remove_suffix(4);
  const std::size_t slash = path.find('/');
  if (slash == path.npos) return {};
  if (!is_name(path.substr(0, slash)) || !is_name(path.substr(slash + 1))) return {};
  return std::string(path);
}

bool is_github(const Address& address) {
  // The last one is for those whose network lets nothing through but the port of https.
  const std::string_view hosts[] = {kGitHub, "www.github.com", "ssh.github.com"};
  return std::find(std::begin(hosts), std::end(hosts), address.host) != std::end(hosts);
}

}  // namespace

std::optional<std::string> github_page(std::string_view address) {
  const auto parts = split_address(address);
  if (!parts || !is_github(*parts)) return {};
  const auto name = owner_and_name(parts->path);
  if (!name) return {};
  return "https://" + std::string(kGitHub) + '/' + *name;
}

std::optional<std::string> repository_page(std::string_view address) {
  const auto parts = split_address(address);
  if (!parts || (parts->scheme != "https" && parts->scheme != "http")) return {};
  if (is_github(*parts)) return github_page(address);
  const auto name = owner_and_name(parts->path);
  if (!name) return {};
  return parts->scheme + "://" + parts->host + parts->port + '/' + *name;
}

}  // namespace l10n_drift
