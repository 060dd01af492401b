"""How likely letters beyond ASCII are in the languages of old encodings: what tells one encoding from another.

Letters stand in the order of how often they are used; words are small and frequent ones that ASCII can write.
"""

from typing import NamedTuple


class Tongue(NamedTuple):
    """A language: its letters beyond ASCII, the most frequent first, and some of its small words."""

    letters: str
    words: frozenset[str] = frozenset()


def _tongue(letters: str, words: str = "") -> Tongue:
    return Tongue(letters, frozenset(words.split()))


TONGUES: dict[str, Tongue] = {
    "de": _tongue("üäöß", "und der die das ist nicht mit von den auf ein eine sich im zu dem des sagte"),
    "fr": _tongue("éèàêçôîùâûœëï", "les des est une que dans pour qui sur pas par du et la le au en"),
    "es": _tongue("óíáéñú¿¡ü", "los las que una por con del para el en la se no su"),
    "pt": _tongue("ãçáéóíêõúâàô", "que uma para com os as do da dos em por se ao na no"),
    "it": _tongue("èàòùìé", "che di il della per non una del con sono gli nel alla"),
    "sv": _tongue("äåöé", "och att det som en den av som med till inte har"),
    "da": _tongue("åøæéö", "og at det som en den af med til ikke har er for"),
    "fi": _tongue("äö", "ja on ei se oli mutta kun ovat joka sen"),
    "is": _tongue("ðáíþéóæöúý", "og til er var sem ekki um fyrir hann"),
    "nl": _tongue("ëéïöü", "de het een van en dat niet met voor zijn"),
    "pl": _tongue("łąężśćóńź", "w i na z nie do to jest po od za przez jak o ale tak czy co dla jego"),
    "cs": _tongue("íáéěýřčžšůúťňóď", "se na je to v s z do o za by jsem ale jak pro po tak jako aby ve"),
    "sk": _tongue("áíéčýžšúťľňôóďäĺŕ", "sa na je v to s z do o za by som ale ako pre po tak ktor"),
    "sl": _tongue("čšžć", "je in v na da se so za ki z po pa ne tudi bi pri kot"),
    "hr": _tongue("čšžćđ", "je i u na da se su za od s koji to a ne ali kao sam nije bi"),
    "hu": _tongue("áéöóőíüúű", "a az hogy nem is egy meg volt ez de van csak mint ha"),
    "ro": _tongue("ăîâşţșț", "de la cu pe nu din care sau este un o mai ca pentru prin"),
    "tr": _tongue("ıüşçğöİâî", "ve bir bu da de ile olarak olan ne her daha sonra kadar en var"),
    "et": _tongue("äõüöšž", "ja on ei et oli see ka kui mis"),
    "lv": _tongue("āīēšņļžčūķģ", "un ir ar no par ka uz tas kas"),
    "lt": _tongue("ėšžųįąūčę", "ir kad yra su ne tai buvo kaip bet"),
    "ru": _tongue("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"),
    "bg": _tongue("аиоентрсвлкдпмзуъбгчяжшцйхщюфь"),
    "uk": _tongue("оанивтіерслкдмпузяьбгчйхжїшюцщєфґ"),
    "be": _tongue("аніетрысклоўдмпвузяьбгчйцхшжюэёф"),
    "sr": _tongue("аиоенјрстувдкмлпзбгчшљњжцћхђфџ"),
    "mk": _tongue("аоиентрсвдкупмлзгјбчшцњжфхќљѓѕџ"),
    "el": _tongue("ατοιεσνηρπκμλυςόίάέήδγθύώχφβωξζψϊϋΐΰ"),
    "he": _tongue("יוהלאתמרבשנדקםחפעגכצטסזןךףץ"),
    "ar": _tongue("اليمونرتبةعدسفهكقأحجشصىطخذزضءغثئإآؤظًٌٍَُِّْ،؟"),
    "fa": _tongue("اینردهمتوسبلشکزگعفقخپحجآصچطضذغءئژثظ،"),
    "th": _tongue("านรอกเง่้มยลวดทสัตะปบิคีหแ์จพชขใไุูำโื็ึผซถศณญษธภฟฉฐฤฝๆฆ"),
}

HAN = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家"
    "种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民"
    "第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西月话合"
    "回代内信表化老给世位次度门常先海通教东声提立及比员水名真论处义各入几口认条平系气题活更别女变四总何电数安少报结反受"
    "目太量再建务做接必场件计管期市直资命山金指统区保至社便空决治展马科司五基书非则听白界达光放强即难且权思王设式色路记"
    "南品住告类求据程北边死张该交规万取望术领共确传师清今切院让带导争运這個們來為國說時會對於著過發後裡種經麼學現當沒動"
    "還進樣開從實軍無與長機業將兩間問應戰頭體見產門東聲員論處義幾認條系氣題變總電數報結務場計資區馬書則聽達強難權設記類"
    "據邊張該規萬術領確傳師讓帶導爭運並點關給話請內灣網線廣縣黨議選團聯環費單圖價買賣車飛"
    "京円回会同者力米立田七八九六村町店家様私思言気何彼実対県氏朝野党発表相意食駅芸済経応画楽険"
)
HANGUL = frozenset(
    "이다는의에을가지고하서도를한은로기사시어대인자정그나일리수부아해보전과만라들있니면여제장것원국으상조주와소세무"
    "성신당했위경동안구우공음중비유관스문까내계모미요생마통연진치말선화방실게민발오습없적회분학물단간개거년드터재"
)
"""Characters that make up most of any Chinese, Japanese or Korean text; kana go without saying."""
