"""A predicate for every claim of a release: whether it holds by the study's own tables."""

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
from agenda import MANY
from coverage_truth import ABOUT_FAMILIES, Args, absent_domains, out_of_reach, whole
from ecosystem import words
from figures import EDGE, figures
from raw import frames_of
from statements import (
    Predicate,
    Told,
    all_figures,
    changed_here,
    differs,
    divided,
    hidden,
    is_sure_change,
    is_sure_difference,
    labelled,
    lies_lower,
    loose,
    lowest,
    no_change,
    no_difference,
    no_order,
    of_one_thing,
    own_figures,
    some_differ,
    some_wide_apart,
    stands_out,
    wide_apart,
)

# What the default profile's perspectives are called within a sentence.
PEOPLE = {
    "Professional": "de professionals",
    "Ouder": "de ouders",
    "Jeugdige": "de jeugdigen",
    "Informeel netwerk": "het informele netwerk",
    "Ervaringsdeskundige": "de ervaringsdeskundigen",
}

# ---------------------------------------------------------------------------------------------------- checks


def told_silent(told: Told) -> list[str]:
    """Who was asked, was not heard, and agreed to be named as such; also where nobody answered, which is not told."""
    eco, silent = told.eco, told.eco.silent
    if len(eco.answers) == 0 and not eco.has_network:
        ties = eco.frames["ties"]
        heard = set(ties[ties["wave"] == eco.wave]["reporter"])
        silent = [id for id, party in eco.parties.items() if (party["asked"] or 0) > 0 and id not in heard]
    return [id for id in silent if "silent" in words(eco.parties[id]["consent_for"] or None)]


def status(claim: Any, told: Told) -> bool:
    """What the check found inside; or, where people are protected, that it is not known."""
    check = claim.about.split("/")[0]
    if claim.args["status"] == "attention":
        return asks(check, told) and told.found[check].status != "missing"
    return claim.args["status"] in (told.found[check].status, "unknown")


def asks(check: str, told: Told) -> bool:
    """The check found something; or nobody answered, which inside leaves it open, and somebody may be named silent."""
    found = told.found[check].status
    return found in ("missing", "attention") or (found == "unknown" and check == "C1" and bool(told_silent(told)))


def silence_untold(_: Any, told: Told) -> bool:
    """All expected domains are there, and nobody who stayed silent agreed to be named as such."""
    return not absent_domains(told.eco) and not told_silent(told)


def asks_attention(claim: Any, told: Told) -> bool:
    return asks(claim.args["check"], told)


def asks_attention_in_short(claim: Any, told: Told) -> bool:
    return asks(claim.args["point"]["args"]["check"], told)


def some_cut_off(_: Any, told: Told) -> bool:
    return any(True for _ in nx.articulation_points(whole(told.eco)))


def some_out_of_reach(_: Any, told: Told) -> bool:
    return any(out_of_reach(told.eco, party) for party in told.eco.parties)


def words_of(said: Any) -> str:
    """The Dutch words in a claim: those of a title, what the study calls it, or a round without a title of its own."""
    if "claim" in said:
        return words_of(said["args"]["wave"])
    return str(said["name"] if "name" in said else said["text"]["nl"])


def looked_at(claim: Any, told: Told) -> bool:
    """The last wave, and the first relation where its network is told."""
    titles = {wave["id"]: wave["label"]["nl"] for wave in json.loads(told.study.header_json())["waves"]}
    of_last = {row["relation"] for row in told.truth.document["networks"] if row["wave"] == told.last and row["shown"]}
    has_relation = "relation" in claim.args
    looked_into = bool(told.study.relations) and told.study.relations[0] in of_last
    return words_of(claim.args["wave"]) == titles[told.last] and has_relation == looked_into


def withheld(claim: Any, told: Told) -> bool:
    """Some claim of the check is not told."""
    said = [each.id for each in told.claims if each.about == claim.about and each.part == "coverage"]
    found = [each.id for each in told.found[claim.about].claims]
    return any(found.count(id) > said.count(id) for id in found)


def groups_told(told: Told) -> set[tuple[str, str]]:
    """Of which questions and elements the answers of which groups are told in the last wave."""
    scores = told.truth.document["groups"]
    return {(each["id"], each["group"]) for each in scores if each["shown"] and each["wave"] == told.last}


