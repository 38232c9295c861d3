from __future__ import annotations

import json
import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from typing import get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arabnews.model import (
    ArabnewsError,
    ArgumentError,
    Article,
    Cue,
    Entity,
    Meeting,
    Participant,
    Phrase,
    Quote,
    Segment,
    Span,
    Speaker,
    TextWarning,
    TimeExpression,
    types,
)

# Articles of any shape: spans anywhere in the text, every field of every class in use.


def _among(literal: object) -> st.SearchStrategy[str]:
    return st.sampled_from(get_args(literal))


names = st.text(max_size=12)
texts = st.text(st.characters(), max_size=60)  # any code point, lone surrogates included


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text)))
    return Span(start, draw(st.integers(start, len(text))))


def phrases(text: str) -> st.SearchStrategy[Phrase]:
    return st.builds(Phrase, names, spans(text))


moments = st.one_of(
    st.dates(),
    st.datetimes(timezones=st.sampled_from([None, UTC, timezone(timedelta(hours=3))])),
)


def times(text: str) -> st.SearchStrategy[TimeExpression]:
    def make(span: Span, **rest: object) -> TimeExpression:
        return TimeExpression(span, text[span.start : span.end], **rest)  # type: ignore[arg-type]

    return st.builds(
        make,
        spans(text),
        type=_among(types.TimeType),
        value=names,
        mod=st.none() | st.sampled_from(["START", "APPROX"]),
        begin=st.none() | moments,
        end=st.none() | moments,
        written=_among(types.Calendar),
        resolved=st.booleans(),
        in_name=st.booleans(),
    )


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(texts)

    def many(strategy: st.SearchStrategy, size: int = 3, least: int = 0) -> tuple:
        return tuple(draw(st.lists(strategy, min_size=least, max_size=size)))

    def ordered(strategy: st.SearchStrategy, size: int = 3, least: int = 0) -> tuple:
        return tuple(sorted(many(strategy, size, least)))

    def maybe(strategy: st.SearchStrategy) -> object:
        return draw(st.none() | strategy)

    entities = tuple(
        Entity(
            number,
            draw(names),
            draw(_among(types.EntityKind)),
            maybe(names),
            maybe(st.sampled_from(["EG", "RU"])),
            many(names),
            ordered(spans(text)),
        )
        for number in range(draw(st.integers(1, 3)))
    )
    entity = st.sampled_from(entities)
    speakers = st.builds(
        Speaker,
        names,
        st.none() | entity,
        st.none() | spans(text),
        _among(types.SpeakerHow),
        st.lists(entity, max_size=2).map(tuple),
    )
    quotes = []
    count = draw(st.integers(0, 3))
    for number, span in enumerate(sorted(draw(spans(text)) for _ in range(count))):
        cue = Cue(draw(spans(text)), draw(names), draw(_among(types.CueForm)), draw(names))
        others = range(number)
        quotes.append(
            Quote(
                span,
                text[span.start : span.end],
                draw(_among(types.QuoteKind)),
                cue,
                maybe(speakers),
                draw(st.booleans()),
                ordered(spans(text)),
                maybe(entity),
                maybe(phrases(text)),
                maybe(phrases(text)),
                maybe(times(text)),
                maybe(st.sampled_from(others)) if others else None,
                draw(st.floats(0, 1)),
            )
        )
    meetings = [
        Meeting(
            many(st.builds(Participant, entity, _among(types.Role)), 2),
            ordered(spans(text), 3, 1),
            draw(_among(types.Status)),
            draw(_among(types.Format)),
            maybe(times(text)),
            maybe(phrases(text)),
            maybe(phrases(text)),
            many(phrases(text)),
            maybe(times(text)),
            draw(names),
            draw(st.floats(0, 1)),
            maybe(phrases(text)),
        )
        for _ in range(draw(st.integers(0, 2)))
    ]
    return Article(
        text,
        maybe(st.dates()),
        draw(_among(types.PublishedFrom)),
        maybe(names),
        maybe(names),
        tuple(
            sorted(
                many(st.builds(Segment, spans(text), _among(types.SegmentKind))),
                key=lambda s: s.span,
            )
        ),
        ordered(spans(text)),
        entities,
        tuple(sorted(many(times(text)), key=lambda t: t.span)),
        tuple(quotes),
        tuple(sorted(meetings, key=lambda m: m.mentions[0])),
        many(st.builds(TextWarning, _among(types.WarningCode), names, st.none() | spans(text))),
    )


