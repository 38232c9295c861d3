"""The graph of who met whom, over several articles."""

from __future__ import annotations

import io
import sys

import attrs
import pytest

from arabnews import ArgumentError, Article, MissingPackageError, meeting_graph, parse_article

networkx = pytest.importorskip("networkx")

HADDAD, ZIDAN, NASSAR = "سامي حداد", "عمر زيدان", "كريم نصار"


def read(*texts: str) -> list[Article]:
    return [parse_article(text, published="2020-03-11") for text in texts]


def test_one_edge_for_each_meeting_of_two() -> None:
    graph = meeting_graph(
        read(
            "التقى وزير الخارجية الأردني سامي حداد أمس في القاهرة السفير المصري عمر زيدان.",
            "أجرى سامي حداد أمس اتصالا هاتفيا مع عمر زيدان. كما اجتمع سامي حداد مع كريم نصار أمس.",
        )
    )
    assert set(graph) == {HADDAD, ZIDAN, NASSAR}
    assert graph.number_of_edges(HADDAD, ZIDAN) == 2
    assert graph.number_of_edges(HADDAD, NASSAR) == 1
    assert not graph.has_edge(ZIDAN, NASSAR)
    first, second = sorted(graph[HADDAD][ZIDAN].values(), key=lambda edge: edge["article"])
    assert first == {
        "article": 0,
        "status": "held",
        "format": "in_person",
        "cameo": "040",
        "time": "2020-03-10",
        "place": "القاهرة",
    }
    assert (second["article"], second["format"], second["cameo"]) == (1, "phone", "041")


def test_nodes_say_who_it_is_and_in_how_many_articles() -> None:
    graph = meeting_graph(
        read(
            "التقى الوزير الأردني سامي حداد السفير عمر زيدان.",
            "التقى الوزير الأردني سامي حداد السفير كريم نصار.",
        )
    )
    assert graph.nodes[HADDAD] == {
        "name": HADDAD,
        "kind": "PERSON",
        "country": "JO",
        "articles": 2,
    }
    assert graph.nodes[ZIDAN]["articles"] == 1
    assert "country" not in graph.nodes[NASSAR]


def test_only_full_names_join_people_of_several_articles() -> None:
    text = "التقى وزير الخارجية أمس السفير عمر زيدان."
    graph = meeting_graph(read(text, text))
    ministers = [node for node in graph if node.startswith("وزير الخارجية")]
    assert len(ministers) == 2
    assert {graph.nodes[node]["name"] for node in ministers} == {"وزير الخارجية"}
    assert graph.degree(ZIDAN) == 2


@pytest.mark.parametrize(
    ("name", "node"),
    [
        ("الوزير الأردني", "الوزير الأردني"),
        ("المبعوث الأممي", "المبعوث الأممي"),
        ("زوجته السابقة", "زوجته السابقة"),
        ("الشيخ صالح", "صالح"),
    ],
)
def test_strangers_called_alike_are_not_joined(name: str, node: str) -> None:
    text = f"قال السفير عمر زيدان إنه التقى {name} أمس."
    graph = meeting_graph(read(text, text))
    others = [other for other in graph if other != ZIDAN]
    assert len(others) == 2
    assert {graph.nodes[other]["name"] for other in others} == {node}


@pytest.mark.parametrize("name", ["صالح الشيخ", "جيم جيفري", "أمير حسن"])
def test_full_names_are_joined(name: str) -> None:
    text = f"اجتمع السفير عمر زيدان أمس مع الوزير {name}."
    assert set(meeting_graph(read(text, text))) == {ZIDAN, name}


def called(name: str) -> Article:
    """An article in which somebody so called has met a person of a full name."""
    article = read("اجتمع السفير عمر زيدان أمس مع الوزير سامي حداد.")[0]
    entities = tuple(
        attrs.evolve(e, name=name) if e.name == HADDAD else e for e in article.entities
    )
    meeting = article.meetings[0]
    parties = tuple(attrs.evolve(p, entity=entities[p.entity.id]) for p in meeting.participants)
    met = attrs.evolve(meeting, participants=parties)
    return attrs.evolve(article, entities=entities, meetings=(met,))


