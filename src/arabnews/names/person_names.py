"""Where a personal name begins and ends.

A name is a run of given names, particles, words with the article behind them (المعيبد) and words
that no table knows; everyday words, titles, places and words with a preposition end it.
"""

from __future__ import annotations

import re

from ..lexicon import gazetteer as gaz
from .page_words import PageWords
from .words import Word, after_proclitic, looks_everyday, read_word, word_set

QUOTED_NAME_TOKENS = 5
"""A longer quotation is no name."""

# معلقا, موضحا, متسائلا: an active participle that tells how the person behind it acts
_CIRCUMSTANCE = re.compile("م[^اوي]{3}ا|مت[^اوي]ا?[^اوي]{2}ا|م[^اي]{3,4}[^اوي]ا|[^اوي]ا[^او]{2}ا")

# titles that are surnames as well: الشاعر, النجار
_NAMING_TITLES = frozenset(("profession", "rank", "kin"))
_NAME_TOKENS = 7
_SHORTEST_NAME = 2
_SHORTEST_JOINED = 3
_SHORTEST_WITH_ARTICLE = 6


class NameReader:
    """Reads personal names of one page."""

    def __init__(self, words: PageWords) -> None:
        self._words = words
        self._forms = words.forms
        self._tokens = words.tokens

    def read(self, at: int, stop: int, *, after_role: bool = False) -> range | None:
        """The name at ``at``, in marks or not; behind a role it may stand after a comma."""
        found = self._quoted(at, stop) or self.run(at, stop, titled=after_role)
        return self.read_apposition(at, stop) if found is None and after_role else found

    def read_apposition(self, at: int, stop: int) -> range | None:
        """The name behind the comma at ``at``, where another pause or a verb ends it."""
        if at + 1 >= stop or self._forms[at] not in ("،", ","):
            return None
        found = self._quoted(at + 1, stop) or self.run(at + 1, stop, titled=True)
        return found if found and self.ends_apposition(found.stop, stop) else None

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
        return range(at, end) if end > at else None

    def is_name(self, at: int) -> bool:
        """Whether a name can begin here."""
        return at < len(self._tokens) and self._continues(at, at)

    def starts_with_and(self, at: int) -> bool:
        """Whether a form is و (or ف) and a word that can stand alone, not a name in و."""
        form = self._forms[at]
        if form[0] not in "وف" or len(form) < _SHORTEST_JOINED or form in gaz.given_names():
            return False
        whole, rest = read_word(form), read_word(form[1:])
        if whole.common or whole.function or whole.noun:
            return False
        if form[0] == "ف":
            return rest.function or rest.verb
        if rest.function or rest.verb or rest.noun or rest.given:
            return True
        return form[1] not in "وي" or form[1:] in gaz.title_starts()

    def ends_apposition(self, at: int, stop: int) -> bool:
        """Whether what stands at ``at`` shows that an apposition between commas is over."""
        if at >= stop or self._tokens[at].kind == "punct" or at in self._words.ends:
            return True
        word = read_word(self._forms[at])
        return word.function or word.verb or _has_article_inside(word.form)

    def _quoted(self, at: int, stop: int) -> range | None:
        """A name in marks: “بومبيو”."""
        end = self._words.quoted_end(at, stop, QUOTED_NAME_TOKENS) if at < stop else None
        if end is None:
            return None
        words = [read_word(self._forms[i]) for i in range(at + 1, end - 1)]
        return None if any(w.verb or w.function or w.common for w in words) else range(at, end)

    def _continues(self, at: int, i: int) -> bool:
        """Whether the word at ``i`` can belong to a name that began at ``at``."""
        form = self._forms[i]
        word = read_word(form)
        if self._words.is_preposition(i) or self._words.title_words(i) > 1:
            return False
        if word.given or word.particle or i in self._words.people:
            honours = i > at and word.title is not None and self._has_title_behind(i)
            return not (honours or (word.verb and self._words.opens_clause(i)))
        if i > at and self._words.has_tanwin(i):
            return False
        if i > at and form in word_set("name_articles"):
            return self._is_name_article(i)
        if i > at + 1 and self._forms[i - 1] in word_set("name_articles"):
            return not (word.function or word.verb)
        if word.function or word.verb or (len(form) < _SHORTEST_NAME and not self._is_initial(i)):
            return False
        if i > at and read_word(self._forms[i - 1]).particle:
            return True
        if word.definite or form.startswith("ال"):
            return i > at and self._is_definite_part(word, at, i)
        if i > at and _is_honorific(word) and len(form) > _SHORTEST_NAME and self._ends_here(i + 1):
            return True  # عبدي نور شيخ
        if word.title_if_named and i > at and self._has_title_behind(i):
            return False  # فلانة حرم السفير
        if i > at and word.nationality and self._words.is_given(i - 1) and self._ends_here(i + 1):
            return True  # أبو وليد صحراوي: what describes a name has the article
        if word.common or word.head:
            return False
        if word.title and (word.title.kind != "profession" or word.title.gender == "f"):
            return False
        if i == at and (word.nationality or self._is_construct(i)):
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
            return True  # تسابيح نور الدائم
        if i == at + 1 and first_given and word.title and word.title.number == "s":
            return word.title.kind in _NAMING_TITLES or self._ends_here(i + 1)  # هشام القاضي
        if word.form.endswith("يه") and not (word.common or word.title or word.nationality):
            woman = gaz.given_names().get(self._forms[at]) == "f"
            return woman and first_given  # بثينة بنت سيف الحارثية
        return _is_surname(word, i - at, first_given=first_given)

    def _ends_here(self, at: int) -> bool:
        """Whether the clause pauses or has its verb or particle at ``at``: no noun goes on."""
        if at >= len(self._tokens) or self._tokens[at].kind == "punct" or at in self._words.ends:
            return True
        word = read_word(self._forms[at])
        return word.verb or self._forms[at] in word_set("clause_openers")

    def _has_title_behind(self, at: int) -> bool:
        return at + 1 < len(self._tokens) and self._words.word(at + 1).title is not None

    def _is_name_article(self, at: int) -> bool:
        """«دي لا كروس», «مارين لو بن»: لا and لو within a name, not the particles."""
        if at + 1 >= len(self._tokens) or self._ends_here(at + 1):
            return False
        if read_word(self._forms[at - 1]).particle:
            return True
        word = read_word(self._forms[at + 1])
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
        if at + 1 >= stop or not (
            self._words.is_word(at, stop) and self._words.is_word(at + 1, stop)
        ):
            return False
        if at in self._words.ends or at + 1 in self._words.ends:
            return False
        first, second = read_word(self._forms[at]), read_word(self._forms[at + 1])
        if first.definite or first.given or first.verb or first.function or first.nationality:
            return False
        if first.title or first.head or first.title_if_named or looks_everyday(first.form):
            return False
        if _has_article_inside(first.form) or first.form[0] in "وفبلك":
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
        if _begins_like_article(form):
            return False
        if _has_article_inside(form) or _has_preposition(form) or after_proclitic(form):
            return True
        match = gaz.phrases().longest(self._forms, i)
        if match is not None and match.proclitic:
            return True
        if _CIRCUMSTANCE.fullmatch(form) and (i > at or not self._is_behind_title(at)):
            return True
        return i > at and (_looks_like_verb(form) or (i > at + 1 and looks_everyday(form)))

    def _is_surname_of_titled(self, at: int) -> bool:
        """A word behind a title and a given name that elsewhere would be none of a name.

        An everyday noun or adjective without article (محمد حصاد), a short one like بحر that seems
        to begin with a preposition, or one like يلدز that looks like a verb but has nothing to
        govern.
        """
        if not self._words.is_given(at - 1) or read_word(self._forms[at - 1]).particle:
            return False
        word = read_word(self._forms[at])
        if word.definite or word.verb or word.function or self._words.title_words(at) > 1:
            return False
        if word.title or (word.head and word.head.number != "d"):
            return False
        if _CIRCUMSTANCE.fullmatch(word.form) or word.form.endswith("ا"):
            return False
        if word.common or word.head or len(word.form) == _SHORTEST_JOINED:
            return not self.starts_with_and(at)
        return _looks_like_verb(word.form) and self._ends_here(at + 1)

    def _is_construct(self, at: int) -> bool:
        """«بعثة الجمعية»: an unknown first word with a genitive, where no title stands before."""
        return self._words.has_genitive(at) and not self._is_behind_title(at)

    def _is_behind_title(self, at: int) -> bool:
        before = read_word(self._forms[at - 1]) if at else None
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
