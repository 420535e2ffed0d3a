"""Pictures of a study or a release, on matplotlib (extra `plot`).

Every function takes a Study (exact, for inside use) or, where it has the data, a Release, and returns matplotlib Axes;
`ax=` draws in given axes. `write_pictures` writes all of them to a folder, and `alt_text(ax)` tells in words what a
picture shows. `lang` is a language of the catalogue, such as "nl" or "en"; `theme` is "light", "dark" or "matplotlib"
(the colours of its style, `matplotlib.rcParams`). No picture ranks people, groups or organisations: they stand in the
order of the study.
"""

from ..errors import MissingExtraError as _MissingExtraError

try:
    import matplotlib as _matplotlib  # noqa: F401
except ImportError as _error:
    raise _MissingExtraError.of("plot", "matplotlib") from _error

from .answers import likert
from .blocks import density_matrix
from .boards import coverage_board, need_matrix, voice_parity
from .cards import agenda_cards
from .change import waves
from .folder import write_pictures
from .frame import alt_text
from .groups import heatmap, perspective_gap
from .maps import network_map
from .prevention import prevention_matrix
from .stages import gerdes_dots, gerdes_kiviat

__all__ = [
    "agenda_cards",
    "alt_text",
    "coverage_board",
    "density_matrix",
    "gerdes_dots",
    "gerdes_kiviat",
    "heatmap",
    "likert",
    "need_matrix",
    "network_map",
    "perspective_gap",
    "prevention_matrix",
    "voice_parity",
    "waves",
    "write_pictures",
]
