"""A region beside all regions: how elements stand in the regions of a reference set, and no region by itself."""

from .document import Beside, Reference, load_reference
from .members import Member, Members, load_members, member_of_release, members_of_tally
from .published import Published, build_reference, check_reference

__all__ = [
    "Beside",
    "Member",
    "Members",
    "Published",
    "Reference",
    "build_reference",
    "check_reference",
    "load_members",
    "load_reference",
    "member_of_release",
    "members_of_tally",
]
