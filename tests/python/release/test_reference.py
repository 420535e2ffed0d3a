"""A reference set of regions: who may enter, what is told of all together, and that no region can be recovered."""

import itertools
import json
from pathlib import Path

import numpy as np
import pytest

import houvast
from houvast.cli import main
from houvast.errors import Error
from houvast.examples.region import region
from houvast.release import load_release, opened, write_document
from houvast.release.reference import (
    Member,
    Members,
    build_reference,
    check_reference,
    load_members,
    load_reference,
    member_of_release,
    members_of_tally,
)
from houvast.scoring import Tally

SIX = houvast.instrument("six-elements")
ELEMENTS = [element.id for element in SIX.elements]
CONSENT = "Bestuur, 2024-05-01"


@pytest.fixture(autouse=True)
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOUVAST_KEYS", str(tmp_path / "keys"))


def regions(count: int, seed: int = 1, begin: int = 0) -> list[Member]:
    random = np.random.default_rng(seed)
    quarters = random.choice(4, (count, len(ELEMENTS)), p=[0.1, 0.3, 0.4, 0.2]) + 1
    return [
        Member(f"regio-{begin + i}", CONSENT, "2024", dict(zip(ELEMENTS, map(int, row), strict=True)))
        for i, row in enumerate(quarters)
    ]


def of(members: list[Member]) -> Members:
    return Members(SIX).with_members(members)


def test_two_hundred_regions_are_told_together_in_wide_steps(tmp_path: Path) -> None:
    """Every figure holds the truth, and each step is as wide as ten regions or more."""
    members = regions(200)
    published = build_reference(of(members), tmp_path)
    reference = load_reference(published.path or "")
    assert reference == published.reference
    assert (reference.version, reference.instrument, [*reference.elements]) == (1, "six-elements", ELEMENTS)
    for id, told in reference.elements.items():
        quarters = np.array([member.quarters[id] for member in members])
        assert told.regions == "200–399"
        for (low, high), true in [
            (told.half, (quarters >= 3).mean()),
            *((told.quarters[str(q)], (quarters == q).mean()) for q in range(1, 5)),
        ]:
            assert low <= true <= high and (high - low) * 200 >= 9.99, id


@pytest.mark.parametrize(("count", "seed"), [(12, 1), (45, 2), (200, 3)])
def test_no_region_can_be_recovered_by_one_that_knows_itself(tmp_path: Path, count: int, seed: int) -> None:
    """Every number of regions in a quarter that fits what was told: never surely none, all, or so few of the others."""
    published = build_reference(of(regions(count, seed)), tmp_path)
    assert published.reference.elements
    for told in published.reference.elements.values():
        low, high = told.half
        fits = [k for k in range(count + 1) if low <= k / count <= high]
        for mine in (0, 1):
            others = [k - mine for k in fits if 0 <= k - mine <= count - 1]
            for counted in (others, [count - 1 - k for k in others]):
                assert not set(counted) <= set(range(1, 10)) and len(set(counted)) > 1


def test_versions_that_differ_by_few_regions_are_refused(tmp_path: Path) -> None:
    """Leave one out, or one more: nothing is published from whose difference a region follows."""
    members = regions(200)
    build_reference(of(members), tmp_path)
    for few in (members[1:], members[:7] + members[8:], [*members, *regions(3, 9, 200)]):
        assert check_reference(of(few), tmp_path).planned.refused is not None
        with pytest.raises(Error) as caught:
            build_reference(of(few), tmp_path)
        assert caught.value.code == "HV-406"
    assert load_reference(tmp_path / "reference.json").version == 1
    many = load_members(tmp_path).with_members(regions(100, 5, 200))
    assert build_reference(many, tmp_path).reference.version == 2


def test_a_region_that_changes_its_answers_changes_nothing_that_is_told(tmp_path: Path) -> None:
    members = regions(200)
    first = build_reference(of(members), tmp_path).reference.elements
    refused = 0
    for i, quarter in itertools.product(range(15), range(1, 5)):
        other = Member(members[i].region, CONSENT, "2025", dict.fromkeys(ELEMENTS, quarter))
        found = check_reference(of([*members[:i], other, *members[i + 1 :]]), tmp_path)
        refused += found.planned.refused is not None
        assert found.planned.refused is not None or found.reference.elements == first
    assert refused > 0


def test_what_versions_tell_never_hangs_on_one_region_alone(tmp_path: Path) -> None:
    """Whoever sees both versions and knows the first members: each new one may still be in any quarter."""
    old, new = regions(200), regions(60, 4, 200)
    build_reference(of(old), tmp_path)
    second = build_reference(load_members(tmp_path).with_members(new), tmp_path).reference
    for id, told in second.elements.items():
        known = sum(member.quarters[id] >= 3 for member in old)
        fits = [k for k in range(61) if told.half[0] <= (known + k) / 260 <= told.half[1]]
        assert len(fits) >= 10 and not set(fits) <= {0} and not set(fits) <= {60}


def test_fewer_than_ten_regions_tell_nothing(tmp_path: Path) -> None:
    assert build_reference(of(regions(9)), tmp_path).reference.elements == {}


def test_a_region_needs_consent_and_enters_once() -> None:
    one = regions(1)[0]
    for wrong in ([Member(one.region, " ", "2024", one.quarters)], [one, one]):
        with pytest.raises(Error) as caught:
            of(wrong)
        assert (caught.value.code, caught.value.value) == ("HV-408", "regio-0")


