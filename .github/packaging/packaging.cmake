# How the program is packed: what makes an installed tree one that can be moved, and the settings of
# CPack for a .deb. .github/scripts/release makes the files of a release with them.

# The program looks for its libraries beside itself first, where a release has its own copies
# (.github/scripts/bundle). Elsewhere there is no such folder: then they are where they were linked, or
# those of the system.
# DT_RPATH, unlike RUNPATH, holds for the libraries of the libraries, too.
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  set_target_properties(l10n-drift PROPERTIES
    INSTALL_RPATH "$ORIGIN/../lib/l10n-drift"
    INSTALL_RPATH_USE_LINK_PATH ON BUILD_WITH_INSTALL_RPATH ON)
  target_link_options(l10n-drift PRIVATE LINKER:--disable-new-dtags)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME l10n-drift)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "tells which translations of documentation are out of date")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"It compares the translations of a documentation repository with their sources
by the history that git has of them, and prints what is to be updated: as the
body of an issue, a table, JSON or CSV. It checks a branch before it is merged.")
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "The makers of l10n-drift <nobody@l10n-drift.invalid>")
set(CPACK_DEBIAN_PACKAGE_SECTION vcs)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS git)
set(CPACK_STRIP_FILES ON)
# dpkg-shlibdeps asks the libraries which versions of their packages have what the program uses.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
include(CPack)
