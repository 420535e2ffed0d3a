"""Pictures of a study or a release, on matplotlib (extra `plot`)."""

from .answers import likert
from .boards import coverage_board, need_matrix, voice_parity
from .cards import agenda_cards
from .change import waves
from .frame import alt_text
from .groups import heatmap, perspective_gap
from .maps import density_matrix, network_map
from .stages import gerdes_dots, gerdes_kiviat
