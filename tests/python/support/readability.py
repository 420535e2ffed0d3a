"""How easy a Dutch text is to read."""

import re

from houvast.report.flow import Heading, Item, Paragraph, flow_of


def syllables(word):
    """Groups of vowels of a Dutch word; a letter with two dots begins a new one."""
    return max(1, len(re.findall(r"ij|[ëïöü][eiou]?|[aeiouyáéíóúèê]+", word.lower())))


def flesch_douma(text):
    """Reading ease of Dutch: 206.84 - 0.77 * syllables per 100 words - 0.93 * words per sentence.

    Douma (1960), De leesbaarheid van landbouwbladen, Wageningen; 60 and more is standard or easier.
    """
    words = re.findall(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", text)
    sentences = [part for part in re.split(r"[.!?:]+", text) if part.strip()]
    return 206.84 - 0.77 * 100 * sum(map(syllables, words)) / len(words) - 0.93 * len(words) / len(sentences)


def own_words(html):
    """What the plain edition says by itself, topic by topic: without quotations and names."""
    topics, title = {}, ""
    for block in flow_of(html):
        if isinstance(block, Heading):
            title = block.text
        elif isinstance(block, Paragraph | Item):
            topics[title] = topics.get(title, "") + " " + re.sub(r"‘[^’]*’", "dit", block.text).rstrip(".") + "."
    return topics
