"""Where a personal name begins and ends.

A name is a run of given names, particles, words with the article behind them (المعيبد) and words
that no table knows; everyday words, titles, places and words with a preposition end it.
"""

from __future__ import annotations

import re

from ..lexicon import gazetteer as gaz
from ..lexicon.gazetteer import TitleForm
from .page_words import PageWords
from .words import Word, looks_everyday, read_word, word_set

QUOTED_NAME_TOKENS = 5
"""A longer quotation is no name."""

# معلقا, موضحا, متسائلا: an active participle that tells how the person behind it acts
_CIRCUMSTANCE = re.compile("م[^اوي]{3}ا|مت[^اوي]ا?[^اوي]{2}ا|م[^اي]{3,4}[^اوي]ا|[^اوي]ا[^او]{2}ا")

# titles that are surnames as well: الشاعر, النجار
_NAMING_TITLES = frozenset(("profession", "rank", "kin"))
_LEADING_TITLES = frozenset(("office", "honorific", "rank"))
_NAME_TOKENS = 7
_SURNAME_TOKENS = 2
_SHORTEST_NAME = 2
_SHORTEST_FULL = 2  # words of a name told in full
_SHORTEST_JOINED = 3
_SHORTEST_WITH_ARTICLE = 6


class NameReader:
    """Reads personal names of one page."""

    def __init__(self, words: PageWords) -> None:
        self._words = words
        self._forms = words.forms
        self._plain = words.plain
        self._here = words.here
        self._tokens = words.tokens
        self._articles = word_set("name_articles")
        self.known: set[tuple[str, ...]] = set()
        """The names of people told in full so far, folded, word by word."""
        self.surnames: set[str] = set()
        """Their last words: المهيدب والبدر are then two people, الدكتور الربيعة is one of them."""

    def read(self, at: int, stop: int, *, after_role: bool = False) -> range | None:
        """The name at ``at``, in marks or not; behind a role it may stand after a comma."""
        found = self._quoted(at, stop) or self.run(at, stop, titled=after_role)
        return self.read_apposition(at, stop) if found is None and after_role else found

    def read_apposition(self, at: int, stop: int) -> range | None:
        """The name behind the comma at ``at``, where another pause or a verb ends it."""
        if at + 1 >= stop or self._forms[at] not in ("،", ","):
            return None
        begin = at + 1
        while self._is_rank(begin, stop):
            begin += self._words.title_words(begin)  # مدير الشرطة، العقيد فلان،
        found = self._quoted(begin, stop) or self.run(begin, stop, titled=True)
        return found if found and self.ends_apposition(found.stop, stop) else None

    def _is_rank(self, at: int, stop: int) -> bool:
        word = self._here[at] if at < stop else None
        title = (word.title or word.title_if_named) if word is not None else None
        return title is not None and title.number == "s" and title.kind in ("rank", "honorific")

    def run(
        self, at: int, stop: int, *, joined: bool = False, titled: bool = False
    ) -> range | None:
        """The unquoted name at ``at``; with ``joined`` its first word carries و.

        With ``titled`` a title stands before it: then the word behind a given name is a surname,
        be it an everyday word (الوزير محمد حصاد).
        """
        end = at + 1 if joined else at
        if titled and self._is_rare_name(at, stop):
            end = at + 2
        while end < stop and end - at < _NAME_TOKENS and end not in self._words.ends:
            token = self._tokens[end]
            if token.form in ("-", ".") and at < end < stop - 1 and self._is_joint(end):
                end += 1
                continue
            if token.form == "." and self.is_accused(at, stop) and end == at + 1:
                return range(at, end + 2)
            surname = titled and end == at + 1 and self._is_surname_of_titled(end)
            if token.kind not in ("word", "latin") or not (surname or self._continues(at, end)):
                break
            end += 1
        return self._of_one(range(at, end)) if end > at else None

    def _of_one(self, name: range) -> range:
        """«استقبل الوزير سامي حداد | عمر زيدان»: two people known by these names are not one."""
        for cut in range(name.start + _SHORTEST_FULL, name.stop - _SHORTEST_FULL + 1):
            first = tuple(self._forms[name.start : cut])
            second = tuple(self._forms[cut : name.stop])
            if first in self.known and second in self.known:
                return range(name.start, cut)
        return name

    def first_of(self, name: range) -> range:
        """«مدير مطار رفيق الحريري | سامي حداد»: the first of two people, parted by a surname."""
        for cut in range(name.start + _SHORTEST_FULL, name.stop):
            if self._plain[cut].given and self._forms[cut - 1].startswith("ال"):
                return range(name.start, cut)
        return name

    def surname_end(self, at: int, stop: int) -> int | None:
        """The end of a surname that begins at ``at`` where no table knows it for one.

        Words that may be one, of which none has an article or joins, up to a pause or a title.
        """
        end = at
        while end < min(stop, at + _SURNAME_TOKENS) and self._may_be_surname(end):
            end += 1
        return end if end > at and self.pauses(end, stop) else None

    def _may_be_surname(self, at: int) -> bool:
        word = read_word(self._forms[at])
        if not self._words.is_word(at, len(self._forms)) or at in self._words.ends:
            return False
        if word.function or word.title or word.head or word.nationality or word.definite:
            return False
        if at in self._words.prepositions or self._words.known(at) is not None:
            return False
        form = word.form
        split = word.split
        joined = split is not None and split[0][0] in "لبو"
        if joined or len(form) < _SHORTEST_NAME or _has_article_inside(form):
            return False  # للصحيفة
        if form in word_set("own_words"):
            return False  # نقل عن فلان قوله
        plain = word.common and not word.verb
        return not (plain or self._words.has_tanwin(at) or self.starts_with_and(at))

    def pauses(self, at: int, stop: int) -> bool:
        """Whether a name may be over at ``at``: at the end, a mark, a preposition or a title."""
        if at >= stop or self._tokens[at].kind == "punct" or at in self._words.ends:
            return True
        word = self._here[at]
        return word.function or word.title is not None or _has_article_inside(word.form)

    def is_name(self, at: int) -> bool:
        """Whether a name can begin here."""
        return at < len(self._tokens) and self._continues(at, at)

    def is_construct(self, at: int, first: Word) -> bool:
        """«حياة الناس», «نجاح المسار»: an everyday noun or a verb, though a name as well.

        ``first`` is the word at ``at`` without proclitics.
        """
        everyday = first.verb or first.function or first.form in gaz.everyday_names()
        if not everyday or not self._words.has_genitive(at) or self._compound(at):
            return False
        if self._words.opens_content(at + 2) or self._is_introduced(at + 2):
            return False  # قال جمال السلامة إن
        following = self._plain[at + 1]
        function = following.bare in gaz.function_words()
        return function or bool(following.head) or following.bare in gaz.nouns()

    def _is_introduced(self, at: int) -> bool:
        """Whether a title follows, a comma before it or not: جمال السلامة، رئيس اللجنة."""
        if at < len(self._forms) and self._forms[at] in ("،", ","):
            at += 1
        return at < len(self._forms) and self._here[at].title is not None

    def starts_with_and(self, at: int) -> bool:
        """Whether a form is و (or ف) and a word that can stand alone, not a name in و."""
        form, whole = self._forms[at], self._plain[at]
        if form[0] not in "وف" or len(form) < _SHORTEST_JOINED:
            return False
        if whole.given or whole.common or whole.function or whole.noun:
            return False
        rest = read_word(form[1:])
        if form[0] == "ف":
            return rest.function or rest.verb
        if rest.function or rest.verb or rest.noun or rest.given:
            return True
        return form[1] not in "وي" or form[1:] in gaz.title_starts()

    def ends_apposition(self, at: int, stop: int) -> bool:
        """Whether what stands at ``at`` shows that an apposition between commas is over."""
        if at >= stop or self._tokens[at].kind == "punct" or at in self._words.ends:
            return True
        word = self._plain[at]
        return word.function or word.verb or _has_article_inside(word.form)

    def _quoted(self, at: int, stop: int) -> range | None:
        """A name in marks: “بومبيو”."""
        end = self._words.quoted_end(at, stop, QUOTED_NAME_TOKENS) if at < stop else None
        if end is None:
            return None
        words = [self._plain[i] for i in range(at + 1, end - 1)]
        return None if any(w.verb or w.function or w.common for w in words) else range(at, end)

    def _continues(self, at: int, i: int) -> bool:
        """Whether the word at ``i`` can belong to a name that began at ``at``."""
        form, word = self._forms[i], self._plain[i]
        nobody = word.nameless and i == at and i not in self._words.people
        if nobody or i in self._words.prepositions or self._words.title_words(i) > 1:
            return False
        if form in word_set("own_words") or self._is_post(i, word):
            return False
        if i > at + 1 and self._is_of_next(i, word):
            return False
        if word.given or word.particle or i in self._words.people:
            honours = word.title is not None and self._is_honour_here(at, i)
            return not (honours or (word.verb and self._words.opens_clause(i)))
        if i > at and self._words.has_tanwin(i):
            return False
        if i > at and form in self._articles:
            return self._is_name_article(i)
        if i > at + 1 and self._forms[i - 1] in self._articles:
            return not (word.function or word.verb)
        if word.function or word.verb or (len(form) < _SHORTEST_NAME and not self._is_initial(i)):
            return False
        if i > at and self._plain[i - 1].particle:
            return True
        if form.endswith(("يين", "يون")) and form.startswith("ال"):
            return False  # اتهم فلان الحوثيين
        if word.definite or form.startswith("ال"):
            return i > at and self._is_definite_part(word, at, i)
        if i > at and _is_honorific(word) and len(form) > _SHORTEST_NAME and self._ends_here(i + 1):
            return True  # عبدي نور شيخ
        if word.title_if_named and i > at and self._has_title_behind(i):
            return False  # فلانة حرم السفير
        if i > at and word.nationality and self._words.is_given(i - 1) and self._ends_here(i + 1):
            return True  # أبو وليد صحراوي: what describes a name has the article
        return not (word.common or word.head) and self._is_unknown_part(word, at, i)

    def _is_of_next(self, i: int, word: Word) -> bool:
        """«الرئيس سامي حداد | الملك عمر زيدان»: a title behind a full name and before another one.

        «عبد المالك» and «ابن الأمير» are no titles.
        """
        title = word.title_if_named
        if title is None or title.number != "s" or title.kind not in _LEADING_TITLES:
            return False
        if not word.definite or self._plain[i - 1].particle or i + 1 >= len(self._plain):
            return False
        return self._plain[i + 1].given or self._compound(i + 1) > 0

    def _is_unknown_part(self, word: Word, at: int, i: int) -> bool:
        """Whether a word that no table knows as an everyday one belongs to the name."""
        if word.title and (word.title.kind != "profession" or word.title.gender == "f"):
            return False  # a profession may be a surname: سامر نحات
        if i == at and (word.nationality or word.title or self._is_construct(i)):
            return False
        return not self._is_everyday(at, i)

    def _is_definite_part(self, word: Word, at: int, i: int) -> bool:
        """Whether a word with the article carries on the name that began at ``at``."""
        first_given = self._words.is_given(at)
        known = self._words.known(i)
        if known is not None and known.kind == "country":
            return False  # حفيظة الجزائر
        if _is_honorific(word) and self._words.is_given(i + 1):
            return True
        if i > at + 1 and self._forms[i - 1] in gaz.compound_starts():
            # تسابيح نور الدائم, not جوزيف عون الأوضاع
            return self._compound(i - 1) > 0 or word.bare not in gaz.nouns()
        tokens = i - at - self._compound(at)
        if tokens == 1 and first_given and word.title:
            return self._is_title_surname(i, word.title)
        if word.form.endswith("يه") and not (word.common or word.title or word.nationality):
            woman = gaz.given_names().get(self._forms[at]) == "f"
            return woman and first_given  # بثينة بنت سيف الحارثية
        if tokens > 1 and self._words.is_given(i - 1) and self._words.opens_content(i + 1):
            return True  # وقال سالم حسن البنا إن
        return _is_surname(word, tokens, first_given=first_given)

    def _compound(self, at: int) -> int:
        """How many words more than one the first name has: 1 for عبد الجليل."""
        return int(" ".join(self._forms[at : at + 2]) in gaz.given_names())

    def _is_title_surname(self, at: int, title: TitleForm) -> bool:
        """«هشام القاضي»: a title right behind a first name, with nothing that it is held of."""
        if self._ends_here(at + 1) or title.number != "s":
            return self._words.opens_content(at + 1) or title.number == "s"
        following = self._plain[at + 1]
        held = following.definite or following.form.startswith("ل")
        return title.kind in _NAMING_TITLES or not held

    def _is_post(self, at: int, word: Word) -> bool:
        """«سامي عون طبيب الفريق», «محام لدى المحكمة»: a title with what it is held of."""
        title = word.title or word.title_if_named
        if title is None or word.definite or title.number != "s" or at + 1 >= len(self._forms):
            return False
        following = self._plain[at + 1]
        thing = following.definite and following.form.endswith("ه")
        return thing or following.form in ("لدي", "اول") or self._is_noun(at + 1)

    def _is_noun(self, at: int) -> bool:
        """Whether an everyday noun or the head of a body stands here."""
        if at >= len(self._forms) or at in self._words.ends:
            return False
        word = self._plain[at]
        return word.head is not None or (word.bare in gaz.nouns() and not word.function)

    def _ends_here(self, at: int) -> bool:
        """Whether the clause pauses or has its verb or particle at ``at``: no noun goes on."""
        if at >= len(self._tokens) or self._tokens[at].kind == "punct" or at in self._words.ends:
            return True
        word = self._plain[at]
        return word.verb or self._forms[at] in word_set("clause_openers")

    def _is_honour_here(self, at: int, i: int) -> bool:
        """«الشيخ الدكتور فلان», «الشيخ فلان»: a title, though الشيخ is a first name as well."""
        if self._has_title_behind(i):
            return i > at or self._forms[i].startswith("ال")
        if i > at or i + 1 >= len(self._plain) or not self._forms[i].startswith("ال"):
            return False
        return self._plain[i + 1].given or self._compound(i + 1) > 0

    def _has_title_behind(self, at: int) -> bool:
        return at + 1 < len(self._tokens) and self._here[at + 1].title is not None

    def _is_name_article(self, at: int) -> bool:
        """«دي لا كروس», «مارين لو بن»: لا and لو within a name, not the particles."""
        if at + 1 >= len(self._tokens) or self._ends_here(at + 1):
            return False
        if self._plain[at - 1].particle or self._forms[at] in word_set("clans"):
            return True
        word = self._plain[at + 1]
        return not (word.common or word.function or word.definite or word.verb)

    def is_accused(self, at: int, stop: int) -> bool:
        """«سيد. ع»: a given name and the letter that stands for the surname of an accused."""
        if at + 2 >= stop or self._forms[at + 1] != "." or not self._words.is_given(at):
            return False
        letter = self._tokens[at + 2]
        return letter.kind == "word" and letter.end - letter.start == 1 and letter.form != "و"

    def _is_rare_name(self, at: int, stop: int) -> bool:
        """«رافد الحجامي», «روبله حسن»: an everyday word as first name, told by what follows.

        That is a nisba that ends the phrase, or a given name; only a title before it allows this.
        """
        if at + 1 >= stop:
            return False
        first, second = self._plain[at], self._plain[at + 1]
        if first.definite or first.given or first.verb or first.function or first.nationality:
            return False
        if first.title or first.head or first.title_if_named or first.form[0] in "وفبلك":
            return False
        if not (self._words.is_word(at, stop) and self._words.is_word(at + 1, stop)):
            return False
        if at in self._words.ends or at + 1 in self._words.ends:
            return False
        if _has_article_inside(first.form) or looks_everyday(first.form):
            return False
        if second.form.startswith("ال"):
            plain = second.common or second.title or second.nationality or second.head
            nisba = second.form.endswith("ي") and not plain
            return nisba and self.ends_apposition(at + 2, stop)
        return first.common and self._words.is_given(at + 1) and not second.common

    def _is_everyday(self, at: int, i: int) -> bool:
        """Whether a word that no table knows is hardly part of a name all the same."""
        form = self._forms[i]
        if self._words.known(i) is not None or self.starts_with_and(i):
            return True
        if _begins_like_article(form) or (i == at + 1 and self._is_foreign_surname(at, form)):
            return False
        if _has_article_inside(form) or _has_preposition(form) or self._plain[i].split:
            return True
        match = self._words.match(i)
        if match is not None and match.proclitic:
            return True
        if _CIRCUMSTANCE.fullmatch(form) and (i > at or not self._is_behind_title(at)):
            return True
        return i > at and (_looks_like_verb(form) or (i > at + 1 and looks_everyday(form)))

    def _is_foreign_surname(self, at: int, form: str) -> bool:
        """«ليبرمان», «بالوتيني» behind a foreign first name: no noun that a table knows."""
        if self._forms[at] not in gaz.foreign_names() or self.starts_with_and(at + 1):
            return False
        split = self._plain[at + 1].split
        rest = split[1] if split is not None else read_word(form[1:])
        given = rest.given and form[0] not in "فك"  # فلين
        plain = given or rest.title or rest.title_if_named or rest.head or rest.nationality
        known = rest.bare in gaz.nouns() or rest.bare in gaz.function_words()
        return not (plain or rest.function or known)

    def _is_surname_of_titled(self, at: int) -> bool:
        """A word behind a title and a given name that elsewhere would be none of a name.

        An everyday noun or adjective without article (محمد حصاد), a short one like بحر that seems
        to begin with a preposition, or one like يلدز that looks like a verb but has nothing to
        govern.
        """
        if not self._words.is_given(at - 1) or self._plain[at - 1].particle:
            return False
        word = self._plain[at]
        if word.definite or word.verb or word.function or self._words.title_words(at) > 1:
            return False
        if word.title or (word.head and word.head.number != "d") or looks_everyday(word.form):
            return False
        if _CIRCUMSTANCE.fullmatch(word.form) or word.form.endswith("ا"):
            return False
        if word.common or word.head or len(word.form) == _SHORTEST_JOINED:
            governs = word.common and self._is_noun(at + 1)  # شكري تأكيد وحدة الصف
            return not (governs or self.starts_with_and(at))
        return _looks_like_verb(word.form) and self._ends_here(at + 1)

    def _is_construct(self, at: int) -> bool:
        """«بعثة الجمعية»: an unknown first word with a genitive, where no title stands before.

        Behind a title it is one if it looks like a verbal noun (تمتين العلاقات).
        """
        if not self._words.has_genitive(at):
            return False
        if self._is_behind_title(at):
            return looks_everyday(self._forms[at])
        return not (self._is_behind_verb(at) and self._is_nisba(at + 1))

    def _is_behind_verb(self, at: int) -> bool:
        form = self._forms[at - 1] if at else ""
        return bool(form) and (read_word(form).verb or read_word(form[1:]).verb)

    def _is_nisba(self, at: int) -> bool:
        """«حجي السعدي»: an adjective of origin that no table knows, and nothing behind it."""
        word = self._plain[at]
        plain = word.common or word.title or word.nationality or word.head
        return word.form.endswith("ي") and not plain and self.pauses(at + 1, len(self._forms))

    def _is_behind_title(self, at: int) -> bool:
        before = self._plain[at - 1] if at else None
        return before is not None and (before.title is not None or before.nationality is not None)

    def _is_initial(self, at: int) -> bool:
        """A letter with a dot, as in د. محمد and ج. كولينز."""
        return at + 1 < len(self._tokens) and self._forms[at + 1] == "."

    def _is_joint(self, at: int) -> bool:
        """A hyphen within a name (جاي-إن), or the dot of د. before one."""
        before, mark, after = self._tokens[at - 1], self._tokens[at], self._tokens[at + 1]
        if mark.form == ".":
            return before.end == mark.start and before.end - before.start == 1
        return before.end == mark.start and mark.end == after.start and after.kind == "word"