def tally_of(people: list[int]) -> Tally:
    tally = Tally(SIX, [f"regio {i}" for i in range(len(people))], ["2024"])
    random = np.random.default_rng(1)
    group = np.repeat(np.arange(len(people)), people)
    tally.update(random.integers(0, 5, (len(group), len(tally.questions)), dtype=np.uint8), group)
    return tally


def test_regions_of_a_tally_need_ten_people_each() -> None:
    tally = tally_of([10, 200])
    rows = {(row["group"], row["id"]): row for row in tally.finalize().to_dicts()}
    for member in members_of_tally(tally, CONSENT):
        for id, quarter in member.quarters.items():
            row = rows[member.region, id]
            assert (quarter - 1) / 4 <= row["top"] / row["scored"] and row["top"] / row["scored"] <= quarter / 4
    with pytest.raises(Error) as caught:
        members_of_tally(tally_of([9, 200]), CONSENT)
    assert (caught.value.code, caught.value.value) == ("HV-408", "regio 0")


def test_a_region_enters_by_what_it_released_to_outsiders(region_study: houvast.Study) -> None:
    document = opened(region_study.release(policy="external"))
    member = member_of_release(document, SIX, CONSENT)
    told = {s.id: s.top for s in document.totals if s.kind == "element" and s.wave == "2024" and s.shown}
    assert member.quarters
    for id, quarter in member.quarters.items():
        assert (quarter - 1) / 4 <= told[id].low and told[id].high <= quarter / 4
    for refused in (
        lambda: member_of_release(opened(region_study.release(policy="team")), SIX, CONSENT),
        lambda: member_of_release(document, houvast.instrument("samen-beter"), CONSENT),
    ):
        with pytest.raises(Error) as caught:
            refused()
        assert caught.value.code == "HV-408"


def test_the_report_shows_an_element_beside_the_spread_and_no_rank(tmp_path: Path, region_study: houvast.Study) -> None:
    build_reference(of(regions(200)), tmp_path)
    release = region_study.release(policy="team")
    for lang, sentence in (
        ("en", "Beside 200–399 regions (reference set, version 1): in "),
        ("nl", "Naast 200–399 regio’s (referentie, versie 1): bij "),
    ):
        pages = [
            release.report(tmp_path / f"{lang}-{i}.html", lang=lang, reference=reference).read_text("utf-8")
            for i, reference in enumerate((None, tmp_path / "reference.json"))
        ]
        without, beside = (" ".join("".join(_text(page)).split()) for page in pages)
        assert sentence not in without
        wave, totals = region_study.waves[-1].id, release.document()["totals"]
        told = [row["id"] for row in totals if row["kind"] == "element" and row["wave"] == wave and row["shown"]]
        assert 0 < len(told) < len(ELEMENTS)  # the others are told by question
        assert beside.count(sentence) == len(told)
    data = json.loads((tmp_path / "reference.json").read_text("utf-8"))
    data["instrument"]["version"] = "0.9.0"
    (tmp_path / "other.json").write_text(json.dumps(data), "utf-8")
    page = release.report(tmp_path / "other.html", lang="nl", reference=tmp_path / "other.json").read_text("utf-8")
    assert "referentie, versie" not in "".join(_text(page))


def _text(page: str) -> list[str]:
    """The text of a page, without its tags."""
    parts = page.split("<")
    return [parts[0], *(part.partition(">")[2] for part in parts[1:])]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"schema": "houvast-reference/1", "elements": {"E1": 3}}'])
def test_what_is_no_reference_set_is_told(tmp_path: Path, content: str) -> None:
    for name, read in (("reference.json", load_reference), ("members-intern.json", lambda _: load_members(tmp_path))):
        (tmp_path / name).write_text(content, "utf-8")
        with pytest.raises(Error) as caught:
            read(tmp_path / name)
        assert caught.value.code == "HV-104"
        (tmp_path / name).unlink()
        with pytest.raises(Error) as caught:
            read(tmp_path / name)
        assert caught.value.code == "HV-101"


def test_the_command_adds_checks_and_builds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, files = str(tmp_path / "land"), []
    for seed in (1, 2):
        study = houvast.load(region(seed).write(tmp_path / f"r{seed}"))
        files.append(str(write_document(study.release(policy="external"), tmp_path / f"r{seed}.json")))
    state = str(houvast.write_tally(tally_of([30] * 20), tmp_path / "land.tally"))
    with pytest.raises(SystemExit):
        main(["reference", "add", folder, state])
    assert main(["reference", "add", folder, state, *files, "--consent", CONSENT, "--lang", "en"]) == 0
    assert "22 regions in the reference set" in capsys.readouterr().out
    assert main(["reference", "check", folder, "--json"]) == 0
    checked = json.loads(capsys.readouterr().out)
    assert (checked["version"], checked["allowed"], checked["elements"]) == (1, True, ELEMENTS)
    assert not (tmp_path / "land" / "reference.json").exists()
    assert main(["reference", "build", folder]) == 0
    assert load_reference(tmp_path / "land" / "reference.json").version == 1
    assert main(["reference", "add", folder, files[0], "--consent", CONSENT]) == 2  # it is in it already
    report = ["report", str(tmp_path / "r1"), "--out", str(tmp_path / "r.html"), "--lang", "nl"]
    assert main([*report, "--reference", str(tmp_path / "land" / "reference.json")]) == 0
    assert "referentie, versie" in "".join(_text((tmp_path / "r.html").read_text("utf-8")))
    assert load_release(Path(files[0])).study_id == load_members(folder).members[20].region
