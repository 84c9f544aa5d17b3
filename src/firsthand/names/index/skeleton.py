"""A word as classes of sounds, in whatever script it is written: what keys are made of.

Its skeleton is the consonants alone; h and w go, and letters that are read in two ways give two skeletons:
"Bernard" is PRNRT and PRNT. Its sketch has vowels too. What is close enough for a key is not close enough
for anything else: keys only say what to look at.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from firsthand.names.sound.letters import CYRILLIC, HANGUL, LATIN, letters

CLASSES, VOWELS = "KTPSMNR", "aio"
# Skeletons of one word, and classes of one skeleton, at most.
WAYS, LONGEST = 4, 8
Reading = dict[str, tuple[str, ...]]


def _read(lines: str) -> Reading:
    """Letters and the classes they may be: "j S/-" is S or nothing."""
    found = {}
    for entry in lines.split():
        spelled, _, classes = entry.partition("=")
        for each in spelled.split(","):
            found[each] = tuple(c.replace("-", "") for c in classes.split("/"))
    return found


_LATIN = _read(
    """g,k,gg,kk=K ck=K/SK q=K/S c=K/S ce,ci,cy,cé,cí=S x=KS/S ch=S/- kh,h=- gh=K/- cz,cs,sh,sch,tsch,tch=S
    sz,zh,ts,tz,dzh,dj,dž,shch,s,z,ss,zz,ç,č,ć,š,ś,ş,ș,ž,ź,ż,tx,ț=S j=S/- t,d,tt,dd,ď,ť,đ=T th,dh=T/S
    p,b,f,v,ph,pp,bb,ff=P w=-/P m,mm=M n,nn,ň,ñ,ń=N ng=N/NK r,l,rr,ll,ř,ł=R rh=R lh=R nh=N"""
)
_CYRILLIC = _read(
    """к,ґ,ќ,кк=K г=K/- х=-/K т,д,тт,дд,ђ,ћ=T/S с,з,ш,щ,ж,ч,ц,џ,ѕ,сс,шч,дж,дз,тс,тч,чж,цз=S п,б,ф,в,пп,ў=P
    м,мм=M н,нн,њ=N нг=N/NK р,л,рр,лл,љ=R ј=-/S"""
) | _read("т,д,тт,дд=T")
_HANGUL = _read(
    """ᄀ,ᄁ,ᄏ,ᆨ,ᆩ,ᆿ,ᆰ=K ᄃ,ᄄ,ᄐ,ᆮ,ᇀ,ᆺ,ᆻ,ᆽ,ᆾ=T ᄇ,ᄈ,ᄑ,ᆸ,ᇁ,ᆹ=P ᄉ,ᄊ,ᄌ,ᄍ,ᄎ=S ᄆ,ᆷ,ᆱ=M ᄂ,ᆫ,ᆼ,ᆭ,ᆬ=N
    ᄅ,ᆯ,ᆯᄅ,ᆲ,ᆶ=R"""
)
_VOWELS = {
    LATIN: _read(
        """a,á,à,â,ä,ã,å,ā,ă,æ,ya,ia,ja=a e,é,è,ê,ë,ē,ě,ę,i,í,ì,î,ï,ī,ı,y,ý,ae,ay,ai,ei,ey,ie,ye,ee,yi,ij,iy=i
        o,ó,ò,ô,ö,õ,ō,ŏ,ø,œ,u,ú,ù,û,ü,ŭ,ū,ů,eo,eu,oo,ou,oe,ui,yeo,yo,yu,io,iu,yŏ,wo,weo=o"""
    ),
    CYRILLIC: _read("а,я,йа=a е,э,є,и,і,ї,й,ы,ей,ий,ай,эй,ый=i о,у,ё,ю,йо,ьо,ў=o"),
    HANGUL: _read("ᅡ,ᅣ,ᅪ=a ᅢ,ᅦ,ᅤ,ᅨ,ᅵ,ᅴ,ᅰ,ᅫ,ᅬ,ᅱ=i ᅥ,ᅧ,ᅩ,ᅭ,ᅮ,ᅲ,ᅯ,ᅳ=o"),
}
_READINGS = {LATIN: _LATIN, CYRILLIC: _CYRILLIC, HANGUL: _HANGUL}
_TOGETHER = 4
SHORT = 5  # letters: in so short a word a first r or l, or an n before o, may be silent (Ri, Lee, Yi)


@lru_cache(maxsize=262_144)
def skeletons(word: str) -> tuple[str, ...]:
    """The skeletons of a word, the likeliest first; its letters themselves where its script is not known."""
    script, marked = letters(word)
    told, reading = marked[1:-1], _READINGS.get(script)
    if reading is None:
        return (told[:LONGEST],) if told else ()
    ways = [""]
    for classes in _tokens(told, reading):
        ways = list(dict.fromkeys(way + each for each in classes for way in ways))[:WAYS]
    if ways[0][:1] == "R" and len(told) <= SHORT:
        ways.append(ways[0][1:])
    return tuple(dict.fromkeys(way[:LONGEST] for way in ways))[:WAYS]


@lru_cache(maxsize=262_144)
def sketch(word: str) -> str:
    """The likeliest classes of a word's consonants with three classes of vowels between them."""
    script, marked = letters(word)
    told, reading = marked[1:-1], _READINGS.get(script)
    if reading is None:
        return told
    sounds = "".join(classes[0] for classes in _tokens(told, {**_VOWELS[script], **reading}))
    return "".join(c for c, _ in groupby(sounds))


def _tokens(told: str, reading: Reading) -> list[tuple[str, ...]]:
    found, at = [], 0
    while at < len(told):
        size = next((n for n in range(_TOGETHER, 0, -1) if told[at : at + n] in reading), 0)
        classes = reading.get(told[at : at + size], ("",)) if size else ("",)
        after = told[at + size : at + size + 1]
        if classes == ("R",) and told[at] in "rр" and (not after or after in reading):
            classes = ("R", "")  # Bernard, 버나드
        found.append(classes)
        at += size or 1
    return found
