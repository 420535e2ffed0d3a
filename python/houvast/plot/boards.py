"""Boards of the collaboration as a whole: the checks as tiles, who offers what, and whose voice is heard."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from .. import _core
from .frame import LINE, Frame, Key, Sheet
from .items import empty
from .sources import Drawable, Source, exact_only, percent, source_of
from .style import Theme, ink_on, mix, theme_of, tidy, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["coverage_board", "need_matrix", "voice_parity"]

_SIGNS: Final = {"ok": "✓", "attention": "!", "missing": "✕", "unknown": "?", "not_applicable": "–"}
_SMALL: Final = 7.5
_TILE: Final = (1.64, 1.34)
_ACROSS: Final = 6
_MEASURES: Final = ("share_of_members", "share_of_asked", "share_of_answers", "share_of_ties")


# ------------------------------------------------------------------------------------------------ coverage


def coverage_board(
    study_or_release: Drawable,
    *,
    wave: str | None = None,
    relation: str = "",
    ax: Axes | None = None,
    lang: str = "nl",
    theme: str = "light",
) -> Axes:
    """The coverage checks as tiles: a sign, a word, the check's id and what it asks.

    Parameters
    ----------
    study_or_release : Study, Release or release document
        Exact for inside use, or what may be shown.
    wave : str, optional
        Id of a wave; None: the last.
    relation : str
        Id of a relation; "": the first.
    ax : matplotlib.axes.Axes, optional
        Where to draw; None: on a figure of its own.
    lang : str
        Language of the words, one of `houvast.languages()`.
    theme : str
        "light" or "dark"; "matplotlib" follows its style (`matplotlib.rcParams`).

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    UnknownKeyError
        HV-503 for a language, HV-505 for a wave, HV-507 for a relation that does not exist.
    """
    source, look = source_of(study_or_release, lang), theme_of(theme)
    findings: Sequence[Any]
    if isinstance(study_or_release, _core.Study):
        wave = source.wave(wave)
        findings = study_or_release.coverage(wave=wave, relation=relation)
        about = source.texts("plot.board.about", wave=source.wave_title(wave), parties=len(study_or_release.parties))
    else:
        findings = [f for f in source.thing.findings if not relation or f.relation in ("", relation)]
        wave = source.wave(wave, {f.wave for f in findings if f.wave})
        findings = [f for f in findings if f.wave in ("", wave)]
        about = source.texts("plot.board.released", wave=source.wave_title(wave))
    title = source.texts("plot.board.title")
    if not findings:
        return empty(source, ax, look, title)
    across = min(_ACROSS, len(findings))
    down = -(-len(findings) // across)
    wide, tall = _TILE
    present = [status for status in _SIGNS if any(f.status == status for f in findings)]
    keys = tuple(
        Key(
            f"{_SIGNS[s]}  {source.texts('report.status', status=s)}: {sum(f.status == s for f in findings)}",
            _face(look, s),
            _edge(look, s),
        )
        for s in present
    )
    sheet = Sheet(look, title, about, source.footer(), keys)
    frame = sheet.open(ax, wide * across, tall * down)
    frame.limits((0, wide * across))
    said = []
    for i, finding in enumerate(findings):
        _tile(frame, source, finding, (i % across) * wide, (i // across) * tall)
        name, status = source.texts.pick(finding.title), source.texts("report.status", status=finding.status)
        said.append(f"{finding.check} {tidy(name)}: {status}.")
    alt = source.texts("plot.board.alt", count=len(findings), wave=source.wave_title(wave), items=" ".join(said))
    return frame.finish(f"{title}. {about} {alt}")


def _face(look: Theme, status: str) -> str:
    return {
        "ok": look.high[0], "attention": look.low[0], "missing": look.paper, "unknown": look.track,
        "not_applicable": look.paper,
    }.get(status, look.paper)  # fmt: skip


def _edge(look: Theme, status: str) -> str:
    return {"ok": look.high[2], "attention": look.low[2], "missing": look.warm}.get(status, look.line)


def _tile(frame: Frame, source: Source, finding: Any, x: float, y: float) -> None:
    from matplotlib.patches import FancyBboxPatch

    look, (wide, tall) = frame.theme, _TILE
    face, edge = _face(look, finding.status), _edge(look, finding.status)
    dashed = finding.status in ("unknown", "not_applicable")
    tile = FancyBboxPatch(
        (x + 0.09, y + 0.09), wide - 0.18, tall - 0.18, boxstyle="round,pad=0.03,rounding_size=0.08", facecolor=face,
        edgecolor=edge, linewidth=(2.2 if finding.status == "missing" else 1.0) * frame.scale,
        linestyle=(0, (3, 2)) if dashed else "-",
    )  # fmt: skip
    tile.set_gid(f"tile-{finding.check}-{finding.status}")
    frame.patch(tile)
    ink = ink_on(face)
    soft = mix(ink, face, 0.25)
    frame.text(x + 0.16, y + 0.25, finding.check, size=_SMALL, weight="bold", color=soft, ha="left")
    frame.text(
        x + wide - 0.17, y + 0.26, _SIGNS.get(finding.status, "?"), size=12, weight="bold", color=ink, ha="right"
    )
    status = source.texts("report.status", status=finding.status)
    frame.text(x + 0.16, y + tall - 0.19, status, size=_SMALL, weight="bold", color=ink, ha="left")
    words = wrap(source.texts.pick(finding.title), (wide - 0.32) * 72, 8.0, lines=4)
    frame.text(x + 0.16, y + tall / 2 + 0.02, "\n".join(words), size=8.0, color=ink, ha="left", va="center")


# ------------------------------------------------------------------------------------------------ needs


def need_matrix(
    study: _core.Study, *, wave: str | None = None, ax: Axes | None = None, lang: str = "nl", theme: str = "light"
) -> Axes:
    """Who offers what: needs against ages and support levels, with the number of organisations in every cell.

    Cells that nobody offers are open with a cross; cells with many organisations have a double edge. What the profile
    expects and when it is an overlap, check C13 decides.

    Parameters
    ----------
    study : Study
        The exact study.
    wave : str, optional
        Id of a wave; None: the last.
    ax : matplotlib.axes.Axes, optional
        Where to draw; None: on a figure of its own.
    lang : str
        Language of the words, one of `houvast.languages()`.
    theme : str
        "light" or "dark"; "matplotlib" follows its style (`matplotlib.rcParams`).

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    DisclosureError
        HV-404 for anything but a study.
    UnknownKeyError
        HV-503 for a language, HV-505 for a wave that does not exist.
    """
    exact_only(study, "need_matrix")
    source, look = source_of(study, lang), theme_of(theme)
    wave = source.wave(wave)
    finding = next((f for f in study.coverage(wave=wave) if f.check == "C13"), None)
    cells = {tuple(e.id.split("/")): e for e in (finding.evidence if finding else ()) if e.kind == "cell"}
    title = source.texts("plot.need.title")
    if not cells:
        words = "" if finding is None else finding.sentence.get(lang)
        return empty(source, ax, look, title, words)
    titles = _profile_titles(study, source)
    needs = list(dict.fromkeys(cell[0] for cell in cells))
    columns = list(dict.fromkeys(cell[1:] for cell in cells))
    wide, tall = 0.92, 0.52
    labels = [wrap(titles.get(need, need), 2.2 * 72, 9.0, lines=3) for need in needs]
    ages = list(dict.fromkeys(age for age, _ in columns))
    heads = {c: wrap(titles.get(c[1], c[1]), (wide - 0.1) * 72, _SMALL, lines=4) for c in columns}
    above = max(len(words) for words in heads.values()) * _SMALL * LINE / 72 + 0.1
    tops = {
        age: wrap(titles.get(age, age), wide * sum(c[0] == age for c in columns) * 72 - 8, 8.5, "bold", 3)
        for age in ages
    }
    over = max(len(words) for words in tops.values()) * 8.5 * LINE / 72 + 0.08
    keys = (
        Key(f"✕  {source.texts('plot.need.role', role='gap')}", look.paper, look.warm),
        Key(source.texts("plot.need.role", role="offered"), look.high[0], look.high[1]),
        Key(f"≡  {source.texts('plot.need.role', role='overlap')}", look.low[0], look.low[2]),
    )
    about = source.texts("plot.need.about", wave=source.wave_title(wave), parties=len(study.parties))
    sheet = Sheet(look, title, about, source.footer(), keys, left=2.4, above=above + over)
    frame = sheet.open(ax, wide * len(columns), max(tall * len(needs), 0.5))
    tall = frame.height / len(needs)
    frame.limits((0, wide * len(columns)))
    for i, column in enumerate(columns):
        frame.text(wide * (i + 0.5), 0.06, "\n".join(heads[column]), size=_SMALL, color=look.soft,
                   transform=frame.over(1), ha="center", va="bottom")  # fmt: skip
    for age in ages:
        at = [i for i, c in enumerate(columns) if c[0] == age]
        frame.text(wide * (min(at) + max(at) + 1) / 2, above, "\n".join(tops[age]), size=8.5, weight="bold",
                   transform=frame.over(1), ha="center", va="bottom")  # fmt: skip
    said = []
    for j, (need, label) in enumerate(zip(needs, labels, strict=True)):
        frame.text(-sheet.left, tall * (j + 0.5), "\n".join(label), transform=frame.beside(0), ha="left")
        for i, column in enumerate(columns):
            evidence = cells.get((need, *column))
            if evidence is not None:
                _need_cell(frame, evidence, wide * i, tall * j, wide, tall)
                if evidence.role != "offered":
                    name = " / ".join(tidy(titles.get(part, part)) for part in (need, *column))
                    many = int(evidence.value or 0)
                    said.append(source.texts("plot.need.alt_item", cell=name, role=evidence.role, count=many))
    count = {role: sum(e.role == role for e in cells.values()) for role in ("gap", "overlap", "offered")}
    alt = source.texts(
        "plot.need.alt", rows=len(needs), columns=len(columns), wave=source.wave_title(wave), gaps=count["gap"],
        overlaps=count["overlap"], offered=count["offered"], items=" ".join(said),
    )  # fmt: skip
    return frame.finish(f"{title}. {alt}")


def _profile_titles(study: _core.Study, source: Source) -> dict[str, str]:
    """The words for needs, ages and support levels, where the study's own profile has them."""
    profile = json.loads(study.header_json()).get("profile", {})
    found = {}
    for name in ("needs", "ages", "support_levels"):
        for term in profile.get(name, []) if isinstance(profile, dict) else []:
            text = term.get("title", {}) if isinstance(term, dict) else {}
            found[str(term.get("id"))] = source.written(text) or str(term.get("id"))
    return found


