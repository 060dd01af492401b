"""The weights that judge whether words in quotation marks are speech, for the features of ``speech``.

They are those of a logistic regression over the quotations of at most nine words, or inside a sentence, of 400
American news articles of three outlets, all that people marked being right. Each case weighs what keeping it adds to,
or takes from, three figures together: end-to-end F1 of statements, 0.6 times F1 of spans and 0.5 times end-to-end F1
with words inside sentences. That makes 1 for a statement, 0.42 for words inside a sentence and 0.06 for those with a
wrong speaker; against are 0.45 for a statement with a wrong speaker and 0.88 for what nobody marked. Features seen
fewer than 20 times are left out; squares are penalised (C = 0.3). With each outlet judged by the two others,
end-to-end F1 was 94.2 for statements and 88.9 with words inside sentences, F1 of spans on the same articles with
broken marks 96.1. A positive weight speaks for speech; a star joins two features, one of which is a class of length
or a kind of cue.
"""

_WEIGHTS = (
    "after_a=-0.1 after_and=-0.1 after_as=0.1 after_auxiliary=0.3 after_be=0.3 after_capital=-0.1"
    " after_colon=-0.4 after_comma=0.2 after_his=0.3 after_of=0.1 after_owner=-0.8 after_preposition=-0.3"
    " after_saying=-0.4 after_stop=1.0 after_that=0.5 after_the=-0.3 after_to=0.4 after_work=-0.7"
    " before_and=0.3 before_capital=0.2 before_noun=-0.2 before_preposition=0.3 before_verb=-0.3"
    " between=0.1 capital=0.2 clause=0.1 close=0.3 comma=-0.5 cue_before=1.0 ends=0.7 far=-0.2"
    " farther=-0.3 finite=0.3 form_base=-1.0 form_ing=-0.4 form_past=-0.1 heading=0.2 inner_comma=0.6"
    " inner_point=0.3 name=-0.2 naming=0.1 near=0.1 no_cue=-0.1 noun_cue=-0.3 one_capital=-0.6 opens=0.4"
    " opens_with_verb=0.4 other_cue=-0.5 own=1.0 personal=-0.1 saying=0.6 short_paragraph=0.1 speaker=0.8"
    " title=-1.1 title_case=-0.7 words_1=-0.1 words_10+=-0.1 words_3=-0.1 words_5-6=0.1 words_7-9=0.2"
)
_PAIR_WEIGHTS = (
    "after_a*1=-0.3 after_a*2-3=0.2 after_and*1=-0.5 after_of*2-3=-0.2 after_preposition*2-3=-0.3"
    " after_the*2-3=-0.1 before_capital*1=-0.1 before_capital*2-3=-0.1 before_capital*4-6=0.5"
    " before_capital*7+=-0.2 before_noun*4-6=-0.1 before_noun*7+=-0.1 between*1=0.1 between*2-3=0.1"
    " between*4-6=-0.1 capital*2-3=-0.1 capital*4-6=0.3 finite*2-3=-0.4 finite*4-6=0.5 finite*7+=0.2"
    " inner_comma*1=-0.4 inner_comma*4-6=0.5 inner_comma*7+=0.6 name*2-3=-0.2 name*4-6=0.2 naming*1=-0.1"
    " naming*2-3=-0.4 naming*4-6=0.1 naming*7+=0.4 naming*between=-0.2 naming*clause=0.1 naming*far=0.3"
    " naming*own=0.4 naming*title_case=-0.1 no_cue*1=-0.1 no_cue*2-3=0.3 no_cue*4-6=0.1 no_cue*7+=-0.4"
    " no_cue*after_a=-0.1 no_cue*after_preposition=0.4 no_cue*name=0.4 no_cue*title_case=0.2"
    " noun_cue*own=-0.4 opens*2-3=0.1 opens*7+=0.5 other_cue*1=0.2 other_cue*2-3=-0.1 other_cue*4-6=-0.6"
    " other_cue*clause=0.4 other_cue*close=-0.4 other_cue*comma=-0.3 other_cue*far=-0.4 other_cue*name=0.4"
    " other_cue*near=0.2 other_cue*own=0.2 other_cue*title_case=0.3 own*1=0.5 own*2-3=0.2 own*7+=0.4"
    " personal*4-6=0.1 personal*7+=-0.2 saying*1=-0.2 saying*2-3=0.2 saying*4-6=0.4 saying*7+=0.2"
    " saying*after_a=-0.5 saying*after_and=-0.2 saying*after_preposition=-0.1 saying*after_the=-0.2"
    " saying*between=0.3 saying*clause=0.1 saying*close=0.3 saying*comma=-0.2 saying*far=-0.1"
    " saying*farther=0.2 saying*name=-1.0 saying*own=0.8 saying*title_case=-1.2 title_case*2-3=-0.1"
    " title_case*4-6=-0.3"
)


def _weights() -> dict[str, int]:
    """Ten times the weight of each feature by its name."""
    weights: dict[str, int] = {}
    for entry in f"{_WEIGHTS} {_PAIR_WEIGHTS}".split():
        name, _, weight = entry.rpartition("=")
        weights[name] = round(10 * float(weight))
    return weights


BIAS = -18
WEIGHTS = _weights()
