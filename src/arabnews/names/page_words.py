"""The words of a page, read in their place: with the title or known name they begin there."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from attrs import evolve

from ..lexicon import gazetteer as gaz
from ..lexicon.gazetteer import Known, Match, TitleForm
from ..text import Page
from .words import (
    LIKE_NAMES,
    MOTHER_OR,
    SPELLED_WITH_MADDA,
    Word,
    clause_words,
    is_adjective,
    looked_at_twice,
    read_word,
    word_set,
)

_LONGEST_TITLE = 4
_TITLES_LIKE_PREPOSITIONS = {"امام": "إمام", "والي": "والي"}  # أمام and وإلى


class PageWords:
    """Access to the words of one page by token index.

    ``plain`` is how each word reads by itself, whatever its place, ``here`` how it reads in its
    place, with the title it begins there. ``times`` are the tokens inside time expressions,
    ``people`` those that a tagger has found to be names of persons. ``ends`` are the tokens that
    end a phrase: times, and words that begin a clause about the person told of (رفض الكشف عن
    هويته) or a formula (رضي الله عنه). ``prepositions`` are على, إلى and فإن, which fold together
    with the names علي, إلي and فان.
    """

    def __init__(self, page: Page, times: AbstractSet[int], people: AbstractSet[int]) -> None:
        self.page = page
        self.tokens = page.tokens
        self.forms = [t.form for t in page.tokens]
        self.plain = [read_word(form) for form in self.forms]
        self._remarkable = [at for at, word in enumerate(self.plain) if word.remarkable]
        twice = looked_at_twice()
        rare = [at for at in self._remarkable if self.forms[at] in twice]
        self._read_names_with_madda(rare)
        self._read_mothers(rare)
        self.ends = times | self._clause_starts(rare)
        self.people = people
        self.quotations = {q.first: q for q in page.quotations if q.closed}
        self.prepositions = self._find_prepositions(rare)
        self._long_titles: dict[int, tuple[TitleForm, int]] = {}
        self._matches: dict[int, Match] = {}
        self._find_phrases()
        self._known = {at: m for at, m in self._matches.items() if not m.entry.ordinary}
        self.here = list(self.plain)
        for at in reversed(self._remarkable):  # a word is read by those behind it
            if not self.plain[at].settled:
                title, _ = self._long_titles.get(at, (None, 1))
                self.here[at] = self._in_place(at, self.plain[at], title)

    def name_starts(self) -> list[int]:
        """The tokens at which a person or body may be named, in order."""
        plain = {at for at in self._remarkable if self.plain[at].begins_name}
        return sorted((plain | self._matches.keys() | self.people) - self.ends - self.prepositions)

    def _read_names_with_madda(self, places: Sequence[int]) -> None:
        """آنا and آلان, which fold together with أنا and الآن but are names."""
        for at in places:
            form = self.forms[at]
            if form in SPELLED_WITH_MADDA and self.page.text[self.tokens[at].start] == "آ":
                self.forms[at] = "آ" + form[1:]
                self.plain[at] = read_word(self.forms[at])

    def _read_mothers(self, places: Sequence[int]) -> None:
        """«تقول أم خالد», «مع أم خالد», not «سالم أم خالد»: a name behind a verb or preposition."""
        for at in places:
            if self.forms[at] != MOTHER_OR or not 0 < at < len(self.forms) - 1:
                continue
            governed = self.plain[at - 1].function or self._is_verb(at - 1)
            if governed and self.plain[at + 1].given:
                self.plain[at] = evolve(
                    self.plain[at], given=True, particle=True, function=False, begins_name=True
                )

    def _clause_starts(self, places: Sequence[int]) -> set[int]:
        begins = clause_words()
        last = len(self.forms) - 1
        return {
            at
            for at in places
            if at < last and self.forms[at + 1] in begins.get(self.forms[at], ())
        }

    def _find_prepositions(self, places: Sequence[int]) -> set[int]:
        doubtful = [at for at in places if self.forms[at] in LIKE_NAMES]
        # a page that writes إلي for إلى writes علي for على too
        dotted = any(self.forms[at] == "الي" and self._is_dotted(at) for at in doubtful)
        return {at for at in doubtful if self._is_preposition(at, dotted)}

    def _is_dotted(self, at: int) -> bool:
        return self.page.text[self.tokens[at].end - 1] == "ي"

    def _find_phrases(self) -> None:
        """The longest title of several words, and the longest known name, that begin anywhere."""
        known = gaz.phrases()
        for at in self._remarkable:
            word = self.plain[at]
            if word.begins_title and (title := self._find_title(at)) is not None:
                self._long_titles[at] = title
            if word.begins_known and (match := known.longest(self.forms, at)) is not None:
                self._matches[at] = match

    def _find_title(self, at: int) -> tuple[TitleForm, int] | None:
        """«الأمين العام», «صاحب السمو الملكي»: a title of several words, and its size."""
        words = [form.removeprefix("ال") for form in self.forms[at : at + _LONGEST_TITLE]]
        for size in range(len(words), 1, -1):
            title = gaz.titles().get(" ".join(words[:size]))
            if title is not None:
                return title, size
        return None

    def is_word(self, at: int, stop: int) -> bool:
        """Whether a word, not a mark or number, stands at ``at`` and before ``stop``."""
        return at < stop and self.tokens[at].kind in ("word", "latin")

    def word(self, at: int, skip: int = 0) -> Word:
        """The word at ``at`` without the first ``skip`` letters, with the title it begins here."""
        if skip:
            return self._in_place(at, read_word(self._without_proclitic(at, skip)))
        return self.here[at]

    def _in_place(self, at: int, word: Word, title: TitleForm | None = None) -> Word:
        if word.title and word.form in _TITLES_LIKE_PREPOSITIONS:
            written = self.page.text[self.tokens[at].start : self.tokens[at].end]
            titled = written == _TITLES_LIKE_PREPOSITIONS[word.form]
            return evolve(word, function=False) if titled else evolve(word, title=None)
        if title is not None:
            return evolve(word, title=title, common=True, given=False, verb=False, function=False)
        if word.title and word.title.construct and word.form.endswith("ا"):
            return word if self._genitive_follows(at) else _as_accusative(word)
        if word.verb and word.head and self._follows_verb(at):
            return evolve(word, verb=False)
        if word.verb and (word.title or word.given) and self.opens_clause(at):
            return evolve(word, title=None, given=False)
        if word.title and word.definite and self._describes(at):
            return evolve(word, title=None)
        if word.title and not word.definite and self._is_epithet(at):
            return evolve(word, title=None)
        if word.verb and word.title and self._governs(at, word.title):
            return evolve(word, verb=False, given=False)  # طالب الطب، حاكم مقاطعة فلانة
        if (
            word.title is not None
            and word.title.kind in ("rank", "honorific")
            and not word.definite
            and (word.head or word.common)
            and self.has_genitive(at)
        ):
            return evolve(word, title=None)  # لواء العدل is a banner, لواء فلان a general
        return word

    def _is_epithet(self, at: int) -> bool:
        """«تصريحات صحفية», «ندوة علمية»: what describes a noun, though a title as well."""
        before = self.plain[at - 1] if at else None
        if before is None or not self.forms[at].endswith("يه") or before.definite:
            return False
        return before.bare in word_set("media") and not before.verb

    def names_body(self, at: int) -> bool:
        """Whether a name at ``at`` is that of a body before it: بجامعة محمد الخامس."""
        if at == 0:
            return False
        before = self.plain[at - 1]
        noun = before.split[1] if before.split else before
        return noun.bare in word_set("named_after") and not noun.definite

    def _governs(self, at: int, title: TitleForm) -> bool:
        """Whether a genitive follows a title, or for an office a body without the article."""
        if self.has_genitive(at):
            return True
        following = self.plain[at + 1] if at + 1 < len(self.forms) else None
        body = following and (following.head or following.form in word_set("named_places"))
        return bool(body) and title.kind == "office"

    def title_words(self, at: int) -> int:
        """How many words a title of several words has that begins here, else 1."""
        long_title = self._long_titles.get(at)
        return long_title[1] if long_title else 1

    def known(self, at: int, skip: int = 0) -> Known | None:
        """The place, body or agency known by the name that begins here."""
        match = self._known.get(at)
        return match.entry if match is not None and len(match.proclitic) == skip else None

    def known_length(self, at: int, skip: int = 0) -> int:
        """How many tokens ``known`` has, 0 where there is none."""
        match = self._known.get(at)
        return match.length if match is not None and len(match.proclitic) == skip else 0

    def match(self, at: int) -> Match | None:
        """The known name that begins here, be it an everyday phrase or behind a proclitic."""
        return self._matches.get(at)

    def is_given(self, at: int) -> bool:
        """Whether a given name or a particle of names stands here."""
        if at >= len(self.forms):
            return False
        word = self.plain[at]
        if not (word.given or word.particle) or at in self.prepositions:
            return False
        return not (word.verb and self.opens_clause(at))

    def _describes(self, at: int) -> bool:
        """«الشؤون العسكرية», «القوات الأمنية»: an adjective, though العسكري is a title too."""
        before = self.plain[at - 1] if at > 0 else None
        if at - 1 in self.ends:
            return False  # «استقبل اليوم الاثنين السفيرة»: a day is nothing she describes
        noun = before is not None and before.definite and (before.common or bool(before.head))
        feminine = self.forms[at].endswith("ه")
        return noun and feminine and before is not None and not (before.title or before.verb)

    def _genitive_follows(self, at: int) -> bool:
        """Whether a genitive may follow a dual in ا: وزيرا خارجية البلدين, not كان مبرمجا أمس."""
        if at + 1 >= len(self.forms) or at + 1 in self.ends:
            return False
        following = self.plain[at + 1]
        # خارجية is no adjective of a man: وزيرا خارجية البلدين
        agrees = is_adjective(following) and not following.form.endswith("ه")
        noun = following.noun and not agrees
        return noun or following.given or self.known_length(at + 1) > 0

    def _follows_verb(self, at: int) -> bool:
        """«قال تجمع المهندسين», «باسم تجمع المهندسين»: a body, though تجمع is a verb as well."""
        if at == 0 or not self.has_genitive(at):
            return False
        form = self.forms[at - 1]
        if form in word_set("complement_prepositions"):
            return True
        return self._is_verb(at - 1) and not form.endswith("ت") and not form.startswith("ت")

    def _is_verb(self, at: int) -> bool:
        """Whether a verb stands here, be it a short one behind a conjunction: تم, وتم."""
        form = self.forms[at]
        return self.plain[at].verb or (form[0] in "وف" and read_word(form[1:]).verb)

    def opens_clause(self, at: int) -> bool:
        """Whether a verb stands here that looks like a title or name: طالب رئيس الغرفة.

        Where a clause begins, with its subject, a title, name or known body, right behind it.
        """
        if at + 1 >= len(self.forms) or not self._begins_clause(at):
            return False
        following = self.here[at + 1]
        if following.given and self.plain[at].title:
            return True  # كما طالب سالم حمدان بالإصلاح
        if following.title is not None and following.title.kind != "honorific":
            return True
        return following.head is not None or self.known_length(at + 1) > 0

    def _begins_clause(self, at: int) -> bool:
        """Whether a mark, a line break or a word that a verb follows stands before a word."""
        if at == 0 or self.tokens[at - 1].kind == "punct":
            return True
        between = self.page.text[self.tokens[at - 1].end : self.tokens[at].start]
        return self.forms[at - 1] in word_set("before_verbs") or "\n" in between

    def _is_preposition(self, at: int, dotted: bool) -> bool:
        token = self.tokens[at]
        if token.form == "فان":
            following = self.plain[at + 1] if self.is_word(at + 1, len(self.tokens)) else None
            plain = following is None or following.definite or following.common
            return plain or "إ" in self.page.text[token.start : token.end]
        if token.form == "الي" or self.page.text[token.end - 1] == "ى":
            return True
        return dotted and self._is_dotted(at) and not self._is_beside_name(at)

    def _is_beside_name(self, at: int) -> bool:
        """Whether a title or given name stands before علي, or a given name behind it."""
        before = self.plain[at - 1] if at > 0 else None
        after = self.plain[at + 1] if at + 1 < len(self.forms) else None
        named = before is not None and bool(before.given or before.title or before.particle)
        return named or (after is not None and (after.given or after.particle))

    def has_tanwin(self, at: int) -> bool:
        """Whether a word is written as an indefinite accusative (ضاحكًا): it is no name."""
        token = self.tokens[at]
        return token.form.endswith("ا") and "ً" in self.page.text[token.start : token.end]

    def has_genitive(self, at: int) -> bool:
        """Whether a word with the article follows at once."""
        return at + 1 < len(self.forms) and at + 1 not in self.ends and self.plain[at + 1].definite

    def opens_content(self, at: int) -> bool:
        """Whether إن, أن or the like stands here: a subject has ended (قال جمال السلامة إن)."""
        return at < len(self.forms) and self.forms[at] in word_set("content_openers")

    def quoted_end(self, at: int, stop: int, longest: int) -> int | None:
        """The token behind a quotation of at most ``longest`` tokens that opens here."""
        quotation = self.quotations.get(at)
        if quotation is None or quotation.last >= stop:
            return None
        return quotation.last + 1 if 0 < quotation.last - at - 1 <= longest else None

    def _without_proclitic(self, at: int, skip: int) -> str:
        """The form without its proclitic; للوزير without ل is الوزير, للجنة الطاقة لجنة."""
        form = self.forms[at]
        rest = form[skip:]
        if not (form[skip - 1] == "ل" and rest.startswith("ل")):
            return rest
        if read_word(rest).head is not None:
            return rest if self.has_genitive(at) else "ال" + rest
        return "ا" + rest


def _as_accusative(word: Word) -> Word:
    """«أن مصدرا في الوزارة»: one man, not two; «كان مبرمجا» tells nothing of a person."""
    title = gaz.titles().get(word.form[:-1])
    return evolve(word, title=title if title and title.kind != "profession" else None)
