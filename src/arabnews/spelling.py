"""Folding makes spellings comparable.

Vowel marks and tatweel come off, the alef forms are one, final ى is ي, ة is ه, and Persian ک and ی
are Arabic. A lexicon key is folded the same way.
"""

from __future__ import annotations

import re

from camel_tools.utils.normalize import (
    normalize_alef_ar,
    normalize_alef_maksura_ar,
    normalize_teh_marbuta_ar,
)

MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c\u200d"
_FORM = dict(zip("کی٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "كي01234567890123456789", strict=True))
_HAS_FORM = re.compile(f"[{''.join(_FORM)}]")
_HAS_MARK = re.compile(f"[{MARKS}]")


def fold(text: str) -> str:
    """The folded form of a word or phrase: what lexicon keys and Token.form are made of."""
    return without_marks(fold_letters(text))


def without_marks(form: str) -> str:
    """Without vowel marks; a hamza written as a mark of its own (NFD) joins its letter."""
    form = form.replace("و\u0654", "ؤ").replace("ي\u0654", "ئ")
    return _HAS_MARK.sub("", form)


def fold_letters(text: str) -> str:
    """Fold letters and digits one for one, so that offsets stay."""
    text = normalize_alef_ar(text)
    text = normalize_alef_maksura_ar(text)
    folded: str = normalize_teh_marbuta_ar(text)
    return _HAS_FORM.sub(lambda match: _FORM[match[0]], folded)