def in_so_many(claim: Any, told: Told) -> bool:
    """The share of ties is one in so many, or a little more or less, or nothing is said of that."""
    said = claim.args["in_words"]["args"]
    place = f"{claim.about}/density"
    found = {key: value for key, value in figures(claim.args) if key.startswith(place)}
    low, high = found.get(f"{place}/low", 0), found.get(f"{place}/high", 1)
    whole = float(said["whole"]["name"] or 0)
    near = {"over": 1 <= whole * low <= whole * high <= 1.2, "under": 0.92 <= whole * low <= whole * high < 1}
    return own_figures(claim, told) and near.get(said["size"], said["size"] == "none")


def people_said(told: Told) -> dict[str, str]:
    """What the people of a perspective are called within a sentence, and the id of the perspective."""
    own = {term["id"]: term["title"]["nl"] for term in told.eco.terms("perspectives")}
    return {PEOPLE.get(title.capitalize(), f"perspectief ‘{title}’"): id for id, title in own.items()}


def groups_named(claim: Any, told: Told) -> list[str]:
    """The ids of the domains and perspectives that a claim names."""
    titles = {term["title"]["nl"]: term["id"] for term in told.eco.terms("domains")} | people_said(told)
    return [titles[words_of(name)] for name in claim.args["names"]]


def too_few_people(claim: Any, told: Told) -> bool:
    """Of each of these groups too few people are asked."""
    members = [told.eco.of("perspective", each) or told.eco.in_domain(each) for each in groups_named(claim, told)]
    return all(sum(told.eco.parties[id]["asked"] or 0 for id in each) < told.threshold for each in members)


def answers_not_shown(claim: Any, told: Told) -> bool:
    """Of none of these groups the release shows answers."""
    return {group for _, group in groups_told(told)}.isdisjoint(groups_named(claim, told))


def often_unknown(claim: Any, told: Told) -> bool:
    """And at least one in five of those for whom the question is meant do not know."""
    _, wave, _, _, question = claim.about.split("/")
    answers = told.raw.to(question, wave)["answer"]
    asked = ~answers.isin(["not_applicable", "not_asked"])
    return own_figures(claim, told) and (answers == "dont_know").sum() >= MANY * asked.sum()


def answers_withheld(_: Any, told: Told) -> bool:
    """Of some group of families the release does not tell all that was asked about them."""
    shown = groups_told(told)
    return any(
        told.eco.of("perspective", each) and not {(of, each) for of in ABOUT_FAMILIES} <= shown
        for each in told.eco.profile["family_perspectives"]
    )


def response_not_told(claim: Any, told: Told) -> bool:
    """Of none of these groups the release tells whether enough of its people answered."""
    titles = people_said(told)
    least = told.eco.thresholds["response"]
    shares = {
        each["group"]: each["share"]
        for each in told.truth.document["responses"]
        if each["shown"] and each["wave"] == told.last and each.get("share")
    }
    found = [shares.get(titles[words_of(name)], {"low": 0, "high": 1}) for name in claim.args["names"]]
    return all(each["low"] < least < each["high"] for each in found)


def mutual_within(claim: Any, told: Told) -> bool:
    """The share that was found lies in the step, and is said to be seldom when it was."""
    ends = claim.args["share"]["args"]
    low, high = (ends[end]["value"] if isinstance(ends.get(end), dict) else ends.get(end) for end in ("low", "high"))
    return any(
        (low or 0) - EDGE <= each.args["share"] <= (1 if high is None else high) + EDGE
        and each.args["seldom"] == claim.args["seldom"]
        for each in told.found["C15"].claims
        if each.id == "coverage.C15.mutual"
    )


def some_tied(_: Any, told: Told) -> bool:
    members = told.eco.in_domain(told.eco.profile["informal_domain"])
    return any(whole(told.eco).degree(id) > 0 for id in members)


def in_order(claim: Any, told: Told) -> bool:
    statuses = Counter(each.args["status"] for each in told.claims if each.id == "report.status")
    answered = statuses["ok"] + statuses["attention"] + statuses["missing"]
    said = (claim.args["ok"]["value"], claim.args["total"]["value"])
    return all_figures(claim, told) and said == (statuses["ok"], answered)


# ---------------------------------------------------------------------------------------------------- ties


def complete(claim: Any, told: Told) -> bool:
    relations = json.loads(told.study.header_json())["relations"]
    return any(each["id"] == claim.about.split("/")[2] and each["complete"] for each in relations)


