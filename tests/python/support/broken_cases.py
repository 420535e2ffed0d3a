"""More than a hundred ways in which a study can be broken, each with the code and the place that must be told."""

from broken_base import (
    SECRET,
    TABLES,
    Place,
    add,
    cell,
    header,
    in_one_file,
    own_instrument,
    own_profile,
    replace,
    study_json,
    whole,
    without,
)

# A file could not be read at all: ParseError.
UNREADABLE = {
    # files that are not what they claim to be
    "no study.json": (without("study.json"), "HV-101", Place("study.json")),
    "no such path": (lambda folder: folder / "nergens", "HV-101", Place("nergens")),
    "empty study.json": (whole("study.json", b""), "HV-102", Place("study.json")),
    "empty table": (whole("parties.csv", b""), "HV-102", Place("parties.csv")),
    "blank table": (whole("answers.csv", b"\n \r\n\n"), "HV-102", Place("answers.csv")),
    "study.json not UTF-8": (whole("study.json", b'{"schema": "\xff\xfe"}'), "HV-103", Place("study.json")),
    "table not UTF-8": (
        whole("answers.csv", b"wave,party,question,answer\n2023,school,E1.1,4\n2023,ib,E1.4,caf\xe9\n"),
        "HV-103",
        cell("answers", 3),
    ),
    "JSON cut short": (whole("study.json", b'{"schema": "houvast-study/1",'), "HV-104", study_json("/schema")),
    "not a number in JSON": (
        replace("study.json", '"max_strength": 4', '"max_strength": NaN'),
        "HV-104",
        study_json("/relations/0/max_strength"),
    ),
    "number too large for a double": (
        replace("study.json", '"max_strength": 4', '"max_strength": 1e999'),
        "HV-104",
        study_json("/relations/0/max_strength"),
    ),
    "100,000 nested brackets": (whole("study.json", b"[" * 100_000), "HV-105", Place("study.json")),
    "100,000 nested objects": (
        whole("study.json", b'{"a":' * 100_000 + b"1" + b"}" * 100_000),
        "HV-105",
        Place("study.json"),
    ),
    "key twice": (replace("study.json", '"fictional": true', '"id": "twee"'), "HV-106", study_json("/id")),
    "2^64": (
        replace("study.json", '"max_strength": 4', '"max_strength": 18446744073709551616'),
        "HV-107",
        study_json("/relations/0/max_strength"),
    ),
    "a list for a study": (whole("study.json", b"[]"), "HV-108", study_json("")),
    "schema of another version": (
        header(lambda d: d.update(schema="houvast-study/9")),
        "HV-115",
        study_json("/schema"),
    ),
    "quote not closed": (add("parties.csv", 'jgz,"JGZ,group'), "HV-116", cell("parties", 6)),
    "table nobody asked for": (whole("organisaties.csv", b"id\n1\n"), "HV-117", Place("organisaties.csv")),
    "one file: JSON broken inside an answer": (
        in_one_file(lambda d: None, swap=(f'"E3.1", "text": "{SECRET}', f'"E3.1", "text": "{SECRET}\\q')),
        "HV-104",
        Place("klein.json", pointer="/answers/2/text"),
    ),
    "one file: key twice": (
        in_one_file(lambda d: None, swap=('"id": "ib", ', '"id": "ib", "id": "ib2", ')),
        "HV-106",
        Place("klein.json", pointer="/parties/1/id"),
    ),
}