def _need_cell(frame: Frame, evidence: _core.Evidence, x: float, y: float, wide: float, tall: float) -> None:
    look, count = frame.theme, int(evidence.value or 0)
    place = (x + 0.03, y + 0.03, wide - 0.06, tall - 0.06)
    if evidence.role == "gap":
        frame.box(*place, facecolor=look.paper, edgecolor=look.warm, linewidth=1.2, linestyle=(0, (3, 2))).set_gid(
            f"need-{evidence.id}"
        )
        frame.text(x + wide / 2, y + tall / 2, "✕  0", size=9, weight="bold", color=look.warm, ha="center")
        return
    many = evidence.role == "overlap"
    face = look.low[0] if many else look.high[0]
    frame.box(
        *place, facecolor=face, edgecolor=look.low[2] if many else look.high[1], linewidth=1.8 if many else 0.8
    ).set_gid(f"need-{evidence.id}")
    words = f"≡  {count}" if many else str(count)
    frame.text(x + wide / 2, y + tall / 2, words, size=9, weight="bold", color=ink_on(face), ha="center")


# ------------------------------------------------------------------------------------------------ voice


def voice_parity(
    study: _core.Study,
    *,
    wave: str | None = None,
    relation: str = "",
    ax: Axes | None = None,
    lang: str = "nl",
    theme: str = "light",
) -> Axes:
    """Per perspective: its share of the parties and of the people asked, beside its share of answers and of ties.

    The numbers are those of check C11; a perspective that it calls a small voice is marked.

    Parameters
    ----------
    study : Study
        The exact study.
    wave : str, optional
        Id of a wave; None: the last.
    relation : str
        Id of a relation; "": the first.
    ax : matplotlib.axes.Axes, optional
        Where to draw; None: on a figure of its own.
    lang : str
        Language of the words, one of `houvast.languages()`.
    theme : str
        "light" or "dark"; "matplotlib" follows its style (`matplotlib.rcParams`).

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    DisclosureError
        HV-404 for anything but a study.
    UnknownKeyError
        HV-503 for a language, HV-505 for a wave, HV-507 for a relation that does not exist.
    """
    exact_only(study, "voice_parity")
    source, look = source_of(study, lang), theme_of(theme)
    wave = source.wave(wave)
    finding = next((f for f in study.coverage(wave=wave, relation=relation) if f.check == "C11"), None)
    shares: dict[str, dict[str, float]] = {}
    small: set[str] = set()
    for each in finding.evidence if finding else ():
        if each.kind == "perspective" and each.role in _MEASURES and each.value is not None:
            shares.setdefault(each.id, {})[each.role] = each.value
        small |= {each.id} if each.role == "small_voice" else set()
    title = source.texts("plot.voice.title")
    if not shares:
        return empty(source, ax, look, title, "" if finding is None else finding.sentence.get(lang))
    used = [m for m in _MEASURES if any(m in found for found in shares.values())]
    styles = dict(
        zip(
            _MEASURES,
            ((look.other[1], ""), (look.other[0], "...."), (look.high[2], ""), (look.high[0], "////")),
            strict=True,
        )
    )
    keys = tuple(
        Key(source.texts("plot.voice.measure", measure=m), styles[m][0], look.paper, styles[m][1]) for m in used
    )
    labels = {p: wrap(source.group_title("perspective", p), 1.75 * 72, 9.5, "bold", 3) for p in shares}
    bar = 0.2
    height = bar * len(used) + 0.26
    counts = _counts(study, wave)
    told_of = "plot.voice.about" if study.asked_known else "plot.voice.about_unasked"
    about = source.texts(told_of, wave=source.wave_title(wave), parties=counts[0], answers=counts[1])
    sheet = Sheet(look, title, about, source.footer(), keys, left=2.0, right=0.5, above=0.22)
    frame = sheet.open(ax, 5.2, height * len(shares))
    frame.limits((0, 1))
    for x in (0, 0.25, 0.5, 0.75, 1):
        frame.ax.axvline(x, color=look.line, linewidth=0.7 * frame.scale, zorder=0)
        frame.text(
            x, 0.06, percent(x), size=_SMALL, color=look.soft, transform=frame.over(1), ha="center", va="baseline"
        )
    said = []
    for i, (perspective, found) in enumerate(shares.items()):
        y = height * i
        words = labels[perspective]
        tall = len(words) * 9.5 * LINE / 72
        frame.text(
            -sheet.left, y + height / 2, "\n".join(words), size=9.5, weight="bold", transform=frame.beside(0), ha="left"
        )
        if perspective in small:
            under = y + height / 2 + tall / 2 + 0.09
            frame.text(-sheet.left, under, f"! {source.texts('plot.voice.small')}", size=8, color=look.warm,
                       weight="bold", transform=frame.beside(0), ha="left")  # fmt: skip
        for k, measure in enumerate(used):
            if measure not in found:
                continue
            at, (face, hatch) = y + 0.13 + bar * k, styles[measure]
            frame.box(
                0, at, found[measure], bar * 0.86, facecolor=face, hatch=hatch or None,
                hatch_colour=mix(face, ink_on(face), 0.45),
            ).set_gid(f"{measure}-{perspective}")  # fmt: skip
            frame.text(found[measure] + 0.012, at + bar * 0.43, percent(found[measure]), size=_SMALL, ha="left")
        name = tidy(source.group_title("perspective", perspective))
        told = [
            source.texts("plot.voice.share", measure=m, share=percent(found[m])) for m in used if m in found
        ]  # fmt: skip
        told += [source.texts("plot.voice.small")] if perspective in small else []
        said.append(f"{name}: {', '.join(told)}.")
    alt = source.texts("plot.voice.alt", wave=source.wave_title(wave), items=" ".join(said))
    return frame.finish(f"{title}. {about} {alt}")


def _counts(study: _core.Study, wave: str) -> tuple[int, int]:
    """Parties, and people who returned an instrument in a wave."""
    rows = study.scores(wave=wave).to_dicts()
    return len(study.parties), max((row["respondents"] or 0 for row in rows), default=0)
