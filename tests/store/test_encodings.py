import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.store import encodings
from seedreader.store.decoding import decode
from seedreader.store.letters import HAN, HANGUL, TONGUES

TEXTS = {
    "de": "Der Bürgermeister sagte, die Fähre sei größer als nötig gewesen, das überraschte alle.",
    "fr": "Le maire a déclaré que le bac était plus grand que nécessaire, ce qui a étonné même l’équipage.",
    "es": "El alcalde dijo que la niña llegó mañana y que el año pasado nadie habló del señor Núñez.",
    "pt": "O prefeito não falou da situação; as crianças já estão em segurança, disse o capitão João.",
    "sv": "Färjan gick på grund i tät dimma, sade kustbevakningen, och passagerarna fick vänta på ön.",
    "pl": "Burmistrz powiedział, że prom był większy niż potrzeba, a załoga zachowała się spokojnie.",
    "cs": "Starosta řekl, že trajekt byl větší, než bylo třeba, a že posádka zůstala klidná.",
    "hu": "A polgármester azt mondta, hogy a komp nagyobb volt a szükségesnél, és őrültség volt így indulni.",
    "hr": "Gradonačelnik je rekao da je trajekt bio veći nego što treba i da će još čekati do četvrtka.",
    "ro": "Primarul a spus că feribotul era mai mare decât trebuia şi că oamenii aşteaptă în staţie.",
    "tr": "Belediye başkanı feribotun gereğinden büyük olduğunu söyledi ve yolcuların ıslandığını açıkladı.",
    "ru": "Мэр сказал, что паром оказался больше, чем нужно, и это удивило всех жителей посёлка.",
    "bg": "Кметът каза, че фериботът е бил по-голям от необходимото и това изненада всички в града.",
    "uk": "Мер сказав, що пором виявився більшим, ніж потрібно, і це здивувало всіх мешканців селища.",
    "el": "Ο δήμαρχος είπε ότι το πλοίο ήταν μεγαλύτερο από όσο χρειαζόταν και όλοι ξαφνιάστηκαν.",
    "he": "ראש העיר אמר שהמעבורת הייתה גדולה מהנדרש, וזה הפתיע את כל תושבי הכפר הקטן.",
    "ar": "قال رئيس البلدية إن العبارة كانت أكبر من اللازم وإن ذلك أدهش جميع سكان القرية الصغيرة.",
    "th": "นายกเทศมนตรีกล่าวว่าเรือข้ามฟากมีขนาดใหญ่เกินความจำเป็นและทำให้ทุกคนในหมู่บ้านประหลาดใจ",
    "ja": "市長は、フェリーが必要以上に大きかったと述べ、村の人々はみな驚いた。海の上は霧が深かった。",
    "zh": "市长说，这艘渡轮比需要的大得多，村里的人都感到很惊讶。海上的雾很大，大家都在等消息。",
    "zht": "市長說，這艘渡輪比需要的大得多，村裡的人都感到很驚訝。海上的霧很大，大家都在等消息。",
    "ko": "시장은 여객선이 필요 이상으로 컸다고 말했고 마을 사람들은 모두 놀랐다. 바다에는 안개가 짙었다.",
}
CASES = [
    *((tongue, name) for tongue in ("de", "fr", "es", "pt", "sv") for name in ("cp1252", "mac-roman")),
    *((tongue, name) for tongue in ("de", "es", "pt", "sv") for name in ("latin-1", "iso8859-15")),
    *((tongue, name) for tongue in ("pl", "cs", "hu", "hr", "ro") for name in ("cp1250", "iso8859-2")),
    *(("tr", name) for name in ("cp1254", "iso8859-9")),
    *(("ru", name) for name in ("cp1251", "koi8-r", "iso8859-5", "cp866", "cp855", "mac-cyrillic")),
    *(("bg", name) for name in ("cp1251", "iso8859-5")),
    *(("uk", name) for name in ("cp1251", "koi8-u")),
    *(("el", name) for name in ("cp1253", "iso8859-7", "cp737")),
    *(("he", name) for name in ("cp1255", "iso8859-8")),
    *(("ar", name) for name in ("cp1256", "iso8859-6")),
    ("th", "tis-620"),
    *(("ja", name) for name in ("shift_jis", "euc_jp", "iso2022_jp")),
    ("zh", "gb18030"),
    ("zht", "big5"),
    *(("ko", name) for name in ("euc_kr", "johab", "iso2022_kr")),
]


@pytest.mark.parametrize(("tongue", "encoding"), CASES)
@pytest.mark.parametrize("around", [0, 40])
def test_a_sentence_is_enough_to_tell_its_encoding(tongue: str, encoding: str, around: int) -> None:
    text = "An English line of a feed, with <b>markup</b> in it.\n" * around + TEXTS[tongue] + "\n"
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"The caf\xe9 was closed, they said.", "The café was closed, they said."),
        (b"\x93Yes,\x94 she said \x96 and left.", "“Yes,” she said – and left."),
        (b"It cost \x80 5.", "It cost € 5."),
        ("The café – closed — and cafés".encode() + b"\xff", "The café – closed — and cafés\ufffd"),
    ],
)
def test_few_bytes_beyond_ascii_are_what_is_commonest(data: bytes, text: str) -> None:
    assert decode(data).text == text


def test_what_is_natural_in_no_encoding_is_told() -> None:
    assert encodings.detect(bytes(range(128, 256)) * 40) is None


@given(st.binary(max_size=300))
def test_detection_never_fails(data: bytes) -> None:
    found = encodings.detect(data)
    assert found is None or data.decode(found.encoding, "replace") is not None


@pytest.mark.parametrize("name", encodings.CHOICES)
def test_every_choice_is_an_encoding(name: str) -> None:
    assert "a".encode(name)


def test_letters_are_in_lower_case_and_beyond_ascii() -> None:
    for tongue in TONGUES.values():
        # The capital İ has no small letter of one code point.
        assert not any(letter.isascii() or letter.isupper() for letter in tongue.letters.replace("İ", ""))
        assert len(set(tongue.letters)) == len(tongue.letters)
        assert all(word.isascii() for word in tongue.words)
    assert all("\u4e00" <= char <= "\u9fff" for char in HAN)
    assert all("\uac00" <= char <= "\ud7a3" for char in HANGUL)
