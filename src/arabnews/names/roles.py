"""Where a title, or the name of a body, ends: its genitives, adjectives and complements.

«المتحدث الأمني لوزارة الداخلية», «وزارة الأعمال والتجارة», «مصدر في الوفد الروسي».
"""

from __future__ import annotations

from .page_words import PageWords
from .person_names import QUOTED_NAME_TOKENS, NameReader
from .words import Word, after_proclitic, is_adjective, read_word, word_set

_ROLE_TOKENS = 24
_SHORTEST_CONSTRUCT = 4
# titles whose holder stands for somebody (عن) or over something (على)
_SPEAK_FOR = frozenset(("نائب", "ممثل", "مندوب", "عضو", "مرشح", "مبعوث"))
_SENT = frozenset(
    ("سفير", "مندوب", "ممثل", "مبعوث", "موفد", "قنصل", "قنصل عام", "منسق", "قائم بأعمال")
)
_SUPERVISE = frozenset(("مشرف", "مشرف عام", "وصي"))


class RoleReader:
    """Reads titles and names of bodies of one page."""

    def __init__(self, words: PageWords, names: NameReader) -> None:
        self._words = words
        self._names = names
        self._forms = words.forms

    def end(self, at: int, stop: int, skip: int = 0, first: Word | None = None) -> int:
        """The token behind the title or body that begins at ``at``, before ``stop``.

        ``skip`` are the letters of a proclitic on its first word, ``first`` is how to read that
        word where its place alone does not tell.
        """
        words = self._words
        first = first or words.word(at, skip)
        known_length = words.known_length(at, skip)
        end = at + (known_length or words.title_words(at))
        # closed: a genitive with article or a proper name has ended the construct chain
        closed = bool(known_length) or first.definite
        limit = min(stop, at + _ROLE_TOKENS)
        while end < limit and end not in words.ends:
            following = self._mark_end(first, at, end, limit, closed)
            if following is None and words.is_word(end, limit):
                following = self._word_end(first, at, end, closed)
            if following is None:
                following = self.complement_end(first, end, limit)
                if following is None:
                    return end
                closed = True
            closed = closed or self._closes(end, following)
            end = following
            if self._forms[end - 1] in word_set("same_again"):
                return end
        return end

    def starts(self, at: int) -> bool:
        """Whether another title of the same person begins here: رئيس اللجنة النائب …"""
        if at >= len(self._forms) or at in self._words.ends:
            return False
        word = self._words.word(at)
        title = word.title or (word.title_if_named if self._names.is_name(at + 1) else None)
        return title is not None and not word.verb and title.kind not in ("source", "kin")

    # one step

    def _mark_end(self, first: Word, begin: int, at: int, limit: int, closed: bool) -> int | None:
        """Past the name of a body in marks: صحيفة "أخبار اليوم"; a title alone takes none."""
        end = self._words.quoted_end(at, limit, QUOTED_NAME_TOKENS)
        if end is None:
            return None
        before = read_word(self._forms[at - 1])
        inner = at - 1 > begin and before.common
        if (before.head is not None or inner) and not before.definite:
            return end
        return None if first.title or (closed and first.definite) else end

    def _word_end(self, first: Word, at: int, end: int, closed: bool) -> int | None:
        """The token behind the word at ``end`` if it carries on the role without a preposition."""
        words = self._words
        form = self._forms[end]
        word = words.word(end)
        length = words.known_length(end)
        if form in word_set("same_again"):
            return end + 1
        if length and not closed:
            told = first.title and first.title.kind == "source" and end > at + 1
            return None if told and self._is_press(end) else end + length
        if word.function:
            return None
        if end == at + 1 and self._is_object(first, word):
            return None
        if (word.definite and not word.given) or self._is_adjective(end):
            new_title = word.title is not None and word.title.kind not in ("source", "kin")
            new_body = word.head is not None and word.head.kind == "ORGANISATION"
            return None if closed and (new_title or new_body) else end + 1
        if word.verb and not (word.nationality or word.head):
            return None
        if self._is_second_genitive(first, at, end):
            return end + 1
        if word.given and self._is_named_after(at, end):
            name = self._names.run(end, len(self._forms))
            return name.stop if name else None
        if form.endswith("ا") and read_word(form[:-1]).common:
            return None  # قدم خبير مالي تقييما: an object or adverb
        if not closed and (word.noun or word.common):
            described = end > at + 1 and self._is_described(end - 1)
            return end + 1 if not described or is_adjective(word) else None
        if closed:
            adjective = word.nationality and not first.definite and not self._names.is_name(end)
            return end + 1 if adjective else None
        return end + 1 if self._is_unknown_genitive(first, word, at, end) else None

    @staticmethod
    def _is_object(first: Word, word: Word) -> bool:
        """«حثت المؤسسة النظام»: a noun that does not agree as an adjective of a noun in ة would."""
        feminine = first.definite and first.form.endswith("ه")
        agrees = word.form.endswith(("ه", "ا", "ي", "ات"))
        return feminine and word.definite and word.common and not agrees

    def _is_adjective(self, at: int) -> bool:
        """«المركز العربي»: an adjective with the article, though العربي is a name as well."""
        word, before = read_word(self._forms[at]), read_word(self._forms[at - 1])
        described = before.definite and bool(before.head or before.common) and not before.title
        return described and word.nationality is not None and self._forms[at].startswith("ال")

    def _is_described(self, at: int) -> bool:
        """«وزيرة فنلندية»: a noun without article has its nationality; no genitive follows."""
        word, before = read_word(self._forms[at]), read_word(self._forms[at - 1])
        described = word.nationality is not None and not word.definite
        titled = before.title or before.title_if_named
        return described and titled is not None and not before.definite

    def _is_press(self, at: int, skip: int = 0) -> bool:
        """Whether an agency, newspaper or channel is named here."""
        known = self._words.known(at, skip)
        return known is not None and known.is_press

    def _is_named_after(self, at: int, end: int) -> bool:
        """«مركز الملك سلمان», «مستشفى الأمير فهد»: a body with the name of a person."""
        if end - at < 2:
            return False
        honour, body = read_word(self._forms[end - 1]), read_word(self._forms[end - 2])
        title = honour.title or honour.title_if_named
        honoured = honour.definite and title is not None and title.number == "s"
        return (
            honoured
            and bool(body.head or body.common)
            and not (body.definite or body.title or body.title_if_named)
        )

    def _is_unknown_genitive(self, first: Word, word: Word, at: int, end: int) -> bool:
        """«رئيس كتالونيا», «قصر كنسينغتون»: one word no table knows right behind the head."""
        takes_one = first.head or (
            first.title and first.title.kind in ("office", "deputy", "profession", "kin")
        )
        right_behind = end == at + self._words.title_words(at)
        return bool(
            takes_one and right_behind and not word.given and not self._names.starts_with_and(end)
        )

    def _closes(self, end: int, following: int) -> bool:
        """Whether the step from ``end`` to ``following`` closes the construct chain."""
        word = self._words.word(end)
        if following - end > 1 or word.definite or self._words.known_length(end):
            return True
        if self._forms[end].startswith("وال"):
            return True
        return not (word.noun or word.common) and not self._words.has_genitive(end)

    def _is_second_genitive(self, first: Word, at: int, end: int) -> bool:
        """«وزارة الأعمال والتجارة»: a second genitive, not a second subject."""
        form = self._forms[end]
        if not form.startswith("وال") or end - at < 2 or not (first.head or first.title):
            return False
        word = read_word(form[1:])
        if word.title and word.title.kind in ("office", "speaker", "rank", "honorific"):
            return False
        return not word.nationality and self._words.known_length(end, 1) == 0

    # complements

    def complement_end(self, first: Word, at: int, stop: int) -> int | None:
        """Where a complement at ``at`` ends, tied to the head by a preposition: مصدر في الوزارة."""
        if not self._words.is_word(at, stop) or not (first.title or first.head):
            return None
        if first.title and first.title.kind in ("rank", "honorific"):
            return None
        word = read_word(self._forms[at])
        if word.form in word_set("complement_prepositions") and (
            word.form not in ("علي", "الي") or self._words.is_preposition(at)
        ):
            spoken = word.form in ("في", "من")
            end = self._noun_phrase_end(at + 1, stop, 0, spoken=spoken)
            ties = self._ties(first, word.form)
            return end if ties or (end and self._holds_office_there(first, at, end)) else None
        split = None if word.given else after_proclitic(word.form) or self._unknown_construct(at)
        if split is None:
            return None
        proclitic, noun = split
        place = noun.head or noun.bare in word_set("posts") or self._words.known(at, 1)
        by_body = proclitic == "ب" and bool(place)
        with_article = word.form.startswith("لل")
        for_something = proclitic == "ل" and (first.title is not None or with_article)
        ties = by_body or for_something
        return self._noun_phrase_end(at, stop, 1, spoken=True) if ties else None

    def _ties(self, first: Word, preposition: str) -> bool:
        """Whether a preposition may tie a complement to this head."""
        title = first.title
        if preposition == "باسم":
            return True
        if title is None:
            return preposition == "من" and first.head is not None and first.head.kind == "GROUP"
        if preposition == "لدي":
            return title.lemma in _SENT
        if title.kind in ("source", "speaker"):
            return True
        if preposition == "علي":
            return title.lemma in _SUPERVISE
        return title.lemma in _SPEAK_FOR and preposition != "في"

    def _holds_office_there(self, first: Word, at: int, end: int) -> bool:
        """«سفيرة كندا في لبنان فلانة»: where an envoy or scholar is, shown by the name behind."""
        if first.title is None:
            return False
        known = self._words.known(at + 1) is not None
        if known and self._names.read_apposition(end, len(self._forms)) is not None:
            return True
        field = first.title.kind == "profession" and not known
        if not (first.title.lemma in _SENT or field):
            return False
        placed = known or read_word(self._forms[at + 1]).definite
        return placed and self._names.is_name(end)

    def _noun_phrase_end(self, at: int, stop: int, skip: int, *, spoken: bool) -> int | None:
        """Where the noun phrase of a complement ends; None for an adverb.

        None too, with ``spoken``, for what the words were said in or to (في تصريح, لقناة).
        """
        if not self._words.is_word(at, stop) or at in self._words.ends:
            return None
        noun = self._words.word(at, skip)
        known = self._words.known(at, skip)
        media = word_set("media") | word_set("addressees")
        if spoken and (noun.bare in media or noun.form in media):
            return None
        if spoken and self._is_press(at, skip):
            return None
        if noun.bare in word_set("adverbial") or (skip and noun.form in word_set("purposes")):
            return None
        everyday = noun.noun or (noun.common and not noun.function)
        if noun.function or not (everyday or known or self._words.has_genitive(at)):
            return None
        return self.end(at, stop, skip)

    def _unknown_construct(self, at: int) -> tuple[str, Word] | None:
        """«لرابطة العالم»: a noun no table knows, told by the article of its genitive."""
        form = self._forms[at]
        if form[0] not in "بل" or len(form) < _SHORTEST_CONSTRUCT:
            return None
        return (form[0], read_word(form[1:])) if self._words.has_genitive(at) else None