@given(articles())
def test_articles_come_back_from_dicts_and_json_as_they_were(article: Article) -> None:
    assert Article.from_dict(article.to_dict()) == article
    assert Article.from_json(article.to_json()) == article
    assert Article.from_json(article.to_json(indent=2)) == article
    # A dict is plain already: JSON changes nothing in it.
    assert json.loads(json.dumps(article.to_dict())) == article.to_dict()


@given(articles())
def test_articles_can_be_hashed_and_pickled(article: Article) -> None:
    assert hash(Article.from_json(article.to_json())) == hash(article)
    assert pickle.loads(pickle.dumps(article)) == article


def test_dict_has_the_documented_shape(article: Article) -> None:
    data = article.to_dict()
    quote = data["quotes"][0]
    assert article.text[quote["start"] : quote["end"]] == quote["text"]
    assert quote["speaker"]["name"] == "سامي حداد"
    mention = quote["speaker"]["mention"]
    assert article.text[mention["start"] : mention["end"]] == "الوزير سامي حداد"
    assert data["quotes"][1]["speaker"]["mention"] is None
    assert quote["relay"] == {"id": 2, "name": "نور"}
    assert quote["kind"] == "mixed"
    (time,) = data["times"]
    assert (time["type"], time["value"], time["mod"]) == ("DATE", "2016-09-04", None)
    assert time["interval"] == ["2016-09-04", "2016-09-04"]
    (meeting,) = data["meetings"]
    assert [p["name"] for p in meeting["participants"]] == ["سامي حداد", "عمر زيدان"]
    assert meeting["time"]["value"] == "2016-09-04"
    assert meeting["place"]["name"] == "القاهرة"
    assert (meeting["occasion"], meeting["duration"]) == (None, None)
    assert (meeting["status"], meeting["format"]) == ("held", "in_person")
    assert data["published"] == "2016-09-05"


def test_json_keeps_arabic_readable(article: Article) -> None:
    assert "سامي حداد" in article.to_json()


def test_a_moment_stays_a_moment_and_a_day_a_day(article: Article) -> None:
    midnight = attrs.evolve(
        article.times[0], begin=datetime(2016, 9, 4, 0, 0), end=date(2016, 9, 4)
    )
    back = Article.from_json(attrs.evolve(article, times=(midnight,)).to_json())
    assert type(back.times[0].begin) is datetime
    assert type(back.times[0].end) is date


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        {"text": "x"},
        {"text": "x", "entities": None},
        {"text": "x", "entities": [], "quotes": [{"start": 0}]},
        {"text": "x", "entities": [], "published": "05/09/2016"},
    ],
)
def test_other_dicts_are_an_error_that_says_so(data: object) -> None:
    with pytest.raises(ArgumentError, match=r"Article\.to_dict"):
        Article.from_dict(data)  # type: ignore[arg-type]


@pytest.mark.parametrize("data", ["", "{", b"\xff", "[" * 100_000, None])
def test_other_json_is_an_error_that_says_so(data: object) -> None:
    with pytest.raises(ArgumentError, match=r"Article\.to_json"):
        Article.from_json(data)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "reference",
    [
        {"id": 3, "name": "نور"},
        {"id": -1, "name": "نور"},
        {"id": 0, "name": "نور"},
        {"id": [], "name": "نور"},
    ],
)
def test_a_reference_to_no_entity_is_an_error(article: Article, reference: object) -> None:
    data = article.to_dict()
    data["quotes"][0]["relay"] = reference
    with pytest.raises(ArgumentError):
        Article.from_dict(data)


def test_unknown_words_in_closed_fields_are_errors(article: Article) -> None:
    data = article.to_dict()
    data["quotes"][0]["kind"] = "reported"
    with pytest.raises(ArgumentError, match="kind"):
        Article.from_dict(data)


def test_from_dict_leaves_its_argument_alone(article: Article) -> None:
    data = article.to_dict()
    before = json.dumps(data)
    Article.from_dict(data)
    assert json.dumps(data) == before


# What every Article guarantees


def _broken(article: Article, **changes: object) -> None:
    with pytest.raises(ArgumentError):
        attrs.evolve(article, **changes)


def test_spans_lie_inside_the_text(article: Article) -> None:
    size = len(article.text)
    for wrong in (Span(0, size + 1), Span(-1, 2), Span(3, 2)):
        _broken(article, sentences=(wrong,))
        _broken(article, segments=(Segment(wrong, "body"),))
        _broken(article, warnings=(TextWarning("unbalanced_marks", "", wrong),))
        quote = article.quotes[0]
        _broken(article, quotes=(attrs.evolve(quote, fragments=(wrong,)),))
        _broken(article, quotes=(attrs.evolve(quote, medium=Phrase("x", wrong)),))
        meeting = article.meetings[0]
        _broken(article, meetings=(attrs.evolve(meeting, mentions=(wrong,)),))
        _broken(article, meetings=(attrs.evolve(meeting, topics=(Phrase("x", wrong),)),))


