"""Noun phrases that name who acts: titles, names, bodies, sources, joined by apposition.

«المتحدث الأمني لوزارة الداخلية اللواء منصور التركي» is a title with its complement, a rank and a
name. The reader walks forward from one token and stops where the phrase does: at a verb, a
relative pronoun, a time, or a preposition that ties nothing to the title.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from attrs import define, evolve

from ..lexicon import gazetteer as gaz
from ..lexicon.gazetteer import Gender, Known, Number, TitleForm
from ..model import Span
from ..model.types import EntityKind
from ..text import Page
from .page_words import PageWords
from .person_names import QUOTED_NAME_TOKENS, NameReader
from .roles import RoleReader
from .words import Word, is_adjective, read_word, word_set

_BRACKET_TOKENS = 8
_MEMBERS = 6
_DOCTOR = "د"
_TITLES = 6  # of one person, before the name


@define(eq=False)
class Phrase:
    """A noun phrase that can act.

    ``first`` to ``last`` are token indices (exclusive), ``role`` and ``name`` ranges within,
    ``head`` the lemma of its first noun. ``behind`` is a title told after the name where ``role``
    is one before it (الدكتور فلان وزير النقل). ``skip`` are the characters of a proclitic on the
    first token. ``members`` are the phrases of a joint one (أ وب); ``office`` is the dual title
    that they share, in front of the first (الرئيسان الروسي والتركي). A phrase equals itself alone,
    so that what has been worked out for one is found again.
    """

    first: int
    last: int
    head: str
    kind: EntityKind
    gender: Gender
    number: Number
    definite: bool
    role: range | None = None
    name: range | None = None
    known: Known | None = None
    skip: int = 0
    quoted: bool = False
    office: range | None = None
    behind: range | None = None
    members: tuple[Phrase, ...] = ()


class PhraseReader:
    """Reads noun phrases of one page; ``times`` and ``people`` as for ``PageWords``.

    ``surnames`` are those of the people told in full so far.
    """

    def __init__(
        self,
        page: Page,
        times: AbstractSet[int] = frozenset(),
        people: AbstractSet[int] = frozenset(),
    ) -> None:
        self.words = PageWords(page, times, people)
        self.page = page
        self.tokens = page.tokens
        self.forms = self.words.forms
        self._plain = self.words.plain
        self._here = self.words.here
        self.times = times
        self._names = NameReader(self.words)
        self.surnames = self._names.surnames
        self._roles = RoleReader(self.words, self._names)

    def span(self, phrase: Phrase) -> Span:
        """The offsets of a phrase, without a proclitic in front."""
        first, last = self.tokens[phrase.first], self.tokens[phrase.last - 1]
        return Span(first.start + phrase.skip, last.end)

    def text(self, tokens: range) -> str:
        """The words of a range as a name: quotation marks and line breaks off."""
        if len(tokens) == 1 and self.tokens[tokens.start].kind != "punct":
            return self.page.slice(tokens.start, tokens.stop)
        text = self.page.text
        parts = [
            text[t.start : t.end]
            for t in self.tokens[tokens.start : tokens.stop]
            if t.kind != "punct" or t.form in ("-", ".", "/")
        ]
        return " ".join(parts).replace(" . ", ". ").replace(" - ", "-").strip(" -.")

    def read(self, at: int, stop: int, *, proclitic: bool = False) -> Phrase | None:
        """The phrase that begins at token ``at`` and ends before ``stop``, None if none does.

        With ``proclitic`` the first word may carry one (بنظيره, وللوزير).
        """
        if not self.words.is_word(at, stop):
            if at < stop and self.tokens[at].kind == "number" and self.counted_at(at) is not None:
                return self._counted(at, stop, self._plain[at], 0)
            return self._quoted(at, stop)
        word = self._here[at]
        skip = 0
        if proclitic and not (word.noun or word.given) and self.words.known(at) is None:
            split = word.split
            if split is not None:
                skip, word = len(split[0]), split[1]
            elif word.form[1:] in self.surnames and word.form[0] in "بل":
                skip, word = 1, read_word(word.form[1:])
        return self._read(at, stop, word, skip)

    def read_joint(self, at: int, stop: int, *, proclitic: bool = False) -> Phrase | None:
        """Like ``read``, with all that is joined to the phrase by و."""
        first = self.read(at, stop, proclitic=proclitic)
        if first is None or first.members:
            return first
        members = [first]
        while (following := self._joined(members[-1].last, stop)) is not None:
            members.append(following)
        if len(members) == 1:
            return first
        return evolve(
            first,
            last=members[-1].last,
            number="p" if len(members) > 2 else "d",
            members=tuple(members),
        )

    def learn(self, name: tuple[str, ...], surname: str) -> None:
        """Take note of a person told in full."""
        self.surnames.add(surname)
        self._names.known.add(name)

    def read_leader(self, at: int, stop: int) -> Phrase | None:
        """The person named at ``at`` behind a word like برئاسة, which vouches for the name.

        The word behind the given name is then a surname, be it an everyday one (ليلى حرب).
        """
        if not self.words.is_word(at, stop) or not self.words.is_given(at):
            return None
        name = self._names.run(at, stop, titled=True)
        if name is None or len(name) == 1:
            return None
        return self._phrase(at, name.stop, self._here[at], None, None, name, 0)

    def complete(self, phrase: Phrase, stop: int) -> Phrase:
        """The same phrase over words up to ``stop`` that are known to be its own.

        Behind a verb of speech nothing else stands before what is said, so a word that looks like
        a verb or a noun is a surname there (نعيم ناشد), and a name behind a complement that no
        table knows is that of the holder (لاعب خط وسط منتخبنا وهيب المفتي).
        """
        if len(phrase.members) == 2:
            return self._one_holder(phrase, *phrase.members)
        if phrase.members or phrase.quoted or phrase.number != "s" or phrase.last >= stop:
            return phrase
        if phrase.name is not None:
            lone = len(phrase.name) == 1 and phrase.name.stop == phrase.last
            end = self._names.surname_end(phrase.last, stop) if lone else None
            if end is None:
                return phrase
            return evolve(phrase, name=range(phrase.name.start, end), last=end)
        if not self._is_titled_person(phrase):
            return phrase
        for at in range(phrase.last, stop):
            word = read_word(self.forms[at])
            if not self.words.is_word(at, stop) or at in self.words.ends or word.verb:
                break
            if self._is_somebody_else(phrase.last, at, word):
                break
            if word.title is None and self.words.is_given(at) and self._ends_noun(at - 1):
                name = self._names.run(at, stop, titled=True)
                if name is not None and len(name) > 1 and self._names.pauses(name.stop, stop):
                    role = range(phrase.first, at)
                    return evolve(phrase, name=name, role=role, last=name.stop, definite=True)
                break
        return phrase

    # the parts of a phrase

    def _is_somebody_else(self, begin: int, at: int, word: Word) -> bool:
        """Whether a title at ``at`` is that of the one spoken to: قال القائد للعماد فلان.

        «قائد الجيش في لبنان العماد فلان» is one man with his rank.
        """
        if word.title is None:
            return word.split is not None and word.split[1].title is not None
        ranked = word.title.kind in ("rank", "honorific") and self.forms[begin] == "في"
        if ranked and read_word(self.forms[begin + 1]).bare not in word_set("media"):
            return False
        return word.definite or self.words.is_given(at + 1)

    def _one_holder(self, joint: Phrase, first: Phrase, second: Phrase) -> Phrase:
        """«رئيس الاتحاد ونائب رئيس اللجنة فلان»: two offices told before one name are his both.

        An office alone (الرئيس ووزير الخارجية فلان) is that of somebody told before.
        """
        titled = second.role is not None and second.role.start == second.first
        if first.name is not None or second.name is None or not titled or first.office:
            return joint
        title = self.words.word(first.first, first.skip).title
        office = title is not None and title.kind == "office"
        alone = office and first.definite and first.last == first.first + 1
        if title is None or alone:
            return joint
        role = range(first.first, second.name.start)
        return evolve(second, first=first.first, skip=first.skip, role=role)

    def _is_titled_person(self, phrase: Phrase) -> bool:
        title = self.words.word(phrase.first, phrase.skip).title
        return phrase.kind == "PERSON" and title is not None and title.number == "s"

    def _ends_noun(self, at: int) -> bool:
        """Whether a noun here takes no genitive: it has the article, an owner or a name."""
        word = read_word(self.forms[at])
        plain = word.common or word.title or word.head
        known = self.words.known(at) is not None
        article = word.definite or (word.title is not None and word.form.startswith("ال"))
        return article or known or not plain or word.form.endswith("نا")

    def _read(self, at: int, stop: int, word: Word, skip: int) -> Phrase | None:
        known = self.words.known(at, skip)
        counts = word.counts and self.counted_at(at, word.form) is not None
        if known is None and (word.verb or word.function) and not (word.given or counts):
            return None
        if word.title and word.title.number in ("d", "p") and known is None:
            joint = self._joint_title(at, stop, word.title, skip)
            if joint is not None:
                return joint
        if word.title_if_named is not None and at + 1 < stop and self._is_titled(at, stop, word):
            word = evolve(word, title=word.title_if_named, verb=False)
        if counts and not self._is_named_body(at, stop, word):
            return self._counted(at, stop, word, skip)
        if known is None and self._names.is_accused(at, stop):
            return self._named(at, stop, word, skip)
        noun = word.noun or word.form in word_set("groups")
        if known is None and (not noun or (word.particle and word.title is None)):
            return self._named(at, stop, word, skip)
        role_end = self._roles.end(at, stop, skip, word)
        if word.form == _DOCTOR and self._is_dotted(role_end):
            role_end += 1
        role = range(at, role_end)
        name: range | None = None
        behind: range | None = None
        end = role_end
        if self._names_another(word, role):
            inner = self._names.read(role_end, stop, after_role=True)
            end = inner.stop if inner else role_end
            role = range(at, end)
        else:
            for _ in range(_TITLES):
                if self._takes_name(word, end):
                    name = self._names.read(end, stop, after_role=True)
                more = word.title is not None and end < stop and self._roles.starts(end)
                if name is not None or not more:
                    break
                end = self._roles.end(end, stop)
                role = range(at, end)
            if name is not None:
                behind, end = self._apposition(name.stop, stop)
            elif self._is_rival(word, role_end, end):
                end = role_end
                role = range(at, end)
        return self._phrase(at, end, word, known, role, name, skip, behind)

    def _is_rival(self, first: Word, at: int, end: int) -> bool:
        """«هنأ الرئيس الوزير»: an office behind another and no name behind it is somebody else's.

        One word without article is no title there: قالت الوزيرة معلقة.
        """
        if end == at or first.title is None or first.title.kind in ("honorific", "rank"):
            return False
        word = self._here[at]
        if not word.definite:
            return end == at + 1
        return word.title is not None and word.title.kind in ("office", "speaker")

    def _is_titled(self, at: int, stop: int, word: Word) -> bool:
        """Whether a word that may be a title is one here, before a name or, if an honour, a title.

        Between may stand where it is held: الطالبة بالمستوى الرابع تسابيح.
        """
        assert word.title_if_named is not None
        before = self._plain[at - 1] if at else None
        if before and word.definite and before.definite and not before.title:
            return False  # الشؤون العسكرية
        if self._names.is_name(at + 1):
            return True
        if word.form == _DOCTOR and self._is_dotted(at + 1):
            return self._names.is_name(at + 2)
        if word.given and self._is_construct_title(at):
            return True
        if word.title_if_named.kind == "source" and not word.definite:
            begins = before is None or before.verb or before.function
            return begins and is_adjective(self._plain[at + 1])  # دبلوماسي غربي
        if word.title_if_named.kind == "honorific":
            title = self._here[at + 1].title
            return title is not None and title.number == "s" and title.kind != "source"
        if not (word.definite and self._plain[at + 1].ties):
            return False
        titled = evolve(word, title=word.title_if_named)
        end = self._roles.complement_end(titled, at + 1, stop)
        return end is not None and self._names.is_name(end)

    def _is_dotted(self, at: int) -> bool:
        """Whether the dot of an abbreviated title stands here: د. فلان."""
        return at < len(self.tokens) and self.forms[at] == "."

    def _is_construct_title(self, at: int) -> bool:
        """«أمين اتحاد الكتاب», «ملك الأردن»: titles, though أمين is a name as well."""
        noun = self._plain[at + 1]
        known = self.words.known(at + 1)
        if known is not None and known.entity_kind == "PLACE":
            return True
        thing = noun.head is not None or (noun.common and noun.bare in gaz.nouns())
        return thing and not (noun.verb or noun.function or is_adjective(noun))

    def _named(self, at: int, stop: int, word: Word, skip: int) -> Phrase | None:
        """A phrase that begins with a name: ستولتنبرغ الأمين العام للحلف."""
        if self._names.is_construct(at, word):
            return None
        name = self._names.run(at, stop, joined=skip > 0)
        if name is None:
            return None
        role, end = self._apposition(name.stop, stop)
        return self._phrase(at, end, word, None, role, name, skip)

    def _is_named_body(self, at: int, stop: int, word: Word) -> bool:
        """«مجموعة فوكس», not مجموعة أخرى من الجنود: the head of a body and a name."""
        if word.head is None or not self.words.is_word(at + 1, stop):
            return False
        following = self._plain[at + 1]
        return not (following.noun or following.common or following.function)

    def counted_at(self, at: int, form: str | None = None) -> int | None:
        """Where those counted stand, if some of a group are told here: بعض المصادر.

        Behind a numeral these are people who may speak: ثلاثة مصادر, 3 من المسؤولين. ``form``
        is the word at ``at`` without proclitics.
        """
        form = form or self.forms[at]
        behind = at + 1 < len(self.forms) and self.forms[at + 1] == "من"
        begin = at + 2 if behind else at + 1
        if form in word_set("quantifiers"):
            return begin
        if form not in word_set("numerals") and self.tokens[at].kind != "number":
            return None
        title = self._here[begin].title if self.words.is_word(begin, len(self.forms)) else None
        return begin if title is not None and title.number == "p" else None

    def _counted(self, at: int, stop: int, word: Word, skip: int) -> Phrase | None:
        """«كثير من أهالي المدينة», «أحد المسؤولين»: some of a group."""
        begin = self.counted_at(at, word.form)
        counted = self.read(begin, stop) if begin is not None else None
        if counted is None:
            return None
        kind: EntityKind = "PERSON" if word.form in ("احد", "احدي") else "GROUP"
        return Phrase(
            at,
            counted.last,
            counted.head,
            kind,
            "f" if word.form == "احدي" else "m",
            "s" if kind == "PERSON" else "p",
            False,
            range(at, counted.last),
            skip=skip,
        )

    def _takes_name(self, word: Word, at: int) -> bool:
        """Whether a name behind the role is that of its holder, not a genitive (لقاء فلان)."""
        if word.title is not None:
            return word.title.number == "s" or word.title.kind == "honorific"
        if not word.definite or self.words.known(at - 1) is not None:
            return False
        return word.nationality is not None or self.words.is_given(at)

    def _names_another(self, first: Word, role: range) -> bool:
        """«أوساط الوزيرة فلانة», «مصدر في وفد الرئيس فلان»: the name is not that of the head."""
        if first.title is not None and first.title.kind not in ("source", "kin"):
            return False
        if first.title is None and first.head is None:
            return False
        for i in role[1:]:
            word = self._plain[i]
            title = word.title or (word.split[1].title if word.split else None)
            if title and title.kind in ("office", "rank", "honorific", "speaker", "deputy"):
                return True
        return False

    def _phrase(
        self,
        at: int,
        end: int,
        word: Word,
        known: Known | None,
        role: range | None,
        name: range | None,
        skip: int,
        behind: range | None = None,
    ) -> Phrase:
        leads = role is not None and role.start == at
        kind: EntityKind = "PERSON"
        gender: Gender = "m"
        number: Number = "s"
        head = word.bare
        form = word.title or word.head or word.nationality
        if known is not None:
            kind, gender, head = known.entity_kind, known.gender, known.name
        elif not leads:
            assert name is not None
            given = gaz.given_names().get(self.forms[name.start])
            gender = "f" if given == "f" else "m"
        elif form is not None:
            gender, number = form.gender, form.number
            if name is not None and gaz.given_names().get(self.forms[name.start]) == "f":
                gender = "f"  # عضو and رئيس are said of women too
            if isinstance(form, TitleForm):
                head = form.lemma
                kind = "GROUP" if number != "s" and name is None else "PERSON"
            elif word.head is not None:
                head, kind = word.head.lemma, word.head.kind
            elif name is None:
                kind = "GROUP" if number == "p" else "ORGANISATION"
        else:
            gender = "f" if word.form.endswith("ه") else "m"
            kind = "PERSON" if name is not None else "ORGANISATION"
            if name is None and word.form.endswith(("ون", "ين")):
                kind, number = "GROUP", "p"
        definite = name is not None or known is not None or self._is_definite(at, word, role, skip)
        return Phrase(
            at, end, head, kind, gender, number, definite, role, name, known, skip, behind=behind
        )

    def _is_definite(self, at: int, word: Word, role: range | None, skip: int) -> bool:
        """By the article, one behind a proclitic, or that of a genitive: وزير الخارجية."""
        if word.definite or (skip > 0 and self.forms[at][skip:].startswith(("ال", "ل"))):
            return True
        if role is None or len(role) < 2:
            return False
        for i in role[1:]:
            genitive = self._plain[i]
            if genitive.definite or self.words.known(i) is not None:
                return True
            if not genitive.common or is_adjective(genitive) or genitive.function:
                return False
        return False

    def _apposition(self, at: int, stop: int) -> tuple[range | None, int]:
        """A title told after the name, and the end of both: فلان الأمين العام للحلف (ناتو)."""
        end = self._bracket_end(at, stop)
        if end + 1 < stop and self.forms[end] in ("،", ",") and self._roles.starts(end + 1):
            after = self._titles_end(end + 1, stop)
            apposed = self._names.ends_apposition(after, stop)
            return (range(end + 1, after), after) if apposed else (None, end)
        if end < stop and end not in self.words.ends and self.words.is_word(end, stop):
            word = self._here[end]
            if word.title and not word.verb and word.title.kind not in ("rank", "honorific"):
                after = self._titles_end(end, stop)
                if self._names.is_name(after):
                    return None, end  # «استقبل الرئيس فلان الوزير فلانا»
                return range(end, after), self._bracket_end(after, stop)
        return None, end

    def _titles_end(self, at: int, stop: int) -> int:
        """Past a title behind a name and what else its holder is: رئيس اللجنة والمتحدث باسمها.

        One word by itself, or a title that a name follows, is somebody else.
        """
        end = self._roles.end(at, stop)
        while end < stop and end not in self.words.ends:
            skip = int(self.forms[end][0] == "و" and self._names.starts_with_and(end))
            word = self.words.word(end, skip)
            title = word.title
            if title is None or title.number != "s" or title.kind in ("source", "kin") or word.verb:
                break
            after = self._roles.end(end, stop, skip)
            alone = after == end + 1 or self._names.is_name(after)
            if alone or not self._names.ends_apposition(after, stop):
                break
            end = after
        return end

    def _bracket_end(self, at: int, stop: int) -> int:
        if at < stop and self.forms[at] == "(":
            for i in range(at + 1, min(stop, at + _BRACKET_TOKENS)):
                if self.forms[i] == ")":
                    return i + 1
        return at

    def _quoted(self, at: int, stop: int) -> Phrase | None:
        """A phrase that is a name in marks and nothing else: «الأعمال والتجارة», “لافروف”."""
        end = self.words.quoted_end(at, stop, QUOTED_NAME_TOKENS) if at < stop else None
        if end is None:
            return None
        inner = self.read(at + 1, end - 1)
        first = self._plain[at + 1]
        known = inner.known if inner else None
        body = known is not None or first.definite or first.common
        kind: EntityKind = "ORGANISATION" if body else "PERSON"
        return Phrase(
            at,
            end,
            first.bare,
            known.entity_kind if known else kind,
            inner.gender if inner else "m",
            "s",
            True,
            range(at, end) if body else None,
            None if body else range(at, end),
            known,
            quoted=True,
        )

    # joint phrases

    def _joint_title(self, at: int, stop: int, title: TitleForm, skip: int) -> Phrase | None:
        """«الرئيسان الأميركي أ والروسي ب», «وزيرا خارجية البلدين أ وب», «الوزيران أ وب»."""
        begin = at + 1
        while begin < stop and begin not in self.words.ends:
            inner = self._plain[begin]
            if inner.nationality or inner.title or not inner.noun or inner.given:
                break
            begin += 1
        members: list[Phrase] = []
        end = begin
        while end < stop and len(members) < _MEMBERS and end not in self.words.ends:
            member = self._member(end, stop, title, range(at, begin), first=not members)
            if member is None:
                break
            members.append(member)
            end = member.last
        if len(members) < 2 or (title.number == "p" and not any(m.name for m in members)):
            return None  # المسؤولون الروس والأميركيون are no two people
        return Phrase(
            at,
            end,
            title.lemma,
            "GROUP",
            title.gender,
            title.number,
            True,
            range(at, begin),
            skip=skip,
            members=tuple(members),
        )

    def _member(
        self, at: int, stop: int, title: TitleForm, office: range, *, first: bool
    ) -> Phrase | None:
        """One holder of a joint title: an adjective of nationality, a name, or both."""
        form = self.forms[at]
        lead = 0 if first else 1
        if lead and not form.startswith("و"):
            return None
        word = read_word(form[lead:])
        if word.nationality is not None and word.definite:
            name = self._names.read(at + 1, stop)
            last = self._bracket_end(name.stop if name else at + 1, stop)
            role = range(at, at + 1)
            return Phrase(
                at,
                last,
                title.lemma,
                "PERSON",
                word.nationality.gender,
                "s",
                True,
                role,
                name,
                skip=lead,
                office=office,
            )
        if lead and not (word.given or not (word.common or word.noun)):
            return None
        name = self._names.run(at, stop, joined=bool(lead))
        if name is None:
            return None
        last = self._bracket_end(name.stop, stop)
        return Phrase(
            at,
            last,
            title.lemma,
            "PERSON",
            title.gender,
            "s",
            True,
            name=name,
            skip=lead,
            office=office,
        )

    def _joined(self, at: int, stop: int) -> Phrase | None:
        """A phrase joined by و at ``at``: ولافروف, ووزير الخارجية."""
        if not self.words.is_word(at, stop) or at in self.words.ends:
            return None
        form = self.forms[at]
        if form == "و":
            return self.read(at + 1, stop)
        if not self._names.starts_with_and(at):
            return None
        word = read_word(form[1:])
        known = self.words.known_length(at, 1) > 0
        if (word.verb or word.function) and not known:
            return None
        unknown = not (word.common or word.definite) or word.form in self.surnames
        if not (known or unknown or word.given or word.title or word.head or word.nationality):
            return None
        return self._read(at, stop, word, 1)
