"""The English words of the report."""

from __future__ import annotations

from typing import Final

__all__ = ["EN"]

EN: Final[dict[str, str]] = {
    # the page
    "skip": "Skip to the content",
    "contents": "Contents",
    "made_with": "Made with houvast {version}. This file fetches nothing from the internet and runs no program.",
    "or": "or",
    "and": "and",
    "between": "{low} to {high}",
    "brief": "{low}–{high}",
    "below": "less than {high}",
    "from": "{low} or more",
    "or_more": "or more",
    "unshown": "not shown",
    "quoted": "‘{text}’",
    "people": "{n} people",
    "margin": "margin {low} to {high}",
    # cover
    "kicker": "Working together around children and young people",
    "lead": "This report opens a conversation. It gives no grade and passes no judgement.",
    "fictional": "This is a made-up example. The people, the organisations and the answers do not exist.",
    "fictional_label": "Fictional",
    "waves": "Measurements",
    "for_whom": "For whom",
    "for_team": "For the people who take part in this collaboration themselves.",
    "for_external": "For everyone who has to do with this collaboration, parents and young people included.",
    "for_other": "For whom this report was made is stated in this study's own policy: {policy}.",
    "protection": "Protection",
    "protection_text": "A result is here only when at least {threshold} people were asked and at least {threshold} "
    "people answered. Smaller groups are taken together or not shown.",
    "source": "Where it comes from",
    "legend_title": "How to read this report",
    "legend_hidden": "This sign means: we do not show this result, to protect people.",
    "legend_bands": "Numbers of people are given as a wide group, for instance {example}. Sometimes a share is wide "
    "too, for instance {share}. That makes it harder to see who answered what.",
    "legend_rounding": "Percentages are rounded. With fewer than {n} answers we round to fives. Parts of a whole may "
    "therefore not add up exactly.",
    # summary
    "summary": "In short",
    "summary_intro": "The main results in plain language.",
    "summary_response": "In {wave}, {asked} people were asked; {answered} of them answered, about {share}.",
    "summary_spread": "People most often give a high answer on {high} ({high_share} of {high_n} people) and least "
    "often on {low} ({low_share} of {low_n} people).",
    "summary_spread_overlap": " The margins touch, so the difference may be chance.",
    "summary_network": "For {relation}, {reported} of the {parties} parties told whom they have ties with; about "
    "{percent} of the ties that something is known about exist.",
    "summary_change": "Between {earlier} and {wave} there is a clear difference on {item}: from {before} (of "
    "{before_n} people) to {after} (of {after_n} people).",
    "summary_no_change": "Between {earlier} and {wave}, none of the elements shows a clear difference.",
    "summary_agenda": "A good question to open the conversation with: {question}",
    "left_out": "What is not in this report",
    # response
    "response": "Who was asked and who answered",
    "response_intro": "The results only tell something about the people who answered. That is why this comes first.",
    "response_sentence": "In {wave}, {asked} people were asked and {answered} answered. That is about {share}.",
    "response_hidden": "How many people answered in {wave} is not shown.",
    "response_by": "Who answered, by {attribute}",
    "response_share": "Share that answered",
    "response_n": "asked {asked}, answered {answered} people",
    "response_bias": "A group that answers less often counts for less in the whole. Keep that in mind.",
    "response_bar": "{group}: {share} of {asked} people who were asked answered",
    "no_response": "No questionnaires were filled in, so there is nothing about who answered.",
    # elements
    "elements": "The elements of collaboration",
    "elements_intro": "An element is a group of questions about one side of the collaboration. For each element you "
    "see which share of people gives a high answer.",
    "high_means": "High means: on average {labels}, on a scale from {lowest} to {highest}.",
    "high_reversed": " {ids}: the other way round. There {labels} is a high answer, and that is how it counts in the "
    "element.",
    "high_means_plain": "High means: on the favourable side of the scale.",
    "how_bar": "The bar is the share that answers high. The thin line on it is the margin: that is where the real "
    "share probably lies. A striped bar only tells between which bounds the share lies.",
    "how_previous": "The diamond is the previous measurement.",
    "element": "Element",
    "question": "Question",
    "wave_share": "Share with a high answer, {wave}",
    "element_sentence": "Of {n} people, {share} gave a high answer on average.",
    "element_margin": " The real share probably lies between {low} and {high}.",
    "element_hidden": "For this element no result is shown.",
    "rated_part": "Rated was: {text}",
    "question_sentence": "Of {n} people, {share} answered {labels}.",
    "question_margin": " The margin runs from {low} to {high}.",
    "question_dont_know": "I don't know: {share}.",
    "question_median": "The middle answers are {low} and {high}.",
    "question_median_one": "The middle answer is {label}.",
    "question_hidden": "For this question no result is shown.",
    "open_question": "This is an open question. What people wrote is not in this report.",
    "distribution_of": "How the answers to question {id} are spread",
    "bin": "{share}: {labels}",
    "bin_range": "{low} to {high}",
    "bar_title": "{item}, {wave}: {share} high",
    "bar_margin": "Margin from {low} to {high}.",
    "bar_n": "{n} people.",
    "bar_previous": "In {wave}: {share}.",
    "no_elements": "There are no answers to a questionnaire, so there is nothing about elements and questions.",
    # perspectives
    "groups": "Different groups side by side",
    "groups_intro": "People look at the same collaboration from their own place. A difference is no mistake: it is a "
    "reason to ask each other something. The order of the groups means nothing.",
    "groups_by": "The groups are made by {attribute}.",
    "groups_table": "{element}: share with a high answer by {attribute}",
    "groups_questions": "All questions, by {attribute}",
    "groups_questions_caption": "Share with a high answer by question and {attribute}, with the number of people",
    "group": "Group",
    "share_high": "High answer",
    "everyone": "Everyone",
    "other_groups": "Small groups together",
    "no_group": "Without {attribute}",
    "group_mark": "Every group has its own mark. The line through the mark is the margin. The dotted line is everyone "
    "together.",
    "gaps": "Where groups see it differently",
    "gaps_intro": "These are questions where two groups are at least {points} percentage points apart, in the order "
    "of the questionnaire.",
    "gap": "{question} {low_group}: {low} gives a high answer ({low_n} people). {high_group}: {high} ({high_n} "
    "people).",
    "gap_clear": " That difference is larger than the margins.",
    "gap_overlap": " The margins touch: the difference may also be chance.",
    "gap_wide": " One of the shares is wide: how large the difference is exactly cannot be told.",
    "no_gaps": "On no question are two groups at least {points} percentage points apart.",
    "strip_title": "{item}, {group}: {share} high",
    "no_groups": "There are no two groups large enough to put side by side.",
    # stages
    "stages": "Stages of collaboration",
    "stages_intro": "For each side of the collaboration, assessors chose the stage that fits best. A lower stage can "
    "fit very well: a simple question needs little collaboration.",
    "stages_rule": "Stages have an order, but no average and no overall grade go with them.",
    "stages_sentence": "{n} assessors chose a stage; most chose {stage} ({share}).",
    "stages_sentence_even": "{n} assessors chose a stage; their choices differ.",
    "stages_sentence_joined": "{n} assessors chose a stage. How they are spread is not shown.",
    "stages_title": "{dimension}, {wave}: spread over the stages",
    "stages_hidden": "For this side no result is shown.",
    "inferred": "order inferred",
    "inferred_means": "Order inferred: the source does not state the order of these stages itself. We take it from "
    "how the stages are printed.",
    "no_stages": "There are no assessments of the stages of collaboration, so that profile is missing.",
    # network
    "network": "Who has ties with whom",
    "network_intro": "Parties told whom they have ties with. Together those ties form a network.",
    "network_more": "More ties are not better by themselves: every tie costs time. The question is whether the ties "
    "are there that young people and parents need.",
    "network_facts": "{relation}, {wave}: the numbers",
    "network_reported": "{reported} of the {parties} parties told about their ties. Together there are {ties} ties.",
    "network_density": "The density is {density}: of all possible ties that something is known about, about {percent} "
    "exist.",
    "network_bounds": " Some of the parties told nothing. With them it lies somewhere between {low} and {high}.",
    "network_no_bounds": " All ties are known, so no margin goes with this.",
    "network_whole": "All parties with ties belong to one whole.",
    "network_parts": "The network consists of {parts} parts that are not connected to each other.",
    "network_no_parts": "No ties were reported.",
    "network_isolated": "{isolated} parties have no tie at all.",
    "network_isolated_one": "{isolated} party has no tie at all.",
    "network_not_isolated": "No party stands entirely apart ({isolated}).",
    "network_cut": "Only link: if this party leaves, others lose contact with the rest.",
    "network_cut_many": "Only links ({cut}): if one of these parties leaves, others lose contact with the rest.",
    "network_no_cut": "No party is the only link ({cut}): the network stays whole when one leaves.",
    "network_hidden": "On {relation} in {wave} no result is shown.",
    "fact": "What",
    "number": "Number",
    "fact_parties": "Parties",
    "fact_reported": "Parties that told about their ties",
    "fact_ties": "Ties",
    "fact_density": "Density: share of the known ties that exists",
    "fact_low": "Lowest value the density can have",
    "fact_high": "Highest value the density can have",
    "fact_parts": "Parts of two or more connected parties",
    "fact_isolated": "Parties without ties",
    "fact_cut": "Only links",
    "density_title": "Density of {relation}, {wave}: {density}",
    "density_desc": "Can lie between {low} and {high}.",
    "no_network": "Who has ties with whom was not asked, so the network is missing.",
    # coverage
    "coverage": "Is everyone there?",
    "coverage_intro": "Each card is a question about the collaboration as a whole. The sign and the word tell how "
    "things stand.",
    "coverage_wave": "We looked at the measurement {wave}.",
    "coverage_about": "We looked at the measurement {wave} and, for ties, at {relation}.",
    "status_ok": "In place",
    "status_attention": "Attention",
    "status_missing": "Missing",
    "status_unknown": "Not known",
    "status_not_applicable": "Does not apply",
    "rule": "How we looked",
    "needed": "Needed to know this",
    "belongs_to": "Belongs to",
    "no_coverage": "Whether everyone is there was not checked.",
    # agenda
    "agenda": "What can we talk about?",
    "agenda_intro": "Cut out the cards and put them on the table. Choose one together to begin with.",
    "agenda_why": "Why this question",
    "why_lowest": "Compared with the other questions, few people give a high answer here: {share} of {n} people "
    "answers {labels}.",
    "why_between": "Groups see this differently. Of everybody, {share} of {n} people answers {labels}.",
    "why_divided": "The answers are far apart: {share} of {n} people answers {labels}, the others do not.",
    "why_unknown": "Compared with the other questions, many people do not know this: {share} answers ‘I don't know’. "
    "{n} people did answer on the scale.",
    "agenda_who": "Who sees it differently",
    "agenda_groups": "{low_group}: {low} gives a high answer ({low_n} people). {high_group}: {high} ({high_n} people).",
    "agenda_open": "How to begin",
    "agenda_advice": "What you could try",
    "advice_source": "Source: {document}, {section}",
    "card": "Card {number}",
    "no_agenda": "There are too few answers to choose questions for the conversation.",
    # change
    "change": "What has changed",
    "change_intro": "Here the last two measurements stand side by side. They need not be the same people.",
    "change_rule": "We call something higher or lower when the margins do not touch. Otherwise we call it about "
    "equal: a difference may then be chance.",
    "change_table": "Elements: share with a high answer, two measurements side by side",
    "change_questions": "Questions with a clear difference",
    "change_no_questions": "On no question do the margins of the two measurements stay apart.",
    "change_question": "{question} From {before} ({before_n} people) to {after} ({after_n} people).",
    "higher": "higher",
    "lower": "lower",
    "about_equal": "about equal",
    "cannot_tell": "cannot be told",
    "compared": " In {wave} it was {share} (of {n} people). Now it is {word}.",
    "change_response": "In {earlier} about {before} of {before_n} people who were asked answered; in {wave} {after} "
    "of {after_n}.",
    "change_network": "Ties in two measurements",
    "change_density": "Density by kind of tie, with the number of parties that told about their ties",
    "change_parties": "{reported} parties",
    "change_network_words": "A higher or lower density is not better or worse by itself.",
    "relation": "Tie",
    "no_change": "There is one measurement, so there is nothing to compare yet.",
    # method
    "method": "How this was made and what it cannot do",
    "method_intro": "This part is for those who want to know precisely how the results came about.",
    "method_high": "High answer",
    "method_high_text": "The share of answers on the favourable side of the scale. For an element: the share of "
    "people whose average over the questions is on that side. Someone counts for an element when at least half of its "
    "questions were answered.",
    "method_unknown": "I don't know",
    "method_unknown_text": "‘I don't know’ is a result of its own. It never counts as an answer in the middle.",
    "method_margin": "Margin",
    "method_margin_text": "Wilson's interval at a confidence of {level}. It tells how far the real share can be from "
    "the result. Margins are rounded outwards.",
    "method_threshold": "Threshold",
    "method_threshold_text": "The threshold is {threshold}: so many people must have been asked and have answered. "
    "Groups below it are taken together. Where that is impossible, the result is not shown. A second result may be "
    "left out as well, so that the first is harder to work out.",
    "method_bands": "Numbers and spreads",
    "method_bands_text": "Numbers of people are given as a wide group. Answers that few people chose are taken "
    "together with the answer next to them. Where only few people stand on one side, only a wide share is given.",
    "method_names": "Names",
    "method_names_text": "A party is named in this report only when its consent is on record.",
    "method_network": "Network",
    "method_network_text": "The density is the number of ties divided by the number of possible ties that something "
    "is known about. Who told nothing does not count as ‘no tie’. The bounds work out what it would be if everything "
    "unknown were no tie, or a tie.",
    "method_not": "What has not been done yet",
    "method_not_text": "There is no audit over all tables together yet, and earlier reports were not taken into "
    "account. So do not lay two reports of the same study with different groupings side by side.",
    "method_promise": "What we promise",
    "method_promise_text": "We do not say that this report is anonymous. We say that these rules were applied and "
    "checked.",
    "method_not_grade": "Not a test",
    "method_not_grade_text": "The questionnaires were made to open a conversation. They were not validated as a "
    "yardstick. Do not use the results to measure people or organisations against each other.",
    "instruments": "Questionnaires and sources",
    "licence": "Licence",
    "licence_unknown": "not stated; ask permission before republishing the questions outside this tool",
    "validated": "Scientifically validated",
    "yes": "yes",
    "no": "no",
    "version": "Version",
    "advice_sources": "Where the advice comes from",
    "advice_sources_text": "The advice is written in our own words, after these sources:",
    # glossary
    "glossary": "Words",
    "glossary_intro": "Words that have a fixed meaning in this report.",
    # attributes
    "attribute_perspective": "perspective",
    "attribute_domain": "domain",
    "attribute_sector": "sector",
    "attribute_level": "level",
    "attribute_organisation": "organisation",
    "attribute_kind": "kind of party",
    "attribute_party": "party",
}

GLOSSARY_EN: Final[tuple[tuple[str, str], ...]] = (
    ("Density", "The share of possible ties that is there."),
    ("Domain", "A part of the field around young people, such as education, care or the municipality."),
    ("Driving force", "Somebody who gets the collaboration going and keeps it going."),
    ("Element", "A group of questions about one side of collaboration."),
    ("High answer", "An answer on the favourable side of the scale."),
    ("Margin", "The room in which the real share probably lies. The fewer people, the wider."),
    ("Measurement", "One round in which questions were asked."),
    ("Only link", "A party without whom others lose contact with the rest."),
    ("Party", "Who takes part: a person, a group, an organisation."),
    ("Perspective", "The place from which somebody looks: as a professional, parent, young person or neighbour."),
    ("Silent party", "A party that was asked and was not heard from. That is not the same as having no ties."),
    ("Stage", "A step in a fixed order. A higher stage is not always better."),
)