def unasked(claim: Any, told: Told) -> bool:
    return not told.eco.asked_known and all_figures(claim, told)


def two_networks(_: Any, told: Told) -> bool:
    ties = frames_of(told.study)["ties"]
    return bool((ties[ties["wave"].isin(told.raw.waves[-2:])].groupby("relation")["wave"].nunique() == 2).any())


# ---------------------------------------------------------------------------------------------------- stages


def stages_of(claim: Any, told: Told) -> pd.Series:
    _, wave, dimension = claim.about.split("/")
    return pd.Series(told.raw.stages(dimension, wave)[0]).value_counts(normalize=True)


def most_chosen(claim: Any, told: Told) -> bool:
    """The named stage is the one that most assessors chose; by most of them only when so said."""
    shares = stages_of(claim, told)
    named = {key.split("/")[4] for key, _ in figures(claim.args) if "/bin/" in key}
    is_most = claim.id != "report.stages.most" or shares.max() >= 0.5
    return own_figures(claim, told) and named == {str(int(shares.idxmax()))} and bool(is_most)


def even(claim: Any, told: Told) -> bool:
    """The two stages that most assessors chose lie within one step."""
    shares = stages_of(claim, told).nlargest(2)
    return own_figures(claim, told) and bool(len(shares) < 2 or shares.iloc[0] - shares.iloc[1] <= 0.5)


def complexity(claim: Any, told: Told) -> bool:
    return bool(claim.args["complexity"] == told.options.get("complexity", "complex"))


def fits(claim: Any, told: Told) -> bool:
    """The status follows from what is said of the same dimension, which has predicates of its own."""
    means = {"below": "strengthen", "at": "fits", "beyond": "lower_fits"}
    about = claim.about.removesuffix("/status")
    said = [each.id.rpartition(".")[2] for each in told.claims if each.about == about and ".shared." in each.id]
    return [means.get(each, "unknown") for each in said] == [claim.args["status"]]


# ---------------------------------------------------------------------------------------------------- goals


class Goal:
    """A goal in the table of goals, by its place among those of its element."""

    def __init__(self, claim: Any, told: Told) -> None:
        _, _, element, place = claim.about.split("/")[:4]
        goals = frames_of(told.study)["goals"]
        row = goals[goals["element"].fillna("") == element].iloc[int(place) - 1]
        self.row = {column: None if pd.isna(cell) else cell for column, cell in row.items()}
        self.values = [cell for column, cell in self.row.items() if column.startswith("value:") and cell is not None]

    @property
    def status(self) -> str:
        target = self.row["target"]
        if target is None or not self.values:
            return "unknown"
        start, latest = self.values[0], self.values[-1]
        if start == target:
            return "reached" if latest == target else "away"
        towards = np.sign(target - start)
        if (target - latest) * towards <= 0:
            return "reached"
        return {1: "on_the_way", 0: "not_yet", -1: "away"}[int(np.sign((latest - start) * towards))]


def of_goal(holds: Callable[[Goal, Args, Told], bool]) -> Predicate:
    return lambda claim, told: bool(holds(Goal(claim, told), claim.args, told))


def owned(goal: Goal, args: Args, told: Told) -> bool:
    """By a party, under its own name or as one of its domain."""
    if goal.row["owner"] is None:
        return False
    said = words_of(args["owner"])
    return bool(said == told.eco.parties[goal.row["owner"]]["name"]) or said.startswith("een partij")


def nothing_in(claim: Any, told: Told) -> bool:
    """In that part nothing is said."""
    return not any(each.part == claim.about for each in told.claims)


def asked_for(part: str, told: Told) -> bool:
    """Whether the study has what a part is about: questionnaires, or several waves."""
    return len(told.study.waves) > 1 if part == "change" else bool(told.study.scores().to_dicts())


def nothing_at_all(claim: Any, told: Told) -> bool:
    """Nothing is said, and of questionnaires and waves there are none to say something of."""
    of = claim.about
    return nothing_in(claim, told) and not (of in ("response", "elements", "change") and asked_for(of, told))


def nothing_shown(claim: Any, told: Told) -> bool:
    """Nothing is said of what was asked."""
    return nothing_in(claim, told) and asked_for(claim.about, told)


