"""Messages in the files of claims that assert nothing about the data of their own, and why."""

HEADINGS = "a heading, a column, a caption or a word on its own"
EXPLAINS = "explains how to read the report or how it was made, the same whatever was answered"
PART = "fills a gap of a claim, whose predicate judges it"
ASKS = "asks for something or says what to do"
REFERENCE = "repeats figures of a published reference, which has tests of its own"
RULE = "says by which rule a check judges"
BRIEFLY = "says in the cell of a table what a claim of the same row says in full; a test counts the two"

BEGINNINGS = {"agenda.opening.": ASKS, "coverage.rule.": RULE, "coverage.title.": HEADINGS, "coverage.settle.": ASKS}
"""Whole groups of messages."""

_COVERAGE = """
C3.ask C4.ask C6.ask C8.ask C9.ask C11.ask C11.more_people C12.ask C15.ask C16.ask C18.ask see_inside
"""
_HEADINGS = """
advice_source advice_sources agenda_advice agenda_elsewhere agenda_open agenda_practice agenda_who agenda_why blockmap
blocks blocks_caption card
cards.when cards.who change_density change_network change_questions change_table coverage.rules dont_know_column
element everyone fits fits_caption fits_dimension fits_means fits_stage fits_wished goals_asks goals_caption
goals_no_element group groups_questions groups_questions_caption groups_table inferred instruments left_out licence
needed officer.caption officer.hidden officer.shown overview.asked overview.attention overview.change
overview.elements overview.groups overview.network overview.talk part.agenda part.change part.coverage part.elements
part.glossary part.goals part.groups part.method part.network part.officer part.overview part.plain part.response
part.stages plain.topic.asked plain.topic.change plain.topic.elements plain.topic.groups plain.topic.points
plain.topic.questions plain.topic.rules protection question relation reliability reliability_alpha reliability_caption
response_answered response_by response_share share_high skip source spread spread_caption types validated version
wave_share waves
"""
_EXPLAINS = """
advice_sources_text agenda_intro agenda_chosen blockmap.legend blocks_intro cards.paper change_intro change_rule
coverage_intro elements_intro fictional_label fits_rule for for_whom glossary_intro goals_counts_only goals_intro
groups_intro high_means_plain lead legend_bands legend_bars legend_hidden legend_rounding legend_title licence_open
made_with method.bands method.bands.text method.goals method.goals.text method.high method.high.text method.names
method.names.text method.network method.network.text method.audited method.audited.text method.not_grade
method.not_grade.text method.promise method.promise.text method.threshold method.threshold.text method.unasked
method.ledger method.no_ledger method.unknown method.unknown.text method_intro network_intro network_more overview.bars
overview.previous overview.relations overview.scale plain.rules plain.what reliability_text response_intro stages_intro
stages_rule
"""
_PART = """
attribute band.between band.from bin blockmap.inside blockmap.tie change_parties change_told coverage.attention
coverage.not_applicable coverage.ok coverage.unknown date decimal goal.kind goals.column.away goals.column.not_yet
goals.column.on_the_way goals.column.reached goals.column.secured goals.column.total goals.column.unknown goals.count
group.inside group.many margin no no_group one_in other_groups people quoted quoted.any rated_part reliability_items
response_n round share share.below share.between share.brief share.from stage unshown yes
"""

LABELS: dict[str, str] = {
    **{f"coverage.{key}": ASKS for key in _COVERAGE.split()},
    **{f"report.{key}": HEADINGS for key in _HEADINGS.split()},
    **{f"report.{key}": EXPLAINS for key in _EXPLAINS.split()},
    **{f"report.{key}": PART for key in _PART.split()},
    "report.overview.by_question": BRIEFLY,
    **dict.fromkeys(("report.beside", "report.beside.quarter", "report.beside.spread"), REFERENCE),
}
"""Single messages."""
