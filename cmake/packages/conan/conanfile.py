"""The recipe of houvast for Conan 2: `conan create cmake/packages/conan --build=missing` (docs/guides/cpp.md)."""

import re
from pathlib import Path

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeToolchain, cmake_layout
from conan.tools.files import copy


class Houvast(ConanFile):
    """The C++ library, static or shared."""

    name = "houvast"
    description = "Shows people who collaborate around children how their collaboration is doing"
    license = "MIT"
    topics = ("survey", "network-analysis", "disclosure-control")
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    options = {
        "shared": [True, False],
        "fPIC": [True, False],
        # Boost.Graph and nlohmann/json are headers that only the build needs: from their packages, or from the system.
        "system_headers": [True, False],
    }
    default_options = {"shared": False, "fPIC": True, "system_headers": False}
    implements = ["auto_shared_fpic"]

    def set_version(self):
        """The version in the header of the sources."""
        text = (self._top / "include" / "houvast" / "version.hpp").read_text("utf-8")
        self.version = re.search(r'HOUVAST_VERSION "([0-9.]+)"', text)[1]

    @property
    def _top(self):
        return Path(self.recipe_folder).resolve().parents[2]

    def export_sources(self):
        """What the library is built from, without tests and Python."""
        for pattern in ("CMakeLists.txt", "LICENSE", "cmake/*.cmake", "cmake/*.in", "include/*", "src/*"):
            copy(self, pattern, str(self._top), self.export_sources_folder)

    def requirements(self):
        """Headers for the build; what links with houvast never sees them."""
        if not self.options.system_headers:
            self.requires("boost/1.84.0", options={"header_only": True}, visible=False)
            self.requires("nlohmann_json/3.11.3", visible=False)

    def validate(self):
        """Refuses a compiler that was set to an older standard."""
        if self.settings.compiler.get_safe("cppstd"):
            check_min_cppstd(self, 20)

    def layout(self):
        """Folders as CMake's generators have them."""
        cmake_layout(self)

    def generate(self):
        """Tells the build where the headers are."""
        toolchain = CMakeToolchain(self)
        for package, variable in (("boost", "BOOST"), ("nlohmann_json", "JSON")):
            if not self.options.system_headers:
                folder = self.dependencies[package].cpp_info.includedirs[0]
                toolchain.cache_variables[f"HOUVAST_{variable}_INCLUDE_DIR"] = folder
        toolchain.cache_variables["CMAKE_UNITY_BUILD"] = "ON"
        toolchain.generate()

    def build(self):
        """The library alone."""
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        """Headers, library, and the package that find_package(houvast) finds."""
        copy(self, "LICENSE", self.source_folder, str(Path(self.package_folder) / "licenses"))
        CMake(self).install()

    def package_info(self):
        """The project's own CMake package is found; other build systems get the same told."""
        self.cpp_info.libs = ["houvast"]
        self.cpp_info.set_property("cmake_find_mode", "none")
        self.cpp_info.set_property("pkg_config_name", "houvast")
        self.cpp_info.builddirs = [str(Path("lib") / "cmake" / "houvast")]
        if self.options.shared:
            self.cpp_info.defines = ["HOUVAST_SHARED"]
        elif self.settings.os in ("Linux", "FreeBSD"):
            self.cpp_info.system_libs = ["pthread"]