def test_texts_are_what_stands_at_their_spans(article: Article) -> None:
    quote, time = article.quotes[0], article.times[0]
    wrong = attrs.evolve(time, text="اليوم")
    _broken(article, quotes=(attrs.evolve(quote, text="غير ذلك"),))
    _broken(article, times=(wrong,))
    _broken(article, quotes=(attrs.evolve(quote, time=wrong),))
    _broken(article, meetings=(attrs.evolve(article.meetings[0], duration=wrong),))


def test_everything_is_sorted_by_offset(article: Article) -> None:
    _broken(article, quotes=article.quotes[::-1])
    _broken(article, sentences=(Span(5, 6), Span(0, 1)))
    meeting = article.meetings[0]
    _broken(article, meetings=(attrs.evolve(meeting, mentions=(Span(5, 6), Span(0, 1))),))


def test_entities_are_those_of_the_article(article: Article) -> None:
    _broken(article, entities=article.entities[:1])
    _broken(article, entities=article.entities[::-1])
    stranger = attrs.evolve(article.entities[0], name="غيره")
    meeting = article.meetings[0]
    _broken(article, meetings=(attrs.evolve(meeting, participants=(Participant(stranger),)),))


def test_a_meeting_has_a_mention(article: Article) -> None:
    _broken(article, meetings=(attrs.evolve(article.meetings[0], mentions=()),))


def test_parents_and_confidences_are_possible(article: Article) -> None:
    quote = article.quotes[0]
    for change in ({"parent": 0}, {"parent": 1}, {"confidence": 1.5}, {"confidence": float("nan")}):
        _broken(article, quotes=(attrs.evolve(quote, **change), article.quotes[1]))
    _broken(article, meetings=(attrs.evolve(article.meetings[0], confidence=-1.0),))


# Using an Article


def test_articles_are_immutable(article: Article) -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        article.text = ""  # type: ignore[misc]
    with pytest.raises(AttributeError):
        article.quotes[0].__dict__  # noqa: B018  (slotted: there is none)


def test_quotes_by_name_or_alias(article: Article) -> None:
    assert article.quotes_by("سامي حداد") == article.quotes
    assert article.quotes_by("حداد") == article.quotes
    assert article.quotes_by("عمر زيدان") == ()


@pytest.mark.parametrize("name", ["سامى حداد", "سامي  حدّاد", "سامي"])
def test_quotes_by_other_spellings_and_parts_of_a_name(article: Article, name: str) -> None:
    assert article.quotes_by(name) == article.quotes


def test_quotes_by_part_of_a_name_that_two_speakers_share(article: Article) -> None:
    first, second, third = article.entities
    other = attrs.evolve(second, name="سامي زيدان")
    shared = attrs.evolve(
        article,
        entities=(first, other, third),
        quotes=(article.quotes[0], attrs.evolve(article.quotes[1], speaker=Speaker("س", other))),
        meetings=(),
    )
    assert shared.quotes_by("سامي") == ()
    assert shared.quotes_by("زيدان") == shared.quotes[1:]
    assert shared.quotes_by("زيد") == shared.quotes_by("") == ()


@pytest.mark.parametrize("name", [None, 7, b"", ["سامي حداد"]])
def test_quotes_by_takes_a_string(article: Article, name: object) -> None:
    with pytest.raises(ArgumentError, match="name: expected a string"):
        article.quotes_by(name)  # type: ignore[arg-type]


def test_quotes_by_each_of_joint_speakers(article: Article) -> None:
    first, second, _ = article.entities
    together = Speaker("سامي حداد وعمر زيدان", members=(first, second))
    joint = attrs.evolve(article, quotes=(attrs.evolve(article.quotes[0], speaker=together),))
    assert len(joint.quotes_by("عمر زيدان")) == 1


def test_spans_compare_and_contain() -> None:
    assert Span(2, 4) in Span(2, 5)
    assert Span(1, 4) not in Span(2, 5)
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 2).overlaps(Span(2, 5))


def test_every_error_is_an_arabnews_error() -> None:
    assert issubclass(ArgumentError, ArabnewsError)
    assert issubclass(ArgumentError, ValueError)
