"""Country names and codes, enough to tell whether two of them mean one country."""

from __future__ import annotations

from bot.screening.normalise import visible

_COUNTRIES = """
ru rus russia|russian federation|россия|российская федерация
by blr belarus|беларусь
ua ukr ukraine|украина|україна|crimea|region: crimea
ir irn iran|iran (islamic republic of)|islamic republic of iran
iq irq iraq
sy syr syria|syrian arab republic
kp prk north korea|korea, north|democratic people's republic of korea|dprk
kr kor south korea|korea, south|republic of korea
cn chn china|people's republic of china
hk hkg hong kong
tw twn taiwan
us usa united states|united states of america
gb gbr united kingdom|uk|great britain|united kingdom of great britain and northern ireland
de deu germany
fr fra france
it ita italy
es esp spain
ch che switzerland
at aut austria
nl nld netherlands|the netherlands
be bel belgium
pl pol poland
cy cyp cyprus
mt mlt malta
lv lva latvia
lt ltu lithuania
ee est estonia
fi fin finland
se swe sweden
no nor norway
dk dnk denmark
tr tur turkey|turkiye|türkiye
ae are united arab emirates|uae
sa sau saudi arabia
qa qat qatar
kw kwt kuwait
bh bhr bahrain
om omn oman
ye yem yemen
lb lbn lebanon
jo jor jordan
il isr israel
eg egy egypt
ly lby libya|libyan arab jamahiriya
dz dza algeria
ma mar morocco
tn tun tunisia
sd sdn sudan|the sudan
ss ssd south sudan
so som somalia
et eth ethiopia
ke ken kenya
ng nga nigeria
za zaf south africa
zw zwe zimbabwe
cd cod congo, democratic republic of the|democratic republic of the congo
cf caf central african republic
ml mli mali
af afg afghanistan
pk pak pakistan
in ind india
bd bgd bangladesh
id idn indonesia
my mys malaysia
sg sgp singapore
ph phl philippines
th tha thailand
vn vnm vietnam|viet nam
mm mmr burma|myanmar
kz kaz kazakhstan
uz uzb uzbekistan
kg kgz kyrgyzstan|kyrgyz republic
tj tjk tajikistan
tm tkm turkmenistan
az aze azerbaijan
am arm armenia
ge geo georgia
md mda moldova|republic of moldova
rs srb serbia
ba bih bosnia and herzegovina
me mne montenegro
hr hrv croatia
si svn slovenia
bg bgr bulgaria
ro rou romania
gr grc greece
hu hun hungary
cz cze czech republic|czechia
sk svk slovakia
mx mex mexico
co col colombia
ve ven venezuela|venezuela, bolivarian republic of
cu cub cuba
ni nic nicaragua
pa pan panama
br bra brazil
ar arg argentina
ht hti haiti
ca can canada
jp jpn japan
au aus australia
lr lbr liberia
mh mhl marshall islands
"""


def _read() -> dict[str, str]:
    known: dict[str, str] = {}
    for line in _COUNTRIES.strip().splitlines():
        two, three, names = line.split(" ", 2)
        known |= dict.fromkeys((two, three, *names.split("|")), two)
    return known


_CODE_OF = _read()


def country_key(text: str) -> str:
    """The ISO code of a country name or code; the name itself, folded, where it is not in the table."""
    plain = visible(text).casefold().strip(" .")
    return _CODE_OF.get(plain, plain)
