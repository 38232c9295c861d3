"""Where a title, or the name of a body, ends: its genitives, adjectives and complements.

«المتحدث الأمني لوزارة الداخلية», «وزارة الأعمال والتجارة», «مصدر في الوفد الروسي».
"""

from __future__ import annotations

from ..lexicon.gazetteer import Inflection
from .agreement import describes, inflection, is_descriptive
from .page_words import PageWords
from .person_names import QUOTED_NAME_TOKENS, NameReader
from .words import Word, is_adjective, looks_everyday, read_word, word_set

TITLE_TOKENS = 12
"""More words in marks behind a book or report are no title of it."""
_ROLE_TOKENS = 24
_SHORTEST_CONSTRUCT = 4
_NEAR = 6  # words back to a complement of the same title
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
        self._plain = words.plain
        self._here = words.here
        self._same_again = word_set("same_again")
        self._spoken_in = word_set("media") | word_set("addressees")

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
        if first.title is not None:  # الأمين is a name as well, صاحب السمو holds its genitive
            honour = first.title.kind == "honorific" and self._plain[end - 1].definite
            closed = closed or honour or first.form.startswith("ال")
        limit = min(stop, at + _ROLE_TOKENS)
        while end < limit and end not in words.ends:
            if words.is_word(end, limit):
                following = self._word_end(first, at, end, closed)
                if following is None:
                    following = self.complement_end(first, end, limit)
                    closed = True
            else:
                following = self._mark_end(first, at, end, limit, closed)
            if following is None:
                return end
            closed = closed or self._closes(end, following)
            end = following
            if self._forms[end - 1] in self._same_again:
                return end
        return end

    def starts(self, at: int) -> bool:
        """Whether another title of the same person begins here: رئيس اللجنة النائب …"""
        if at >= len(self._forms) or at in self._words.ends:
            return False
        word = self._here[at]
        title = word.title or (word.title_if_named if self._names.is_name(at + 1) else None)
        if title is None or word.verb or word.function or title.number != "s":
            return False
        return title.kind not in ("source", "kin")

    # one step

    def _mark_end(self, first: Word, begin: int, at: int, limit: int, closed: bool) -> int | None:
        """Past the name of a body in marks: صحيفة "أخبار اليوم"; a title alone takes none.

        Or past what is counted: ممثلو 12 مدرسة.
        """
        if self._words.tokens[at].kind == "number":
            noun = self._plain[at + 1] if self._words.is_word(at + 1, limit) else None
            counted = noun is not None and (noun.noun or noun.common) and not noun.function
            return at + 2 if counted and not (closed or at + 1 in self._words.ends) else None
        longest = self._longest_title(at)
        end = self._words.quoted_end(at, limit, longest) or self._bracketed(at, limit)
        if end is None:
            return None
        before = self._plain[at - 1]
        before = before.split[1] if before.split else before  # لمؤسسة «الأمل»
        inner = at - 1 > begin and before.common
        press = before.form in self._spoken_in  # مراسلة «الأخبار»
        if (before.head is not None or inner or press) and not before.definite:
            return end
        return None if first.title or (closed and first.definite) else end

    def _longest_title(self, at: int) -> int:
        """How many words in marks behind a noun may be its name: a book or report has a title."""
        titled = self._plain[at - 1].form in word_set("titled")
        return TITLE_TOKENS if titled else QUOTED_NAME_TOKENS

    def _bracketed(self, at: int, limit: int) -> int | None:
        """«وكالة (وفا)»: the name of an agency or paper in brackets."""
        if self._forms[at] != "(" or self._plain[at - 1].bare not in word_set("addressees"):
            return None
        closing = range(at + 2, min(limit, at + 2 + QUOTED_NAME_TOKENS))
        return next((i + 1 for i in closing if self._forms[i] == ")"), None)

    def _word_end(self, first: Word, at: int, end: int, closed: bool) -> int | None:
        """The token behind the word at ``end`` if it carries on the role without a preposition."""
        words = self._words
        form = self._forms[end]
        word = words.here[end]
        length = words.known_length(end) if word.begins_known else 0
        if form in self._same_again:
            return end + 1
        if length and not closed:
            told = first.title and first.title.kind == "source" and end > at + 1
            return None if told and self._is_press(end) else end + length
        if word.function:
            return None
        if not closed and form in word_set("clans") and words.is_word(end + 1, len(self._forms)):
            return end + 2  # سكان بني هلال
        right_behind = end == at + 1 or self._forms[end - 1] in word_set("groups")
        if right_behind and self._is_absolute(first, word):
            return None
        if not closed and word.begins_title and words.title_words(end) > 1:
            return end + words.title_words(end)  # حكومة خادم الحرمين الشريفين
        if (word.definite and not word.given) or self._is_adjective(end):
            carries_on = not closed or self._describes(first, word, at, end)
            return end + 1 if carries_on else None
        if word.verb and not (word.nationality or word.head):
            return None
        if self._is_second_genitive(first, at, end):
            return end + 1
        if word.given and self._is_named_after(at, end):
            name = self._names.run(end, len(self._forms))
            return self._names.first_of(name).stop if name else None
        if form.endswith("ا") and read_word(form[:-1]).common:
            return None  # قدم خبير مالي تقييما: an object or adverb
        if not closed and (word.noun or word.common):
            described = end > at + 1 and self._is_described(end - 1)
            return end + 1 if not described or is_adjective(word) else None
        if closed:
            adjective = word.nationality and not first.definite and not self._names.is_name(end)
            return end + 1 if adjective else None
        return end + 1 if self._is_unknown_genitive(first, word, at, end) else None

    def _describes(self, first: Word, word: Word, at: int, end: int) -> bool:
        """«المجلس البلدي»: an adjective of a noun told so far, or a surname (الرئيس الأسد)."""
        if word.bare in word_set("belonging"):
            return end + 1 < len(self._forms) and self._forms[end + 1].startswith("ل")
        title = word.title is not None and word.title.kind not in ("source", "kin")
        title = title and word.bare not in word_set("adjectives_first")
        if not (first.title and title) and describes(word, self._nouns(first, at, end)):
            return True
        if first.title is None or first.title.number != "s" or word.title or word.head:
            return False
        surname = not word.common and not word.form.endswith(("ه", "ات"))
        surname = surname or word.form in self._names.surnames
        return surname or self._words.is_given(end + 1)  # المهاجم القناص فلان

    def _nouns(self, first: Word, at: int, end: int) -> list[Inflection | None]:
        """Gender and number of the nouns of a phrase, a known name counting as one."""
        nouns = []
        begin = at
        known = self._words.known(at)
        if known is not None:
            place = known.kind in ("country", "capital", "city")
            nouns.append(Inflection(known.gender, "s") if place else None)
            begin += self._words.known_length(at)
        for i in range(begin, end):
            word = first if i == at else self._plain[i]
            adjective = self._plain[i - 1].definite and is_descriptive(word)
            if i == at or not (adjective or is_adjective(word)):
                nouns.append(inflection(word))
        return nouns

    @staticmethod
    def _is_absolute(first: Word, word: Word) -> bool:
        """«عزا مختصون حالة الركود», «رفض آخرون الخطة»: a plural in ون takes no genitive."""
        titled = first.title is not None and first.title.number == "p"
        if not (titled or first.form in word_set("groups")):
            return False
        described = is_adjective(word) or word.form.endswith(("ون", "ين"))
        described = first.definite if word.definite else described
        return first.form.endswith(("ون", "ين")) and not described

    def _is_adjective(self, at: int) -> bool:
        """«المركز العربي»: an adjective with the article, though العربي is a name as well."""
        if self._plain[at].nationality is None or not self._forms[at].startswith("ال"):
            return False
        before = self._plain[at - 1]
        return before.definite and bool(before.head or before.common) and not before.title

    def _is_described(self, at: int) -> bool:
        """«وزيرة فنلندية»: a noun without article has its nationality; no genitive follows."""
        word, before = self._plain[at], self._plain[at - 1]
        if word.nationality is None or word.definite or before.definite:
            return False
        return before.title is not None or before.title_if_named is not None

    def _is_press(self, at: int, skip: int = 0) -> bool:
        """Whether an agency, newspaper or channel is named here."""
        known = self._words.known(at, skip)
        return known is not None and known.is_press

    def _is_named_after(self, at: int, end: int) -> bool:
        """«جامعة محمد الخامس», «مستشفى الأمير فهد»: a body with the name of a person."""
        if self._words.names_body(end):
            return True
        if end - at < 2:
            return False
        honour, body = self._plain[end - 1], self._plain[end - 2]
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
        before = self._plain[end - 1]
        place = not before.definite and before.form in word_set("named_places")  # مقاطعة لوريا
        right_behind = place or end == at + self._words.title_words(at)
        document = first.head is not None and first.head.kind == "DOCUMENT"
        proclitic, noun = word.split or ("", word)
        press = bool(proclitic) and noun.bare in word_set("addressees")
        if (press or self._is_press(end, 1)) and not document:
            return False  # شهود لوكالة, but بيان لشبكة
        if proclitic == "ب" and noun.head is not None:
            return False  # باحث بجامعة فلان
        named = word.given or word.particle  # جارنا أبو محمود
        return bool(
            takes_one and right_behind and not named and not self._names.starts_with_and(end)
        )

    def _closes(self, end: int, following: int) -> bool:
        """Whether the step from ``end`` to ``following`` closes the construct chain."""
        word = self._here[end]
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
        if word.function:
            return False  # والذي
        if word.title and word.title.kind in ("office", "speaker", "rank", "honorific"):
            return False
        return not word.nationality and self._words.known_length(end, 1) == 0

    # complements

    def complement_end(self, first: Word, at: int, stop: int) -> int | None:
        """Where a complement at ``at`` ends, tied to the head by a preposition: مصدر في الوزارة."""
        word = self._plain[at] if at < stop else None
        if word is None or not word.ties or not (first.title or first.head):
            return None
        if first.title and first.title.kind in ("rank", "honorific") and first.definite:
            return None  # but أستاذ العلوم بالجامعة
        if word.form in word_set("in_whose_name"):
            return at + 1 if first.title and first.title.kind == "speaker" else None
        if word.form in word_set("complement_prepositions") and (
            word.form not in ("علي", "الي") or at in self._words.prepositions
        ):
            spoken = word.form in ("في", "من")
            if word.form == "من" and self._forms[at - 1] in word_set("close_to"):
                name = self._names.run(at + 1, stop) if self._names.is_name(at + 1) else None
                if name is not None:
                    return name.stop  # مصدر قريب من فلان
            if word.form == "باسم" and self._is_told(word.form, at):
                return None  # المتحدث باسم الحكومة باسم فلان
            quoted = self._words.quoted_end(at + 1, stop, QUOTED_NAME_TOKENS)
            if quoted is not None and word.form == "باسم":
                return quoted  # الناطق باسم «الحوثيين»
            if word.form == "في" and (end := self._written_for(first, at + 1, stop)) is not None:
                return end
            sent = word.form == "لدي" and at + 1 < stop
            body = sent and self._here[at + 1].head is not None
            ties = body or self._ties(first, word.form)
            if not ties and first.title is None:
                return None
            end = self._noun_phrase_end(at + 1, stop, 0, spoken=spoken)
            return end if ties or (end and self._holds_office_there(first, at, end)) else None
        split = None if word.given else word.split or self._unknown_construct(at)
        if split is None:
            return None
        proclitic, noun = split
        head = noun.head is not None and noun.head.kind != "DOCUMENT"
        place = head or noun.bare in word_set("posts") or self._words.known(at, 1)
        by_body = proclitic == "ب" and bool(place)
        with_article = word.form.startswith("لل")
        belongs = self._plain[at - 1].bare in word_set("belonging")
        for_something = proclitic == "ل" and (first.title is not None or with_article or belongs)
        if proclitic == "ل" and self._is_association(at):
            if noun.bare in self._spoken_in:
                return self.end(at, stop, 1)
            for_something = for_something or not looks_everyday(noun.form)
        ties = by_body or for_something
        return self._noun_phrase_end(at, stop, 1, spoken=True) if ties else None

    def _is_told(self, form: str, before: int) -> bool:
        """Whether a word stands in the few words before a token, no mark or verb between."""
        for at in range(before - 1, max(before - _NEAR, 0) - 1, -1):
            if self._forms[at] == form:
                return True
            if not self._words.is_word(at, before) or self._plain[at].verb:
                return False
        return False

    def _written_for(self, first: Word, at: int, stop: int) -> int | None:
        """«الكاتب في صحيفة «الأيام» فلان»: the paper of somebody whose name follows it."""
        if at >= stop or first.title is None or self._plain[at].bare not in word_set("addressees"):
            return None
        end = self.end(at, stop)
        return end if self._names.is_name(end) else None

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
            return preposition != "عن" or title.kind == "speaker" or title.lemma == "مسؤول"
        if title.kind == "rank" and preposition == "في":
            return True  # عريف في الجيش
        if preposition == "علي":
            return title.lemma in _SUPERVISE
        return title.lemma in _SPEAK_FOR and preposition != "في"

    def _holds_office_there(self, first: Word, at: int, end: int) -> bool:
        """«سفيرة كندا في لبنان فلانة»: where an envoy or scholar is, shown by the name behind."""
        if first.title is None:
            return False
        known = self._words.known(at + 1) is not None
        held = known or (self._plain[at + 1].definite and first.title.kind != "source")
        if held and self._names.read_apposition(end, len(self._forms)) is not None:
            return True
        field = first.title.kind == "profession" and not known
        if not (first.title.lemma in _SENT or field):
            return False
        placed = known or self._plain[at + 1].definite
        return placed and self._names.is_name(end)

    def _noun_phrase_end(self, at: int, stop: int, skip: int, *, spoken: bool) -> int | None:
        """Where the noun phrase of a complement ends; None for an adverb.

        None too, with ``spoken``, for what the words were said in or to (في تصريح, لقناة).
        """
        if not self._words.is_word(at, stop) or at in self._words.ends:
            return None
        noun = self._words.word(at, skip)
        known = self._words.known(at, skip)
        told_to = noun.bare in self._spoken_in or noun.form in self._spoken_in
        if spoken and told_to and (known is None or known.is_press):
            return None
        if spoken and self._is_press(at, skip):
            return None
        if noun.bare in word_set("adverbial") or (skip and noun.form in word_set("purposes")):
            return None
        everyday = noun.noun or (noun.common and not noun.function)
        if noun.function or not (everyday or known or self._words.has_genitive(at)):
            return None
        return self.end(at, stop, skip)

    def _is_association(self, at: int) -> bool:
        """«الجمعية الوطنية للصحفيين»: whose body it is, not who is spoken to."""
        before, noun = self._plain[at - 1], self._plain[at - 2]
        described = before.definite and is_descriptive(before)
        return described and noun.definite and noun.bare in word_set("associations")

    def _unknown_construct(self, at: int) -> tuple[str, Word] | None:
        """«لرابطة العالم»: a noun no table knows, told by the article of its genitive."""
        form = self._forms[at]
        if form[0] not in "بل" or len(form) < _SHORTEST_CONSTRUCT:
            return None
        return (form[0], read_word(form[1:])) if self._words.has_genitive(at) else None