PARTS = ("response", "elements", "groups", "stages", "network", "coverage", "agenda", "change", "goals")
PREDICATES: dict[str, Predicate] = {
    "change.direction": is_sure_change,
    "change.instrument": is_sure_change,
    "change.plain": is_sure_change,
    "change.element.clear": is_sure_change,
    "change.element.now": is_sure_change,
    "change.question": is_sure_change,
    "change.question.here": changed_here,
    "difference.some": some_differ,
    "difference.instrument": is_sure_difference,
    "difference.plain": is_sure_difference,
    "difference.elements": is_sure_difference,
    "difference.groups": is_sure_difference,
    "difference.question": differs,
    "difference.question.element": differs,
    "order.element": stands_out,
    "order.plain": stands_out,
    "order.question.lowest": lowest,
    "uncertain.difference.none": no_difference("element", "question"),
    "uncertain.difference.some": some_wide_apart,
    "uncertain.difference.groups": wide_apart,
    "uncertain.change": no_change("element"),
    "uncertain.change.elements": no_change("element"),
    "uncertain.change.questions": no_change("question"),
    "uncertain.order.elements": no_order,
    "uncertain.plain.change": no_change("element"),
    "uncertain.plain.groups": no_difference("question"),
    "coverage.withheld": withheld,
    "coverage.C1.silence_untold": silence_untold,
    "coverage.too_few_people": too_few_people,
    "coverage.answers_not_shown": answers_not_shown,
    "coverage.C3.withheld": answers_withheld,
    "coverage.C4.some_tied": some_tied,
    "coverage.C12.something_out_of_reach": some_out_of_reach,
    "coverage.C15.mutual_within": mutual_within,
    "coverage.C17.not_told": response_not_told,
    "report.status": status,
    "report.point": asks_attention,
    "report.point.sentence": asks_attention_in_short,
    "report.plain.point": asks_attention,
    "report.point.cut_off": some_cut_off,
    "report.point.out_of_reach": some_out_of_reach,
    "report.point.something_out_of_reach": some_out_of_reach,
    "report.coverage.about": looked_at,
    "report.coverage.wave": looked_at,
    "report.summary.checks": in_order,
    "report.summary.response": own_figures,
    "report.plain.asked": all_figures,
    "report.response.asked": own_figures,
    "report.response.unasked": unasked,
    "report.response.waves": all_figures,
    "report.response.waves_unasked": unasked,
    "report.response.hidden": hidden,
    "report.element.share": of_one_thing,
    "report.element.loose": loose,
    "report.element.profile": hidden,
    "report.element.before": all_figures,
    "report.element.hidden": hidden,
    "report.question.share": labelled,
    "report.question.dont_know": own_figures,
    "report.question.unknown": often_unknown,
    "report.question.divided": divided,
    "report.question.groups": lies_lower,
    "report.question.hidden": hidden,
    "report.network.summary": in_so_many,
    "report.network.size": own_figures,
    "report.network.response": own_figures,
    "report.network.response.complete": complete,
    "report.network.response.unasked": unasked,
    "report.network.density": in_so_many,
    "report.network.parts": own_figures,
    "report.network.hidden": hidden,
    "report.change_network_words": two_networks,
    "report.stages.most": most_chosen,
    "report.stages.largest": most_chosen,
    "report.stages.even": even,
    "report.stages.dont_know": own_figures,
    "report.stages.hidden": hidden,
    "report.fits.intro": complexity,
    "report.fits.status": fits,
    "report.goals.total": all_figures,
    "report.goals.status": all_figures,
    "report.goals.secured": all_figures,
    "report.goals.without": all_figures,
    "report.goal.status": of_goal(lambda goal, args, _: args["status"] == goal.status),
    "report.goal.indicator": of_goal(lambda goal, args, _: args["text"] == {"name": goal.row["indicator"]}),
    "report.goal.target": of_goal(lambda goal, args, _: args["target"]["value"] == goal.row["target"]),
    "report.goal.went": of_goal(
        lambda goal, args, _: [args[end]["value"] for end in ("start", "latest")] == [goal.values[0], goal.values[-1]]
    ),
    "report.goal.kept": of_goal(lambda goal, *_: goal.row["secured"] or goal.status == "reached"),
    "report.goal.owner": of_goal(owned),
    "report.goal.ask": of_goal(lambda goal, args, _: goal.row[args["what"]] is None),
    "report.officer.scores": all_figures,
    **{f"report.missing.{part}": nothing_at_all for part in PARTS},
    **{f"report.missing.{part}.hidden": nothing_shown for part in ("response", "elements", "change")},
}
