"""Arabic script in Latin letters, as names are usually spelt.

Arabic writes consonants and long vowels. Names met everywhere are spelt by a table;
others get the vowels they cannot be said without, so that قرش is "qarsh" and not
"qrsh". The result is for comparing with Latin spellings, never for display as the
person's own.
"""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(
    "[\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06ee\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]+"
)
_ARTICLE = "\u0627\u0644"


def _table(arabic: str, latin: str) -> dict[str, str]:
    """Return each Arabic word of a line with the Latin word in the same place."""
    return dict(zip(arabic.split(), latin.split(), strict=True))


_CONSONANTS = _table(
    " ".join("بتثجحخدذرزسشصضطظغفقكلمنهکگپچژڤٹڈڑںہھ"),
    "b t th j h kh d dh r z s sh s d t z gh f q k l m n h k g p ch zh v t d r n h h",
)
# Ayn is heard as the vowel beside it; ta marbuta ends a word in "a".
_AYN, _ALEF = "\N{ARABIC LETTER AIN}", "\N{ARABIC LETTER ALEF}"
_VOWELS = frozenset("اىةعٱ")
# Waw and ya are consonants at the beginning and before a vowel: (consonant, vowel).
_HALF_VOWELS = {"و": ("w", "u"), "ي": ("y", "i"), "ی": ("y", "i"), "ے": ("y", "i")}
# Given names and parts of names in their most frequent Latin spelling; without the
# hamza, which is a mark and gone by then.
_USUAL = {
    **_table(
        "محمد احمد محمود حامد حسن حسين حسام عصام علي على عمر عثمان بكر",
        "Mohammed Ahmed Mahmoud Hamed Hassan Hussein Hossam Issam Ali Ali Omar"
        " Othman Bakr",
    ),
    **_table(
        "خالد يوسف ابراهيم ياسر اسماعيل اسحاق يعقوب يحيى موسى عيسى داود سليمان",
        "Khaled Youssef Ibrahim Yasser Ismail Ishaq Yaqoub Yahya Musa Issa Daoud"
        " Suleiman",
    ),
    **_table(
        "مصطفى مرتضى صالح ماهر عبد عبدالله الله عبيد نور شمس سعد سعيد سيد مسعود",
        "Mustafa Murtada Saleh Maher Abd Abdallah Allah Obeid Nour Shams Saad Saeed"
        " Sayed Masoud",
    ),
    **_table(
        "ابو ابي ابا ام بن ابن بنت ال",
        "Abu Abi Aba Umm bin ibn bint al",
    ),
    **_table(
        "اسامة حمزة طلحة معاذ طارق هشام وايل نايل رايد عماد اياد زياد جهاد",
        "Osama Hamza Talha Muath Tareq Hisham Wael Nael Raed Imad Iyad Ziad Jihad",
    ),
    **_table(
        "فاطمة خديجة عايشة زينب مريم امينة سلمى هدى مهند معتز منتصر مومن",
        "Fatima Khadija Aisha Zainab Maryam Amina Salma Huda Muhannad Moataz"
        " Montaser Moamen",
    ),
    **_table(
        "محسن منذر مازن حاتم كاظم قاسم هاشم سالم سامر عامر عادل ايهاب بلال",
        "Mohsen Munther Mazen Hatem Kadhim Qassem Hashem Salem Samer Amer Adel Ihab"
        " Bilal",
    ),
    **_table("علاء بهاء ضياء صفاء", "Alaa Bahaa Diaa Safaa"),
}


@lru_cache(maxsize=4_096)
def romanise_word(word: str) -> str:
    """Return one Arabic word in Latin letters, its article apart: "al-Qarsh"."""
    apart = unicodedata.normalize("NFKD", word)
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    bare = bare.replace("\u0640", "")
    if bare in _USUAL:
        return _USUAL[bare]
    if bare.startswith(_ARTICLE) and len(bare) > len(_ARTICLE) + 1:
        rest = bare.removeprefix(_ARTICLE)
        return f"al-{_USUAL.get(rest) or _spell(rest)}"
    return _spell(bare)


def _spell(word: str) -> str:
    """Return the letters with the vowels that speech cannot do without."""
    spelt: list[str] = []
    in_a_row = 0
    for sound, is_vowel in _sounds(word):
        # A word never begins with two consonants, and three never meet.
        if is_vowel:
            in_a_row = 0
        elif (in_a_row == 1 and len(spelt) == 1) or in_a_row == 2:  # noqa: PLR2004  # see above
            spelt.append("a")
            in_a_row = 1
        else:
            in_a_row += 1
        spelt.append(sound)
    return "".join(spelt).capitalize()


def _sounds(word: str) -> list[tuple[str, bool]]:
    """Return each letter's sound and whether it is a vowel; the silent left out."""
    sounds: list[tuple[str, bool]] = []
    for at, letter in enumerate(word):
        before, following = word[at - 1 : at], word[at + 1 : at + 2]
        if letter in _CONSONANTS:
            sounds.append((_CONSONANTS[letter], False))
        elif letter in _VOWELS:
            if (before, letter) != (_AYN, _ALEF):
                sounds.append(("a", True))
        elif letter in _HALF_VOWELS:
            consonant, vowel = _HALF_VOWELS[letter]
            is_vowel = at > 0 and following not in _VOWELS
            sounds.append((vowel if is_vowel else consonant, is_vowel))
    return sounds