@pytest.mark.parametrize(
    "name",
    [
        "أمير قطر", "أمير سعودي", "سلطان عمان", "ملك الأردن", "الشيخ صالح", "الرجل المسن",
        "عجوز فلسطينية", "طالب جامعي", "شاهد عيان", "نجل الرئيس", "شقيقها الأكبر",
        "عبد الله", "أبو مازن", "دي ميستورا", "بن سلمان",
    ],
)  # fmt: skip
def test_a_phrase_of_several_words_is_no_full_name(name: str) -> None:
    graph = meeting_graph([called(name), called(name)])
    assert {node for node in graph if node.startswith(name)} == set(graph) - {ZIDAN}
    assert len(graph) == 3


@pytest.mark.parametrize(
    "name",
    [
        "أمير حسن", "سلطان الجابر", "الطيب البكوش", "عبد الله الثاني", "أبو بكر البغدادي",
        "ستافان دي ميستورا", "أمل الكعبي", "محمد بن سلمان",
    ],
)  # fmt: skip
def test_names_that_begin_like_a_phrase_are_full_names(name: str) -> None:
    assert set(meeting_graph([called(name), called(name)])) == {ZIDAN, name}


def test_spellings_of_one_full_name_are_one_node() -> None:
    graph = meeting_graph(
        read("التقى الوزير أحمد حداد السفير عمر زيدان.", "التقى الوزير احمد حداد السفير عمر زيدان.")
    )
    assert set(graph) == {"أحمد حداد", ZIDAN}


def test_bodies_are_joined_where_the_lexicon_knows_them() -> None:
    text = "اجتمع الوزير سامي حداد أمس مع وزارة التخطيط. كما اجتمع مع الأمم المتحدة اليوم."
    graph = meeting_graph(read(text, text))
    assert graph.nodes["الأمم المتحدة"]["articles"] == 2
    assert len([node for node in graph if node.startswith("وزارة التخطيط")]) == 2


def test_what_did_not_take_place_counts_only_on_demand() -> None:
    articles = read("ألغى الرئيس سامي حداد لقاء مع الملك عمر زيدان.")
    assert len(meeting_graph(articles)) == 0
    graph = meeting_graph(articles, statuses=["cancelled"])
    assert graph.has_edge(HADDAD, ZIDAN)


def test_who_accompanied_met_the_parties_but_not_each_other() -> None:
    graph = meeting_graph(
        read(
            "استقبل الوزير سامي حداد أمس السفير عمر زيدان بحضور المدير كريم نصار. "
            "وحضر اللقاء الوكيل رامي خليل."
        )
    )
    assert graph.has_edge(HADDAD, NASSAR)
    assert graph.has_edge(HADDAD, "رامي خليل")
    assert not graph.has_edge(NASSAR, "رامي خليل")


def test_can_be_written_to_a_file() -> None:
    graph = meeting_graph(read("التقى الوزير سامي حداد السفير عمر زيدان أمس."))
    networkx.write_graphml(graph, written := io.BytesIO())
    assert HADDAD in written.getvalue().decode("utf-8")


def test_takes_articles_only() -> None:
    with pytest.raises(ArgumentError, match=r"articles\[1\].*str"):
        meeting_graph([*read("التقى"), "نص"])  # type: ignore[list-item]


@pytest.mark.parametrize("articles", [None, 7, "نص", Article("")])
def test_takes_an_iterable_of_articles(articles: object) -> None:
    with pytest.raises(ArgumentError, match="articles: expected an iterable of Articles"):
        meeting_graph(articles)  # type: ignore[arg-type]


@pytest.mark.parametrize("statuses", ["held", "", None, 7, ["held", "over"], [["held"]]])
def test_takes_known_statuses_only(statuses: object) -> None:
    with pytest.raises(ArgumentError, match=r"statuses: expected .*held, .*refused; got "):
        meeting_graph([], statuses=statuses)  # type: ignore[arg-type]


def test_without_networkx_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(MissingPackageError, match=r"arabnews\[graph\]"):
        meeting_graph([])