def _is_honorific(word: Word) -> bool:
    """«حسين الحاج حسن»: between two names an honorific is part of the name."""
    return word.title is not None and word.title.kind == "honorific"


def _is_surname(word: Word, tokens: int, *, first_given: bool) -> bool:
    """Whether a word with the article is a surname, not a title or an adjective.

    Behind one given name nearly every such word is one (محمد الفقيه); behind two, or behind a
    surname (أوباما المفاوضات), it must not be an everyday word.
    """
    if word.title and (word.title.kind not in _NAMING_TITLES or word.title.number != "s"):
        return False
    everyday = word.title or word.common or word.head or word.form.endswith("ه")
    return (tokens == 1 and first_given) or not everyday


def _has_article_inside(form: str) -> bool:
    """Whether a proclitic and the article stand before a noun: بالوزارة."""
    if _begins_like_article(form):
        return False
    return len(form) >= _SHORTEST_WITH_ARTICLE and form.startswith(
        ("بال", "لل", "وال", "فال", "كال", "وبال", "ولل")
    )


def _begins_like_article(form: str) -> bool:
    """«فالستروم», «كالفينو»: a name, since without ف or ك it is no word that a table knows."""
    if not form.startswith(("فال", "كال")) or len(form) < _SHORTEST_WITH_ARTICLE:
        return False
    word = read_word(form[1:])
    noun = word.common or word.title or word.title_if_named or word.head or word.nationality
    known = noun or word.given or word.verb or word.function
    return not (known or gaz.phrases().begins(word.form))


def _has_preposition(form: str) -> bool:
    """Whether a preposition stands before a particle: بكل, لبعض, كهذا."""
    return form[0] in "بلكف" and len(form) > _SHORTEST_NAME and read_word(form[1:]).function


def _looks_like_verb(form: str) -> bool:
    """An imperfect by its pattern (يتطلع, يستفيد, يطمح), which no name in ي has."""
    if form.startswith(("يت", "يست", "ينت", "تست")) and len(form) > 4:
        return True
    return len(form) == 4 and form[0] == "ي" and form[1] not in "او" and form[3] != "ي"
