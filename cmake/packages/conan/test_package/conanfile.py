"""Builds a program with the package that Conan made, and runs it."""

import os

from conan import ConanFile
from conan.tools.build import can_run
from conan.tools.cmake import CMake, cmake_layout


class Consumer(ConanFile):
    """Somebody's program of a few lines."""

    settings = "os", "arch", "compiler", "build_type"
    generators = "CMakeToolchain", "CMakeDeps"

    def requirements(self):
        """The package that was made."""
        self.requires(self.tested_reference_str)

    def layout(self):
        """Folders as CMake's generators have them."""
        cmake_layout(self)

    def build(self):
        """The program."""
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def test(self):
        """It runs, and finds the instruments that the library carries."""
        if can_run(self):
            self.run(os.path.join(self.cpp.build.bindir, "program"), env="conanrun")  # noqa: PTH118  # "./program"
