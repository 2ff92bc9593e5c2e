"""How strongly sentences put their claims: a table of sentences written for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.grade.strength import CAUSE_VERBS, STRENGTH_WORDS, base_form, strength_of, third_person
from claims.grade.vocabulary import WordingStrength

ABSOLUTE, CAUSAL = WordingStrength.ABSOLUTE, WordingStrength.CAUSAL
ASSOCIATIONAL, HEDGED = WordingStrength.ASSOCIATIONAL, WordingStrength.HEDGED


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        # plain facts
        ("Zinc oxide holds four fifths of its weight as zinc.", ABSOLUTE),
        ("Iron bisglycinate is the best form of iron.", ABSOLUTE),
        ("Most of the calcium of the body is in the bones.", ABSOLUTE),
        ("Iron cannot be absorbed with tea.", ABSOLUTE),
        ("The trial was done in May 2019.", ABSOLUTE),
        ("One serving is a can of sardines.", ABSOLUTE),
        # proof words
        ("It is proven that zinc may shorten a cold.", ABSOLUTE),
        ("Vitamin C cures the common cold.", ABSOLUTE),
        ("This blend is guaranteed to lower your blood pressure.", ABSOLUTE),
        ("Zinc may help, and it cures colds.", ABSOLUTE),
        ("Zinc is not only proven, it is cheap.", ABSOLUTE),
        ("There is no doubt that zinc cures colds.", ABSOLUTE),
        ("Clearly, zinc shortens colds.", ABSOLUTE),
        ("It is a fact that zinc shortens colds.", ABSOLUTE),
        ("Zinc works for everyone.", ABSOLUTE),
        ("Studies prove that zinc helps.", ABSOLUTE),
        # cause
        ("Zinc shortens a cold by a day.", CAUSAL),
        ("Zinc does not shorten a cold.", CAUSAL),
        ("Iron tablets reduce tiredness in women with low ferritin.", CAUSAL),
        ("Fish oil has been used to lower triglycerides.", CAUSAL),
        ("Fish oils lower triglycerides.", CAUSAL),
        ("Poor sleep was due to caffeine.", CAUSAL),
        ("Caffeine, taken late, leads to poor sleep.", CAUSAL),
        ("Creatine increased strength and may improve memory.", CAUSAL),
        ("In May, zinc reduces colds.", CAUSAL),
        ("Zinc slows ageing.", CAUSAL),
        ("Iron doubles endurance.", CAUSAL),
        ("Fibre minimises bloating.", CAUSAL),
        ("Melatonin gives you better sleep.", CAUSAL),
        ("Fish oil makes you calmer.", CAUSAL),
        ("Iron prolongs a run and deepens breath.", CAUSAL),
        ("Melatonin is said to shorten the time to fall asleep.", CAUSAL),
        ("Blood pressure is lowered by potassium.", CAUSAL),
        ("Melatonin makes sleep deeper.", CAUSAL),
        ("It made their sleep noticeably deeper.", CAUSAL),
        ("Iron makes muscles less tired.", CAUSAL),
        ("Melatonin does not make people sleep longer.", CAUSAL),
        ("Valerian has a calming effect.", CAUSAL),
        ("Zinc has no effect on warts.", CAUSAL),
        ("Fish oil is effective in depression.", CAUSAL),
        ("Quinine works for cramps.", CAUSAL),
        ("Potassium controls blood pressure.", CAUSAL),
        ("In people with impaired sleep, melatonin shortens the time awake.", CAUSAL),
        ("A lower dose reduces nausea.", CAUSAL),
        # association
        ("Coffee drinking is associated with fewer gallstones.", ASSOCIATIONAL),
        ("Low vitamin D goes along with tiredness.", ASSOCIATIONAL),
        ("Fibre intake correlates with lower weight.", ASSOCIATIONAL),
        ("A higher fish intake was linked to better memory.", ASSOCIATIONAL),
        ("Smoking is a risk factor for gum disease.", ASSOCIATIONAL),
        ("Low ferritin predicts tiredness.", ASSOCIATIONAL),
        ("Depression is more common among people with low zinc.", ASSOCIATIONAL),
        ("Those with low iron are more likely to be tired.", ASSOCIATIONAL),
        ("Users were twice as likely to recover.", ASSOCIATIONAL),
        ("There is a relationship between zinc and taste.", ASSOCIATIONAL),
        # hedges
        ("Melatonin may make sleep deeper.", HEDGED),
        ("Valerian has the potential to calm.", HEDGED),
        ("Zinc should help with colds.", HEDGED),
        ("Presumably zinc shortens a cold.", HEDGED),
        ("It is not clear whether zinc helps.", HEDGED),
        ("Early work hints that zinc shortens colds.", HEDGED),
        ("More zinc is likely to help.", HEDGED),
        ("Zinc possibly cures colds.", HEDGED),
        ("Melatonin may be a cure for jet lag.", HEDGED),
        ("Zinc probably eliminates warts.", HEDGED),
        ("Zinc may cure colds.", HEDGED),
        ("Zinc might be guaranteed to help.", HEDGED),
        ("There is no evidence that zinc reduces colds.", HEDGED),
        ("It is unlikely that zinc reduces colds.", HEDGED),
        ("Nobody has proven that zinc shortens a cold.", HEDGED),
        ("That zinc shortens a cold is not proven.", HEDGED),
        ("Zinc may shorten a cold.", HEDGED),
        ("Zinc can shorten a cold and reduce coughing.", HEDGED),
        ("Small trials suggest that melatonin shortens jet lag.", HEDGED),
        ("Coffee may be linked to fewer gallstones.", HEDGED),
        ("Creatine probably increases strength.", HEDGED),
        ("By reducing tiredness, iron might help at work.", HEDGED),
        ("The causes of tiredness might include low iron.", HEDGED),
        ("Whether zinc lowers the risk is unclear.", HEDGED),
    ],
)
def test_sentences(sentence: str, strength: WordingStrength) -> None:
    assert strength_of(sentence) == strength


@pytest.mark.parametrize(
    ("why", "sentence", "strength"),
    [
        ("an adjective is no verb", "People with lower iron are tired.", ABSOLUTE),
        ("a noun is no verb", "There was an increase in the number of colds.", ABSOLUTE),
        ("a plural noun is no verb", "Changes were seen, a balance of salts among them.", ABSOLUTE),
        ("nor before in", "Increases in iron are rare.", ABSOLUTE),
        ("but a verb is one", "Zinc changes the taste.", CAUSAL),
        ("an adjective of speed is no verb", "A slow release needs a double coat.", ABSOLUTE),
        ("a kind of tablet does nothing", "Extended-release tablets are sold.", ABSOLUTE),
        ("nor does the name of a soreness", "Delayed onset soreness is common.", ABSOLUTE),
        ("nor is what a thing is made of", "The tablet is made of zinc and was given to sixty people.", ABSOLUTE),
        ("the making of is no verb", "Easing of rules is a matter of law.", ABSOLUTE),
        ("a participle before a noun is no verb", "People with impaired sleep had low zinc.", ABSOLUTE),
        ("nor at the start", "Increased thirst is common.", ABSOLUTE),
        ("a plural behind a preposition is no verb", "Iron was lower than in controls.", ABSOLUTE),
        ("a kind of trial does nothing", "Randomised controlled trials were pooled.", ABSOLUTE),
        ("nor does a method", "After controlling for age, 60 people were left.", ABSOLUTE),
        ("a thing is made, not a state", "Firms make zinc oxide from ore and water.", ABSOLUTE),
        ("to make up is to be a part", "The shell makes up a tenth of the weight.", ABSOLUTE),
        ("a part of a word is no word", "Dismay and canned fish are mightier.", ABSOLUTE),
    ],
)
def test_words_that_only_look_like_it(why: str, sentence: str, strength: WordingStrength) -> None:
    assert strength_of(sentence) == strength, why


def test_every_strength_has_its_words() -> None:
    assert set(STRENGTH_WORDS) == set(WordingStrength)
    assert all(STRENGTH_WORDS.values())


@pytest.mark.parametrize("phrase", STRENGTH_WORDS[HEDGED])
def test_every_hedge_of_the_table_hedges(phrase: str) -> None:
    assert strength_of(f"Zinc {phrase} shorten a cold.") == HEDGED


@pytest.mark.parametrize("phrase", STRENGTH_WORDS[ABSOLUTE])
def test_every_proof_word_of_the_table_is_absolute(phrase: str) -> None:
    assert strength_of(f"Zinc {phrase} and may reduce colds.") == ABSOLUTE


@pytest.mark.parametrize("phrase", STRENGTH_WORDS[ASSOCIATIONAL])
def test_every_association_of_the_table_associates(phrase: str) -> None:
    assert strength_of(f"Zinc {phrase} fewer colds.") == ASSOCIATIONAL


@pytest.mark.parametrize("phrase", STRENGTH_WORDS[CAUSAL])
def test_every_cause_of_the_table_causes(phrase: str) -> None:
    assert strength_of(f"Zinc tablets {phrase} colds.") == CAUSAL


@given(st.sampled_from(["Zinc reduces colds.", "Zinc may reduce colds.", "Zinc is linked to fewer colds."]), st.data())
def test_white_space_and_case_do_not_matter(sentence: str, data: st.DataObject) -> None:
    gap = data.draw(st.sampled_from(["  ", "\n", "\t "]))
    assert strength_of(sentence.replace(" ", gap).upper()) == strength_of(sentence)


@pytest.mark.parametrize("text", ["", " ", "—", "42"])
def test_a_text_without_words_is_a_plain_statement(text: str) -> None:
    assert strength_of(text) == ABSOLUTE


@pytest.mark.parametrize(
    ("base", "third"),
    [("reduce", "reduces"), ("steady", "steadies"), ("relax", "relaxes"), ("go along with", "goes along with"),
     ("employ", "employs"), ("decrease", "decreases"), ("press", "presses"), ("match", "matches")],
)  # fmt: skip
def test_third_person_and_back(base: str, third: str) -> None:
    assert (third_person(base), base_form(third), base_form(base)) == (third, base, base)


@pytest.mark.parametrize("verb", CAUSE_VERBS)
def test_every_verb_of_cause_goes_there_and_back(verb: str) -> None:
    assert base_form(third_person(verb)) == verb