# Everything was read, and all that is wrong with it is listed: ValidationError.
UNSOUND = {
    "text where a pair is asked": (header(lambda d: d.update(title="Klein")), "HV-108", study_json("/title")),
    "text where yes or no is asked": (
        header(lambda d: d["relations"][1].update(directed="ja")),
        "HV-108",
        study_json("/relations/1/directed"),
    ),
    "waves not a list": (header(lambda d: d.update(waves="2023")), "HV-108", study_json("/waves")),
    "missing key": (header(lambda d: d.pop("id")), "HV-109", study_json("")),
    "missing key deep down": (header(lambda d: d["relations"][0].pop("id")), "HV-109", study_json("/relations/0")),
    "unknown key": (header(lambda d: d.update(kleur="rood")), "HV-110", study_json("")),
    "unknown key of a wave": (
        header(lambda d: d["waves"][1].update(datum="2024-11-20")),
        "HV-110",
        study_json("/waves/1"),
    ),
    "unknown column": (
        replace("parties.csv", "perspective", "perspectief"),
        "HV-111",
        Place("parties.csv", column="perspectief"),
    ),
    "own column where none is allowed": (
        replace("ties.csv", "P4", "x_kleur"),
        "HV-111",
        Place("ties.csv", column="x_kleur"),
    ),
    "missing column": (replace("ties.csv", "relation,", "reden,"), "HV-112", Place("ties.csv")),
    "nobody gave the answers": (
        whole("answers.csv", b"wave,question,answer\n2023,E1.1,4\n"),
        "HV-112",
        Place("answers.csv"),
    ),
    "row too short": (add("parties.csv", "jgz,JGZ"), "HV-113", cell("parties", 6)),
    "comma in an answer without quotes": (
        whole("answers.csv", f"wave,question,answer,text,party\n2024,E1.4,4,nee,{SECRET},school\n".encode()),
        "HV-113",
        cell("answers", 2),
    ),
    "row too long": (add("goals.csv", "d2,goal,E3,Nog een,ib,,,,no,,,,,"), "HV-113", cell("goals", 3)),
    "column twice": (replace("parties.csv", "consent", "name"), "HV-114", Place("parties.csv")),
    # cells that cannot be read
    "asked is a word": (replace("parties.csv", "yes,1,", "yes,veel,"), "HV-108", cell("parties", 3, "asked")),
    "asked is a fraction": (replace("parties.csv", "yes,1,", "yes,1.5,"), "HV-108", cell("parties", 3, "asked")),
    "consent is neither yes nor no": (
        replace("parties.csv", "no,1,2024", "misschien,1,2024"),
        "HV-108",
        cell("parties", 5, "consent"),
    ),
    "strength is a word": (
        replace("ties.csv", "samenwerking,4", "samenwerking,sterk"),
        "HV-108",
        cell("ties", 2, "strength"),
    ),
    "condition is neither yes nor no": (
        replace("ties.csv", "yes,yes,,no", "yes,vaak,,no"),
        "HV-108",
        cell("ties", 2, "P2"),
    ),
    "decimal comma": (replace("goals.csv", ",8,2025", ',"8,5",2025'), "HV-108", cell("goals", 2, "target")),
    # twice the same
    "party twice": (add("parties.csv", "ib,Nog een,person,,,,,,,,1,"), "HV-201", cell("parties", 6, "id")),
    "wave twice": (header(lambda d: d["waves"].append({"id": "2023"})), "HV-201", study_json("/waves/2/id")),
    "relation twice": (
        header(lambda d: d["relations"].append(d["relations"][0])),
        "HV-201",
        study_json("/relations/2/id"),
    ),
    "instrument twice": (
        header(lambda d: d["instruments"].append("six-elements")),
        "HV-201",
        study_json("/instruments/2"),
    ),
    "question of two instruments": (
        header(lambda d: d["instruments"].append(own_instrument("E1.1"))),
        "HV-201",
        study_json("/instruments/2"),
    ),
    "tie twice": (add("ties.csv", "2024,ib,ib,ouders,verwijzing,1,,,,"), "HV-201", cell("ties", 6, "to")),
    "tie twice, the other way round": (
        add("ties.csv", "2024,school,ib,school,samenwerking,4,,,,"),
        "HV-201",
        cell("ties", 6, "to"),
    ),
    "assessment twice": (
        add("assessments.csv", "2024,s1,school,,,G1,3,"),
        "HV-201",
        cell("assessments", 4, "dimension"),
    ),
    "goal twice": (add("goals.csv", "d1,goal,E3,Nog een,ib,,,,no,,"), "HV-201", cell("goals", 3, "id")),
    "answer twice": (add("answers.csv", "2023,s1,school,E1.1,5,"), "HV-203", cell("answers", 8)),
    # what does not exist
    "unknown instrument": (
        header(lambda d: d["instruments"].append("six-element")),
        "HV-501",
        study_json("/instruments/2"),
    ),
    "wave asks an unknown instrument": (
        header(lambda d: d["waves"][0].update(instruments=["canvas"])),
        "HV-202",
        study_json("/waves/0/instruments"),
    ),
    "answer of an unknown party": (add("answers.csv", "2024,x1,schol,E1.1,5,"), "HV-202", cell("answers", 8, "party")),
    "answer to an unknown question": (
        add("answers.csv", "2024,s2,school,E9.9,5,"),
        "HV-202",
        cell("answers", 8, "question"),
    ),
    "answer in an unknown wave": (add("answers.csv", "2025,s2,school,E1.1,5,"), "HV-202", cell("answers", 8, "wave")),
    "party in an unknown wave": (
        replace("parties.csv", "no,1,2024", "no,1,2025"),
        "HV-202",
        cell("parties", 5, "waves"),
    ),
    "tie with an unknown party": (add("ties.csv", "2024,ib,ib,jgz,verwijzing,1,,,,"), "HV-202", cell("ties", 6, "to")),
    "tie in an unknown wave": (
        add("ties.csv", "2025,ib,ib,school,verwijzing,1,,,,"),
        "HV-202",
        cell("ties", 6, "wave"),
    ),
    "tie of an unknown relation": (
        add("ties.csv", "2024,ib,ib,school,samenwerken,1,,,,"),
        "HV-202",
        cell("ties", 6, "relation"),
    ),
    "assessor of an unknown party": (
        add("assessments.csv", "2024,x1,jgz,,,G1,1,"),
        "HV-202",
        cell("assessments", 4, "assessor_party"),
    ),
    "assessment of an unknown party": (
        add("assessments.csv", "2024,s2,school,jgz,,G1,1,"),
        "HV-202",
        cell("assessments", 4, "object_a"),
    ),
    "assessment of what is not a stage": (
        add("assessments.csv", "2024,s2,school,,,E1.1,1,"),
        "HV-202",
        cell("assessments", 4, "dimension"),
    ),
    "goal for an unknown element": (replace("goals.csv", "goal,E3", "goal,E7"), "HV-202", cell("goals", 2, "element")),
    "goal of an unknown owner": (
        replace("goals.csv", "duidelijk,ib", "duidelijk,ipb"),
        "HV-202",
        cell("goals", 2, "owner"),
    ),
    "goal's value in an unknown wave": (
        replace("goals.csv", "value:2024", "value:2034"),
        "HV-202",
        cell("goals", 2, "value:2034"),
    ),
    "profile without its informal domain": (
        header(lambda d: d.update(profile=own_profile(informal_domain="buren"))),
        "HV-202",
        study_json("/profile/informal_domain"),
    ),
    "own instrument without its element": (
        header(lambda d: d["instruments"].append(own_instrument("Q1", elements=[]))),
        "HV-202",
        study_json("/instruments/2/questions/0/element"),
    ),
    # answers off their scale
    "value off its scale": (add("answers.csv", "2024,s2,school,E1.1,777,"), "HV-204", cell("answers", 8, "answer")),
    "value between two others": (
        add("answers.csv", "2024,s2,school,E1.1,3.7777,"),
        "HV-204",
        cell("answers", 8, "answer"),
    ),
    "unknown label": (add("answers.csv", f"2024,s2,school,E1.1,{SECRET},"), "HV-205", cell("answers", 8, "answer")),
    "part of a label": (
        add("answers.csv", "2024,s2,school,E1.1,helemaal oneens,"),
        "HV-205",
        cell("answers", 8, "answer"),
    ),
    "wide answers, unknown label": (
        whole("answers.csv", f"wave,party,E1.1,E1.4,E1.4:text\n2023,school,4,5,\n2024,ib,3,{SECRET},\n".encode()),
        "HV-205",
        cell("answers", 3, "E1.4"),
    ),
    "wide answers, unknown question": (
        whole("answers.csv", b"wave,party,E1.1,E1.9\n2023,school,4,5\n"),
        "HV-111",
        Place("answers.csv", column="E1.9"),
    ),
    "stage off its scale": (
        add("assessments.csv", "2024,s2,school,,,G1,777,"),
        "HV-204",
        cell("assessments", 4, "stage"),
    ),
    "unknown stage": (
        add("assessments.csv", f"2024,s2,school,,,G1,{SECRET},"),
        "HV-205",
        cell("assessments", 4, "stage"),
    ),
    # days
    "a day that does not exist": (
        header(lambda d: d["waves"][0].update(date="2023-02-30")),
        "HV-206",
        study_json("/waves/0/date"),
    ),
    "a day in another order": (
        header(lambda d: d["waves"][0].update(date="15-11-2023")),
        "HV-206",
        study_json("/waves/0/date"),
    ),
    "waves out of order": (
        header(lambda d: d["waves"][1].update(date="2022-11-20")),
        "HV-206",
        study_json("/waves/1/date"),
    ),
    "goal due on no day": (replace("goals.csv", "2025-06-30", "2025-06-31"), "HV-206", cell("goals", 2, "due")),
    # words outside their vocabulary
    "unknown kind": (
        replace("parties.csv", "begeleider,person", "begeleider,persoon"),
        "HV-207",
        cell("parties", 3, "kind"),
    ),
    "unknown domain": (
        replace("parties.csv", "sociaal-domein", "sociaal-werk"),
        "HV-207",
        cell("parties", 5, "domain"),
    ),
    "unknown sector": (replace("parties.csv", "po,beleid", "hbo,beleid"), "HV-207", cell("parties", 3, "sector")),
    "unknown level": (replace("parties.csv", "po,beleid", "po,directie"), "HV-207", cell("parties", 3, "level")),
    "unknown perspective": (
        replace("parties.csv", ",ouder,", ",buurman,"),
        "HV-207",
        cell("parties", 4, "perspective"),
    ),
    "unknown role": (replace("parties.csv", ",kartrekker,", ",aanvoerder,"), "HV-207", cell("parties", 3, "roles")),
    "unknown language": (header(lambda d: d.update(language="fr")), "HV-207", study_json("/language")),
    "goal of an unknown kind": (replace("goals.csv", "d1,goal", "d1,droom"), "HV-207", cell("goals", 2, "kind")),
    # ids that cannot be used
    "party without id": (add("parties.csv", ",Niemand,person,,,,,,,,1,"), "HV-208", cell("parties", 6, "id")),
    "party id with a separator": (add("parties.csv", "a;b,Twee,person,,,,,,,,1,"), "HV-208", cell("parties", 6, "id")),
    # contradictions
    "tie with itself": (add("ties.csv", "2024,ib,ib,ib,samenwerking,1,,,,"), "HV-209", cell("ties", 6, "to")),
    "tie told by a third": (
        add("ties.csv", "2024,ouders,school,ib,verwijzing,1,,,,"),
        "HV-209",
        cell("ties", 6, "reporter"),
    ),
    "more respondents than asked": (add("answers.csv", "2024,ib2,ib,E1.1,5,"), "HV-209", cell("answers", 8, "party")),
    "respondent of two parties": (add("answers.csv", "2024,s1,ouders,E1.1,5,"), "HV-209", cell("answers", 8, "party")),
    "answer before taking part": (
        add("answers.csv", "2023,w1,wijkteam,E1.1,5,"),
        "HV-209",
        cell("answers", 8, "party"),
    ),
    "text with a closed question": (
        add("answers.csv", f"2024,s2,school,E1.1,5,{SECRET}"),
        "HV-209",
        cell("answers", 8, "text"),
    ),
    "second of a pair without a first": (
        add("assessments.csv", "2024,s2,school,,ib,G1,1,"),
        "HV-209",
        cell("assessments", 4, "object_b"),
    ),
    # numbers out of range
    "strength off its range": (
        replace("ties.csv", "samenwerking,4", "samenwerking,5"),
        "HV-210",
        cell("ties", 2, "strength"),
    ),
    "strength below none": (
        replace("ties.csv", "samenwerking,4", "samenwerking,-1"),
        "HV-210",
        cell("ties", 2, "strength"),
    ),
    "fewer than none asked": (replace("parties.csv", "yes,1,", "yes,-1,"), "HV-210", cell("parties", 3, "asked")),
    "strength that can only be none": (
        header(lambda d: d["relations"][1].update(max_strength=0)),
        "HV-210",
        study_json("/relations/1/max_strength"),
    ),
    "no waves": (header(lambda d: d.update(waves=[])), "HV-210", study_json("/waves")),
    "no parties": (replace("parties.csv", TABLES["parties"].split("\n", 1)[1], ""), "HV-210", Place("parties.csv")),
    # the one-file form
    "one file: value off its scale": (
        in_one_file(lambda d: d["answers"][0].update(answer=777)),
        "HV-204",
        Place("klein.json", pointer="/answers/0/answer"),
    ),
    "one file: unknown label": (
        in_one_file(lambda d: d["answers"][5].update(answer=SECRET)),
        "HV-205",
        Place("klein.json", pointer="/answers/5/answer"),
    ),
    "one file: answer twice": (
        in_one_file(lambda d: d["answers"].append(d["answers"][0])),
        "HV-203",
        Place("klein.json", pointer="/answers/6"),
    ),
    "one file: object in a cell": (
        in_one_file(lambda d: d["parties"][0].update(name={"nl": "School"})),
        "HV-108",
        Place("klein.json", pointer="/parties/0/name"),
    ),
    "one file: table not a list": (
        in_one_file(lambda d: d.update(ties={})),
        "HV-108",
        Place("klein.json", pointer="/ties"),
    ),
    "one file: record not an object": (
        in_one_file(lambda d: d["goals"].append("d2")),
        "HV-108",
        Place("klein.json", pointer="/goals/1"),
    ),
    "one file: unknown column": (
        in_one_file(lambda d: d["parties"][1].update(kleur="rood")),
        "HV-111",
        Place("klein.json", column="kleur", pointer="/parties"),
    ),
    "one file: self tie": (
        in_one_file(lambda d: d["ties"][0].update(to="school")),
        "HV-209",
        Place("klein.json", pointer="/ties/0/to"),
    ),
    "one file: impossible day": (
        in_one_file(lambda d: d["waves"][0].update(date="2023-13-01")),
        "HV-206",
        Place("klein.json", pointer="/waves/0/date"),
    ),
    "one file: no parties": (
        in_one_file(lambda d: d.update(parties=[])),
        "HV-210",
        Place("klein.json", pointer="/parties"),
    ),
}
